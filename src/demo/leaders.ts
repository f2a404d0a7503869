import { addDays, type LegalDate } from '../kernel/dates.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { StoredFile } from '../kernel/procedure/fields.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { type DemoLeader, type DemoMeeting, leaders, meetings, sessions, standings } from './leaders-year.ts';
import type { Scribe } from './scribe.ts';
import { type DemoPerson, holders } from './zone.ts';

const clerk = holders('U02', 'legal-office')[0]!;
const chief = holders('U02', 'legal-office-head')[0]!;
const OFFICE = 'legal-office';

/** Row A6 of the demo: the year before today whole, and this year up to today. */
export async function writeLeaders(scribe: Scribe, today: LegalDate, file: StoredFile): Promise<void> {
  const last = Number(today.slice(0, 4)) - 1;
  const leadersOf = new LeaderYears(scribe, today, file);
  leadersOf.group(last);
  for (const year of [last, last + 1]) {
    for (const meeting of meetings(year)) await leadersOf.meeting(year, meeting);
    await leadersOf.study(year);
    for (const leader of leaders) await leadersOf.duties(year, leader);
    await leadersOf.round(year);
    await leadersOf.briefs(year);
  }
}

class LeaderYears {
  readonly #scribe: Scribe;
  readonly #today: LegalDate;
  readonly #file: JsonObject;

  constructor(scribe: Scribe, today: LegalDate, file: StoredFile) {
    this.#scribe = scribe;
    this.#today = today;
    this.#file = { ...file };
  }

  /** An act of the legal office, or of whoever is named; left out where its day has not come. */
  #act(
    procedure: string,
    step: string,
    on: LegalDate,
    input: JsonObject,
    matter?: MatterState,
    by: DemoPerson = clerk,
  ): MatterState | undefined {
    if (on > this.#today) return undefined;
    return this.#scribe.act(procedure, step, by, by.posts[0]!, on, input, matter);
  }

  /** Workday on or after the day. */
  #workday(day: LegalDate): LegalDate {
    return this.#scribe.calendar.rollToWorkday(day);
  }

  group(year: number): void {
    const member = (code: string, place: string, { name, title, unit, body }: DemoLeader, since: string) => ({
      operation: 'establish' as const,
      input: {
        code,
        effective: since,
        documentTitle: '关于成立法治建设领导小组的通知',
        reason: '成立领导小组',
        name,
        place,
        title,
        unit,
        body,
      },
    });
    const since = `${year}-01-08`;
    const places = ['head', 'first-deputy'];
    const all = leaders.map((leader, n) =>
      member(`CY-${String(n + 1).padStart(2, '0')}`, places[n] ?? 'member', leader, since),
    );
    this.#scribe.operate('leading-group', clerk, OFFICE, since, all);
    const changed = `${year + 1}-03-02`;
    if (changed > this.#today) return;
    this.#scribe.operate('leading-group', clerk, OFFICE, changed, [
      {
        operation: 'adjust',
        input: {
          code: 'CY-06',
          effective: changed,
          documentTitle: '关于调整法治建设领导小组成员的通知',
          reason: '增加分工',
          duties: '负责安全生产领域法治工作',
        },
      },
    ]);
  }

  async meeting(year: number, { day, name, kind, agenda, decisions }: DemoMeeting): Promise<void> {
    const on = this.#workday(`${year}-${day}`);
    const called = addDays(on, -7);
    if (called > this.#today) return;
    this.#scribe.begin();
    const rows = agenda.map((row) => ({ ...row }));
    const meeting = this.#act('leading-group-meeting', 'call', called, {
      name,
      kind,
      plannedOn: on,
      place: '管委会第一会议室',
      host: leaders[kind === 'party' ? 0 : 1]!.name,
      agenda: rows,
    })!;
    const attendance = leaders.map(({ name: who, unit }, n) => ({
      name: who,
      unit,
      ...(n === 5 && kind === 'group'
        ? { state: 'deputy', substitute: '单位副职', absence: '参加上级会议' }
        : { state: 'present' }),
    }));
    const held = this.#act('leading-group-meeting', 'hold', on, { heldOn: on, attendance }, meeting);
    const minutesOn = this.#workday(addDays(on, 5));
    const minuted =
      held &&
      this.#act(
        'leading-group-meeting',
        'minutes',
        minutesOn,
        { minutesFiles: [this.#file], decisions: decisions.map((row) => ({ ...row })) },
        held,
      );
    if (minuted) this.#assignments(minuted, year);
    await this.#scribe.commit();
  }

  /** What was decided last year is done; of this year's decisions one is late and one still runs. */
  #assignments(meeting: MatterState, year: number): void {
    let ended = meeting.children.length === 0 ? this.#workday(addDays(meeting.taken.at(-1)!.on, 1)) : '';
    const thisYear = this.#today.startsWith(String(year));
    for (const { matter } of meeting.children) {
      const child = this.#scribe.state(matter);
      const due = child.facts.day as LegalDate;
      const late = thisYear && child.unit === 'U03';
      const done = addDays(due, -3);
      if (late || done > this.#today) return;
      const liaison = holders(child.unit, 'liaison')[0]!;
      const reported = this.#act(
        'meeting-assignment',
        'complete',
        done,
        { result: '已按会议要求落实。', evidence: [this.#file] },
        child,
        liaison,
      );
      ended = this.#workday(addDays(done, 2));
      if (!reported || !this.#act('meeting-assignment', 'accept', ended, {}, reported)) return;
    }
    this.#act('leading-group-meeting', 'close', ended, {}, this.#scribe.state(meeting.id));
  }

  async study(year: number): Promise<void> {
    const issued = this.#workday(`${year}-01-10`);
    this.#scribe.begin();
    const plan = this.#act('law-study-plan', 'issue', issued, {
      year,
      title: `${year}年领导干部学法计划`,
      sessions: sessions.map(({ day, present: _, ...row }) => ({
        ...row,
        day: this.#workday(`${year}-${day}`),
      })),
      files: [this.#file],
    })!;
    for (const [n, { matter }] of plan.children.entries()) {
      const session = this.#scribe.state(matter);
      const heldOn = session.facts.day as LegalDate;
      const { present, subject, kind } = sessions[n]!;
      this.#act(
        'law-study',
        'hold',
        heldOn,
        {
          heldOn,
          laws: subject,
          // This year more came than last.
          present: present + (this.#today.startsWith(String(year)) ? 3 : 0),
          principal: kind !== 'court',
          ...(kind === 'test' ? { passed: present - 4 } : {}),
          materials: [this.#file],
        },
        session,
        holders(session.unit, 'liaison')[0]!,
      );
    }
    this.#act('law-study-plan', 'close', this.#workday(`${year}-12-28`), {}, this.#scribe.state(plan.id));
    await this.#scribe.commit();
  }

  async duties(year: number, { name, title, unit, body }: DemoLeader): Promise<void> {
    const opened = this.#workday(`${year}-01-12`);
    this.#scribe.begin();
    const list = this.#act('leader-duties', 'open', opened, {
      year,
      name,
      title,
      unit,
      body,
      key: `${year}:${unit}:${body}:${name}`,
    })!;
    const proofs = body === 'party' ? [] : body === 'government' ? ['court'] : ['plan-unit', 'court'];
    for (const duty of proofs) {
      const input = {
        duty,
        measured: 0,
        explanation: duty === 'court' ? '本年度没有被诉案件。' : '印发年度法治工作要点。',
        evidenceFiles: [this.#file],
      };
      const own = holders(unit, body === 'government' ? 'region-head' : 'unit-head')[0]!;
      const day = this.#workday(duty === 'court' ? `${year}-12-15` : `${year}-04-02`);
      this.#act('leader-duties', 'evidence', day, input, list, own);
    }
    const own = holders(unit, 'liaison')[0]!;
    const settled = {
      duties: standings(year, unit, body, proofs),
      unfinished: '年度报告在系统启用以前办理；其余未完成的列入下一年度计划。',
    };
    const latest = this.#scribe.state(list.id);
    const sent = this.#act(
      'leader-duties',
      'submit',
      this.#workday(`${year + 1}-01-19`),
      settled,
      latest,
      own,
    );
    if (sent) this.#act('leader-duties', 'confirm', this.#workday(`${year + 1}-01-22`), {}, sent);
    await this.#scribe.commit();
  }

  /** Last year's round is over: one statement came late, one went back. This year's is being collected. */
  async round(year: number): Promise<void> {
    const arranged = this.#workday(`${year}-11-12`);
    if (arranged > this.#today) return;
    const day = `${year}-12-18`;
    this.#scribe.begin();
    const round = this.#act('duty-report-round', 'arrange', arranged, {
      year,
      day,
      form: 'meeting',
      mustPublish: true,
      nameShown: true,
      leaders: leaders.map(({ name, title, unit }) => ({ name, title, unit })),
    })!;
    for (const [n, { matter }] of round.children.entries()) this.#statement(year, n, matter);
    if (this.#scribe.state(round.id).children.every(({ closed }) => closed)) {
      this.#act(
        'duty-report-round',
        'close',
        this.#workday(`${year + 1}-01-23`),
        {},
        this.#scribe.state(round.id),
      );
    }
    await this.#scribe.commit();
  }

  #statement(year: number, n: number, matter: string): void {
    const early = [3, 5].includes(n);
    const day = this.#workday(early ? `${year}-11-17` : addDays(`${year}-12-08`, n === 6 ? 14 : n));
    const { unit } = this.#scribe.state(matter);
    const own = n === 1 ? holders('U01', 'region-head')[0]! : holders(unit, 'unit-head')[0]!;
    const statement = {
      statement: '主持研究法治建设工作，带头学法，督促落实行政执法三项制度。',
      study: '带头参加政府常务会议会前学法，旁听庭审一次。',
      findings: '基层执法力量不足；下一年度充实执法队伍并开展实训。',
      statementFiles: [this.#file],
    };
    const act = (step: string, on: LegalDate, input: JsonObject, by?: DemoPerson) =>
      this.#act('duty-report', step, on, input, this.#scribe.state(matter), by);
    if (!act('submit', day, statement, own)) return;
    if (n === 3) {
      const back = this.#workday(addDays(day, 1));
      const again = { returnReason: '没有写明存在的问题，请补充。', day: this.#workday(addDays(day, 10)) };
      if (!act('give-back', back, again)) return;
      if (!act('submit', this.#workday(addDays(day, 8)), statement, own)) return;
    }
    const reviewed = this.#workday(`${year}-12-26`);
    if (!act('accept', reviewed, {})) return;
    const presentedOn = this.#workday(`${year + 1}-01-15`);
    const shown = { presentedOn, presentedAs: n < 4 ? 'meeting' : 'written', presentedAt: '年度述法会议' };
    const clearing: JsonObject =
      n === 5 ? { withheldReason: '涉及正在调查的生产安全事故。' } : { cleared: true };
    if (!act('comment', presentedOn, { grade: n === 6 ? 'average' : 'good', comment: '总结全面。' }, chief))
      return;
    if (!act('present', presentedOn, { ...shown, ...clearing })) return;
    const publisher = holders(unit, 'publisher')[0]!;
    if (
      n !== 5 &&
      !act('$publish', this.#workday(`${year + 1}-01-19`), { publication: 'statement' }, publisher)
    )
      return;
    act('archive', this.#workday(`${year + 1}-01-20`), {});
  }

  async briefs(year: number): Promise<void> {
    for (const [to, recipient] of [
      ['superior', '上级人民政府'],
      ['party', '党工委'],
    ] as const) {
      this.#scribe.begin();
      const brief = this.#act('work-brief', 'draft', this.#workday(`${year}-01-20`), {
        to,
        recipient,
        occasion: 'annual',
        year: year - 1,
        title: `关于${year - 1}年度法治政府建设情况的报告`,
        content: '现将年度法治政府建设情况报告如下。',
        files: [this.#file],
      })!;
      const signed = this.#act('work-brief', 'sign', this.#workday(`${year}-01-26`), {}, brief, chief);
      const sentOn = this.#workday(`${year}-02-06`);
      const sent = signed && this.#act('work-brief', 'send', sentOn, { sentOn, way: 'platform' }, signed);
      const receivedOn = this.#workday(`${year}-02-09`);
      if (sent) this.#act('work-brief', 'receipt', receivedOn, { receipt: '电子回执', receivedOn }, sent);
      await this.#scribe.commit();
    }
  }
}
