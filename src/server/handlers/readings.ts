import { writeTaskPaper, writeTaskWorkbook } from '../../reports/reading/tasks/export.ts';
import { type OwnFiles, ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { compareForConsole, type Named } from '../reports/comparing.ts';
import { writeComparisonWorkbook } from '../reports/comparison-sheet.ts';
import { readSource } from '../reports/reading.ts';
import type { World } from '../world.ts';

type Names = 'reading.tasksXlsx' | 'reading.tasksDocx' | 'reading.compare' | 'reading.compareXlsx';

/** What is made of documents that were read: their tasks as a table, and several side by side. */
export function readingHandlers(world: World, store: FileStore): Pick<Handlers, Names> {
  const plan = async (files: OwnFiles, sm3: string, name: string) => {
    const reading = await readSource(files, { file: { sm3, name } });
    if (reading.tasks.length === 0)
      return refuse('not-found', 'reading.tasks', '这份文件里没有读出任务。要点、方案和计划才有任务分解表。');
    return reading;
  };
  const compare = async (files: OwnFiles, chosen: readonly { sm3: string; name: string }[]) => {
    const documents: Named[] = [];
    for (const file of chosen)
      documents.push({ name: file.name, reading: await readSource(files, { file }) });
    return compareForConsole(documents);
  };
  return {
    'reading.tasksXlsx': async ({ session, params, query, now }) => {
      const { tasks } = await plan(ownFiles(world, store, session, now), params.sm3, query.name);
      return new FileAnswer(await writeTaskWorkbook(tasks), '任务分解表.xlsx');
    },
    'reading.tasksDocx': async ({ session, params, query, now }) => {
      const { document, tasks } = await plan(ownFiles(world, store, session, now), params.sm3, query.name);
      return new FileAnswer(await writeTaskPaper(document, tasks), '任务分解表.docx');
    },
    'reading.compare': ({ session, body, now }) => compare(ownFiles(world, store, session, now), body.files),
    'reading.compareXlsx': async ({ session, body, now }) => {
      const view = await compare(ownFiles(world, store, session, now), body.files);
      return new FileAnswer(await writeComparisonWorkbook(view), '数据对比.xlsx');
    },
  };
}
