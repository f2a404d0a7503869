import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ListAction } from '../lists/context.ts';
import type { OperationId } from '../lists/operations.ts';
import { licencePlans } from './licence-plans.ts';
import type { Scribe } from './scribe.ts';
import { holders, units, zone } from './zone.ts';

/** What the units of the demo deal with, to make names of powers from. */
const fields: Record<string, { readonly subjects: readonly string[]; readonly law: string }> = {
  U03: {
    subjects: [
      '企业登记',
      '个体工商户登记',
      '食品经营',
      '公共场所卫生',
      '人力资源服务',
      '户外广告',
      '道路货运',
      '建筑施工',
      '民办培训',
      '医疗机构',
    ],
    law: '行政许可法',
  },
  U04: {
    subjects: [
      '食品生产',
      '食品经营',
      '药品零售',
      '医疗器械经营',
      '特种设备使用',
      '计量器具',
      '商品条码',
      '广告发布',
      '价格标示',
      '网络交易',
      '产品质量',
      '认证活动',
      '商标使用',
      '化妆品经营',
    ],
    law: '食品安全法',
  },
  U05: {
    subjects: [
      '占道经营',
      '户外广告设置',
      '建筑垃圾运输',
      '市容环境',
      '园林绿化',
      '市政设施',
      '违法建设',
      '犬类饲养',
      '燃气使用',
      '餐厨垃圾处置',
    ],
    law: '城市管理执法办法',
  },
  U06: {
    subjects: [
      '大气污染物排放',
      '水污染物排放',
      '固体废物贮存',
      '危险废物转移',
      '噪声排放',
      '建设项目环评',
      '排污许可',
      '放射性物品',
      '环境监测',
      '畜禽养殖污染',
    ],
    law: '环境保护法',
  },
  U07: {
    subjects: [
      '危险化学品经营',
      '烟花爆竹零售',
      '安全生产培训',
      '有限空间作业',
      '应急预案',
      '安全设施',
      '隐患排查',
      '粉尘涉爆',
      '矿山作业',
      '职业危害防护',
    ],
    law: '安全生产法',
  },
  U08: {
    subjects: [
      '建筑工程质量',
      '施工许可',
      '房屋预售',
      '物业服务',
      '建筑节能',
      '招标投标',
      '燃气经营',
      '供水经营',
      '房屋租赁',
      '工程监理',
    ],
    law: '建筑法',
  },
  U09: {
    subjects: [
      '道路客运',
      '道路货运',
      '机动车维修',
      '驾驶员培训',
      '公路路产',
      '网约车经营',
      '港口作业',
      '货物装载',
      '出租汽车',
      '公路工程',
    ],
    law: '道路运输条例',
  },
  U10: {
    subjects: [
      '医疗机构执业',
      '医师执业',
      '公共场所卫生',
      '生活饮用水',
      '传染病防治',
      '消毒产品',
      '放射诊疗',
      '母婴保健',
      '血液管理',
      '托育服务',
    ],
    law: '传染病防治法',
  },
  U11: {
    subjects: [
      '劳动合同',
      '工资支付',
      '社会保险',
      '人力资源服务',
      '职业培训',
      '劳务派遣',
      '女职工保护',
      '职业介绍',
      '工时休假',
      '集体合同',
    ],
    law: '劳动法',
  },
  U12: {
    subjects: [
      '土地使用',
      '矿产开采',
      '测绘成果',
      '规划建设',
      '不动产登记',
      '林木采伐',
      '基本农田',
      '地质环境',
      '海域使用',
      '国土调查',
    ],
    law: '土地管理法',
  },
};

const violations = [
  '未按规定备案',
  '未取得许可擅自从事',
  '不符合规定条件',
  '拒绝接受检查',
  '未建立台账',
  '提供虚假材料',
  '未按规定公示',
  '逾期未改正',
  '超出许可范围',
  '未按规定培训人员',
  '记录不完整',
  '使用不合格产品',
];

interface Shape {
  readonly type: string;
  readonly name: (subject: string, n: number) => string;
  readonly share: number;
}

/** How the ten kinds of powers divide a catalogue: penalties are by far the most. */
const shapes: readonly Shape[] = [
  {
    type: 'penalty',
    share: 66,
    name: (subject, n) => `对${subject}${violations[n % violations.length]}行为的处罚`,
  },
  {
    type: 'licence',
    share: 8,
    name: (subject, n) => `${subject}${['核准', '变更', '延续', '注销'][n % 4]}许可`,
  },
  {
    type: 'inspection',
    share: 9,
    name: (subject, n) => `对${subject}的${['日常', '专项', '随机', '举报'][n % 4]}检查`,
  },
  {
    type: 'coercion',
    share: 6,
    name: (subject, n) => `对涉嫌违法${subject}的${['查封', '扣押', '先行登记保存', '代履行'][n % 4]}`,
  },
  {
    type: 'confirmation',
    share: 4,
    name: (subject, n) => `${subject}${['资格', '等级', '备案', '情况'][n % 4]}确认`,
  },
  { type: 'reward', share: 1, name: (subject) => `对${subject}成绩显著单位和个人的奖励` },
  { type: 'payment', share: 1, name: (subject) => `${subject}相关补助给付` },
  { type: 'levy', share: 1, name: (subject) => `${subject}相关费用征收` },
  { type: 'adjudication', share: 1, name: (subject) => `${subject}争议裁决` },
  {
    type: 'other',
    share: 3,
    name: (subject, n) => `${subject}${['年度报告审核', '事后备案', '信息公示审核', '合同备案'][n % 4]}`,
  },
];

/** Letters that begin a code, as catalogues write them: pinyin initials of the kind. */
const prefixes: Record<string, string> = {
  licence: 'XK',
  penalty: 'CF',
  coercion: 'QZ',
  levy: 'ZS',
  payment: 'JF',
  inspection: 'JC',
  confirmation: 'QR',
  reward: 'JL',
  adjudication: 'CJ',
  other: 'QT',
};

/** One invented power. */
export interface DemoPower {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  readonly unit: string;
}

/** Changes of the demo year, in the numbers of a published report. */
export const changes: readonly (readonly [OperationId, number])[] = [
  ['cancel', 191],
  ['devolve', 212],
  ['internal', 134],
  ['suspend', 34],
  ['pre-to-post', 134],
  ['adjust', 259],
];
/** Powers on the list at the end of the demo year. */
const POWERS_AT_END = 2001;
const ENDING = 191 + 212 + 134;

/** Licences that items stand on come first among those of their unit. */
const plannedOf = (unit: string): string[] =>
  licencePlans.filter(([, of]) => of === unit).map(([name]) => name);

/** Every power the demo has had, the first ones of each kind and unit in front. */
function demoPowers(): DemoPower[] {
  const unitCodes = Object.keys(fields);
  const total = POWERS_AT_END + ENDING;
  const names = new Set<string>();
  const powers: DemoPower[] = [];
  const shareSum = shapes.reduce((sum, shape) => sum + shape.share, 0);
  for (const shape of shapes) {
    const wanted = Math.round((total * shape.share) / shareSum);
    for (let n = 0, made = 0; made < wanted && powers.length < total; n++) {
      const unit = unitCodes[n % unitCodes.length]!;
      const { subjects } = fields[unit]!;
      const round = Math.floor(n / unitCodes.length);
      const variant = Math.floor(round / subjects.length);
      const planned = shape.type === 'licence' ? plannedOf(unit)[round] : undefined;
      const plain = planned ?? shape.name(subjects[round % subjects.length]!, variant);
      const name = variant < 12 || planned ? plain : `${plain}（第${variant - 11}类）`;
      const key = `${unit} ${name}`;
      if (names.has(key)) continue;
      names.add(key);
      made++;
      powers.push({
        code: `${prefixes[shape.type]}-${unit}-${String(made).padStart(4, '0')}`,
        type: shape.type,
        name,
        unit,
      });
    }
  }
  for (let n = 1; powers.length < total; n++) {
    powers.push({
      code: `QT-U05-9${String(n).padStart(3, '0')}`,
      type: 'other',
      name: `综合执法协作事项第${n}项`,
      unit: 'U05',
    });
  }
  return powers;
}

function powerFields({ name, type, unit }: DemoPower): JsonObject {
  const named = units.find((entry) => entry.code === unit)!;
  return {
    name,
    type,
    unit,
    level: 'county',
    legalBasis: `《${fields[unit]?.law ?? '行政处罚法'}》及其配套规定`,
    duty: '依法受理、审查、决定、送达和事后监管，对过程和结果负责。',
    stages: stagesOf(type),
    supervisionPhone: '0000-12345',
    accountability: `违法履职的，依法追究${named.shortName}有关人员责任。`,
  };
}

function stagesOf(type: string): JsonObject[] {
  const names =
    type === 'penalty'
      ? ['立案', '调查取证', '审核', '告知', '决定', '送达', '执行']
      : type === 'licence'
        ? ['受理', '审查', '决定', '送达']
        : ['启动', '实施', '处理', '归档'];
  return names.map((name) => ({ name }));
}

const document = (year: number) => ({
  documentTitle: `${zone.name}行政权力事项清单（${year}年版）`,
  documentNumber: `云开管发〔${year}〕1号`,
});

/** The catalogue as it was issued before the demo year, and the changes of that year month by month. */
export function writePowers(scribe: Scribe, year: number): DemoPower[] {
  const keeper = holders('U02', 'list-keeper')[0]!;
  const powers = demoPowers();
  const issued = `${year - 1}-01-02`;
  const establish = powers.map(
    (power): ListAction => ({
      operation: 'establish',
      input: {
        ...powerFields(power),
        code: power.code,
        effective: issued,
        ...document(year - 1),
        reason: '首次公布',
      },
    }),
  );
  for (let i = 0; i < establish.length; i += 500) {
    scribe.operate('powers', keeper, 'list-keeper', issued, establish.slice(i, i + 500));
  }
  writeChanges(scribe, powers, year);
  return powers;
}

/** Half of the powers of every unit are not touched in the demo year: licences and cases stand on them. */
export const keepsStill = (index: number): boolean =>
  Math.floor(index / Object.keys(fields).length) % 2 === 0;

/** Each change falls on a power of its own, so that none is touched after it has ended. */
function writeChanges(scribe: Scribe, powers: readonly DemoPower[], year: number): void {
  const keeper = holders('U02', 'list-keeper')[1]!;
  const free = powers.filter((power, index) => !keepsStill(index) && power.type !== 'licence');
  let next = 0;
  const byDay = new Map<string, ListAction[]>();
  for (const [operation, count] of changes) {
    for (let i = 0; i < count; i++) {
      const power = free[next++]!;
      const month = (1 + (i * 12) / count) | 0;
      const day = scribe.calendar.rollToWorkday(
        `${year}-${String(month).padStart(2, '0')}-${operation === 'adjust' ? '20' : '10'}`,
      );
      const input: JsonObject = {
        code: power.code,
        effective: day,
        documentTitle: `关于调整${zone.name}行政权力事项的通知`,
        documentNumber: `云开管发〔${year}〕${month + 10}号`,
        reason: '按照上级取消、下放和调整行政权力事项的决定办理',
        ...(operation === 'devolve' ? { receiver: '镇人民政府、街道办事处' } : {}),
        ...(operation === 'adjust'
          ? { legalBasis: `《${fields[power.unit]?.law ?? '行政处罚法'}》（最新修订）及其配套规定` }
          : {}),
      };
      byDay.set(day, [...(byDay.get(day) ?? []), { operation, input }]);
    }
  }
  for (const day of [...byDay.keys()].sort()) {
    scribe.operate('powers', keeper, 'list-keeper', day, byDay.get(day)!);
  }
}
