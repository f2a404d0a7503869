import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { itemCode } from '../list-words.ts';

/** One material an item asks for. */
const material = {
  code: f.text('材料编码', { max: 20 }),
  name: f.text('材料名称', { max: 200 }),
  required: f.flag('必要'),
  mayPromise: f.flag('可以容缺', { help: '主要材料齐全时，可以先受理后补交' }),
  mayReplaceByCommitment: f.flag('可以承诺代替', { help: '申请人书面承诺符合条件的，不再要求提交' }),
  noProofNeeded: f.flag('免提交', { help: '由本单位通过数据共享、部门核验取得' }),
};

export type Material = {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
  readonly mayPromise: boolean;
  readonly mayReplaceByCommitment: boolean;
  readonly noProofNeeded: boolean;
};

const limitUnits = { workday: '工作日', day: '日', month: '个月' } as const;

/**
 * Row B2: how each licence is handled. The legal limit is the licence law's own twenty workdays unless a special
 * law or regulation sets another (行政许可法 art. 42); the promised one can only be shorter.
 */
export const licenceItems = defineList({
  id: 'licence-items',
  name: '行政许可事项办理清单',
  row: 'B2',
  chapter: 'functions',
  about: '登记每个许可事项的材料、环节、法定和承诺时限，是收件、计时和办事指南的依据。',
  basis: [{ law: '行政许可法', article: '第三十条', provision: 'XK-01' }],
  code: itemCode,
  fields: z.object({
    name: f.text('事项名称', { max: 300 }),
    power: f.listItem('对应的行政权力事项', 'powers', { offers: { kind: 'licence' } }),
    unit: f.unit('实施单位'),
    who: f.choices('办理对象', { natural: '自然人', organisation: '法人及非法人组织' }),
    type: f.choice('办件类型', { instant: '即办件', ordinary: '承诺件', forwarded: '上报件' }),
    legalLimit: f
      .integer('特别法规定的法定时限', { min: 1, max: 3650, help: '没有特别规定的不填，按二十个工作日计算' })
      .optional(),
    legalLimitUnit: f.choice('法定时限单位', limitUnits).optional(),
    legalLimitBasis: f.text('特别法依据', { max: 300 }).optional(),
    promisedDays: f.integer('承诺时限', { min: 0, max: 3650, unit: '工作日', help: '即办件填0' }),
    joint: f.flag('联合办理', { help: '统一办理、联合办理、集中办理的，法定时限为四十五个工作日' }),
    commitment: f.flag('实行告知承诺制'),
    siteCheck: f.flag('需要现场核查'),
    materials: f.rows('申请材料', material, { max: 100 }),
    stagesBefore: f.integer('改革前环节数', { unit: '个', max: 50 }).optional(),
    stages: f.rows(
      '办理环节',
      {
        name: f.text('环节', { max: 30 }),
        days: f.integer('时限', { unit: '工作日', max: 3650 }).optional(),
      },
      { min: 1, max: 20 },
    ),
    fee: f.text('收费', { max: 200, help: '不收费的填“不收费”' }),
    result: f.text('结果文书', { max: 100, help: '许可证件的名称' }),
    validMonths: f.integer('有效期', { min: 1, max: 1200, unit: '个月' }).optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  flowField: 'stages',
  flowBegins: '申请',
  operations: [
    'adjust',
    'establish',
    'take-over',
    'cancel',
    'devolve',
    'transfer',
    'suspend',
    'resume',
    'merge',
    'split',
  ],
  agreements: [
    {
      id: 'special-limit-complete',
      holds: (fields) =>
        (fields.legalLimit === undefined) === (fields.legalLimitUnit === undefined) &&
        (fields.legalLimit === undefined || fields.legalLimitBasis !== undefined),
      say: '特别法规定的时限应当同时填写数量、单位和依据；没有特别规定的三项都不填。',
    },
    {
      id: 'instant-promises-none',
      holds: (fields) => (fields.type === 'instant') === (fields.promisedDays === 0),
      say: '即办件的承诺时限填0，其他办件的承诺时限至少为1个工作日。',
    },
    {
      id: 'promise-within-law',
      holds: (fields) => {
        if (fields.legalLimitUnit !== undefined && fields.legalLimitUnit !== 'workday') return true;
        const legal = (fields.legalLimit as number | undefined) ?? (fields.joint === true ? 45 : 20);
        return (fields.promisedDays as number) <= legal;
      },
      say: '承诺时限不得长于法定时限，请核对。',
    },
    {
      id: 'material-codes-differ',
      holds: (fields) => {
        const codes = (fields.materials as unknown as readonly Material[]).map((entry) => entry.code);
        return new Set(codes).size === codes.length;
      },
      say: '申请材料的编码不能重复。',
    },
  ],
  publication: {
    channel: 'service-guides',
    fields: [
      'name',
      'power',
      'unit',
      'who',
      'type',
      'legalLimit',
      'legalLimitUnit',
      'legalLimitBasis',
      'promisedDays',
      'joint',
      'commitment',
      'siteCheck',
      'materials',
      'stages',
      'fee',
      'result',
      'validMonths',
    ],
  },
  columns: ['promisedDays', 'commitment', 'result'],
  search: ['result'],
});
