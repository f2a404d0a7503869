import type { JsonObject } from '../../../../kernel/ledger/json.ts';
import { actsBy, type Walk, type WalkAct } from '../../../../kernel/procedure/walk.ts';

export const actors = {
  clerk: { kind: 'window-clerk', unit: 'hall' },
  examiner: { kind: 'examiner' },
  legal: { kind: 'legal-reviewer' },
  head: { kind: 'unit-head' },
  /** The same persons from a second post: who received does not review, who reviewed does not decide. */
  clerkAsExaminer: { kind: 'examiner', person: 'clerk' },
  examinerAsHead: { kind: 'unit-head', person: 'examiner' },
  governor: { kind: 'region-head', unit: 'government' },
  publisher: { kind: 'publisher' },
} as const satisfies Walk['actors'];

const material = (code: string, name: string, more: JsonObject = {}): JsonObject => ({
  code,
  name,
  required: true,
  mayPromise: false,
  mayReplaceByCommitment: false,
  noProofNeeded: false,
  ...more,
});

const base = {
  name: '食品经营许可',
  power: 'P-0001',
  unit: 'unit-1',
  who: ['organisation', 'natural'],
  type: 'ordinary',
  promisedDays: 5,
  joint: false,
  commitment: false,
  siteCheck: false,
  result: '食品经营许可证',
  materials: [
    material('1', '申请书'),
    material('2', '平面布局图', { mayPromise: true, mayReplaceByCommitment: true }),
    material('3', '营业执照', { noProofNeeded: true }),
    material('4', '其他说明', { required: false }),
  ],
} as const;

/** The licence items of the walks, one for each way of handling. */
export const items: NonNullable<Walk['items']> = {
  'licence-items': {
    'A-ORDINARY': base,
    'A-CHECKED': { ...base, siteCheck: true },
    'A-JOINT': { ...base, joint: true, promisedDays: 30 },
    'A-INSTANT': { ...base, type: 'instant', promisedDays: 0, commitment: true },
    'A-COMMITMENT': { ...base, commitment: true },
    'A-SPECIAL': { ...base, legalLimit: 30, legalLimitUnit: 'day', promisedDays: 10 },
    'A-FIRMS': { ...base, who: ['organisation'] },
  },
};

export type Given = 'provided' | 'shared' | 'promised' | 'committed' | 'missing';
export const given = (...states: Given[]): JsonObject[] =>
  states.map((state, index) => ({ code: String(index + 1), given: state }));

export const firm: JsonObject = {
  applicantKind: 'organisation',
  organisation: '测试餐饮有限公司',
  creditCode: '91000000MA0000000A',
  legalRepresentative: '甲某',
};

export const remedies: JsonObject = { reviewBody: '区人民政府', court: '区人民法院' };

export const permit: JsonObject = {
  content: '热食类食品制售',
  licenceNumber: 'JY0001',
  validFrom: '2024-01-01',
};

export const served = (on: string): JsonObject => ({ method: 'window', servedOn: on, receiver: '乙某' });

/** The application comes in, materials in the order of the item. */
export function receive(
  item: string,
  on: string,
  states: Given[],
  expect: WalkAct['expect'] = {},
  party = firm,
): WalkAct {
  return { step: 'receive', by: 'clerk', on, input: { item, ...party, materials: given(...states) }, expect };
}

export const act = actsBy(actors);

export function walk(name: string, ...acts: WalkAct[]): Walk {
  return { name, actors, items, acts };
}
