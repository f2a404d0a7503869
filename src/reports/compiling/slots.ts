import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import type { Slot } from './model.ts';
import { paragraphsOf, type ReportTemplate } from './template.ts';

/** `{indicator[@kind][~]}`; an indicator has a dot, which tells it from `{year}`. */
const SLOT = /\{([a-z-]+\.[a-z-]+(?:@[a-z0-9-]+)?)(~?)\}/g;

/** Slots a text names, each once, without the marks of change. */
export function slotIdsIn(text: string): string[] {
  return [...new Set([...text.matchAll(SLOT)].map((match) => match[1]!))];
}

export function slotOf(id: string): Slot {
  const [indicator, kind] = id.split('@') as [string, string?];
  return { id, indicator, ...(kind === undefined ? {} : { kind }) };
}

/** Every slot of a template, each once. */
export function slotsOf(template: ReportTemplate): Slot[] {
  const ids = paragraphsOf(template).flatMap(({ text = '', when }) => [
    ...slotIdsIn(text),
    ...(when ? [when.slot] : []),
  ]);
  return [...new Set(ids)].map(slotOf);
}

/** Slots that texts with `{{id}}` in them use: the figure itself also where only its change is named. */
export function slotsUsed(texts: Iterable<string>): Slot[] {
  const ids = [...texts].flatMap((text) =>
    [...text.matchAll(/\{\{([^{}~]+)~?\}\}/g)].map((match) => match[1]!),
  );
  return [...new Set(ids)].map(slotOf);
}

/** The question whose answer fills a slot for a calendar year. */
export function askOf(slot: Slot, year: number, unit?: string): FigureAsk {
  return {
    indicator: slot.indicator,
    from: `${year}-01`,
    to: `${year}-12`,
    ...(slot.kind === undefined ? {} : { kind: slot.kind }),
    ...(unit === undefined ? {} : { unit }),
  };
}
