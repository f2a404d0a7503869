import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { legalDateOf } from '../../kernel/dates.ts';
import {
  compileReport,
  figuresUsed,
  openPoints,
  organOf,
  paperOf,
  type ReportDraft,
  type ReportSkeleton,
  reportSkeletons,
} from '../../reports/compiling/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { PDF_UNAVAILABLE, toPdf } from '../../reports/writing/pdf.ts';
import { renderText } from '../../reports/writing/text.ts';
import { loadDirectory } from '../../server/directory.ts';
import { catalogueOf, measurementsOf } from '../../server/reports/measurements.ts';
import { systems } from '../../systems/index.ts';
import { yearArgument } from './arguments.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger } from './on-ledger.ts';

interface ReportOptions extends DatabaseOptions {
  readonly year: number;
  readonly skeleton: ReportSkeleton;
  readonly unit?: string;
  readonly organ?: string;
  readonly recipients?: string;
  readonly date?: string;
  readonly out?: string;
}

/** `fazhi report --year Y`: the year's report from the records, as a draft, .docx, .pdf, web page or text. */
export function reportCommand(open: OpenLedger): Command {
  return databaseCommand('report', '编制年度法治政府建设情况报告')
    .requiredOption('--year <年度>', '报告哪一年的情况', yearArgument)
    .addOption(
      new Option('--skeleton <体例>', '标题体例').choices(Object.keys(reportSkeletons)).default('four-part'),
    )
    .option('--unit <单位代码>', '只报告一个单位的情况')
    .option('--organ <名称>', '报告机关（默认由区域名称得出）')
    .option('--recipients <名称>', '主送机关')
    .option('--date <日期>', '成文日期，如2025-02-18（默认为今天）')
    .option('--out <文件>', '写入文件，按扩展名为 .docx、.pdf、.html 或 .txt')
    .action((options: ReportOptions) =>
      onLedger(
        open,
        options,
        async (ledger, say) => {
          const draft = await draftOf(ledger, options);
          if (options.out) await write(draft, options, options.out, say);
          return draft;
        },
        describe,
      ),
    );
}

async function draftOf({ sql, region }: Ledger, options: ReportOptions): Promise<ReportDraft> {
  const { skeleton, year, unit } = options;
  const [directory, [named]] = await Promise.all([
    loadDirectory(sql, region),
    sql<{ name: string }[]>`select name from region where code = ${region}`,
  ]);
  const measurements = await measurementsOf(
    {
      sql,
      region,
      catalogue: catalogueOf(systems.indicators),
      personName: directory.personName,
      unitName: directory.unitName,
    },
    { skeleton, year, ...(unit === undefined ? {} : { unit }) },
  );
  const organ =
    options.organ ?? (unit === undefined ? organOf(named?.name ?? region) : directory.unitName(unit));
  return compileReport({ ...measurements, skeleton, organ });
}

async function write(
  draft: ReportDraft,
  { date, recipients }: ReportOptions,
  file: string,
  say: (text: string) => void,
): Promise<void> {
  const paper = paperOf(draft, {
    date: date ?? legalDateOf(new Date().toISOString()),
    ...(recipients === undefined ? {} : { recipients }),
  });
  switch (extname(file).toLowerCase()) {
    case '.docx':
      await writeFile(file, await writeOfficialDocument(paper));
      break;
    case '.pdf': {
      const pdf = await toPdf(await writeOfficialDocument(paper));
      if (!pdf) throw new Error(PDF_UNAVAILABLE);
      await writeFile(file, pdf);
      break;
    }
    case '.html':
      await writeFile(file, renderOfficialHtml(paper));
      break;
    case '.txt':
      await writeFile(file, renderText(paper));
      break;
    default:
      throw new Error(`不能写成“${extname(file)}”格式，请用 .docx、.pdf、.html 或 .txt。`);
  }
  say(`已写入 ${file}`);
}

function describe(draft: ReportDraft): string {
  const figures = figuresUsed(draft).filter(({ id }) => !id.endsWith('~'));
  const table = new Table({ head: ['指标', '本年', '上年', '来源'], style: { head: [], border: [] } });
  for (const { name, text, previous, source } of figures) {
    table.push([name, text, previous?.text ?? '', source === 'computed' ? '台账' : '报送']);
  }
  const { seal } = draft;
  return [
    draft.title,
    draft.chapters.map(({ title }, at) => `  ${at + 1}. ${title}`).join('\n'),
    seal ? `数据以第${seal.number}号封存为准（${seal.size}条记录）。` : '台账还没有封存，数据无从查证。',
    figures.length > 0 ? table.toString() : '正文中没有数据。',
    ...draft.jumps.map(({ message }) => `变动较大：${message}`),
    ...draft.conflicts.map(({ message }) => `口径不一致：${message}`),
    ...(draft.coverage
      ? [`体例所列指标 ${draft.coverage.slots} 个，由台账直接得出 ${draft.coverage.filled} 个。`]
      : []),
    `没有数据的指标 ${draft.missing.length} 个。`,
    ...openPoints(draft),
  ].join('\n');
}
