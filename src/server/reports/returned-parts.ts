import type { IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import type { Figure, FigureAsk } from '../../kernel/indicator/figure.ts';
import type { Returned, Slot } from '../../reports/compiling/index.ts';
import type { Queries } from '../../store/connection.ts';
import { allForms } from '../returns/kept-forms.ts';

/** What units returned for the slots of a report, beside what the registers count. */
export interface ReturnedParts {
  /** Questions to be answered together with those of the slots, so that all stand on one seal. */
  readonly asks: readonly FigureAsk[];
  /** The figures with what was returned added, and what stands for a slot no register counts. */
  add(
    figures: readonly Figure[],
    answers: readonly Figure[],
  ): { readonly figures: Figure[]; readonly returned: Returned[] };
}

interface Mapped {
  /** Place of the slot among the figures. */
  readonly at: number;
  readonly form: string;
}

/**
 * Items of return forms that are values of a report's slots, for one year. A unit's register is elsewhere where it
 * returns the item and the register here counts nothing of it: its value is added. Where a unit has both, the register
 * counts, so that nothing is counted twice.
 */
export async function returnedPartsOf(
  sql: Queries,
  region: string,
  catalogue: IndicatorCatalogue,
  ask: { readonly slots: readonly Slot[]; readonly year: number; readonly unit?: string },
  unitName: (code: string) => string,
): Promise<ReturnedParts> {
  const { slots, year, unit } = ask;
  const forms = await allForms(sql, region);
  const period = {
    from: `${year}-01`,
    to: `${year}-12`,
    by: 'unit' as const,
    ...(unit === undefined ? {} : { unit }),
  };
  const mapped: Mapped[] = [];
  const asks: FigureAsk[] = [];
  for (const [at, slot] of slots.entries()) {
    for (const form of forms) {
      for (const { code, measure, indicator } of form.items) {
        if (indicator !== slot.id || measure === 'rate') continue;
        mapped.push({ at, form: form.name });
        const own = { indicator: slot.indicator, ...(slot.kind === undefined ? {} : { kind: slot.kind }) };
        const returned = measure === 'flow' ? 'periodic-return.value' : 'periodic-return.level';
        asks.push({ ...own, ...period }, { indicator: returned, kind: code, ...period });
      }
    }
  }
  return {
    asks,
    add(figures, answers) {
      const all = [...figures];
      const returned: Returned[] = [];
      for (const [at, part] of partsBySlot(mapped, answers)) {
        const present = all[at]!;
        if (part.value === 0 || present.measure === 'rate') continue;
        const slot = slots[at]!;
        const names = [...new Set(part.units)].map(unitName).join('、');
        const document = [...part.forms].join('、');
        const { unit: counted } = catalogue.get(slot.indicator);
        const said = `${names}按“${document}”报送${part.value}${counted}。`;
        if (present.value === null || present.value === 0) {
          const from = { document, section: `${year}年各期报送`, text: said, by: '法制机构' };
          returned.push({ slot: slot.id, value: part.value, unit: counted, ...from });
          continue;
        }
        all[at] = {
          ...present,
          value: rounded(present.value + part.value),
          definition: `${present.definition}其中台账计算${present.value}${counted}，台账不在本系统的${said}`,
        };
      }
      return { figures: all, returned };
    },
  };
}

interface SlotPart {
  value: number;
  readonly units: string[];
  readonly forms: Set<string>;
}

/** The answers, two for each mapped item, put together by the place of their slot. */
function partsBySlot(mapped: readonly Mapped[], answers: readonly Figure[]): Map<number, SlotPart> {
  const parts = new Map<number, SlotPart>();
  mapped.forEach(({ at, form }, n) => {
    const { value, units } = partOf(answers[2 * n]!, answers[2 * n + 1]!);
    if (value === 0) return;
    const part = parts.get(at) ?? { value: 0, units: [], forms: new Set<string>() };
    parts.set(at, part);
    part.value = rounded(part.value + value);
    part.units.push(...units);
    part.forms.add(form);
  });
  return parts;
}

/** What was returned by units of which the register counts nothing. */
function partOf(counted: Figure, returned: Figure): { readonly value: number; readonly units: string[] } {
  const here = new Set((counted.parts ?? []).flatMap(({ key, value }) => (value ? [key] : [])));
  const added = (returned.parts ?? []).filter(({ key, value }) => value && !here.has(key));
  return {
    value: rounded(added.reduce((sum, { value }) => sum + value!, 0)),
    units: added.map(({ key }) => key),
  };
}

/** Amounts carry at most six decimals; the dust of binary fractions is wiped off. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
