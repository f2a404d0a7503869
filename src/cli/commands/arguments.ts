import { InvalidArgumentError } from 'commander';
import type { World } from '../../server/world.ts';

/** A year as an argument: four digits. */
export function yearArgument(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，如2024。');
  return Number(text);
}

/** The unit asked for, as what is read is narrowed by it. Throws where the region has no such unit. */
export async function onlyUnit({ sql, region }: World, unit: string | undefined): Promise<{ unit?: string }> {
  if (unit === undefined) return {};
  const [found] = await sql`select 1 from unit where region = ${region.code} and code = ${unit}`;
  if (!found) throw new Error(`没有代码为“${unit}”的单位，请核对单位代码。`);
  return { unit };
}
