import { createRandom, type Random } from '../demo/random.ts';
import { holders, postId, units, zone } from '../demo/zone.ts';
import type { LegalDate } from '../kernel/dates.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { Acted } from '../server/assessment/acted.ts';
import { createSchemes } from '../server/assessment/schemes.ts';
import { createScoring, type Scoring } from '../server/assessment/scoring.ts';
import type { World } from '../server/world.ts';
import { uuidv7 } from '../store/entropy.ts';
import { exampleScheme } from '../yearly/assessment/example.ts';
import { isJudged, itemsFor, type SchemeItem } from '../yearly/assessment/scheme.ts';

const SEED = 20_260_122;
const OFFICE = 'U02';

/** The last act that still lies before today was reached. */
class NotYet extends Error {}

/**
 * The assessments of the demo: last year's up to its result, with one appeal upheld and one rejected, and this year's
 * as it is under way. Taken at the same desk as a user's, from the sealed records of the demo's own year.
 */
export async function assessDemo(world: World, today: LegalDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1;
  for (const assessed of [year, year + 1]) {
    try {
      await assessYear(world, assessed, today);
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
    }
  }
}

async function assessYear(world: World, year: number, today: LegalDate): Promise<void> {
  const schemes = createSchemes(world);
  const scoring = createScoring(world, schemes);
  const random = createRandom(SEED + year);
  const by = (unit: string, kind: PostKindId, on: LegalDate, n = 0): Acted => {
    if (on > today) throw new NotYet();
    const actor = { person: holders(unit, kind)[n]!.id, post: postId(unit, kind) };
    return { region: zone.code, actor, now: `${on}T02:00:00.000Z` };
  };
  const clerk = (on: LegalDate) => by(OFFICE, 'legal-office', on);
  const chief = (on: LegalDate) => by(OFFICE, 'legal-office-head', on);
  const step = (acted: Acted, paper: string, name: string) =>
    schemes.step(acted, { paper, step: name, request: uuidv7(), input: {} });

  const drafted = clerk(`${year}-03-04`);
  const { paper } = await schemes.create(drafted, { year, from: 'example' });
  await schemes.save(drafted, paper, { expected: 1, scheme: exampleScheme(year, byClass()) });
  await step(clerk(`${year}-03-06`), paper, 'submit');
  const { matter } = await step(by('U01', 'region-head', `${year}-03-12`), paper, 'issue');

  await scoreUnits(scoring, by, random, matter, year + 1);
  await scoring.score(clerk(`${year + 1}-01-12`), matter, uuidv7());
  await scoring.tell(chief(`${year + 1}-01-13`), matter, uuidv7(), { appealUntil: `${year + 1}-01-20` });
  await appeals(world, scoring, by, matter, year + 1);
  await scoring.conclude(by('U01', 'region-head', `${year + 1}-01-22`), matter, uuidv7());
  await take(world, clerk(`${year + 1}-01-26`), 'assessment', matter, 'use', {
    uses: ['report', 'overall', 'notify'],
    usedWith: '年度综合考核机构',
  });
}

function byClass() {
  const of = (...sorts: string[]) =>
    units.filter((unit) => sorts.includes(unit.class)).map(({ code }) => code);
  return { enforcement: of('执法部门', '审批部门'), general: of('综合部门'), town: of('镇街') };
}

type By = (unit: string, kind: PostKindId, on: LegalDate, n?: number) => Acted;

/** Verifiers and reviewers of other units than the one assessed; in one unit two differ, and a third decides. */
async function scoreUnits(
  scoring: Scoring,
  by: By,
  random: Random,
  matter: string,
  year: number,
): Promise<void> {
  const { scheme, children } = await scoring.open(zone.code, matter);
  for (const { unit, facts } of children) {
    const items = itemsFor(scheme, String(facts.unitClass));
    const verifier =
      unit === OFFICE
        ? by('U04', 'legal-reviewer', `${year}-01-08`)
        : by(OFFICE, 'legal-office', `${year}-01-08`, 1);
    const findings = items
      .filter(({ source }) => source.kind === 'evidence')
      .map((item) => findingOf(item, random));
    await scoring.verify(verifier, matter, unit, uuidv7(), findings);
    const judged = items.filter(isJudged);
    const marks = (low: number) =>
      judged.map(({ code, points }) => ({
        code,
        points: Math.round(points[String(facts.unitClass)]! * (low + random.next() * (1 - low)) * 2) / 2,
      }));
    const reviewers =
      unit === OFFICE
        ? [
            by('U04', 'legal-reviewer', `${year}-01-09`, 1),
            by('U05', 'legal-reviewer', `${year}-01-09`),
            by('U06', 'legal-reviewer', `${year}-01-10`),
          ]
        : [
            by(OFFICE, 'supervisor', `${year}-01-09`),
            by(OFFICE, 'supervisor', `${year}-01-09`, 1),
            by(OFFICE, 'legal-office', `${year}-01-10`, 2),
          ];
    await scoring.judge(reviewers[0]!, matter, unit, uuidv7(), marks(0.85));
    await scoring.judge(reviewers[1]!, matter, unit, uuidv7(), marks(unit === 'U09' ? 0.3 : 0.85));
    const { child } = await scoring.openUnit(zone.code, matter, unit);
    const apart = (child.facts.apart ?? []) as { code: string }[];
    if (apart.length > 0) {
      const third = marks(0.7).filter(({ code }) => apart.some((entry) => entry.code === code));
      await scoring.judge(reviewers[2]!, matter, unit, uuidv7(), third);
    }
  }
}

function findingOf({ code, rule }: SchemeItem, random: Random): JsonObject {
  switch (rule.kind) {
    case 'at-least':
      return { code, value: String(rule.least - (random.chance(0.25) ? 1 : 0)) };
    case 'rate':
      return { code, value: String(random.chance(0.25) ? random.between(90, 99) : 100) };
    case 'bonus':
      return { code, value: random.chance(0.15) ? '1' : '0' };
    case 'presence':
      return { code, value: random.chance(0.08) ? '0' : '1' };
    default:
      return { code, value: '0' };
  }
}

/** Two units appeal the item that cost them most; one is right. */
async function appeals(world: World, scoring: Scoring, by: By, matter: string, year: number): Promise<void> {
  for (const [unit, upheld] of [
    ['U08', true],
    ['U14', false],
  ] as const) {
    const { child } = await scoring.openUnit(zone.code, matter, unit);
    const items = child.facts.items as { code: string; max: string; points: string; counted: string }[];
    const [dearest] = items.toSorted(
      (a, b) => Number(b.counted) - Number(b.points) - (Number(a.counted) - Number(a.points)),
    );
    const { code, max } = dearest!;
    const appeal = { appeals: [{ code, ground: '有记录未及时登记，已在台账中补记，请核对。' }] };
    await take(world, by(unit, 'liaison', `${year}-01-15`), 'unit-assessment', child.id, 'appeal', appeal);
    const reply: JsonObject = upheld
      ? { code, upheld, points: max, answer: '经核对，补记的记录在考核年度内，申诉成立。' }
      : { code, upheld, answer: '补记的记录不在考核年度内，申诉不成立。' };
    await take(
      world,
      by(OFFICE, 'legal-office-head', `${year}-01-16`),
      'unit-assessment',
      child.id,
      'reply',
      { replies: [reply] },
    );
  }
}

async function take(
  world: World,
  acted: Acted,
  procedure: string,
  matter: string,
  step: string,
  input: JsonObject,
): Promise<void> {
  const answer = await world.run({ ...acted, procedure, matter, step, input, request: uuidv7() });
  if (!answer.ok)
    throw new Error(`demo: ${procedure}/${step}: ${answer.refusal.rule}: ${answer.refusal.message}`);
}
