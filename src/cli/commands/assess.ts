import { readFile, writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { SimulationView } from '../../client/contract/assessment-views.ts';
import { readWorkbook } from '../../lists/excel/workbook.ts';
import { resultWorkbook } from '../../server/assessment/files.ts';
import { createSchemes, PROCEDURE, type Schemes } from '../../server/assessment/schemes.ts';
import { createScoring, rank } from '../../server/assessment/scoring.ts';
import { isTold, simulate } from '../../server/assessment/views.ts';
import type { World } from '../../server/world.ts';
import { mattersAboutYear } from '../../store/matters/about-year.ts';
import { readScheme } from '../../yearly/assessment/excel.ts';
import type { Scheme } from '../../yearly/assessment/scheme.ts';
import { yearArgument } from './arguments.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger } from './on-ledger.ts';

type WorldLedger = Ledger & { readonly world: World };
interface SimulateOptions extends DatabaseOptions {
  readonly year: number;
  readonly scheme?: string;
  readonly sheet?: string;
}
interface ResultOptions extends DatabaseOptions {
  readonly year: number;
  readonly out?: string;
}

/** `fazhi assess simulate|results`: a scheme tried on a year's records, and the results of a year's assessment. */
export function assessCommand(open: OpenLedger<WorldLedger>): Command {
  return new Command('assess')
    .description('法治政府建设考核：试算方案、查看结果')
    .addCommand(
      databaseCommand('simulate', '用一个年度的台账试算考核方案，不形成考核结果')
        .requiredOption('--year <年度>', '用哪一年的数据', yearArgument)
        .option('--scheme <方案编号>', '考核方案（默认为最近年度的方案）')
        .option('--sheet <文件>', '用Excel中的指标代替方案的指标')
        .action((options: SimulateOptions) =>
          onLedger(open, options, (ledger) => simulated(ledger, options), describe),
        ),
    )
    .addCommand(
      databaseCommand('results', '一个年度的考核得分、名次和等次')
        .requiredOption('--year <年度>', '考核年度', yearArgument)
        .option('--out <文件>', '写入Excel文件（.xlsx）')
        .action((options: ResultOptions) =>
          onLedger(open, options, (ledger, say) => results(ledger, options, say), describeResults),
        ),
    );
}

async function simulated({ world, region }: WorldLedger, options: SimulateOptions): Promise<SimulationView> {
  const schemes = createSchemes(world);
  const scheme = await chosen(schemes, region, options);
  const { catalogue } = createScoring(world, schemes);
  const { sql, directory } = world;
  return simulate(
    { sql, region, catalogue, unitName: directory().shortName },
    scheme,
    options.year,
    new Date().toISOString(),
  );
}

async function chosen(
  schemes: Schemes,
  region: string,
  { scheme: paper, sheet }: SimulateOptions,
): Promise<Scheme> {
  const named = paper ?? (await schemes.heads(region))[0]?.paper;
  if (!named) throw new Error('还没有考核方案，请先在“考核”页面编制。');
  const { scheme } = await schemes.open(region, named);
  if (sheet === undefined) return scheme;
  const read = readScheme(await readWorkbook(await readFile(sheet)), scheme);
  if (read.problems.length === 0) return read.scheme;
  throw new Error(
    ['表格要改正：', ...read.problems.map(({ cell, message }) => `${cell}：${message}`)].join('\n'),
  );
}

function describe(view: SimulationView): string {
  const table = new Table({
    head: ['类别', '名次', '单位', '得分', '等次'],
    style: { head: [], border: [] },
  });
  for (const { className, rank: place, unitName, score, grade } of view.results) {
    table.push([className, `${place}`, unitName, `${score}`, grade]);
  }
  const items = new Table({
    head: ['编号', '指标', '失分单位', '平均失分', '去掉后名次变动'],
    style: { head: [], border: [] },
  });
  for (const { code, title, losing, applied, meanLost, moved } of view.items) {
    items.push([code, title, `${losing}/${applied}`, `${Math.round(meanLost * 1000) / 10}%`, `${moved}`]);
  }
  return [
    `试算：${view.year}年数据（不是考核结果）`,
    table.toString(),
    items.toString(),
    `没有计入的指标 ${view.leftOut.length} 项（要核验材料或者评议）。`,
    view.seal ? `数据以第${view.seal.number}号封存为准。` : '台账还没有封存。',
  ].join('\n');
}

interface Results {
  readonly title: string;
  /** Not yet concluded. */
  readonly draft: boolean;
  readonly results: readonly {
    unitName: string;
    className: string;
    rank: number;
    of: number;
    score: number;
    grade: string;
  }[];
}

async function results(
  { world, region }: WorldLedger,
  { year, out }: ResultOptions,
  say: (text: string) => void,
): Promise<Results> {
  const matters = await mattersAboutYear(world.sql, region, PROCEDURE, { year });
  const issued = matters.find(
    ({ facts, stages }) => facts.issuedOn !== undefined && !stages.includes('voided'),
  );
  if (!issued) throw new Error(`没有${year}年度的考核。`);
  const scoring = createScoring(world, createSchemes(world));
  const underway = await scoring.open(region, issued.id);
  if (!isTold(underway)) throw new Error(`${year}年度考核的得分还没有告知，没有结果。`);
  if (out !== undefined) {
    if (!out.endsWith('.xlsx')) throw new Error(`不能写成“${out}”，请用 .xlsx。`);
    await writeFile(out, await resultWorkbook(world, region, underway));
    say(`已写入 ${out}`);
  }
  const className = (id: string) => underway.scheme.classes.find((entry) => entry.id === id)?.name ?? id;
  return {
    title: issued.title,
    draft: issued.stages.includes('told'),
    results: rank(underway).map(({ unit, unitClass, rank: place, of, score, grade }) => ({
      unitName: world.directory().unitName(unit),
      className: className(unitClass),
      rank: place,
      of,
      score,
      grade,
    })),
  };
}

function describeResults({ title, draft, results: rows }: Results): string {
  const table = new Table({
    head: ['类别', '名次', '单位', '得分', '等次'],
    style: { head: [], border: [] },
  });
  for (const { className, rank: place, of, unitName, score, grade } of rows) {
    table.push([className, `${place}/${of}`, unitName, `${score}`, grade]);
  }
  return [title, draft ? '申诉期内的得分，还不是最终结果。' : '', table.toString()]
    .filter(Boolean)
    .join('\n');
}
