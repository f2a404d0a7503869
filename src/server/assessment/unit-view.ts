import type { UnitView } from '../../client/contract/assessment-views.ts';
import type { Instant } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { allowedSteps } from '../../kernel/procedure/outlook.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { isOutside, itemsFor, type Scheme, type SchemeItem } from '../../yearly/assessment/scheme.ts';
import { ruleText } from '../../yearly/assessment/scoring/rule-words.ts';
import { round } from '../../yearly/assessment/scoring/words.ts';
import { viewContext } from '../handlers/matter-view.ts';
import { stageNames } from '../handlers/matters.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, type Session } from '../session.ts';
import type { World } from '../world.ts';
import { judgedCodes, roundOf } from './marks.ts';
import { rank, type Scoring, UNIT_PROCEDURE } from './scoring.ts';
import { factsOf, scoredItems } from './unit-facts.ts';
import { concludedOf, isTold, titleOf } from './views.ts';

const sourceNames = {
  computed: '台账计算',
  returned: '单位报送',
  verified: '材料核验',
  judged: '评议',
} as const;
const roundNames = { first: '评议一', second: '评议二', third: '评议三' } as const;

/** Who reads: everything of a unit, his own unit, or only what a reviewer of another unit needs. */
type Reader = 'region' | 'own' | 'reviewer';

function readerOf(session: Session, unit: string): Reader {
  const scope = scopeOf(actingOf(session));
  if (scope.reach === 'region') return 'region';
  if (session.acting.unit === unit) return 'own';
  if (session.acting.kind === 'legal-reviewer') return 'reviewer';
  return refuse('not-found', 'assessment.unit', '这个单位不在本次考核中，或者您无权查看。');
}

/** A unit's page: item by item with the reason, its place within its class, what it may do now. */
export async function unitView(
  world: World,
  scoring: Scoring,
  session: Session,
  now: Instant,
  ask: { readonly matter: string; readonly unit: string },
): Promise<UnitView> {
  const reader = readerOf(session, ask.unit);
  const underway = await scoring.open(session.region, ask.matter);
  const child = underway.children.find(({ unit }) => unit === ask.unit);
  if (!child) return refuse('not-found', 'assessment.unit', '这个单位不在本次考核中，或者您无权查看。');
  const { scheme } = underway;
  const facts = factsOf(child);
  const told = isTold(underway);
  const results = told && reader !== 'reviewer' ? rank(underway) : [];
  const own = results.find(({ unit }) => unit === child.unit);
  const peers = results.filter(({ unitClass }) => unitClass === own?.unitClass);
  const before =
    reader === 'reviewer'
      ? undefined
      : (await concludedOf(world, session.region, scheme.year - 1)).get(child.unit);
  const procedure = world.systems.registry.get(UNIT_PROCEDURE, child.version);
  const steps = allowedSteps(procedure, child, viewContext(world, session, {}, now));
  return {
    assessment: underway.matter.id,
    matter: child.id,
    seq: child.seq,
    title: titleOf(scheme.year),
    year: scheme.year,
    unit: child.unit,
    unitName: world.directory().unitName(child.unit),
    className: scheme.classes.find(({ id }) => id === facts.unitClass)?.name ?? '',
    stages: [...child.stages],
    stageNames: stageNames(procedure, child.stages),
    told,
    own: reader === 'own' || session.acting.unit === child.unit,
    items: itemsShown(scheme, child, reader),
    score: own?.score ?? null,
    bonus: own?.bonus ?? 0,
    grade: own?.grade ?? null,
    rank: own?.rank ?? null,
    of: own?.of ?? 0,
    mean: peers.length === 0 ? null : round(peers.reduce((sum, { score }) => sum + score, 0) / peers.length),
    before: before ? { year: scheme.year - 1, ...before } : null,
    seal: facts.seal ?? null,
    appealUntil: facts.appealUntil ?? null,
    steps: steps.filter(({ step }) => ['explain', 'verify', 'appeal', 'reply'].includes(step)),
    review: reviewOf(
      scheme,
      child,
      steps.map(({ step }) => step),
    ),
  };
}

function reviewOf(scheme: Scheme, child: MatterState, steps: readonly string[]): UnitView['review'] {
  const turn = roundOf(child);
  if (!steps.includes(`judge-${turn}`)) return null;
  const { unitClass = '', apart = [] } = factsOf(child);
  const codes = turn === 'third' ? apart.map(({ code }) => code) : judgedCodes(scheme, unitClass);
  return { round: turn, codes };
}

function itemsShown(scheme: Scheme, child: MatterState, reader: Reader): UnitView['items'] {
  const { unitClass = '' } = factsOf(child);
  const places = new Map(
    scheme.groups.flatMap(({ title: group, parts }) =>
      parts.flatMap(({ title: part, items }) => items.map(({ code }) => [code, { group, part }] as const)),
    ),
  );
  return itemsFor(scheme, unitClass)
    .filter(
      ({ source }) => reader !== 'reviewer' || source.kind === 'reviewers' || source.kind === 'evidence',
    )
    .map((item) => itemShown(scheme, item, places.get(item.code)!, child, reader));
}

function itemShown(
  scheme: Scheme,
  item: SchemeItem,
  place: { group: string; part: string },
  child: MatterState,
  reader: Reader,
): UnitView['items'][number] {
  const facts = factsOf(child);
  const { code, title, source, rule, unit } = item;
  const scored = reader === 'reviewer' ? undefined : scoredItems(child).find((entry) => entry.code === code);
  const answered = facts.answered?.find((entry) => entry.code === code);
  const verified = facts.verified?.find((entry) => entry.code === code);
  const asked = facts.appeals?.find((entry) => entry.code === code);
  return {
    code,
    ...place,
    title,
    standard: item.standard || ruleText(rule),
    unit,
    max: isOutside(item) ? 0 : item.points[facts.unitClass ?? '']!,
    kind: source.kind,
    asks: rule.kind === 'rate' ? 'percent' : 'number',
    points: scored?.points ?? null,
    counted: scored?.counted ?? null,
    why: scored?.why ?? (reader === 'reviewer' ? '' : waiting[source.kind]),
    sourceName: scored ? sourceNames[scored.source] : '',
    figure:
      source.kind === 'indicator'
        ? {
            indicator: source.indicator,
            ...(source.measure ? { kind: source.measure } : {}),
            from: `${scheme.year}-01`,
            to: `${scheme.year}-12`,
          }
        : null,
    adjusted:
      answered?.upheld && answered.points !== undefined
        ? { points: Number(answered.points), answer: answered.answer }
        : null,
    verified: verified
      ? {
          value: Number(verified.value),
          falseMaterial: verified.falseMaterial ?? false,
          remark: verified.remark ?? '',
        }
      : null,
    explanations: (facts.explanations ?? [])
      .filter((entry) => entry.code === code)
      .map(({ on, explanation, files = [] }) => ({
        on,
        text: explanation,
        files: files.map(({ sm3, name }) => ({ sm3, name })),
      })),
    appeal: answered
      ? { ground: answered.ground, answer: answered.answer, upheld: answered.upheld }
      : asked
        ? { ground: asked.ground, answer: null, upheld: null }
        : null,
    marks:
      reader === 'reviewer'
        ? []
        : (facts.opened ?? [])
            .filter((mark) => mark.code === code)
            .map((mark) => ({
              round: roundNames[mark.round],
              points: Number(mark.points),
              remark: mark.remark ?? '',
            })),
  };
}

const waiting = {
  indicator: '等待计分',
  tasks: '等待计分',
  late: '等待计分',
  evidence: '等待核验材料',
  reviewers: '等待评议，告知得分时启封',
} as const;
