import { html, raw } from 'hono/html';

export { html, raw };

/** Markup that is safe to send: every value put into a template is escaped. */
export type Html = ReturnType<typeof html>;

export const nothing: Html = raw('');

/**
 * A drawing made by the server, whose texts are escaped already. Its own style is left out: the content security
 * policy admits the portal's stylesheet alone, which draws it.
 */
export function drawing(svg: string): Html {
  return raw(svg.replace(/<style>[^<]*<\/style>/g, ''));
}

/** A paper set by the server, escaped and without style of its own. */
export function article(markup: string): Html {
  return raw(markup);
}
