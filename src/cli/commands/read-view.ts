import Table from 'cli-table3';
import {
  type Finding,
  type ReadDocument,
  type Section,
  SKELETON_NAMES,
  type Task,
} from '../../reports/reading/index.ts';

/** A reading in words, for a terminal. */
export function describeReading(reading: ReadDocument): string {
  return [
    describeHead(reading),
    describeSections(reading.sections),
    describeFigures(reading),
    describeTasks(reading.tasks),
    `提到的文件：${reading.documents.length} 件`,
    describeFindings(reading),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function describeHead({ document, text }: ReadDocument): string {
  const rows: [string, string | null][] = [
    ['标题', document.title],
    ['制发机关', document.issuer],
    ['文号', document.number],
    ['日期', document.date],
    ['主送', document.addressee],
    ['标题体例', SKELETON_NAMES[document.skeleton]],
    ['附件', document.annexes.map(({ title }) => title).join('；') || null],
    ['正文字数', String(text.replace(/\s/g, '').length)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [`${label}：${value}`])).join('\n');
}

function describeSections(sections: readonly Section[]): string {
  if (sections.length === 0) return '';
  const lines = sections.map(({ level, number, title }) => {
    const shown = number === '' ? '（漏编号）' : number;
    return `${'  '.repeat(level)}${shown} ${title}`;
  });
  return ['章节：', ...lines].join('\n');
}

function describeFigures({ figures, relations, sections }: ReadDocument): string {
  if (figures.length === 0) return '数据：0 个';
  const table = new Table({
    head: ['事项', '数值', '单位', '限定', '时段', '章节'],
    style: { head: [], border: [] },
  });
  for (const { subject, value, valueTo, unit, qualifier, period, section } of figures) {
    const shown = valueTo === null ? String(value) : `${value}～${valueTo}`;
    table.push([
      subject,
      shown,
      unit,
      qualifier,
      period,
      section === null ? '' : (sections[section]?.number ?? ''),
    ]);
  }
  return `数据：${figures.length} 个，关系：${relations.length} 组\n${table.toString()}`;
}

function describeTasks(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '';
  const demands = tasks.reduce((sum, task) => sum + task.demands.length, 0);
  const dated = tasks.filter(({ due }) => due !== null).length;
  const assigned = tasks.filter(({ units }) => units.length > 0).length;
  return `任务：${tasks.length} 项，分解要求 ${demands} 条；写明责任单位的 ${assigned} 项，写明时限的 ${dated} 项`;
}

const SEVERITY = { error: '错误', warning: '存疑', hint: '提示' } as const;

function describeFindings({ findings }: ReadDocument): string {
  if (findings.length === 0) return '问题：未发现';
  return [`问题：${findings.length} 处`, ...findings.map(describeFinding)].join('\n');
}

/** One line for a finding: certainty, words, reason, advice. */
export function describeFinding({ severity, soft, text, message, suggestion }: Finding): string {
  const advice = suggestion === null ? '' : `建议：${suggestion}`;
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}……` : text;
  return `  ［${SEVERITY[severity]}${soft ? '·待核' : ''}］${shown}：${message}${advice}`;
}

const LONGEST_SHOWN = 40;
