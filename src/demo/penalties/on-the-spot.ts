import type { LegalDate } from '../../kernel/dates.ts';
import { type Case, close, conductOf, organs, pay, publish } from './case.ts';

/** A case settled on the spot (当场处罚), reported to the office and closed. */
export function onSpot(present: Case, start: LegalDate): void {
  const { history, officer, partner, power, year, n, file, scribe } = present;
  const conduct = conductOf(present, start);
  const most = conduct.partyKind === 'natural' ? 200 : 1000;
  const warned = scribe.random.chance(0.35);
  const matter = history.act('penalty', 'punish-on-spot', officer, 'case-officer', start, {
    ...conduct,
    power: power.code,
    onSpotOfficers: [officer.id, partner.id],
    decisionNumber: `云${power.unit}当罚〔${year}〕${n}号`,
    onSpotPlace: '当事人经营场所',
    onSpotKinds: [warned ? 'warning' : 'fine'],
    ...(warned ? {} : { onSpotFine: scribe.random.between(1, most / 50) * 50 }),
    findings: '现场检查发现违法行为，当事人当场承认。',
    legalBasis: '依据相关法律法规罚则',
    told: true,
    handedOver: true,
    collectedOnSpot: false,
    ...organs,
    records: [file],
  });
  const reported = history.later(start, 1, 2);
  history.act(
    'penalty',
    'report-on-spot',
    officer,
    'case-officer',
    reported,
    { reportFiles: [file] },
    matter,
  );
  publish(present, matter, start);
  if (!warned) pay(present, matter, start, Number(scribe.state(matter.id).facts.fine));
  close(present, matter, history.later(start, 12, 20));
}
