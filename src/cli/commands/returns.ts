import { readFile, writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { CellProblem } from '../../lists/excel/read.ts';
import { JobFailure } from '../../server/jobs/jobs.ts';
import { templateOf } from '../../server/returns/files.ts';
import { importReturns } from '../../server/returns/importing.ts';
import { seeRound } from '../../server/returns/rounds.ts';
import { daysLate, periodNamed } from '../../server/returns/scope.ts';
import type { Session } from '../../server/session.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { roundOfKey, roundRows } from '../../store/returns/rounds.ts';
import { keyOf } from '../../yearly/returns/form.ts';
import { readSheets } from '../../yearly/returns/workbook.ts';
import type { OpenStore } from '../open-store.ts';
import { heldPost } from './held-post.ts';
import type { DatabaseOptions } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

type Open = (options: Parameters<OpenLedger>[0]) => Promise<OpenStore>;

interface ImportOptions extends DatabaseOptions {
  readonly as: string;
  readonly source: string;
  readonly dryRun?: boolean;
  readonly request?: string;
}

/** `fazhi returns template|import|status`: the months' returns from the command line. */
export function returnsCommand(open: Open): Command {
  return new Command('returns')
    .description('单位报送：模板、导入和报送情况')
    .addCommand(template(open))
    .addCommand(importing(open))
    .addCommand(status(open));
}

const common = (command: Command): Command =>
  command.option('--home <目录>', '数据目录').option('--json', '以 JSON 输出结果');

function template(open: Open): Command {
  return common(
    new Command('template')
      .description('写出一期报送的填报模板')
      .argument('<报表>', '报表编码')
      .argument('<期别>', '例如 2025-03、2025-Q1')
      .argument('<文件>', '要写的Excel文件')
      .option('--unit <单位>', '只写一个单位的模板'),
  ).action((form: string, period: string, file: string, options: DatabaseOptions & { unit?: string }) =>
    onLedger(
      open,
      options,
      async (ledger) => {
        const store = ledger as OpenStore;
        const session = officeReading(store);
        const seen = await seeRound(store.world, session, await roundNamed(store, form, period), nowOf());
        const { bytes, units } = await templateOf(store.world, session.region, seen, options.unit);
        await writeFile(file, bytes);
        return { file, units };
      },
      (done) => `已写出${done.units}个单位的模板：${done.file}。`,
    ),
  );
}

function importing(open: Open): Command {
  return common(
    new Command('import')
      .description('导入一期报送的汇总表；有一处不对就不导入，并列出每个有误的单元格')
      .argument('<报表>', '报表编码')
      .argument('<期别>', '例如 2025-03、2025-Q1')
      .argument('<文件>', 'Excel文件，按模板填写')
      .requiredOption('--as <人员>', '以谁的名义录入（人员编号）')
      .option('--source <来源>', '数据来源', 'Excel导入')
      .option('--dry-run', '只核对，不导入')
      .option('--request <编号>', '上次中断的导入编号，接着导入'),
  ).action((form: string, period: string, file: string, options: ImportOptions) =>
    onLedger(
      open,
      options,
      async (ledger, say) => {
        const store = ledger as OpenStore;
        const session = await sessionOf(store, options.as);
        const now = nowOf();
        const seen = await seeRound(store.world, session, await roundNamed(store, form, period), now);
        const job = options.request ?? `cli-${uuidv7()}`;
        if (!options.dryRun) say(`导入编号：${job}（中断后用 --request 接着导入）`);
        return importFile(store, { session, seen, now, job, options, file });
      },
      ({ message, errors }) =>
        [message, ...errors.map(({ cell, message: said }) => `  ${cell} ${said}`)].join('\n'),
    ),
  );
}

interface ImportAsk {
  readonly session: Session;
  readonly seen: Awaited<ReturnType<typeof seeRound>>;
  readonly now: string;
  readonly job: string;
  readonly options: ImportOptions;
  readonly file: string;
}

/** What the import came to; what it found wrong is its answer, and the exit code 1. */
async function importFile(store: OpenStore, { session, seen, now, job, options, file }: ImportAsk) {
  let message = '';
  let errors: readonly CellProblem[] = [];
  let imported = 0;
  try {
    const asked = { job, session, seen, now, dryRun: options.dryRun ?? false, source: options.source };
    const sheets = await readSheets(await readFile(file));
    imported = await importReturns(store.world, asked, sheets, (progress) => {
      message = progress.message ?? message;
      errors = progress.errors ?? errors;
    });
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    message = error.message;
    process.exitCode = 1;
  }
  return { message, errors, imported };
}

function status(open: Open): Command {
  return common(
    new Command('status')
      .description('一期报送的情况；不写期别的列出一张报表的各期')
      .argument('<报表>', '报表编码')
      .argument('[期别]', '例如 2025-03'),
  ).action((form: string, period: string | undefined, options: DatabaseOptions) =>
    onLedger<{ rows: readonly object[] }>(
      open,
      options,
      async (ledger) => {
        const store = ledger as OpenStore;
        return period === undefined ? roundsOf(store, form) : unitsOf(store, form, period);
      },
      ({ rows }) => (rows.length === 0 ? '没有报送。' : tableOf(rows)),
    ),
  );
}

async function roundsOf({ sql, region }: OpenStore, form: string) {
  const rounds = await roundRows(sql, region, { today: legalDateOf(nowOf()), form });
  const rows = rounds.map(({ periodName, due, units, accepted, submitted, returned, late, closed }) => ({
    报送期: periodName,
    截止日: due,
    应报: units,
    审核通过: accepted,
    待审核: submitted,
    退回中: returned,
    逾期未报: late,
    状态: closed ? '已结束' : '收集中',
  }));
  return { rows };
}

async function unitsOf(store: OpenStore, form: string, period: string) {
  const now = nowOf();
  const { world } = store;
  const seen = await seeRound(world, officeReading(store), await roundNamed(store, form, period), now);
  const stages = world.systems.registry.get('periodic-return').declaration.stages;
  const rows = seen.rows.map((row) => ({
    单位: world.directory().unitName(row.unit),
    状态: stages[row.stage]?.name ?? row.stage,
    截止日: row.due,
    首次报送: row.submittedOn ?? '',
    逾期工作日: daysLate(world, row, legalDateOf(now)) || '',
    联络员: seen.liaisons
      .filter(({ unit }) => unit === row.unit)
      .map(({ name }) => name)
      .join('、'),
  }));
  return { rows };
}

function tableOf(rows: readonly object[]): string {
  const table = new Table({ head: Object.keys(rows[0]!), style: { head: [], border: [] } });
  for (const row of rows) table.push(Object.values(row).map(String));
  return table.toString();
}

const nowOf = (): string => new Date().toISOString();

async function roundNamed({ sql, region }: OpenStore, form: string, period: string): Promise<string> {
  const found = await roundOfKey(sql, region, keyOf(form, periodNamed(period).key));
  if (found !== undefined) return found;
  throw new RefusedError({
    kind: 'not-found',
    rule: 'cli.returns',
    message: `报表${form}没有布置${period}这一期。可以用 fazhi returns status ${form} 查看各期。`,
  });
}

/** Whoever keeps the machine reads as the legal office does; what he takes in, he takes in as a named person. */
const officeReading = ({ region }: OpenStore): Session =>
  sessionFor(region, { person: 'system', name: '系统', post: 'system', kind: 'legal-office', unit: '' });

function sessionFor(
  region: string,
  held: { person: string; name: string; post: string; kind: PostKindId; unit: string },
): Session {
  const post = { ...held, id: held.post, unitName: held.unit, acting: false, until: null };
  return {
    id: held.person,
    region,
    person: { id: held.person, name: held.name },
    posts: [post],
    acting: post,
    mustChangePassword: false,
  };
}

/** The person in a post that fills returns in, held today. */
async function sessionOf(store: OpenStore, person: string): Promise<Session> {
  const kinds = ['legal-office', 'liaison', 'unit-head'] as const;
  const held = await heldPost(store, { person, kinds, on: legalDateOf(nowOf()) });
  if (held) return sessionFor(store.region, held);
  throw new RefusedError({
    kind: 'forbidden',
    rule: 'cli.returns',
    message: `${person}没有担任可以录入报送数据的岗位（法制机构工作人员、联络员、单位负责人）。`,
  });
}
