import { allSlots, askOf, figureText } from '../../reports/compiling/index.ts';
import { figures } from '../../store/figures/figures.ts';
import type { World } from '../world.ts';
import { catalogueOf } from './measurements.ts';

/** As many as a writer looks through before he types another letter. */
const SHOWN = 30;

/** Indicators by words of their name, each with its value of the year, so that one is chosen by what it says. */
export async function findIndicators(
  world: World,
  region: string,
  { q, year }: { readonly q: string; readonly year: number },
) {
  const catalogue = catalogueOf(world.systems.indicators);
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = allSlots(catalogue)
    .map((slot) => {
      const { name, definition, sourceName, unit, kinds } = catalogue.get(slot.indicator);
      const kind = slot.kind === undefined ? undefined : kinds?.[slot.kind];
      return { slot, name: kind === undefined ? name : `${name}（${kind}）`, definition, sourceName, unit };
    })
    .filter(({ name, sourceName, slot }) =>
      words.every((word) => `${name} ${sourceName} ${slot.id}`.toLowerCase().includes(word)),
    );
  const shown = found.slice(0, SHOWN);
  const values = await figures(
    world.sql,
    catalogue,
    region,
    shown.map(({ slot }) => askOf(slot, year)),
  );
  return {
    total: found.length,
    indicators: shown.map(({ slot, unit, ...entry }, at) => {
      const value = values[at]!.value;
      return { id: slot.id, ...entry, text: value === null ? '' : figureText(value, unit) };
    }),
  };
}
