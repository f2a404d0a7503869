import type { LegalDate } from '../kernel/dates.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { type History, HistoryEnds } from './history.ts';
import type { DemoLicenceItem } from './items.ts';
import { creditCode, organisationName } from './names.ts';
import type { Scribe } from './scribe.ts';
import { type DemoPerson, holders } from './zone.ts';

/** One application from the window to the delivered decision, with the accidents a year of them has. */
export async function writeLicence(
  scribe: Scribe,
  history: History,
  item: DemoLicenceItem,
  n: number,
  start: LegalDate,
): Promise<void> {
  scribe.begin();
  try {
    apply(scribe, history, item, n, start);
  } catch (error) {
    if (!(error instanceof HistoryEnds)) throw error;
  }
  await scribe.commit();
}

interface Cast {
  readonly clerk: DemoPerson;
  readonly examiner: DemoPerson;
  readonly checker: DemoPerson;
  readonly head: DemoPerson;
  readonly publisher: DemoPerson;
}

function castOf(scribe: Scribe, unit: string): Cast {
  const examiners = holders(unit, 'examiner');
  const first = scribe.random.between(0, examiners.length - 1);
  return {
    clerk: scribe.random.pick(holders('U03', 'window-clerk')),
    examiner: examiners[first]!,
    checker: examiners[(first + 1) % examiners.length]!,
    head: scribe.random.pick(holders(unit, 'unit-head')),
    publisher: holders(unit, 'publisher')[0]!,
  };
}

const given = (item: DemoLicenceItem, missing?: number): JsonObject[] =>
  Array.from({ length: item.materials }, (_, index) => ({
    code: String(index + 1),
    given: index === missing ? 'missing' : index === 1 ? 'shared' : 'provided',
  }));

function apply(scribe: Scribe, history: History, item: DemoLicenceItem, n: number, start: LegalDate): void {
  const { random } = scribe;
  const cast = castOf(scribe, item.unit);
  const natural = item.type === 'instant' && random.chance(0.15);
  const lacking = item.type === 'ordinary' && !item.commitment && random.chance(0.12) ? 2 : undefined;
  const matter = history.act('licence', 'receive', cast.clerk, 'window-clerk', start, {
    item: item.code,
    applicantKind: natural ? 'natural' : 'organisation',
    ...(natural
      ? { personName: `申请人${n}`, phone: `139${String(n).padStart(8, '0')}` }
      : {
          organisation: organisationName(random),
          creditCode: creditCode(n),
          legalRepresentative: `负责人${n}`,
        }),
    materials: given(item, lacking),
  });
  const ids = {
    decisionNumber: `云审许决〔${start.slice(0, 4)}〕${n}号`,
    licenceNumber: `YT${start.slice(0, 4)}${String(n).padStart(6, '0')}`,
  };
  const grant = {
    ...ids,
    content: item.content,
    validFrom: start,
    validTo: `${Number(start.slice(0, 4)) + 5}${start.slice(4, 8)}28`,
  };
  if (item.type === 'instant') {
    history.act('licence', 'decide-on-spot', cast.clerk, 'window-clerk', start, grant, matter);
    finish(history, cast, matter, start, 'deliver', random.between(0, 2));
    return;
  }
  if (item.commitment) {
    const on = history.later(start, 0, 1);
    history.act(
      'licence',
      'decide-on-commitment',
      cast.examiner,
      'examiner',
      on,
      { ...grant, commitmentSigned: true, verifyDays: 40 },
      matter,
    );
    finish(history, cast, matter, on, 'deliver-on-commitment', 1);
    const checked = history.later(on, 10, 35);
    history.act(
      'licence',
      'confirm-commitment',
      cast.examiner,
      'examiner',
      checked,
      { verification: '经核查，承诺内容属实。' },
      matter,
    );
    return;
  }
  const accepted = acceptance(scribe, history, cast, item, matter, start, lacking);
  if (accepted === undefined) return;
  ordinary(scribe, history, cast, item, matter, accepted, grant);
}

/** The day of acceptance, or undefined where the application ended before it. */
function acceptance(
  scribe: Scribe,
  history: History,
  cast: Cast,
  item: DemoLicenceItem,
  matter: MatterState,
  start: LegalDate,
  lacking: number | undefined,
): LegalDate | undefined {
  const { random } = scribe;
  let on = history.later(start, 0, 2);
  if (lacking !== undefined) {
    history.act(
      'licence',
      'request-correction',
      cast.clerk,
      'window-clerk',
      on,
      {
        missing: [{ name: '法定代表人身份证明', requirement: '请提交复印件并加盖公章' }],
        correctionDays: 20,
      },
      matter,
    );
    if (random.chance(0.08)) {
      history.act(
        'licence',
        'withdraw',
        cast.clerk,
        'window-clerk',
        history.later(on, 3, 15),
        { withdrawal: '申请人暂不办理' },
        matter,
      );
      return undefined;
    }
    on = history.later(on, 2, 12);
    history.act('licence', 'supplement', cast.clerk, 'window-clerk', on, { materials: given(item) }, matter);
  }
  history.act('licence', 'accept', cast.clerk, 'window-clerk', on, {}, matter);
  return on;
}

function ordinary(
  scribe: Scribe,
  history: History,
  cast: Cast,
  item: DemoLicenceItem,
  matter: MatterState,
  accepted: LegalDate,
  grant: JsonObject,
): void {
  const { random } = scribe;
  let on = history.later(accepted, 0, 2);
  if (item.siteCheck) {
    history.act(
      'licence',
      'site-check',
      cast.examiner,
      'examiner',
      on,
      {
        checkers: [cast.examiner.id, cast.checker.id],
        checkedOn: on,
        findings: '现场布局、设施与申报材料一致。',
      },
      matter,
    );
  }
  on = history.later(on, 0, Math.max(1, item.promisedDays - 2));
  const refused = random.chance(0.012);
  history.act(
    'licence',
    'propose',
    cast.examiner,
    'examiner',
    on,
    {
      opinion: refused ? 'refuse' : 'grant',
      opinionText: refused ? '不符合规定条件。' : '符合法定条件、标准。',
    },
    matter,
  );
  if (random.chance(0.01)) {
    history.act(
      'licence',
      'extend',
      cast.head,
      'unit-head',
      on,
      { extendDays: 10, extendReason: '需要进一步核实有关情况' },
      matter,
    );
    on = history.later(on, 8, 14);
  }
  on = history.later(on, 0, 1);
  if (refused) {
    history.act(
      'licence',
      'refuse',
      cast.head,
      'unit-head',
      on,
      {
        decisionNumber: grant.decisionNumber!,
        reasons: '申请材料与现场情况不符合规定条件。',
        reviewBody: '云汀市人民政府',
        court: '云汀市人民法院',
      },
      matter,
    );
  } else history.act('licence', 'grant', cast.head, 'unit-head', on, grant, matter);
  finish(history, cast, matter, on, 'deliver', random.between(0, 6), refused);
}

function finish(
  history: History,
  cast: Cast,
  matter: MatterState,
  decided: LegalDate,
  step: string,
  after: number,
  refused = false,
): void {
  const on = history.later(decided, after, after);
  history.act(
    'licence',
    step,
    cast.clerk,
    'window-clerk',
    on,
    { method: 'window', servedOn: on, receiver: '申请人' },
    matter,
  );
  if (refused) return;
  history.aside(() =>
    history.act(
      'licence',
      '$publish',
      cast.publisher,
      'publisher',
      history.later(on, 0, 3),
      { publication: 'decision' },
      matter,
    ),
  );
}
