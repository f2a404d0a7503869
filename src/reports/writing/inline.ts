import type { Inline } from '../../kernel/wording/document.ts';

/** Plain text of inline content. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
}

/** Width of text in body characters; letters and digits of the Latin face take half of one. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u007e]/.test(char) ? 0.5 : 1), 0);
}
