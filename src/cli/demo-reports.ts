import { holders, postId, units, zone } from '../demo/zone.ts';
import { type Instant, type LegalDate, legalDateOf } from '../kernel/dates.ts';
import { type PostKindId, postKinds } from '../kernel/identity/posts.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ReportDraft, ReportSkeleton } from '../reports/compiling/index.ts';
import { auditReport, openFindingsOf } from '../server/reports/auditing.ts';
import { createStudio } from '../server/reports/studio.ts';
import type { Session } from '../server/session.ts';
import type { World } from '../server/world.ts';
import { uuidv7 } from '../store/entropy.ts';
import { findMatterOfPaper } from '../store/papers/versions.ts';

// The demo's reports go the way every report goes: compiled from the sealed ledger, written on, audited, reviewed,
// discussed, signed, reported upward and published, each by whose office it is.

/** Paragraphs only a person can write, by the place the outline leaves for them. Fictional, and without a number. */
const passages = [
  [
    /不足|产生的原因/,
    '产生上述不足的原因，主要是部分单位对期限管理重视不够，内部流转环节没有明确到人，业务培训与岗位需要结合不够紧密。',
  ],
  [
    /第一责任人/,
    '主要负责人认真履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，带头学法用法，督促班子成员和各单位负责人依法履职。',
  ],
  [
    /主要安排/,
    '围绕年度工作要点，持续完善权责清单和办事指南，深化行政审批制度改革，规范行政裁量权行使，加强行政执法人员培训，推动法治政府建设各项任务落到实处。',
  ],
] as const;

/** Last year's report, from its cut-off to the public, as far as its days have come. */
export async function issueDemoReport(world: World, today: LegalDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1;
  const studio = createStudio(world);
  const clerk = sessionOf('U02', 'legal-office');
  const chief = sessionOf('U02', 'legal-office-head');
  const at = (day: string): Instant => `${year + 1}-${day}T02:00:00.000Z`;
  const report = await writtenReport(world, clerk, at('01-20'), 'four-part', year);
  const acts: readonly (readonly [day: string, by: Session, step: string, input: JsonObject])[] = [
    ['01-21', clerk, 'draft', {}],
    ['01-23', chief, 'review', { reviewComments: '数据与台账一致，同意提交会议审议。' }],
    [
      '01-29',
      clerk,
      'discuss',
      { meeting: '管委会主任办公会议', meetingOn: `${year + 1}-01-28`, resolution: 'adopted' },
    ],
    ['02-03', sessionOf('U01', 'region-head'), 'sign', { documentNumber: `云管〔${year + 1}〕6号` }],
    ['02-10', clerk, 'report-up', { recipient: '上级人民政府', receipt: `收文〔${year + 1}〕41号` }],
  ];
  for (const [day, by, step, input] of acts) {
    if (`${year + 1}-${day}` > today) return;
    await studio.step(by, at(day), { report, step, request: uuidv7(), input });
  }
  if (`${year + 1}-03-12` <= today) await publish(world, report, at('03-12'));
}

/** This year's report, begun: figures up to today, everything else to be written. */
export async function draftDemoReport(world: World, now: Instant): Promise<void> {
  const year = Number(legalDateOf(now).slice(0, 4));
  await createStudio(world).create(sessionOf('U02', 'legal-office'), now, { skeleton: 'outline-2021', year });
}

/** A report with the passages written that only a person writes. Throws where the auditor still finds something. */
export async function writtenReport(
  world: World,
  clerk: Session,
  now: Instant,
  skeleton: ReportSkeleton,
  year: number,
): Promise<string> {
  const studio = createStudio(world);
  const { report } = await studio.create(clerk, now, { skeleton, year });
  const { draft } = await studio.open(clerk, report);
  const chapters = draft.chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) =>
      block.kind === 'todo' ? { kind: 'paragraph' as const, text: passageFor(block.text) } : block,
    ),
  }));
  await studio.save(clerk, now, report, { expected: 1, ...textOf(draft), chapters });
  const saved = await studio.open(clerk, report);
  const open = openFindingsOf(await auditReport(saved.draft, legalDateOf(now)));
  if (open.length > 0) throw new Error(`demo report: ${open.map(({ message }) => message).join('; ')}`);
  return report;
}

const textOf = ({ title, opening }: ReportDraft) => ({ title, opening });

function passageFor(prompt: string): string {
  const found = passages.find(([words]) => words.test(prompt));
  if (!found) throw new Error(`demo report: nobody wrote what is asked for: ${prompt}`);
  return found[1];
}

async function publish(world: World, report: string, now: Instant): Promise<void> {
  const matter = await findMatterOfPaper(world.sql, zone.code, 'annual-report', report);
  const publisher = sessionOf('U02', 'publisher');
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'annual-report',
    ...(matter ? { matter: matter.id } : {}),
    step: '$publish',
    input: { publication: 'report' },
    now,
    actor: { person: publisher.person.id, post: publisher.acting.id },
  });
  if (!answer.ok) throw new Error(`demo report: ${answer.refusal.message}`);
}

/** The first holder of a post, acting from it. */
export function sessionOf(unit: string, kind: PostKindId): Session {
  const [holder] = holders(unit, kind);
  if (!holder) throw new Error(`demo: nobody holds ${kind} in ${unit}`);
  const acting = {
    id: postId(unit, kind),
    name: postKinds[kind].name,
    kind,
    unit,
    unitName: units.find(({ code }) => code === unit)?.name ?? unit,
    acting: false,
    until: null,
  };
  const person = { id: holder.id, name: holder.name };
  return { id: 'demo', region: zone.code, person, posts: [acting], acting, mustChangePassword: false };
}
