import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Cell } from '../../lists/excel/cells.ts';
import { unitNames } from '../../lists/excel/columns.ts';
import { parsePasted } from '../../lists/excel/pasted.ts';
import { readSheet } from '../../lists/excel/read.ts';
import { readWorkbook, writeItems, writeTemplate } from '../../lists/excel/workbook.ts';
import type { ItemVersion } from '../../lists/item.ts';
import type { ListStore } from '../../lists/port.ts';
import { systemEntropy } from '../../store/entropy.ts';
import { type ImportAnswer, type ImportTally, importList } from '../../store/lists/import.ts';
import { type OwnFiles, ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { JobFailure, type Jobs, type Report } from '../jobs/jobs.ts';
import { actingOf, auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { listNamed, listQueryOf } from './list-query.ts';

interface Desk {
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly jobs: Jobs;
}

/** Workbooks of a list: template, import and export share their columns. */
export function listFileHandlers(
  world: World,
  store: ListStore,
  desk: Desk,
): Pick<Handlers, 'list.template' | 'list.export' | 'list.import'> {
  return {
    'list.template': async ({ params }) => {
      const list = listNamed(world, params.list);
      return new FileAnswer(await writeTemplate(list), `${list.declaration.name}导入模板.xlsx`);
    },
    'list.export': (call) => exported(world, store, desk, call),
    'list.import': (call) => begin(world, desk, call),
  };
}

async function exported(world: World, store: ListStore, { sessions }: Desk, call: Call<'list.export'>) {
  const { session, now } = call;
  const list = listNamed(world, call.params.list);
  const query = listQueryOf(list, call);
  let count = 0;
  const counted = async function* (): AsyncGenerator<readonly ItemVersion[]> {
    for await (const batch of store.stream(query)) {
      count += batch.length;
      yield batch;
    }
  };
  const bytes = await writeItems(list, counted(), unitNames(world.directory().units));
  await auditAct(sessions, session, now, 'exported', `${list.id} ${count}`);
  return new FileAnswer(bytes, `${list.declaration.name}-${chineseDate(query.on)}.xlsx`);
}

async function begin(world: World, desk: Desk, call: Call<'list.import'>) {
  const { session, body, now } = call;
  const list = listNamed(world, call.params.list);
  const actor = actingOf(session);
  if (!list.by.includes(actor.kind)) {
    refuse(
      'forbidden',
      'lists.K10',
      `您现在的岗位不能变更${list.declaration.name}，请切换到清单管理岗位后导入。`,
    );
  }
  if ((body.file === undefined) === (body.pasted === undefined)) {
    refuse('invalid', 'server.import', '请上传一个Excel文件，或者粘贴表格内容，二者选一。');
  }
  const { region } = session;
  // Whoever sends the same request again resumes it, also after a restart of the system.
  const job = sm3Hex(`${region} ${list.id} ${actor.person} ${body.request}`).slice(0, 32);
  desk.jobs.start(job, actor.person, async (report) => {
    const cells = await cellsOf(ownFiles(world, desk.files, session, now), body);
    const sheet = readSheet(list, cells, { effective: body.on }, unitNames(world.directory().units));
    report({ total: sheet.rows.length, message: '正在核对' });
    const answer = await importList(
      { sql: world.sql, appender: world.appender, entropy: systemEntropy },
      list,
      {
        region,
        request: job,
        now,
        on: legalDateOf(now),
        actor,
        sheet,
        dryRun: body.dryRun,
        onProgress: (phase, done, total) =>
          report({ done, total, message: phase === 'check' ? '正在核对' : '正在导入' }),
      },
    );
    tell(answer, body, report);
    if (body.dryRun) return;
    await desk.sessions.audit({
      region,
      at: now,
      person: actor.person,
      post: actor.post,
      kind: 'imported',
      detail: `${list.id} ${answer.total}`,
    });
  });
  return { job };
}

/** Problems told one by one; beyond, their number is enough. */
const MOST_PROBLEMS = 500;

/** Says how an import ended. Throws JobFailure where it did not come to its end. */
function tell(answer: ImportAnswer, { dryRun, on }: Call<'list.import'>['body'], report: Report): void {
  const { done, total, problems } = answer;
  if (problems.length === 0) {
    const message = dryRun
      ? `核对无误：${told(answer)}。可以正式导入。`
      : `已导入${count(total)}行：${told(answer)}，自${chineseDate(on)}起生效。`;
    report({ done, total, message });
    return;
  }
  report({ done, total, errors: problems.slice(0, MOST_PROBLEMS) });
  const { length } = problems;
  const more = length > MOST_PROBLEMS ? `，这里列出前${MOST_PROBLEMS}处` : '';
  throw new JobFailure(
    done === 0
      ? `有${count(length)}处需要改正${more}，没有导入任何一行。请改正后重新导入。`
      : `导入到第${count(done)}行之后中断，他人同时变更了清单。前${count(done)}行已经导入；改正所列之处后，可以用同一文件继续，已导入的不会重复。`,
  );
}

const told = (tally: ImportTally): string =>
  `新增${count(tally.new)}项，调整${count(tally.adjusted)}项，${count(tally.same)}项没有变化`;

const count = (of: number): string => of.toLocaleString('zh-CN');

async function cellsOf(files: OwnFiles, body: Call<'list.import'>['body']): Promise<Cell[][]> {
  if (body.pasted !== undefined) return parsePasted(body.pasted);
  const stored = await files.open(body.file!);
  if (!stored) throw new JobFailure('没有找到上传的文件，请重新上传。');
  try {
    return await readWorkbook(new Uint8Array(await new Response(stored.body).arrayBuffer()));
  } catch (error) {
    // What is wrong with a file is for its owner, not for the log of faults.
    throw error instanceof RefusedError ? new JobFailure(error.message) : error;
  }
}
