import { itemNames } from '../../store/returns/item-names.ts';
import type { World } from '../world.ts';

/** Which items a figure of returned values tells apart, by how they behave in time. */
const counted: Readonly<Record<string, readonly string[]>> = {
  'periodic-return.value': ['flow'],
  'periodic-return.level': ['stock', 'cumulative'],
};

/** Kinds of figures that no declaration knows: the items of the region's return forms, with their units. */
export async function returnedKinds(world: World, region: string): Promise<ReadonlyMap<string, Returned>> {
  const items = await itemNames(world.sql, region);
  return new Map(
    Object.entries(counted).map(([indicator, measures]) => {
      const own = items.filter(({ measure }) => measures.includes(measure));
      return [
        indicator,
        {
          kinds: Object.fromEntries(own.map(({ code, name }) => [code, name])),
          kindUnits: Object.fromEntries(own.map(({ code, unit }) => [code, unit])),
        },
      ];
    }),
  );
}

interface Returned {
  readonly kinds: { readonly [code: string]: string };
  readonly kindUnits: { readonly [code: string]: string };
}

/** Name of a kind of one figure; the code itself where nobody named it. */
export async function kindNamer(
  world: World,
  region: string,
  indicator: string,
): Promise<(code: string, declared: string) => string> {
  if (!(indicator in counted)) return (_, declared) => declared;
  const { kinds } = (await returnedKinds(world, region)).get(indicator)!;
  return (code, declared) => kinds[code] ?? declared;
}
