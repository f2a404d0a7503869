import type { Queries } from '../../store/connection.ts';
import { findPaper, newestPapers } from '../../store/returns/papers.ts';
import type { ReturnForm } from '../../yearly/returns/form.ts';
import { refuse } from '../http/problem.ts';

const noForm = (): never => refuse('not-found', 'returns.form', '没有这张报表。');

/** A form as it was saved once; the newest where no version is named. Throws RefusedError `not-found`. */
export async function formAt(
  sql: Queries,
  region: string,
  code: string,
  version?: number,
): Promise<{ readonly form: ReturnForm; readonly version: number }> {
  const found = await findPaper(sql, region, 'return-form', code, version);
  if (!found) return noForm();
  return { form: found.content as unknown as ReturnForm, version: found.version };
}

/** Every form as it holds now. */
export async function allForms(sql: Queries, region: string): Promise<ReturnForm[]> {
  const papers = await newestPapers(sql, region, 'return-form');
  return papers.map(({ content }) => content as unknown as ReturnForm);
}
