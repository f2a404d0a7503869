import type { World } from '../world.ts';

/** What a matter is told by in a row: its procedure and unit by name, in the short form where there is one. */
export function headOf(
  world: World,
  row: {
    readonly id: string;
    readonly procedure: string;
    readonly number: string;
    readonly title: string;
    readonly unit: string;
  },
) {
  const { id, procedure, number, title, unit } = row;
  return {
    id,
    procedure,
    procedureName: world.systems.registry.get(procedure).declaration.name,
    number,
    title,
    unitName: world.directory().shortName(unit),
  };
}
