import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { type Entered, enteredDetail, enterHolidays } from '../../server/calendar/entering.ts';
import { readNotice } from '../../server/calendar/reading.ts';
import { calendarYears } from '../../server/calendar/years.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import type { OpenStore } from '../open-store.ts';
import { heldPost } from './held-post.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

type Open = (options: Parameters<OpenLedger>[0]) => Promise<OpenStore>;
type Year = Awaited<ReturnType<typeof calendarYears>>[number];
type Change = Entered['changes'][number];

/** `fazhi calendar show|enter`: the holiday notices, and the entering of another. */
export function calendarCommand(open: Open): Command {
  return new Command('calendar')
    .description('工作日历：查看和录入放假通知')
    .addCommand(showCommand(open))
    .addCommand(enterCommand(open));
}

function showCommand(open: Open): Command {
  return databaseCommand('show', '一年的放假安排，以及后来的通知调整了哪些日期')
    .argument('[年份]', '默认今年')
    .action((year: string | undefined, options: DatabaseOptions) =>
      onLedger(
        open,
        options,
        async (ledger) => {
          const { world, region } = ledger as OpenStore;
          const today = legalDateOf(new Date().toISOString());
          const asked = Number(year ?? today.slice(0, 4));
          const known = await calendarYears(world, region, today);
          const found = known.find((one) => one.year === asked);
          if (found) return found;
          const message = `没有${asked}年的放假安排，已有${known.at(-1)!.year}年至${known[0]!.year}年。`;
          throw new RefusedError({ kind: 'not-found', rule: 'cli.calendar', message });
        },
        describeYear,
      ),
    );
}

interface EnterOptions extends DatabaseOptions {
  readonly as: string;
  readonly dryRun?: boolean;
}

function enterCommand(open: Open): Command {
  return databaseCommand('enter', '录入放假通知或者调整个别日期的通知，重算在办时限')
    .argument('<文件>', '通知原文（文本）或者JSON')
    .requiredOption('--as <人员>', '以哪位法制机构人员的名义录入（人员编号）')
    .option('--dry-run', '只核对，不录入')
    .action((file: string, options: EnterOptions) =>
      onLedger(
        open,
        options,
        async (ledger) => enter(ledger as OpenStore, await readFile(file, 'utf8'), options),
        (entered) => describeEntered(entered, options.dryRun ?? false),
      ),
    );
}

async function enter(store: OpenStore, text: string, { as, dryRun = false }: EnterOptions): Promise<Entered> {
  const { world, sql, region } = store;
  const now = new Date().toISOString();
  const kinds = ['legal-office', 'legal-office-head'] as const;
  const held = await heldPost(store, { person: as, kinds, on: legalDateOf(now) });
  if (!held) {
    const message = `${as}没有担任可以录入放假通知的岗位（法制机构工作人员、负责人）。`;
    throw new RefusedError({ kind: 'forbidden', rule: 'cli.calendar', message });
  }
  const notice = readNotice({ text: text.replace(/^\uFEFF/, '') });
  const entered = await enterHolidays(world, { notice, dryRun, region, person: held.person, now });
  if (!dryRun) {
    const { person, post } = held;
    await writeAudit(sql, {
      region,
      at: now,
      person,
      post,
      kind: 'calendar-entered',
      detail: enteredDetail(entered),
    });
  }
  return entered;
}

function describeYear({ year, source, noticed, workdays, holidays, adjusted, amendments }: Year): string {
  const spans = holidays.map(({ name, from, to }) => `  ${name} ${from}${to === from ? '' : `至${to}`}`);
  return [
    `${year}年${noticed ? '' : '（暂定）'}：工作日${workdays}天。依据：${source}`,
    ...spans,
    `  调休上班 ${adjusted.join('、') || '无'}`,
    ...amendments.flatMap(({ source: title, number, changes, entered }) => [
      `调整：《${title}》${number ? `（${number}）` : ''}${entered ? `，${entered.on}由${entered.by}录入，${entered.changed}个到期日有变化` : ''}`,
      ...changes.map(changeLine),
    ]),
  ].join('\n');
}

function describeEntered(entered: Entered, dryRun: boolean): string {
  const { year, source, number, changes, replaces, again, recomputed, changed, settled, late } = entered;
  const said = [
    `${dryRun ? '将' : '已'}重算${recomputed}个在办时限，${changed}个到期日有变化，${settled}个暂定日期确定下来，${late}个因此超期。`,
  ];
  if (!dryRun && !again) said.push('正在运行的服务会在十分钟内改用新的安排。');
  if (again) said.unshift('这件通知此前已经录入，内容相同。');
  if (replaces) said.unshift(`这件通知已于${chineseDate(replaces)}录入，本次录入替换原来的内容。`);
  return [
    `${dryRun ? '可以录入' : '已录入'}${year}年《${source}》${number ? `（${number}）` : ''}，与原来的安排相比${changes.length}天有变化：`,
    ...changes.map(changeLine),
    ...said,
  ].join('\n');
}

const changeLine = ({ date, before, after, past }: Change): string =>
  `  ${date} ${before}改为${after}${past ? '（已过）' : ''}`;
