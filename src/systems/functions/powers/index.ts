import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { defineList } from '../../../lists/declaration.ts';
import { itemCode, levels, powerOperations } from '../list-words.ts';

/** The ten kinds into which catalogues of powers divide them (中办发〔2015〕21号). */
const powerTypes = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  other: '其他行政权力',
} as const;

/** Row B1: the catalogue of powers, the ground on which licences, penalties and inspections stand. */
export const powers = defineList({
  id: 'powers',
  name: '行政权力事项清单',
  row: 'B1',
  chapter: 'functions',
  about: '登记本地区行使的行政权力，每一次取消、下放、承接和调整都有日期、有依据，可以查看任意一天的清单。',
  basis: [{ law: '关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）' }],
  code: itemCode,
  fields: z.object({
    name: f.text('事项名称', { max: 300 }),
    type: f.choice('权力类型', powerTypes),
    unit: f.unit('实施单位'),
    level: f.choice('行使层级', levels),
    forwarded: f.flag('审核转报', { help: '本级只作初审、由上级作出决定的选“是”' }).optional(),
    legalBasis: f.longText('设定依据', { help: '法律、法规、规章的名称和条款' }),
    duty: f.longText('责任事项').optional(),
    accountability: f.longText('追责情形').optional(),
    stages: f
      .rows(
        '办理流程',
        {
          name: f.text('环节', { max: 30 }),
          duty: f.text('责任内容', { max: 300 }).optional(),
          days: f.integer('办理时限', { unit: '日', max: 3650 }).optional(),
        },
        { max: 20 },
      )
      .optional(),
    supervisionPhone: f.text('监督电话', { max: 40 }).optional(),
    hearingAmountNatural: f
      .money('听证标准（自然人）', { help: '行政处罚事项填写；达到的应当告知听证权利' })
      .optional(),
    hearingAmountOrganisation: f.money('听证标准（单位）').optional(),
    majorFine: f
      .money('重大处罚标准', { help: '本单位公布的重大执法决定法制审核目录中的罚款数额' })
      .optional(),
  }),
  kindField: 'type',
  unitField: 'unit',
  flowField: 'stages',
  // Some powers are asked for, the others are exercised ex officio (依职权).
  flowBegins: {
    licence: '申请',
    confirmation: '申请',
    payment: '申请',
    adjudication: '申请',
    reward: '申报',
    penalty: '发现线索',
    coercion: '依职权启动',
    inspection: '依职权启动',
    levy: '依职权启动',
  },
  operations: powerOperations,
  publication: {
    channel: 'powers',
    fields: [
      'name',
      'type',
      'unit',
      'level',
      'legalBasis',
      'duty',
      'accountability',
      'stages',
      'supervisionPhone',
    ],
  },
  columns: ['level', 'legalBasis'],
  search: ['legalBasis'],
});
