import type { LegalDate } from '../dates.ts';
import { DeclarationError, RefusedError } from '../errors.ts';
import type { Block, FormCell, Instrument, Verification } from './document.ts';
import { type Remedies, remediesParagraph } from './remedies.ts';

/** A declared part of an instrument. `{field}` in a text is filled in; `when` drops the part if that field is empty. */
export type InstrumentPart = { readonly when?: string } & (
  | { readonly kind: 'paragraph'; readonly text: string; readonly flush?: boolean }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'details'; readonly entries: readonly (readonly [label: string, text: string])[] }
  /** One numbered paragraph for each value of a list field. */
  | { readonly kind: 'list'; readonly field: string }
  | {
      readonly kind: 'form';
      readonly widths: readonly number[];
      readonly rows: readonly (readonly FormCell[])[];
    }
  | { readonly kind: 'sign'; readonly lines: readonly string[] }
  /** The paragraph of remedies against `act`. */
  | { readonly kind: 'remedies'; readonly act: string }
);

/** Declaration of an instrument: all there is to write for a new one. */
export interface InstrumentTemplate {
  readonly id: string;
  /** Name as printed, e.g. 行政处罚决定书. */
  readonly name: string;
  /** Fields by name, with the Chinese label used when one is missing. */
  readonly fields: Readonly<Record<string, { readonly label: string; readonly optional?: boolean }>>;
  readonly parts: readonly InstrumentPart[];
  /** Signed and sealed by the organ at the foot; an internal form is signed in its cells instead. */
  readonly sealed: boolean;
  readonly copies?: string;
}

export type InstrumentValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an instrument states besides its fields. */
export interface InstrumentContext {
  readonly organ: string;
  readonly number?: string;
  /** 成文日期; required of sealed instruments. */
  readonly date?: LegalDate;
  readonly remedies?: Remedies;
  readonly verification?: Verification;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** Checks a declaration once, at load. Throws DeclarationError naming the place of an unknown field or a bad form row. */
export function defineInstrument(template: InstrumentTemplate): InstrumentTemplate {
  template.parts.forEach((part, index) => {
    const path = `parts[${index}]`;
    for (const field of fieldsOf(part)) {
      if (!template.fields[field]) {
        throw new DeclarationError(template.id, path, `field ${field} is not declared`);
      }
    }
    if (part.kind === 'form') checkForm(template.id, path, part);
  });
  return template;
}

/** The instrument with its values in place. Refuses (`invalid`) with every missing field named in Chinese. */
export function fillInstrument(
  template: InstrumentTemplate,
  values: InstrumentValues,
  context: InstrumentContext,
): Instrument {
  refuseMissing(template, values, context);
  const signature =
    template.sealed && context.date
      ? { issuers: [context.organ], date: context.date, sealed: true }
      : undefined;
  return {
    organ: context.organ,
    name: template.name,
    number: context.number,
    blocks: template.parts
      .filter((part) => !part.when || !isEmpty(values[part.when]))
      .flatMap((part) => fillPart(part, values, context)),
    signature,
    copies: template.copies,
    verification: context.verification,
  };
}

function fillPart(part: InstrumentPart, values: InstrumentValues, context: InstrumentContext): Block[] {
  const fill = (text: string): string => fillText(text, values);
  switch (part.kind) {
    case 'paragraph':
      return fill(part.text)
        .split('\n')
        .map((line) => ({ kind: 'paragraph', content: [line], flush: part.flush }));
    case 'heading':
      return [{ kind: 'heading', level: part.level, text: fill(part.text) }];
    case 'details':
      return [{ kind: 'details', entries: fillDetails(part.entries, values) }];
    case 'list':
      return asList(values[part.field]).map((item, index) => ({
        kind: 'paragraph',
        content: [`${index + 1}.${item}`],
      }));
    case 'form':
      return [
        {
          kind: 'form',
          widths: part.widths,
          rows: part.rows.map((row) => row.map((cell) => ({ ...cell, text: fill(cell.text) }))),
        },
      ];
    case 'sign':
      return [{ kind: 'sign', lines: part.lines.map(fill) }];
    case 'remedies':
      return context.remedies
        ? [{ kind: 'paragraph', content: [remediesParagraph(part.act, context.remedies)] }]
        : [];
  }
}

/** A line whose only field was left empty is left out: a natural person has no legal representative. */
function fillDetails(entries: readonly (readonly [string, string])[], values: InstrumentValues) {
  return entries
    .map(([label, text]) => ({ label, value: fillText(text, values) }))
    .filter((entry) => entry.value !== '');
}

function fillText(text: string, values: InstrumentValues): string {
  return text.replace(PLACEHOLDER, (_, field: string) => asList(values[field]).join('、'));
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function isEmpty(value: string | readonly string[] | undefined): boolean {
  return asList(value).every((item) => item.trim() === '');
}

function fieldsOf(part: InstrumentPart): readonly string[] {
  const texts = part.kind === 'list' ? [`{${part.field}}`] : textsOf(part);
  const named = texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!));
  return part.when ? [part.when, ...named] : named;
}

function textsOf(part: Exclude<InstrumentPart, { kind: 'list' }>): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
    case 'heading':
      return [part.text];
    case 'details':
      return part.entries.map(([, text]) => text);
    case 'form':
      return part.rows.flat().map((cell) => cell.text);
    case 'sign':
      return part.lines;
    case 'remedies':
      return [];
  }
}

function checkForm(id: string, path: string, form: Extract<InstrumentPart, { kind: 'form' }>): void {
  form.rows.forEach((row, index) => {
    const spanned = row.reduce((sum, cell) => sum + (cell.span ?? 1), 0);
    if (spanned !== form.widths.length) {
      const problem = `spans ${spanned} of ${form.widths.length} columns`;
      throw new DeclarationError(id, `${path}.rows[${index}]`, problem);
    }
  });
}

function refuseMissing(
  template: InstrumentTemplate,
  values: InstrumentValues,
  context: InstrumentContext,
): void {
  const missing = Object.entries(template.fields)
    .filter(([name, field]) => !field.optional && isEmpty(values[name]))
    .map(([name, field]) => ({ path: name, label: field.label }));
  if (template.sealed && !context.date) missing.push({ path: 'date', label: '成文日期' });
  if (template.parts.some((part) => part.kind === 'remedies') && !context.remedies) {
    missing.push({ path: 'remedies', label: '救济途径和期限' });
  }
  if (missing.length === 0) return;
  throw new RefusedError({
    kind: 'invalid',
    rule: 'kernel.wording.instrument-complete',
    message: `《${template.name}》缺少${missing.map((field) => field.label).join('、')}，请补充后再生成文书。`,
    fields: missing.map((field) => ({ path: field.path, message: `请填写${field.label}` })),
  });
}
