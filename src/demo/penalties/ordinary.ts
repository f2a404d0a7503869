import type { LegalDate } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { benchmarkCode } from '../items.ts';
import { type Case, close, conductOf, organs, pay, publish } from './case.ts';

/** A case by the ordinary procedure (普通程序): filed, investigated, notified, decided, served. */
export function ordinary(present: Case, start: LegalDate): void {
  const { history, officer, partner, heads, power, file, scribe, n, year } = present;
  const { random } = scribe;
  const matter = history.act('penalty', 'register-clue', officer, 'case-officer', start, {
    ...conductOf(present, start),
    source: random.pick([
      'inspection',
      'inspection',
      'complaint',
      'monitoring',
      'transfer',
      'assignment',
    ] as const),
    clue: '检查发现涉嫌违法的情况，需要核查。',
  });
  let on = history.later(start, 1, 4);
  history.act(
    'penalty',
    'propose-filing',
    officer,
    'case-officer',
    on,
    { power: power.code, officers: [officer.id, partner.id], proposal: '有涉嫌违法的事实，建议立案。' },
    matter,
  );
  on = history.later(on, 0, 2);
  if (random.chance(0.05)) {
    history.act(
      'penalty',
      'decline-filing',
      heads[0]!,
      'unit-head',
      on,
      { declineReason: '经核查，违法事实不能成立。' },
      matter,
    );
    return;
  }
  history.act('penalty', 'file', heads[0]!, 'unit-head', on, { filingOpinion: '同意立案。' }, matter);
  for (const evidenceKind of ['inspection', 'interview'].slice(0, random.between(1, 2))) {
    on = history.later(on, 1, 6);
    history.act(
      'penalty',
      'gather',
      officer,
      'case-officer',
      on,
      { evidenceKind, present: [officer.id, partner.id], identityShown: true, records: [file] },
      matter,
    );
  }
  on = history.later(on, 2, 12);
  const exempt = random.chance(0.06);
  const large = !exempt && random.chance(0.05);
  const fine = exempt ? 1000 : large ? random.between(12, 18) * 10_000 : random.between(1, 90) * 200;
  history.act(
    'penalty',
    'conclude',
    officer,
    'case-officer',
    on,
    {
      officers: [officer.id, partner.id],
      findings: '当事人的行为违反有关规定，事实清楚、证据充分。',
      legalBasis: '依据相关法律法规罚则',
      proposedKinds: ['fine'],
      proposedFine: fine,
      benchmark: benchmarkCode(power),
      tier: fine <= 2000 ? '1' : fine <= 20_000 ? '2' : '3',
      corrected: true,
      ...(large ? { complex: true } : {}),
      evidenceText: '现场检查笔录、询问笔录和照片，证明违法行为的时间、地点和经过。',
      evidenceList: [file],
    },
    matter,
  );
  if (exempt) {
    on = history.later(on, 1, 4);
    history.act(
      'penalty',
      'decide-no-penalty',
      heads[1] ?? heads[0]!,
      'unit-head',
      on,
      {
        exemptionNumber: `云${power.unit}不罚〔${year}〕${n}号`,
        exemptionGround: random.chance(0.5) ? 'first-offence' : 'minor-violation',
        exemptionReasons: '初次违法且危害后果轻微，已经及时改正。',
        educated: true,
        ...organs,
      },
      matter,
    );
    serve(present, matter, history.later(on, 0, 2));
    close(present, matter, history.later(on, 3, 8));
    return;
  }
  on = notified(present, matter, on, fine >= 10_000);
  if (large) on = reviewed(present, matter, on);
  decided(present, matter, on, fine);
}

/** Prior notice, and the days the party has to answer it. Gives the day on which the case is put up for decision. */
function notified(
  { history, officer, file, power, year, n, scribe }: Case,
  matter: MatterState,
  after: LegalDate,
  hearing: boolean,
): LegalDate {
  let on = history.later(after, 1, 3);
  history.act(
    'penalty',
    'notify',
    officer,
    'case-officer',
    on,
    {
      noticeNumber: `云${power.unit}罚告〔${year}〕${n}号`,
      defenceDays: 5,
      offerHearing: hearing,
      noticeReceipt: [file],
    },
    matter,
  );
  if (scribe.random.chance(0.15)) {
    history.act(
      'penalty',
      'record-defence',
      officer,
      'case-officer',
      history.later(on, 1, 3),
      { defence: '请求从轻处罚。', defenceRecord: [file] },
      matter,
    );
    on = history.later(on, 4, 5);
    history.act(
      'penalty',
      'review-defence',
      officer,
      'case-officer',
      on,
      { defenceResult: 'rejected', defenceReasons: '已在裁量中考虑从轻情节。' },
      matter,
    );
  }
  on = history.later(on, 7, 9);
  history.act(
    'penalty',
    'end-notice',
    officer,
    'case-officer',
    on,
    { recommendation: '建议按照告知内容作出处罚决定。' },
    matter,
  );
  return on;
}

/** A major decision passes review by somebody who did not handle it, and is discussed by the heads. */
function reviewed(
  { history, officer, reviewer, heads, file, scribe }: Case,
  matter: MatterState,
  after: LegalDate,
): LegalDate {
  let on = history.later(after, 0, 1);
  history.act('penalty', 'submit-review', officer, 'case-officer', on, { reviewMaterials: [file] }, matter);
  const review = scribe.child(matter, 'legality-review');
  on = history.later(on, 1, 1);
  history.act('legality-review', 'accept', reviewer, 'legal-reviewer', on, { reviewDays: 10 }, review);
  on = history.later(on, 2, 6);
  history.act(
    'legality-review',
    'give-opinion',
    reviewer,
    'legal-reviewer',
    on,
    {
      opinion: 'agree',
      checked: ['authority', 'procedure', 'facts', 'law', 'competence', 'documents', 'crime'],
      comments: '主体合法，事实清楚，证据充分，程序合法，裁量适当。',
    },
    review,
  );
  history.act('legality-review', 'respond', officer, 'case-officer', on, { adopted: true }, review);
  on = history.later(on, 0, 3);
  if (heads.length >= 2) {
    history.act(
      'penalty',
      'discuss',
      heads[0]!,
      'unit-head',
      on,
      {
        discussants: heads.map((head) => head.id),
        discussion: '一致同意按照拟处罚内容作出决定。',
        minutes: [file],
      },
      matter,
    );
  }
  return on;
}

function decided(present: Case, matter: MatterState, after: LegalDate, fine: number): void {
  const { history, heads, power, year, n, scribe } = present;
  const on = history.later(after, 1, 4);
  history.act(
    'penalty',
    'decide',
    heads[0]!,
    'unit-head',
    on,
    {
      decisionNumber: `云${power.unit}罚〔${year}〕${n}号`,
      kinds: ['fine'],
      fine,
      content: `罚款${fine}元`,
      ...organs,
      bank: '代收银行',
    },
    matter,
  );
  const served = history.later(on, 0, 3);
  serve(present, matter, served);
  publish(present, matter, served);
  if (scribe.random.chance(0.97)) {
    pay(present, matter, served, fine);
    close(present, matter, history.later(served, 12, 25));
  }
}

function serve({ history, officer, file }: Case, matter: MatterState, on: LegalDate): void {
  history.act(
    'penalty',
    'serve',
    officer,
    'case-officer',
    on,
    { serviceMethod: 'in-person', recipient: '当事人或者其代理人', serviceReceipt: [file] },
    matter,
  );
}
