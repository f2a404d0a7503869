import { type StoredFile, storedFile } from '../../kernel/procedure/fields.ts';
import type { Queries } from '../connection.ts';

/** The stored files a value names, at whatever depth. */
export function filesIn(value: unknown): StoredFile[] {
  const file = storedFile.safeParse(value);
  if (file.success) return [file.data];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(filesIn);
}

/** The first of the files that is not kept in the region with that content and size. */
export async function firstMissing(
  sql: Queries,
  region: string,
  files: readonly StoredFile[],
): Promise<StoredFile | undefined> {
  const kept = await sql<{ sm3: string; size: number }[]>`
    select sm3, size from file where region = ${region} and sm3 = any (${files.map(({ sm3 }) => sm3)})`;
  const sizes = new Map(kept.map(({ sm3, size }) => [sm3, size]));
  return files.find(({ sm3, size }) => sizes.get(sm3) !== size);
}
