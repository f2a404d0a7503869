import type { JsonObject } from '../kernel/ledger/json.ts';
import type { StoredFile } from '../kernel/procedure/fields.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { type Diary, liaisonOf, office } from './diary.ts';
import type { Scribe } from './scribe.ts';
import { units } from './zone.ts';

const inspected = ['U04', 'U05', 'U08', 'U14'];

/** The inspection of the middle of the year: four units, two with findings, one of them re-checked twice. */
export function inspectUnits(
  diary: Diary,
  scribe: Scribe,
  { year, today, file }: { readonly year: number; readonly today: string; readonly file: StoredFile },
): void {
  const opened = scribe.calendar.rollToWorkday(`${year}-07-01`);
  if (opened > today) return;
  const round = scribe.act('inspection-round', 'open', office.clerk, 'legal-office', opened, {
    name: `${year}年年中法治政府建设督察`,
    year,
    way: 'on-site',
    scope: '年度工作要点落实情况，行政执法公示和案卷质量，领导干部学法情况。',
    from: `${year}-07-14`,
    selfCheckBy: `${year}-07-10`,
    inspectors: '第一督察组',
    units: inspected.map((unit) => ({ unit })),
  });
  round.children.forEach(({ matter }, n) => {
    const now = () => scribe.state(matter);
    inspectOne(diary, now(), now, n, year, file);
  });
  diary.put(
    `${year}-09-28`,
    'inspection-round',
    'close',
    office.clerk,
    'legal-office',
    { conclusions: `共督察${inspected.length}个单位，发现的问题已全部整改并复核。` },
    () => scribe.state(round.id),
  );
}

function inspectOne(
  diary: Diary,
  { unit }: MatterState,
  now: () => MatterState,
  n: number,
  year: number,
  file: StoredFile,
): void {
  const liaison = liaisonOf(unit);
  const name = units.find(({ code }) => code === unit)!.shortName;
  const on = (date: string, step: string, input: JsonObject) =>
    diary.put(`${year}-${date}`, 'inspection', step, office.second, 'legal-office', input, now);
  const unitActs = (date: string, step: string, input: object) =>
    diary.put(`${year}-${date}`, 'inspection', step, liaison, 'liaison', input as JsonObject, now);
  unitActs('07-08', 'self-check', { selfCheck: `${name}对照督察内容开展了自查，自查报告附后。` });
  if (n % 2 === 1) {
    on('07-17', 'find-nothing', { conclusion: '任务落实较好，没有发现需要整改的问题。' });
    return;
  }
  on('07-17', 'feed-back', {
    findings: [
      {
        code: '1',
        kind: 'enforcement',
        finding: '部分案卷缺少送达材料',
        demand: '补齐材料，建立归档检查制度',
        task: '7',
      },
      { code: '2', kind: 'training', finding: '学法活动没有留存记录', demand: '完善学法记录', task: '11' },
    ],
    rectifyBy: `${year}-08-22`,
  });
  unitActs('08-12', 'rectify', { rectified: '已逐项整改，材料附后。', rectifyFiles: [file] });
  if (n > 0) {
    on('08-18', 'fail-recheck', {
      remaining: '第1项的归档检查制度没有建立。',
      rectifyBy: `${year}-09-18`,
    });
    unitActs('09-10', 'rectify', { rectified: '归档检查制度已印发执行。', rectifyFiles: [file] });
  }
  on('09-15', 'pass-recheck', { recheck: '现场核对，问题已整改到位。' });
}

/** An inspection that stands in the middle of things: one unit silent, one late and reminded, one to be re-checked. */
export function inspectEnforcement(
  diary: Diary,
  scribe: Scribe,
  { year, today, file }: { readonly year: number; readonly today: string; readonly file: StoredFile },
): void {
  const opened = `${year}-10-20`;
  if (opened > today || !today.startsWith(String(year))) return;
  const round = scribe.act('inspection-round', 'open', office.clerk, 'legal-office', opened, {
    name: `${year}年行政执法专项督察`,
    year,
    way: 'on-site',
    scope: '行政执法公示、全过程记录、重大执法决定法制审核，执法人员持证上岗情况。',
    from: `${year}-11-03`,
    selfCheckBy: `${year}-10-30`,
    inspectors: '第二督察组',
    units: ['U06', 'U07', 'U09', 'U10', 'U15'].map((unit) => ({ unit })),
  });
  const matterOf = (unit: string) => {
    const { matter } = round.children.find(({ matter: id }) => scribe.state(id).unit === unit)!;
    return () => scribe.state(matter);
  };
  const act = (date: string, unit: string, step: string, input: JsonObject) =>
    diary.put(`${year}-${date}`, 'inspection', step, office.second, 'legal-office', input, matterOf(unit));
  const unitActs = (date: string, unit: string, step: string, input: object) =>
    diary.put(
      `${year}-${date}`,
      'inspection',
      step,
      liaisonOf(unit),
      'liaison',
      input as JsonObject,
      matterOf(unit),
    );
  for (const unit of ['U06', 'U07', 'U09', 'U15'])
    unitActs('10-28', unit, 'self-check', { selfCheck: '对照督察内容开展了自查，自查报告附后。' });
  act('11-06', 'U06', 'feed-back', {
    findings: [
      {
        code: '1',
        kind: 'enforcement',
        finding: '两名执法人员证件过期仍在执法',
        demand: '调离执法岗位并补办证件',
      },
      {
        code: '2',
        kind: 'disclosure',
        finding: '三件处罚决定没有按期公示',
        demand: '补充公示，明确专人负责',
      },
      { code: '3', kind: 'tasks', finding: '案卷评查没有按计划开展', demand: '年内完成评查', task: '7' },
    ],
    rectifyBy: `${year}-11-18`,
  });
  act('11-19', 'U06', 'escalate', {
    lateReason: '整改期限已经届满，没有报送整改情况。',
    replyBy: `${year}-11-25`,
  });
  act('11-10', 'U07', 'feed-back', {
    findings: [
      { code: '1', kind: 'enforcement', finding: '现场检查没有全程录像', demand: '配齐设备并制定管理规定' },
    ],
    rectifyBy: `${year}-12-18`,
  });
  unitActs('11-17', 'U07', 'rectify', {
    rectified: '设备已经配齐，管理规定已经印发。',
    rectifyFiles: [file],
  });
  act('11-10', 'U09', 'find-nothing', { conclusion: '执法规范，没有发现需要整改的问题。' });
}
