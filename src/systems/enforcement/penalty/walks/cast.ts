import type { Certificate } from '../../../../kernel/identity/posts.ts';
import type { JsonObject } from '../../../../kernel/ledger/json.ts';
import { actsBy, type Walk, type WalkAct, type WalkActor } from '../../../../kernel/procedure/walk.ts';

/** The persons of every walk; certificates below say who may act as an officer or a reviewer. */
export const actors = {
  clerk: { kind: 'window-clerk' },
  officer: { kind: 'case-officer' },
  partner: { kind: 'case-officer' },
  third: { kind: 'case-officer' },
  lapsed: { kind: 'case-officer' },
  stranger: { kind: 'case-officer', unit: 'unit-2' },
  head: { kind: 'unit-head' },
  /** A deputy head and a cashier who are officers of some cases as well. */
  deputy: { kind: 'unit-head' },
  cashier: { kind: 'window-clerk' },
  reviewer: { kind: 'legal-reviewer' },
  novice: { kind: 'legal-reviewer' },
  counsel: { kind: 'legal-office', unit: 'bureau' },
  publisher: { kind: 'publisher' },
} as const satisfies Record<string, WalkActor>;
type Actor = keyof typeof actors;

function certificate(person: Actor, kind: string, from: string, to: string): Certificate {
  return {
    person,
    name: person,
    unit: 'unit-1',
    kind,
    number: `Z-${person}`,
    from,
    to,
    scope: [],
    suspended: [],
  };
}

export const certificates: readonly Certificate[] = [
  certificate('officer', 'enforcement', '2010-01-01', '2030-12-31'),
  certificate('partner', 'enforcement', '2010-01-01', '2030-12-31'),
  certificate('deputy', 'enforcement', '2010-01-01', '2030-12-31'),
  certificate('cashier', 'enforcement', '2010-01-01', '2030-12-31'),
  certificate('third', 'enforcement', '2010-01-01', '2024-03-20'),
  certificate('lapsed', 'enforcement', '2019-03-04', '2024-03-03'),
  certificate('reviewer', 'legality-review', '2018-01-01', '2030-12-31'),
  certificate('counsel', 'legality-review', '2018-01-01', '2030-12-31'),
];

export const items: NonNullable<Walk['items']> = {
  powers: {
    'CF-0001': { name: '对未按规定明码标价的处罚', type: 'penalty', unit: 'unit-1' },
    'CF-0003': { name: '对占道经营的处罚', type: 'penalty', unit: 'unit-2' },
    'CF-0004': {
      name: '对违反城市绿化规定的处罚',
      type: 'penalty',
      unit: 'unit-2',
      holder: { by: 'entrust', unit: 'unit-1', since: '2022-01-01' },
    },
    'CF-0002': {
      name: '对违反安全生产规定的处罚',
      type: 'penalty',
      unit: 'unit-1',
      hearingAmountNatural: 5000,
      hearingAmountOrganisation: 50_000,
      majorFine: 80_000,
    },
    'XK-0001': { name: '食品经营许可', type: 'licence', unit: 'unit-1' },
  },
  'discretion-benchmarks': {
    'JZ-0001': {
      name: '未按规定明码标价',
      power: 'CF-0001',
      tiers: [
        { code: '1', name: '轻微', min: 0, max: 1000 },
        { code: '2', name: '一般', min: 1000, max: 5000 },
      ],
    },
  },
};

export const file = (name: string) => ({ sm3: '0'.repeat(64), name, size: 1 });
export const two = ['officer', 'partner'];

/** A trading company; natural persons stand in `person`. */
export const company = {
  partyKind: 'organisation',
  organisation: '示例商贸有限公司',
  creditCode: '91350100M000100Y43',
  legalRepresentative: '负责人甲',
};
export const person = { partyKind: 'natural', personName: '当事人乙', phone: '13800000000' };

export const inputs = {
  clue: {
    procedureRules: 'general',
    source: 'complaint',
    violation: '未按规定明码标价',
    clue: '举报称商品没有标价',
  },
  propose: { power: 'CF-0001', officers: two, proposal: '符合立案标准' },
  file: { filingOpinion: '同意立案' },
  gather: {
    evidenceKind: 'inspection',
    present: two,
    identityShown: true,
    records: [file('现场笔录.pdf')],
  },
  conclude: {
    officers: two,
    findings: '销售的商品没有标明价格',
    legalBasis: '价格法第四十二条',
    proposedKinds: ['fine'],
    proposedFine: 5000,
    evidenceText: '现场笔录一份，证明商品没有标明价格',
    evidenceList: [file('证据目录.pdf')],
  },
  notify: { noticeNumber: '告1', defenceDays: 5, offerHearing: false, noticeReceipt: [file('回证.pdf')] },
  endNotice: { recommendation: '建议按告知内容处罚' },
  decide: {
    decisionNumber: '罚1',
    kinds: ['fine'],
    fine: 5000,
    content: '罚款5000元',
    reviewBody: '示例区人民政府',
    court: '示例区人民法院',
  },
  exempt: {
    exemptionNumber: '不罚1',
    exemptionGround: 'minor-violation',
    exemptionReasons: '已经改正',
    educated: true,
    reviewBody: '示例区人民政府',
    court: '示例区人民法院',
  },
  serve: { serviceMethod: 'in-person', recipient: '收件人丙', serviceReceipt: [file('送达回证.pdf')] },
  review: { reviewMaterials: [file('案卷.pdf')] },
  discuss: { discussants: ['head', 'deputy'], discussion: '一致同意', minutes: [file('集体讨论笔录.pdf')] },
  opinion: {
    opinion: 'agree',
    checked: ['authority', 'procedure', 'facts', 'law', 'competence', 'documents', 'crime'],
    comments: '同意',
  },
  close: { closingReport: '执行完毕', archived: true },
} as const satisfies Record<string, JsonObject>;

export const act = actsBy(actors);

/** A refusal by a gate of the penalty procedure, or by another rule named in full; `cites` as the law stood that day. */
export const refused = (rule: string, cites?: string): WalkAct['expect'] => ({
  refused: rule.includes('.') ? rule : `penalty.${rule}`,
  ...(cites === undefined ? {} : { cites }),
});

export function walk(name: string, acts: readonly WalkAct[]): Walk {
  return { name, actors, certificates, items, acts };
}

/** From the clue to the case file, without expectations: for walks about what comes later. */
export function filed(
  days: { readonly registered: string; readonly proposed: string; readonly filed: string },
  clue: JsonObject = company,
  proposal: JsonObject = {},
): WalkAct[] {
  const found = { actEndedOn: days.registered, discoveredOn: days.registered };
  return [
    act('register-clue', 'officer', days.registered, { ...inputs.clue, ...found, ...clue }),
    act('propose-filing', 'officer', days.proposed, { ...inputs.propose, ...proposal }),
    act('file', 'head', days.filed, inputs.file),
  ];
}
