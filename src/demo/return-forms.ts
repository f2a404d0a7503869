import type { JsonObject } from '../kernel/ledger/json.ts';
import type { Sql } from '../store/connection.ts';
import { keepPaper } from '../store/returns/papers.ts';
import type { FormItem, ReturnForm } from '../yearly/returns/form.ts';
import { holders, units, zone } from './zone.ts';

const everyday = { definition: '', decimals: 0, required: true, jump: '0.5', jumpFloor: '20' } as const;
const flow = (
  code: string,
  group: string,
  name: string,
  unit: string,
  over: Partial<FormItem> = {},
): FormItem => ({
  ...everyday,
  code: `FZ-${code}`,
  group,
  name,
  unit,
  measure: 'flow',
  ...over,
});

/** Units whose penalties are kept in a platform of the province. */
const elsewhere = ['U14', 'U15'];

const services = '依法履职';
const rules = '制度体系';
const enforcement = '行政执法';
const disputes = '纠纷化解';
const ability = '法治能力';

/** The monthly form of the demo: what no register of this product holds. */
export const demoForm: ReturnForm = {
  code: 'FZ',
  name: '法治政府建设情况月报',
  periodKind: 'month',
  note: '没有发生的填0；变动较大的写明原因。',
  items: [
    flow('01', services, '政务服务办件', '件', { definition: '本月办结的政务服务事项，不含咨询。' }),
    flow('02', services, '其中：网上办理', '件', { within: 'FZ-01', definition: '全程在网上办结的。' }),
    flow('03', services, '网上办理占比', '%', {
      measure: 'rate',
      decimals: 2,
      required: false,
      ratio: 'FZ-02/FZ-01',
      jump: '0',
    }),
    flow('04', rules, '制定规范性文件', '件'),
    flow('05', rules, '其中：经合法性审核', '件', { within: 'FZ-04' }),
    flow('06', rules, '合同合法性审核', '件', {
      indicator: 'legality-review.submitted-by-kind@contract',
      definition: '本月送本单位法制机构审核的合同，不含续签。',
    }),
    flow('07', rules, '法律顾问提供意见', '件次'),
    flow('08', enforcement, '行政检查', '次', { definition: '本月对企业和个人开展的行政检查。' }),
    flow('09', enforcement, '其中：联合检查', '次', { within: 'FZ-08' }),
    flow('10', enforcement, '行政处罚决定（省平台办理）', '件', {
      owedBy: elsewhere,
      indicator: 'penalty.decided',
      definition: '台账在省统一执法平台、不在本系统办理的处罚决定。',
    }),
    flow('11', enforcement, '罚款数额（省平台办理）', '元', {
      owedBy: elsewhere,
      indicator: 'penalty.fines',
      decimals: 2,
      jump: '1',
      jumpFloor: '50000',
    }),
    flow('12', enforcement, '在岗执法人员', '人', { measure: 'stock', definition: '月末在执法岗位的人员。' }),
    flow('13', disputes, '被申请行政复议', '件'),
    flow('14', disputes, '行政诉讼应诉', '件'),
    flow('15', disputes, '其中：负责人出庭', '件', { within: 'FZ-14' }),
    flow('16', disputes, '调解纠纷', '件', { sum: 'FZ-17+FZ-18' }),
    flow('17', disputes, '其中：人民调解', '件'),
    flow('18', disputes, '其中：行政调解', '件'),
    flow('19', ability, '法治培训', '人次', { jump: '1', jumpFloor: '60' }),
    flow('20', ability, '普法经费支出（本年累计）', '元', { measure: 'cumulative', decimals: 2, jump: '1' }),
  ],
};

const column = (title: string, item: string, over: object = {}) => ({
  title,
  unit: demoForm.items.find(({ code }) => code === `FZ-${item}`)!.unit,
  source: { item: `FZ-${item}` },
  scale: 0,
  decimals: 0,
  ...over,
});

/** A table as a superior asks for it: other order, other names, codes of its own, amounts in 万元. */
const demoLayout = {
  code: 'SF-03',
  name: '依法行政工作情况统计表',
  issuer: '上级司法行政机关',
  direction: 'units',
  periodKind: 'month',
  heading: ['制表机关：上级司法行政机关', '填报单位：云汀经济开发区法制办公室'],
  columns: [
    column('被申请复议', '13', { group: '复议应诉', code: '101' }),
    column('应诉', '14', { group: '复议应诉', code: '102' }),
    column('负责人出庭', '15', { group: '复议应诉', code: '103' }),
    column('检查', '08', { group: '执法', code: '201' }),
    {
      title: '处罚决定',
      group: '执法',
      code: '202',
      unit: '件',
      source: { indicator: 'penalty.decided' },
      scale: 0,
      decimals: 0,
    },
    column('调解', '16', { code: '301' }),
    column('网办占比', '03', { code: '401', decimals: 2 }),
    column('普法经费', '20', { code: '501', unit: '万元', scale: -4, decimals: 2 }),
  ],
};

/** The form and a superior's table, as the legal office saved them before the first round. */
export async function seedReturnForms(sql: Sql): Promise<void> {
  const by = holders('U02', 'legal-office')[0]!.id;
  const at = '2015-01-05T02:00:00.000Z';
  const paper = { version: 1, by, at };
  await keepPaper(sql, zone.code, 'return-form', {
    ...paper,
    code: demoForm.code,
    name: demoForm.name,
    content: demoForm as unknown as JsonObject,
  });
  await keepPaper(sql, zone.code, 'return-layout', {
    ...paper,
    code: demoLayout.code,
    name: demoLayout.name,
    content: demoLayout as unknown as JsonObject,
  });
}

/** How much work a class of units has, so that their numbers differ as they would. */
export const weightOf = (unit: string): number =>
  ({ 综合部门: 0.5, 执法部门: 1, 审批部门: 4, 镇街: 1.5 })[units.find(({ code }) => code === unit)!.class];
