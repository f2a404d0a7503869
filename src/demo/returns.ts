import { addDays, type LegalDate } from '../kernel/dates.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { checkReturn, withComputed } from '../systems/yearly/periodic-return/checks.ts';
import type { ReturnedValue } from '../systems/yearly/periodic-return/fields.ts';
import {
  periodBefore,
  periodHolding,
  periodLastYear,
  type ReturnPeriod,
} from '../systems/yearly/periodic-return/period.ts';
import { type Before, checkedItems, type FormItem, fixedOf, itemsOwedBy } from '../yearly/returns/form.ts';
import { demoForm, weightOf } from './return-forms.ts';
import type { Scribe } from './scribe.ts';
import { holders, units } from './zone.ts';

const opener = holders('U02', 'legal-office')[0]!;
const reviewer = holders('U02', 'legal-office')[1]!;

/** What was returned so far, by `unit period`: the next period is compared with it. */
type Known = Map<string, readonly ReturnedValue[]>;

/**
 * Every month of the demo year and of this one up to the month before today's: all collected and accepted, some late,
 * one given back, one corrected, one with a jump that is explained. The last is still coming in.
 */
export async function writeReturns(scribe: Scribe, today: LegalDate): Promise<void> {
  const known: Known = new Map();
  const first = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const present = periodBefore(periodHolding('month', today));
  for (let period = periodHolding('month', first); period.first <= present.first; ) {
    await writeRound(scribe, period, period.key === present.key ? today : undefined, known);
    period = periodHolding('month', addDays(period.last, 1));
  }
}

/** @param today given for the round that is still coming in. */
async function writeRound(
  scribe: Scribe,
  period: ReturnPeriod,
  today: LegalDate | undefined,
  known: Known,
): Promise<void> {
  const { calendar } = scribe;
  const opened =
    today === undefined ? calendar.rollToWorkday(addDays(period.last, -2)) : workdayBefore(scribe, today, 4);
  const due = today === undefined ? calendar.addWorkdays(period.last, 5) : calendar.addWorkdays(today, 2);
  scribe.begin();
  const round = scribe.act('return-round', 'open', opener, 'legal-office', opened, {
    ...fixedOf(demoForm, 1, period),
    due,
    units: units.map(({ code }) => ({ unit: code })),
    note: demoForm.note,
  });
  const returns = round.children.map(({ matter }) => scribe.state(matter));
  returns.forEach((state, n) => {
    if (today === undefined) writeReturn(scribe, state, n, period, known);
    else writeOpenReturn(scribe, state, n, period, [opened, today], known);
  });
  if (today === undefined) {
    scribe.act('return-round', 'close', opener, 'legal-office', calendar.addWorkdays(due, 9), {}, round);
  }
  await scribe.commit();
}

function workdayBefore({ calendar }: Scribe, day: LegalDate, count: number): LegalDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, -1);
    if (calendar.isWorkday(at)) left--;
  }
  return at;
}

/** A month that is over: most in time, one in twelve late, one in twenty sent back once. */
function writeReturn(
  scribe: Scribe,
  state: MatterState,
  n: number,
  period: ReturnPeriod,
  known: Known,
): void {
  const { calendar, random } = scribe;
  const due = String(state.facts.due);
  const [liaison, head] = [holders(state.unit, 'liaison')[0]!, holders(state.unit, 'unit-head')[0]!];
  const late = random.chance(1 / 12);
  const on = late
    ? calendar.addWorkdays(due, random.between(1, 4))
    : calendar.rollToWorkday(addDays(due, -random.between(0, 3)));
  const day = !late && on > due ? due : on;
  const filled = fill(scribe, state.unit, period, known);
  const act = (
    step: string,
    by = liaison,
    kind: 'liaison' | 'legal-office' | 'unit-head' = 'liaison',
    when = day,
    input: JsonObject = filled,
  ) => scribe.act('periodic-return', step, by, kind, when, input, state);
  if (late)
    act(
      'urge',
      opener,
      'legal-office',
      calendar.addWorkdays(due, 1) > day ? day : calendar.addWorkdays(due, 1),
      {},
    );
  act('submit');
  let seen = calendar.addWorkdays(day, 1);
  if (random.chance(0.05)) {
    act('give-back', reviewer, 'legal-office', seen, {
      returnReason: '调解纠纷数与月度通报不一致，请核对。',
      redoBy: calendar.addWorkdays(seen, 2),
    });
    act('submit', liaison, 'liaison', seen);
    seen = calendar.addWorkdays(seen, 1);
  }
  act('accept', reviewer, 'legal-office', seen, {});
  if (period.key.endsWith('-06') && n === 4) {
    const values = (filled.values as unknown as ReturnedValue[]).map((value) =>
      value.code === 'FZ-08' ? { ...value, value: String(Number(value.value) + 3) } : value,
    );
    act('correct', head, 'unit-head', calendar.addWorkdays(seen, 2), {
      proposed: values as unknown as JsonObject[],
      proposedItems: filled.items!,
      correctReason: '漏计联合检查3次。',
    });
    act('accept-correction', reviewer, 'legal-office', calendar.addWorkdays(seen, 3), {});
  }
}

/** The month that is coming in: some accepted, some waiting, one given back, the others not begun. */
function writeOpenReturn(
  scribe: Scribe,
  state: MatterState,
  n: number,
  period: ReturnPeriod,
  [opened, today]: readonly [LegalDate, LegalDate],
  known: Known,
): void {
  const liaison = holders(state.unit, 'liaison')[0]!;
  const day = scribe.calendar.addWorkdays(opened, 1);
  if (n > 8) return;
  scribe.act(
    'periodic-return',
    'submit',
    liaison,
    'liaison',
    day,
    fill(scribe, state.unit, period, known),
    state,
  );
  if (n < 4) scribe.act('periodic-return', 'accept', reviewer, 'legal-office', day, {}, state);
  if (n === 6) {
    scribe.act(
      'periodic-return',
      'give-back',
      reviewer,
      'legal-office',
      day,
      { returnReason: '法治培训人次与签到表不符，请核对。', redoBy: scribe.calendar.addWorkdays(today, 1) },
      state,
    );
  }
}

/** Values that pass the checks; what jumped is explained, as the checks ask. */
function fill(scribe: Scribe, unit: string, period: ReturnPeriod, known: Known): JsonObject {
  const items = itemsOwedBy(demoForm, unit);
  const checked = checkedItems(items, beforeOf(unit, period, items, known));
  const numbers = invented(scribe, unit, period, known);
  const values = withComputed(
    checked,
    items.flatMap(({ code }) => (numbers[code] === undefined ? [] : [{ code, value: numbers[code] }])),
  );
  const jumped = new Set(checkReturn(checked, values).map(({ code }) => code));
  const said = values.map((value) =>
    jumped.has(value.code) ? { ...value, comment: '本月集中开展专项工作，数量变动较大，已核对。' } : value,
  );
  known.set(`${unit} ${period.key}`, said);
  return { items: checked as unknown as JsonObject[], values: said as unknown as JsonObject[] };
}

function beforeOf(unit: string, period: ReturnPeriod, items: readonly FormItem[], known: Known): Before {
  const last = periodBefore(period);
  const valuesOf = (of: ReturnPeriod | undefined) =>
    new Map((of ? (known.get(`${unit} ${of.key}`) ?? []) : []).map(({ code, value }) => [code, value]));
  const [then, yearAgo] = [valuesOf(last), valuesOf(periodLastYear(period))];
  return new Map(
    items.map(({ code, measure }) => {
      const value = measure === 'cumulative' && last.year !== period.year ? undefined : then.get(code);
      const before = yearAgo.get(code);
      return [
        code,
        {
          ...(value === undefined ? {} : { last: value }),
          ...(before === undefined ? {} : { lastYear: before }),
        },
      ];
    }),
  );
}

function invented(
  { random }: Scribe,
  unit: string,
  period: ReturnPeriod,
  known: Known,
): { [code: string]: string } {
  const weight = weightOf(unit);
  const about = (size: number) => Math.max(0, Math.round(size * weight * (0.8 + random.next() * 0.4)));
  const part = (whole: number, share: number) =>
    Math.min(whole, Math.round(whole * share * (0.9 + random.next() * 0.2)));
  // One month of inspections in a campaign: a jump that has its reason.
  const campaign = period.key.endsWith('-09') && unit === 'U07' ? 3 : 1;
  const services = about(180);
  const documents = random.between(0, 2);
  const inspections = about(40) * campaign;
  const trials = random.between(0, 3);
  const spent = known
    .get(`${unit} ${periodBefore(period).key}`)
    ?.find(({ code }) => code === 'FZ-20' && !period.key.endsWith('-01'))?.value;
  const values: { [code: string]: number } = {
    '01': services,
    '02': part(services, 0.85),
    '04': documents,
    '05': documents,
    '06': random.between(0, 6),
    '07': random.between(1, 9),
    '08': inspections,
    '09': part(inspections, 0.3),
    '10': random.between(2, 8),
    '11': random.between(20, 160) * 100,
    '12': Math.round(20 * weight) + random.between(0, 2),
    '13': random.between(0, 2),
    '14': trials,
    '15': trials,
    '17': about(15),
    '18': about(8),
    '19': about(45),
    '20': Number(spent ?? 0) + random.between(10, 90) * 100.5,
  };
  const owed = new Set(itemsOwedBy(demoForm, unit).map(({ code }) => code));
  return Object.fromEntries(
    Object.entries(values).flatMap(([code, value]) =>
      owed.has(`FZ-${code}`) ? [[`FZ-${code}`, String(Math.round(value * 100) / 100)]] : [],
    ),
  );
}
