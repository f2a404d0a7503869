import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ReadDocument, readDocument, UnreadableFile } from '../../reports/reading/index.ts';

/** Exit code of a file that cannot be read. */
export const UNREADABLE = 2;

/** Files beyond this are refused before they are loaded; the reader gives the reason for smaller ones. */
const LARGEST_LOADED = 200 * 1024 * 1024;

/** Reads a report or plan from disk. Throws {@link UnreadableFile} with a reason in Chinese. */
export async function readFileOf(file: string): Promise<ReadDocument> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new UnreadableFile('missing');
  if (found.size > LARGEST_LOADED) throw new UnreadableFile('too-large');
  return readDocument({ name: basename(file), bytes: await readFile(file) });
}
