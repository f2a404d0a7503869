import { writeTaskPaper, writeTaskWorkbook } from '../../reports/reading/tasks/export.ts';
import type { FileStore } from '../files/store.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { compareForConsole, type Named } from '../reports/comparing.ts';
import { readSource } from '../reports/reading.ts';

type Names = 'reading.tasksXlsx' | 'reading.tasksDocx' | 'reading.compare';

/** What is made of documents that were read: their tasks as a table, and several side by side. */
export function readingHandlers(files: FileStore): Pick<Handlers, Names> {
  const plan = async (sm3: string, name: string) => {
    const reading = await readSource(files, { file: { sm3, name } });
    if (reading.tasks.length === 0)
      return refuse('not-found', 'reading.tasks', '这份文件里没有读出任务。要点、方案和计划才有任务分解表。');
    return reading;
  };
  return {
    'reading.tasksXlsx': async ({ params, query }) => {
      const { tasks } = await plan(params.sm3, query.name);
      return new FileAnswer(await writeTaskWorkbook(tasks), '任务分解表.xlsx');
    },
    'reading.tasksDocx': async ({ params, query }) => {
      const { document, tasks } = await plan(params.sm3, query.name);
      return new FileAnswer(await writeTaskPaper(document, tasks), '任务分解表.docx');
    },
    'reading.compare': async ({ body }) => {
      const documents: Named[] = [];
      for (const file of body.files)
        documents.push({ name: file.name, reading: await readSource(files, { file }) });
      return compareForConsole(documents);
    },
  };
}
