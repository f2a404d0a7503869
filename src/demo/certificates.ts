import type { Scribe } from './scribe.ts';
import { holders, people, units } from './zone.ts';

/** Officers and reviewers get their certificates before the demo year; two officers are late with theirs. */
export async function writeCertificates(scribe: Scribe, year: number): Promise<void> {
  const office = holders('U02', 'legal-office')[0]!;
  let number = 0;
  for (const person of people) {
    const officer = person.posts.includes('case-officer');
    const reviewer = person.posts.includes('legal-reviewer');
    if (!officer && !reviewer) continue;
    const kind = officer ? 'enforcement' : 'legality-review';
    const by = units.find((unit) => unit.code === person.unit)!;
    const liaison = holders(by.code, 'liaison')[0]!;
    const start = `${year - 2}-03-01`;
    scribe.begin();
    const matter = scribe.act('officer-certificate', 'apply', liaison, 'liaison', start, {
      holder: [person.id],
      holderName: person.name,
      kind,
      status: 'civil-servant',
      duty: officer ? '行政执法' : '法制审核',
      ...(reviewer ? { reviewerGround: 'legal-profession' } : {}),
    });
    if (officer) {
      scribe.act(
        'officer-certificate',
        'record-training',
        liaison,
        'liaison',
        start,
        { course: '行政执法人员岗前培训', hours: 60 },
        matter,
      );
      scribe.act(
        'officer-certificate',
        'record-exam',
        office,
        'legal-office',
        start,
        { examOn: start, score: 80 + (number % 20), examPassed: true },
        matter,
      );
    }
    scribe.act(
      'officer-certificate',
      'issue',
      office,
      'legal-office',
      start,
      {
        number: `9901${String(++number).padStart(6, '0')}`,
        validFrom: start,
        validTo: `${year + 3}-02-28`,
        scope: '综合',
      },
      matter,
    );
    if (officer) {
      scribe.act(
        'officer-certificate',
        'annual-check',
        office,
        'legal-office',
        `${year}-03-20`,
        { checkYear: year, yearHours: 60, checkPassed: true },
        matter,
      );
    }
    await scribe.commit();
  }
}
