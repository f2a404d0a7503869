import Table from 'cli-table3';
import type { Command } from 'commander';
import type { OverviewView } from '../../client/contract/overview.ts';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { overviewOf } from '../../server/overview/overview.ts';
import type { World } from '../../server/world.ts';
import { onlyUnit, yearArgument } from './arguments.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger } from './on-ledger.ts';

type WorldLedger = Ledger & { readonly world: World };
interface Options extends DatabaseOptions {
  readonly year: number;
  readonly unit?: string;
}

/** `fazhi overview --year Y [--unit U]`: the year on one screen; of a year that is over, as of its last day. */
export function overviewCommand(open: OpenLedger<WorldLedger>): Command {
  return databaseCommand('overview', '年度总览：任务、超期和预警、将到期、第一责任人、主要指标与上年比较')
    .requiredOption('--year <年度>', '哪一年', yearArgument)
    .option('--unit <单位代码>', '只看一个单位')
    .action((options: Options) =>
      onLedger(open, options, (ledger) => overviewOfYear(ledger, options), describe),
    );
}

async function overviewOfYear(
  { world, region }: WorldLedger,
  { year, unit }: Options,
): Promise<OverviewView> {
  const now = legalDateOf(new Date().toISOString());
  if (`${year}-01-01` > now) throw new Error(`${year}年还没有到。`);
  const today = now < `${year}-12-31` ? now : `${year}-12-31`;
  return overviewOf(world, { region, today, ...(await onlyUnit(world, unit)) });
}

function describe(view: OverviewView): string {
  const { plan, totals, units, leaders, trends, deadlines, seal } = view;
  const table = (head: readonly string[]) => new Table({ head: [...head], style: { head: [], border: [] } });
  const byUnit = table(['单位', '超期', '临近到期', '红牌', '黄牌']);
  for (const { name, overdue, near, red, yellow } of units) byUnit.push([name, overdue, near, red, yellow]);
  const figures = table(['指标', '本年', '上年同期', '计量单位']);
  for (const { name, nowSum, beforeSum, unit } of trends) figures.push([name, nowSum, beforeSum, unit]);
  const persons = table(['第一责任人', '职务', '已完成', '逾期', '共']);
  for (const { name, title, done, late, total } of leaders) persons.push([name, title, done, late, total]);
  return [
    `${view.unitName ?? '全区'}${view.year}年，截至${chineseDate(view.today)}`,
    plan
      ? `年度任务${plan.total}项：已完成${plan.done}项，逾期${plan.late}项，临近到期${plan.near}项。`
      : '这一年没有印发的任务。',
    `在办${totals.open}件：超期${totals.overdue}件，临近到期${totals.near}件；红牌${totals.red}张，黄牌${totals.yellow}张。`,
    `${chineseDate(deadlines.from)}至${chineseDate(deadlines.to)}到期${totals.coming}件。`,
    ...(units.length > 0 ? [byUnit.toString()] : []),
    ...(leaders.length > 0 ? [persons.toString()] : []),
    ...(trends.length > 0 ? [figures.toString()] : []),
    seal ? `数据以第${seal.number}号封存为准。` : '台账还没有封存。',
  ].join('\n');
}
