import { writeXlsx } from 'hucre';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { YearMatter } from '../../store/leaders/year-matters.ts';
import { pageOfList } from '../../store/lists/page.ts';
import type { StepAnswer } from '../../store/steps/run.ts';
import { states } from '../../systems/yearly/leader-duties/fields.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { type YearOfLeaders, yearOfLeaders } from '../leaders/measured.ts';
import { dutiesOfList, leaderView } from '../leaders/view.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { refuseUnknown, stageNames } from './matters.ts';
import { unitSeenBy } from './oversight.ts';
import { sayWhatHappened } from './say.ts';

type Names = 'leaders.year' | 'leaders.export' | 'leaders.open' | 'leaders.evidence' | 'leaders.submit';
const PROCEDURE = 'leader-duties';
/** A leading group is a few dozen people; more are not read. */
const MOST_MEMBERS = 500;

/** The yearly duties of first responsible persons: measured by the ledger, completed by evidence, confirmed. */
export function leaderHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  return {
    'leaders.year': (call) => showYear(world, call),
    'leaders.export': (call) => exportYear(world, sessions, call),
    'leaders.open': (call) => openLists(world, call),
    'leaders.evidence': async ({ session, params, body, now }) => {
      const { request, ...input } = body;
      const { known, list } = await listOf(world, session, params.matter, now);
      const duty = dutiesOfList(world, known, list, legalDateOf(now)).find(({ id }) => id === input.duty);
      return take(world, session, now, list, 'evidence', request, input as unknown as JsonObject, {
        measured: duty?.actual ?? 0,
      });
    },
    'leaders.submit': async ({ session, params, body, now }) => {
      const { request, unfinished } = body;
      const { known, list } = await listOf(world, session, params.matter, now);
      const duties = dutiesOfList(world, known, list, legalDateOf(now)).map(
        ({ id, target, actual, state }) => ({
          duty: id,
          target,
          actual,
          state,
        }),
      );
      return take(world, session, now, list, 'submit', request, unfinished ? { unfinished } : {}, {
        duties,
        ...(known.seal === null ? {} : { seal: known.seal }),
      });
    },
  };
}

async function showYear(
  world: World,
  { session, query, now }: Pick<Call<'leaders.year'>, 'session' | 'query' | 'now'>,
) {
  const today = legalDateOf(now);
  const unit = unitSeenBy(session);
  const { region } = session;
  const { kind } = session.acting;
  const mayOpen = kind === 'legal-office' || kind === 'legal-office-head';
  const known = await yearOfLeaders(world, { region, year: query.year, ...(unit ? { unit } : {}) });
  const missing = mayOpen ? await missingOf(world, region, known, today) : [];
  const round = known.round;
  return {
    year: query.year,
    leaders: known.lists.map((list) =>
      leaderView(world, known, list, { today, kind, unit: session.acting.unit }),
    ),
    missing: missing.map(({ name, title, unit: of }) => ({
      name,
      title,
      unitName: world.directory().shortName(of),
    })),
    round: round
      ? {
          matter: round.id,
          title: round.title,
          stageName: stageNames(
            world.systems.registry.get(round.procedure, round.version),
            round.stages,
          ).join('、'),
        }
      : null,
    mayOpen,
  };
}

const heads = [
  '年度',
  '负责人',
  '职务',
  '单位',
  '履职身份',
  '职责',
  '要求',
  '台账记录',
  '计量单位',
  '完成情况',
  '截止日期',
  '依据',
  '条文是否核对',
  '佐证',
];

/** One line a leader and duty, as a workbook. Every export is audited. */
async function exportYear(world: World, sessions: Sessions, { session, query, now }: Call<'leaders.export'>) {
  const { leaders } = await showYear(world, { session, query, now });
  const rows = leaders.flatMap((leader) =>
    leader.duties.map((duty) => [
      query.year,
      leader.name,
      leader.title,
      leader.unitName,
      leader.bodyName,
      duty.name,
      duty.target,
      duty.actual,
      duty.unit,
      states[duty.state],
      duty.by,
      `《${duty.basis.law}》${duty.basis.article ?? ''}`,
      duty.verified ? '已核对' : '待核对',
      duty.brought.map(({ on, explanation }) => `${on} ${explanation}`).join('\n'),
    ]),
  );
  await auditAct(sessions, session, now, 'exported', `leaders ${query.year} ${rows.length}`);
  const bytes = await writeXlsx({ sheets: [{ name: '履职情况', rows: [heads, ...rows] }] });
  return new FileAnswer(bytes, `${query.year}年主要负责人履职情况.xlsx`);
}

interface Member {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly body: string;
}

const keyOf = (year: number, { unit, body, name }: Member): string => [year, unit, body, name].join(':');

/** First responsible persons of the leading group on the day that have no list for the year. */
async function missingOf(
  world: World,
  region: string,
  known: YearOfLeaders,
  today: string,
): Promise<Member[]> {
  const members = await pageOfList(world.sql, {
    region,
    list: 'leading-group',
    on: today,
    status: 'in-force',
    limit: MOST_MEMBERS,
  });
  const there = new Set(known.lists.map(({ facts }) => facts.key));
  return members.rows
    .map(({ item }) => item as unknown as Member)
    .filter((member) => member.body !== 'none' && !there.has(keyOf(known.year, member)));
}

async function openLists(world: World, { session, body, now }: Call<'leaders.open'>) {
  const { region } = session;
  const { year, request } = body;
  const known = await yearOfLeaders(world, { region, year });
  const members = await missingOf(world, region, known, legalDateOf(now));
  let opened = 0;
  for (const member of members) {
    const { name, title, unit, body: of } = member;
    const key = keyOf(year, member);
    const answer = await world.run({
      region,
      // The same press again opens nothing twice; the key is claimed in any case.
      request: `${request}:${key}`.slice(0, 200),
      procedure: PROCEDURE,
      step: 'open',
      input: { year, name, title, unit, body: of },
      provided: { key },
      now,
      actor: { person: session.person.id, post: session.acting.id },
    });
    if (!answer.ok) throw new RefusedError(answer.refusal);
    opened++;
  }
  const message =
    opened === 0
      ? `领导小组名单中的第一责任人都已建立${year}年度职责清单。`
      : `已为${opened}位第一责任人建立${year}年度职责清单，完成情况由台账自动计算。`;
  return { opened, message };
}

/** The list, and all that is known of its year; of another unit's list no more than that there is none. */
async function listOf(
  world: World,
  session: Session,
  matter: string,
  now: string,
): Promise<{ known: YearOfLeaders; list: YearMatter }> {
  const unit = unitSeenBy(session);
  const thisYear = Number(legalDateOf(now).slice(0, 4));
  for (const year of [thisYear, thisYear - 1]) {
    const known = await yearOfLeaders(world, { region: session.region, year, ...(unit ? { unit } : {}) });
    const list = known.lists.find(({ id }) => id === matter);
    if (list) return { known, list };
  }
  return refuseUnknown();
}

async function take(
  world: World,
  session: Session,
  now: string,
  list: YearMatter,
  step: string,
  request: string,
  input: JsonObject,
  provided: JsonObject,
) {
  const answer: StepAnswer = await world.run({
    region: session.region,
    request,
    procedure: PROCEDURE,
    matter: list.id,
    step,
    input,
    provided,
    now,
    actor: { person: session.person.id, post: session.acting.id },
  });
  if (!answer.ok) throw new RefusedError(answer.refusal);
  return { matter: answer.matter, message: sayWhatHappened(world, step, answer.state, legalDateOf(now)) };
}
