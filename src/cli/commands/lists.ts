import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { unitNames } from '../../lists/excel/columns.ts';
import { readSheet } from '../../lists/excel/read.ts';
import { readWorkbook, writeItems } from '../../lists/excel/workbook.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { type ImportAnswer, importList } from '../../store/lists/import.ts';
import { createListStore } from '../../store/lists/index.ts';
import type { OpenStore } from '../open-store.ts';
import { heldPost } from './held-post.ts';
import { type DatabaseOptions, readableSize } from './on-database.ts';
import { type OpenLedger, onLedger, percentProgress } from './on-ledger.ts';

type Open = (options: Parameters<OpenLedger>[0]) => Promise<OpenStore>;

interface ImportOptions extends DatabaseOptions {
  readonly as: string;
  readonly effective?: string;
  readonly document?: string;
  readonly number?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly request?: string;
}

/** `fazhi import LIST FILE.xlsx`: rows become operations on the list, marked as imported. */
export function importCommand(open: Open): Command {
  return new Command('import')
    .description('把Excel中的事项导入清单；任何一行有误都不写入，并列出每个有误的单元格')
    .argument('<清单>', '清单代号，例如 powers')
    .argument('<文件>', 'Excel文件，表头与模板一致')
    .requiredOption('--as <人员>', '以哪位清单管理人员的名义导入（人员编号）')
    .option('--effective <日期>', '生效日期，默认今天')
    .option('--document <名称>', '依据文件名称；表中自有这一栏时以表中为准')
    .option('--number <文号>', '依据文件文号')
    .option('--reason <理由>', '变更理由')
    .option('--dry-run', '只检查，不写入')
    .option('--request <编号>', '上次中断的导入编号，接着导入')
    .option('--home <目录>', '数据目录')
    .option('--json', '以 JSON 输出结果')
    .action((id: string, path: string, options: ImportOptions) =>
      onLedger(
        open,
        options,
        async (ledger, say) => {
          const store = ledger as OpenStore;
          const list = listNamed(store, id);
          const now = new Date().toISOString();
          const today = legalDateOf(now);
          const request = options.request ?? `cli-${uuidv7()}`;
          if (!options.dryRun) say(`导入编号：${request}（中断后用 --request 接着导入）`);
          const sheet = readSheet(
            list,
            await readWorkbook(await readFile(path)),
            {
              effective: options.effective ?? today,
              ...(options.document ? { documentTitle: options.document } : {}),
              ...(options.number ? { documentNumber: options.number } : {}),
              ...(options.reason ? { reason: options.reason } : {}),
            },
            unitNames(store.world.directory().units),
          );
          const checking = percentProgress('核对', say);
          const writing = percentProgress('导入', say);
          const answer = await importList(
            { sql: store.sql, appender: store.world.appender, entropy: store.steps.entropy },
            list,
            {
              region: store.region,
              request,
              now,
              actor: await keeper(store, list, options.as, today),
              sheet,
              dryRun: options.dryRun ?? false,
              onProgress: (phase, done, total) => (phase === 'check' ? checking : writing)(done, total),
            },
          );
          if (answer.problems.length > 0) process.exitCode = 1;
          return answer;
        },
        (answer) => told(answer, options.dryRun ?? false),
      ),
    );
}

function told({ done, total, problems, ...tally }: ImportAnswer, dryRun: boolean): string {
  if (problems.length > 0) {
    const head =
      done === 0
        ? `没有导入：${problems.length}处需要改正。`
        : `导入到第${done}行之后中断，他人同时变更了清单；前${done}行已经导入，可以用 --request 接着导入。`;
    return [head, ...problems.slice(0, 50).map(({ cell, message }) => `  ${cell} ${message}`)].join('\n');
  }
  const rows = `新增${tally.new}项，调整${tally.adjusted}项，${tally.same}项没有变化`;
  return `${dryRun ? '可以导入' : '已导入'}${total}行：${rows}。`;
}

/** `fazhi export LIST FILE.xlsx`: a list as it stood on a day; the file can be imported again. */
export function exportCommand(open: Open): Command {
  return new Command('export')
    .description('把清单按某一天的内容导出为Excel')
    .argument('<清单>', '清单代号，例如 powers')
    .argument('<文件>', '要写的Excel文件')
    .option('--on <日期>', '哪一天的内容，默认今天')
    .option('--home <目录>', '数据目录')
    .option('--json', '以 JSON 输出结果')
    .action((id: string, path: string, options: DatabaseOptions & { on?: string }) =>
      onLedger(
        open,
        options,
        async (ledger) => {
          const store = ledger as OpenStore;
          const list = listNamed(store, id);
          const on = options.on ?? legalDateOf(new Date().toISOString());
          const pages = createListStore(store.sql).stream({ region: store.region, list: list.id, on });
          const bytes = await writeItems(list, pages, unitNames(store.world.directory().units));
          await writeFile(path, bytes);
          return { list: list.id, on, bytes: bytes.byteLength, file: path };
        },
        (done) => `已导出${chineseDate(done.on)}的清单：${done.file}（${readableSize(done.bytes)}）。`,
      ),
    );
}

function listNamed({ world }: OpenStore, id: string): CompiledList {
  const list = world.systems.lists.find((entry) => entry.id === id);
  if (list) return list;
  const known = world.systems.lists.map((entry) => `${entry.id}（${entry.declaration.name}）`).join('、');
  throw new RefusedError({
    kind: 'not-found',
    rule: 'cli.list',
    message: `没有清单${id}，可用的有：${known}。`,
  });
}

/** The person in a post that may change the list, held today. */
async function keeper(store: OpenStore, list: CompiledList, person: string, on: string) {
  const held = await heldPost(store, { person, kinds: list.by, on });
  if (held) return held;
  throw new RefusedError({
    kind: 'forbidden',
    rule: 'cli.keeper',
    message: `${person}没有担任可以变更${list.declaration.name}的岗位。`,
  });
}
