import { addDays, type LegalDate } from '../kernel/dates.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import { canonical } from '../kernel/ledger/canonical.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import { sm3Hex } from '../kernel/ledger/sm3.ts';
import type { StoredFile } from '../kernel/procedure/fields.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import type { PaperVersion } from '../store/papers/versions.ts';
import type { PlanDraft } from '../yearly/work-plan/draft.ts';
import { fixedRows } from '../yearly/work-plan/fix.ts';
import { type Diary, liaisonOf, office } from './diary.ts';
import { inspectEnforcement, inspectUnits } from './inspections.ts';
import { demoTasks } from './plan-tasks.ts';
import type { Scribe } from './scribe.ts';
import { type DemoPerson, zone } from './zone.ts';

export type KeepPaper = (version: PaperVersion) => Promise<void>;

/** The plan of a year: issued in February, carried out, inspected in July, ended in January. Two years stand in the demo. */
export async function writePlan(
  scribe: Scribe,
  year: number,
  today: LegalDate,
  file: StoredFile,
  keep: KeepPaper,
): Promise<void> {
  const draft = draftOf(year);
  const paper = `00000000-0000-7000-8000-00000000${year}`;
  const written = `${year}-02-10`;
  if (written > today) return;
  await keep({
    paper,
    version: 1,
    kind: 'work-plan',
    year,
    form: '',
    unit: null,
    title: draft.title,
    content: draft as unknown as JsonObject,
    savedBy: office.clerk.id,
    savedAt: `${written}T02:00:00.000Z`,
  });
  scribe.begin();
  let plan: MatterState | undefined;
  const day = (on: LegalDate) => scribe.calendar.rollToWorkday(on);
  const early: [LegalDate, string, DemoPerson, PostKindId, JsonObject][] = [
    [written, 'draft', office.clerk, 'legal-office', { year, title: draft.title, paper, version: 1 }],
    [`${year}-02-13`, 'review', office.chief, 'legal-office-head', {}],
    [`${year}-02-20`, 'issue', office.chief, 'legal-office-head', issueOf(draft, year)],
    [`${year}-02-26`, '$publish', office.publisher, 'publisher', { publication: 'plan' }],
  ];
  for (const [on, step, by, kind, input] of early) {
    if (day(on) <= today) plan = scribe.act('work-plan', step, by, kind, day(on), input, plan);
  }
  const issued = plan && scribe.state(plan.id);
  if (issued?.stages.includes('issued')) follow(scribe, issued, { year, today, file });
  await scribe.commit();
}

function draftOf(year: number): PlanDraft {
  return {
    title: `${zone.name}${year}年法治政府建设工作要点`,
    year,
    issuer: zone.organ,
    number: `云管发〔${year}〕6号`,
    text: '',
    tasks: demoTasks.map(({ part, title, text, due, units, measure }, at) => ({
      code: `t${at + 1}`,
      number: String(at + 1),
      part,
      title,
      text,
      start: null,
      end: null,
      due: `${year}-${due}`,
      dueText: '',
      units: units.map((entry) => ({ ...entry, source: entry.printed === '' ? 'chosen' : 'class' })),
      measures: measure ? [{ ...measure, code: `t${at + 1}-1` }] : [],
      confirmed: true,
    })),
  };
}

const issueOf = (draft: PlanDraft, year: number): JsonObject => ({
  version: 1,
  digest: sm3Hex(canonical(draft as unknown as JsonObject)),
  ...(fixedRows(draft) as unknown as JsonObject),
  documentNumber: `云管发〔${year}〕6号`,
  issuer: zone.organ,
});

interface Year {
  readonly year: number;
  readonly today: LegalDate;
  readonly file: StoredFile;
}

/** What the units did with their tasks, in the order of the days. */
function follow(scribe: Scribe, plan: MatterState, given: Year): void {
  const { year, today, file } = given;
  const acts: { on: LegalDate; n: number; act: (on: LegalDate) => void }[] = [];
  const day = (on: LegalDate) => scribe.calendar.rollToWorkday(on);
  const diary: Diary = {
    put: (on, procedure, step, by, kind, input, matter) =>
      acts.push({
        on: day(on),
        n: acts.length,
        act: (then) => {
          const state = matter();
          if (state && !state.closed) scribe.act(procedure, step, by, kind, then, input, state);
        },
      }),
  };
  const opened = plan.children.map(({ matter }) => scribe.state(matter));
  const ofProcedure = (id: string) => opened.filter(({ procedure }) => procedure === id).entries();
  for (const [n, child] of ofProcedure('implementation-plan')) {
    filePlan(diary, scribe, child, `${year}-03-${String(4 + n).padStart(2, '0')}`, file);
  }
  for (const [n, child] of ofProcedure('work-task')) workOn(diary, scribe, child, n, file);
  inspectUnits(diary, scribe, given);
  inspectEnforcement(diary, scribe, given);
  diary.put(
    `${year + 1}-01-08`,
    'work-plan',
    'end',
    office.chief,
    'legal-office-head',
    { summary: `${year}年要点所列任务大部分按期完成，未完成的转入下一年度继续推进。` },
    () => scribe.state(plan.id),
  );
  for (const { on, act } of acts.sort((a, b) => a.on.localeCompare(b.on) || a.n - b.n)) {
    if (on <= today) act(on);
  }
}

function filePlan(diary: Diary, scribe: Scribe, child: MatterState, on: LegalDate, file: StoredFile): void {
  const now = () => scribe.state(child.id);
  const input = { planFiles: [file], measures: '明确责任人和进度，按季度自查。' } as unknown as JsonObject;
  diary.put(on, child.procedure, 'file', liaisonOf(child.unit), 'liaison', input, now);
  diary.put(addDays(on, 4), child.procedure, 'record', office.second, 'legal-office', {}, now);
}

/** Most tasks are done in time; every ninth is late, every fourteenth stays open: one of those is called to account. */
function workOn(diary: Diary, scribe: Scribe, child: MatterState, n: number, file: StoredFile): void {
  const due = String(child.facts.due);
  const now = () => scribe.state(child.id);
  const liaison = liaisonOf(child.unit);
  const achieved = (child.facts.measures as unknown as { code: string; indicator?: string; target: string }[])
    .filter(({ indicator }) => indicator === undefined)
    .map(({ code, target }) => ({ code, value: target }));
  const put = (on: LegalDate, step: string, by: DemoPerson, kind: PostKindId, input: JsonObject) =>
    diary.put(on, child.procedure, step, by, kind, input, now);
  const half = { progress: '已制定工作方案，正在按计划推进。', percent: 50 };
  const halfway = addDays(due, -60 - (n % 20));
  const earliest = `${child.facts.year}-03-10`;
  put(halfway < earliest ? earliest : halfway, 'report', liaison, 'liaison', half);
  if (n % 14 === 6) {
    callToAccount(diary, scribe, child, due, n);
    return;
  }
  const done = addDays(due, n % 9 === 4 ? 12 : -3 - (n % 17));
  put(done, 'report', liaison, 'liaison', { progress: '已完成，正在整理佐证材料。', percent: 95, achieved });
  put(addDays(done, 1), 'claim', liaison, 'liaison', {
    completion: `${String(child.facts.title)}已完成，材料附后。`,
    evidence: [file],
  } as unknown as JsonObject);
  put(addDays(done, 5), 'accept', office.second, 'legal-office', { acceptComments: '材料齐全，同意销号。' });
}

/** Reminded a week after the day; answered by half of them, the others are summoned. */
function callToAccount(diary: Diary, scribe: Scribe, child: MatterState, due: LegalDate, n: number): void {
  const reminder = () => {
    const link = scribe.state(child.id).children.findLast((entry) => entry.link === 'escalation');
    return link && scribe.state(link.matter);
  };
  diary.put(
    addDays(due, 7),
    child.procedure,
    'escalate',
    office.clerk,
    'legal-office',
    { lateReason: '已超过完成时限，进展仍在五成左右。', replyBy: addDays(due, 14) },
    () => scribe.state(child.id),
  );
  if (n % 28 === 6) {
    const reply = { reply: '人员变动影响了进度，已明确专人负责，本月内完成。' };
    diary.put(addDays(due, 12), 'escalation', 'answer', liaisonOf(child.unit), 'liaison', reply, reminder);
    return;
  }
  diary.put(
    addDays(due, 16),
    'escalation',
    'summon',
    office.chief,
    'legal-office-head',
    {
      summonReason: '提醒后没有反馈，任务仍未完成。',
      summoned: '单位主要负责人',
      summonOn: scribe.calendar.rollToWorkday(addDays(due, 20)),
      place: '管委会第二会议室',
    },
    reminder,
  );
  diary.put(
    addDays(due, 20),
    'escalation',
    'record-talk',
    office.clerk,
    'legal-office',
    { summonRecord: '听取了情况说明，指出了问题。', commitments: '一个月内完成并报送材料。' },
    reminder,
  );
}
