import { html } from 'hono/html';
import type { Refusal } from '../../kernel/errors.ts';

/** Where signing in leads when nothing else was asked for. */
export const HOME = '/console/';

/** Anything `html` puts together. */
export type Markup = ReturnType<typeof html>;

/** A whole page. No script and nothing from elsewhere. */
export function page(title: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · 法治台账</title>
<link rel="stylesheet" href="/sign-in/style.css">
</head>
<body>
<main>
<p class="product">法治台账</p>
<div class="card">
${body}
</div>
</main>
</body>
</html>`;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly help?: string;
  readonly numeric?: boolean;
}

/** A labelled field with its help and, under it, what is wrong with it. */
export function field(given: Field, refusal: Refusal | undefined, focus = false): Markup {
  const error = refusal?.fields?.find((one) => one.path === given.name)?.message;
  const described = [given.help ? `${given.name}-help` : '', error ? `${given.name}-error` : ''].filter(
    Boolean,
  );
  return html`<label for="${given.name}">${given.label}</label>
<input id="${given.name}" name="${given.name}" type="${given.type}" required
  autocomplete="${given.autocomplete}" autocapitalize="none" spellcheck="false"
  value="${given.value ?? ''}"
  ${given.numeric ? html`inputmode="numeric" maxlength="8"` : html`maxlength="200"`}
  ${described.length > 0 ? html`aria-describedby="${described.join(' ')}"` : ''}
  ${error ? html`aria-invalid="true"` : ''}
  ${focus ? html`autofocus` : ''}>
${given.help ? html`<p class="help" id="${given.name}-help">${given.help}</p>` : ''}
${error ? html`<p class="error" id="${given.name}-error">${error}</p>` : ''}`;
}

/** What went wrong with the whole of a form; nothing where it is said beside a field. */
export function alert(refusal: Refusal | undefined): Markup | '' {
  if (!refusal || refusal.fields?.length) return '';
  return html`<p class="alert" role="alert">${refusal.message}</p>`;
}

/** The page to go on to, carried through the forms. */
export function goOnTo(to: string): Markup {
  return html`<input type="hidden" name="to" value="${to}">`;
}
