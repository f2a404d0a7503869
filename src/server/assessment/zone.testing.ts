import { createTestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { requestInformation } from '../../demo/testing/application.ts';
import { signedIn } from '../../demo/testing/signed-in.ts';
import { zone } from '../../demo/zone.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { exampleScheme } from '../../yearly/assessment/example.ts';
import { itemsFor, type Scheme } from '../../yearly/assessment/scheme.ts';
import { openWorld } from '../open-world.ts';
import { actedBy } from './acted.ts';
import { createSchemes } from './schemes.ts';
import { createScoring } from './scoring.ts';

// A zone of three units to assess: two that enforce, the legal office itself; one of them missed a limit.

export const NOW = '2025-01-20T02:00:00.000Z';
export const LATER = '2025-02-10T02:00:00.000Z';
export const YEAR = 2024;
export const small = { enforcement: ['U04', 'U05'], general: ['U02'], town: [] };

export const as = signedIn;
export const clerk = () => as('U02', 'legal-office');
export const chief = () => as('U02', 'legal-office-head');
export const request = () => uuidv7();

const verifierOf = (unit: string) =>
  unit === 'U02' ? as('U04', 'legal-reviewer') : as('U02', 'legal-office', 1);
const reviewersOf = (unit: string) =>
  unit === 'U02'
    ? [as('U04', 'legal-reviewer', 1), as('U05', 'legal-reviewer')]
    : [as('U02', 'supervisor'), as('U02', 'supervisor', 1)];

/** The zone, with what writes and runs an assessment in it, and short ways to where a test begins. */
export async function openZone() {
  const database = await createTestDatabase();
  await seedZone(database.sql);
  const world = await openWorld({ sql: database.sql, region: zone.code });
  const schemes = createSchemes(world);
  const scoring = createScoring(world, schemes);
  // Nobody answers it: a missed limit of the unit's year.
  await requestInformation(world, { unit: 'U04', on: '2024-03-01', now: '2025-01-10T01:00:00.000Z' });
  await sealAll(database.sql, zone.code, () => '2025-01-10T02:00:00.000Z');

  async function saved(change: (scheme: Scheme) => Scheme = (scheme) => scheme): Promise<string> {
    const { paper } = await schemes.create(actedBy(clerk(), NOW), { year: YEAR, from: 'example' });
    await schemes.save(actedBy(clerk(), NOW), paper, {
      expected: 1,
      scheme: change(exampleScheme(YEAR, small)),
    });
    return paper;
  }

  async function issued(change?: (scheme: Scheme) => Scheme): Promise<string> {
    const paper = await saved(change);
    await schemes.step(actedBy(clerk(), NOW), { paper, step: 'submit', request: request(), input: {} });
    const { matter } = await schemes.step(actedBy(chief(), NOW), {
      paper,
      step: 'issue',
      request: request(),
      input: {},
    });
    return matter;
  }

  /** Scores everything there is to score, with full points from the first reviewer and `second` of them from the second. */
  async function scoreAll(matter: string, second = 1): Promise<void> {
    const { scheme, children } = await scoring.open(zone.code, matter);
    for (const { unit, facts } of children) {
      const items = itemsFor(scheme, String(facts.unitClass));
      const material = items.filter(({ source }) => source.kind === 'evidence');
      const findings = material.map(({ code, rule }) => ({
        code,
        value: rule.kind === 'rate' ? '100' : rule.kind === 'veto' || rule.kind === 'bonus' ? '0' : '9',
      }));
      await scoring.verify(actedBy(verifierOf(unit), NOW), matter, unit, request(), findings);
      const judged = items.filter(({ source }) => source.kind === 'reviewers');
      for (const [at, reviewer] of reviewersOf(unit).entries()) {
        const marks = judged.map(({ code, points }) => ({
          code,
          points: points[String(facts.unitClass)]! * (at === 1 ? second : 1),
        }));
        await scoring.judge(actedBy(reviewer, NOW), matter, unit, request(), marks);
      }
    }
    await scoring.score(actedBy(clerk(), NOW), matter, request());
  }

  return {
    ...{ database, world, schemes, scoring, saved, issued, scoreAll },
    async close() {
      await world.appender.idle();
      await database.drop();
    },
  };
}
export type Zone = Awaited<ReturnType<typeof openZone>>;
