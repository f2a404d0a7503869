import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { itemCode } from '../list-words.ts';

/** One degree of a violation and the range of fines for it. Amounts in yuan. */
export type Tier = {
  readonly code: string;
  readonly name: string;
  readonly circumstances: string;
  readonly min: number;
  readonly max: number;
  readonly other?: string;
};

/** Rows B1 and E6: the benchmark by which a penalty is weighed (国办发〔2022〕27号). */
export const discretionBenchmarks = defineList({
  id: 'discretion-benchmarks',
  name: '行政裁量权基准',
  row: 'E6',
  chapter: 'enforcement',
  about: '登记每种违法行为按情节轻重划分的阶次和幅度；作出处罚决定时引用，超出幅度应当说明理由并经批准。',
  basis: [{ law: '国办发〔2022〕27号', provision: 'S3-13' }],
  code: itemCode,
  fields: z.object({
    name: f.text('违法行为', { max: 300 }),
    power: f.listItem('行政处罚事项', 'powers', { offers: { kind: 'penalty' } }),
    unit: f.unit('实施单位'),
    legalBasis: f.longText('处罚依据'),
    tiers: f.rows(
      '裁量阶次',
      {
        code: f.text('阶次编码', { max: 20 }),
        name: f.text('阶次', { max: 30, help: '如轻微、一般、严重' }),
        circumstances: f.text('适用情形', { max: 500 }),
        min: f.money('罚款下限'),
        max: f.money('罚款上限'),
        other: f.text('其他处罚', { max: 200 }).optional(),
      },
      { min: 1, max: 10 },
    ),
  }),
  unitField: 'unit',
  operations: ['adjust', 'establish', 'cancel', 'transfer', 'suspend', 'resume'],
  agreements: [
    {
      id: 'tiers-in-order',
      holds: (fields) => {
        const tiers = fields.tiers as unknown as readonly Tier[];
        return tiers.every(
          (tier, index) => tier.min <= tier.max && (index === 0 || tier.min >= tiers[index - 1]!.min),
        );
      },
      say: '每个阶次的下限不能高于上限，阶次应当由轻到重排列。',
    },
    {
      id: 'tier-codes-differ',
      holds: (fields) => {
        const codes = (fields.tiers as unknown as readonly Tier[]).map((tier) => tier.code);
        return new Set(codes).size === codes.length;
      },
      say: '裁量阶次的编码不能重复。',
    },
  ],
  publication: {
    channel: 'discretion-benchmarks',
    fields: ['name', 'power', 'unit', 'legalBasis', 'tiers'],
  },
  columns: ['power'],
  search: ['legalBasis'],
});
