import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../../kernel/wording/document.ts';
import { fonts, type TYPEFACES } from './typefaces.ts';

export interface RunLook {
  readonly face?: keyof typeof TYPEFACES;
  readonly size?: number;
  readonly color?: string;
  readonly bold?: boolean;
  /** Begins a new line of the same paragraph. */
  readonly newLine?: boolean;
}

/** Marks that Word would set in the Latin face, narrow, if it were not told that they are Chinese here. */
const AMBIGUOUS = /[“”‘’…—·]/;
const CHINESE_MARKS = { hint: 'eastAsia' } as const;

/** One run; what is not given comes from the paragraph's style. */
export function run(text: string, look: RunLook = {}): TextRun {
  return new TextRun({
    text,
    font: look.face ? fonts(look.face) : AMBIGUOUS.test(text) ? CHINESE_MARKS : undefined,
    size: look.size,
    sizeComplexScript: look.size,
    color: look.color,
    bold: look.bold,
    break: look.newLine ? 1 : undefined,
  });
}

/**
 * Inline content as runs. A figure with a full web address is a link that looks like the text around it; an address
 * within a site leads nowhere from a file.
 */
export function runs(content: readonly Inline[], look: RunLook = {}): ParagraphChild[] {
  return content.map((inline) => {
    if (typeof inline === 'string') return run(inline, look);
    if (inline.kind === 'bold') return run(inline.text, { ...look, bold: true });
    const text = run(inline.text, look);
    return inline.href && /^https?:\/\//i.test(inline.href)
      ? new ExternalHyperlink({ link: inline.href, children: [text] })
      : text;
  });
}
