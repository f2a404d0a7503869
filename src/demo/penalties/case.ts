import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { StoredFile } from '../../kernel/procedure/fields.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { History } from '../history.ts';
import { creditCode, organisationName } from '../names.ts';
import type { DemoPower } from '../powers.ts';
import type { Scribe } from '../scribe.ts';
import { type DemoPerson, holders } from '../zone.ts';

/** A penalty case as its writer knows it: who handles it, on which power. */
export interface Case {
  readonly scribe: Scribe;
  readonly history: History;
  readonly power: DemoPower;
  readonly file: StoredFile;
  readonly n: number;
  readonly year: string;
  readonly officer: DemoPerson;
  readonly partner: DemoPerson;
  readonly heads: readonly DemoPerson[];
  readonly reviewer: DemoPerson;
  readonly publisher: DemoPerson;
  readonly cashier: DemoPerson;
  readonly market: boolean;
}

/** Where the party may turn to. */
export const organs = { reviewBody: '云汀市人民政府', court: '云汀市人民法院' };

function partyOf({ scribe, n }: Case): JsonObject {
  const kind = scribe.random.next();
  if (kind < 0.25) {
    return {
      partyKind: 'natural',
      personName: `当事人${n}`,
      phone: `138${String(n).padStart(8, '0')}`,
      address: `云汀经济开发区演示路${n}号`,
    };
  }
  const organisation = organisationName(scribe.random);
  return kind < 0.5
    ? {
        partyKind: 'individual-business',
        organisation: organisation.replace('有限公司', '店'),
        creditCode: creditCode(n),
        legalRepresentative: `经营者${n}`,
      }
    : {
        partyKind: 'organisation',
        organisation,
        creditCode: creditCode(n),
        legalRepresentative: `负责人${n}`,
      };
}

const violationOf = (power: DemoPower): string =>
  power.name
    .replace(/^对/, '')
    .replace(/行为的处罚.*$/, '')
    .slice(0, 58);

/** What is known of the act when the case begins. */
export function conductOf(present: Case, start: LegalDate): JsonObject {
  return {
    procedureRules: present.market ? 'market-supervision' : 'general',
    ...partyOf(present),
    violation: violationOf(present.power),
    actEndedOn: start,
    discoveredOn: start,
  };
}

/** Nearly all are published in time; a few days late happens, and the wall shows it. */
export function publish(present: Case, matter: MatterState, after: LegalDate): void {
  const { history, publisher, scribe } = present;
  const late = scribe.random.chance(0.015);
  // Some decisions are not to be published, e.g. those on the spot under the market regulator's rules.
  if (scribe.state(matter.id).publications.decision?.status !== 'due') return;
  const day = history.later(after, late ? 9 : 0, late ? 12 : 2);
  history.aside(() => {
    if (late) alarm(present, matter, history.later(after, 8, 8), day);
    history.act('penalty', '$publish', publisher, 'publisher', day, { publication: 'decision' }, matter);
  });
}

/** A decision was not published in time: the system alarms, the unit publishes and explains, the supervisor closes. */
function alarm(
  { history, heads, scribe }: Case,
  matter: MatterState,
  on: LegalDate,
  published: LegalDate,
): void {
  const raised = history.alarm(matter, 'publication:decision', on);
  if (!raised) return;
  const explanation = { explanation: '经办人员交接时漏办，已经补办公示。', corrected: true };
  const answered = history.later(published, 0, 2);
  history.aside(() => {
    history.act('supervision-alert', 'answer', heads[0]!, 'unit-head', answered, explanation, raised);
    const supervisor = scribe.random.pick(holders('U02', 'supervisor'));
    const opinion = { opinion: '已经改正，同意办结；请完善交接登记。' };
    const closed = history.later(answered, 1, 4);
    history.act('supervision-alert', 'close', supervisor, 'supervisor', closed, opinion, raised);
  });
}

export function pay(
  { history, cashier, n }: Case,
  matter: MatterState,
  served: LegalDate,
  fine: number,
): void {
  const on = history.later(served, 1, 8);
  history.act(
    'penalty',
    'record-payment',
    cashier,
    'window-clerk',
    on,
    { amount: fine, paidOn: on, receipt: `票${n}` },
    matter,
  );
}

export function close({ history, heads }: Case, matter: MatterState, on: LegalDate): void {
  history.act(
    'penalty',
    'close',
    heads[0]!,
    'unit-head',
    on,
    { closingReport: '处罚决定已经执行完毕，案卷已经归档。', archived: true },
    matter,
  );
}
