import type { Role } from '../systems/yearly/work-plan/fields.ts';
import type { PlanMeasure } from '../yearly/work-plan/draft.ts';
import { units } from './zone.ts';

/** A task of the demo's plan; days are of any year. */
export interface DemoTask {
  readonly part: string;
  readonly title: string;
  readonly text: string;
  /** `MM-DD`. */
  readonly due: string;
  readonly units: readonly {
    readonly role: Role;
    readonly printed: string;
    readonly units: readonly string[];
  }[];
  readonly measure?: Omit<PlanMeasure, 'code'>;
}

const bodies = units.filter((unit) => unit.class === '执法部门').map(({ code }) => code);
const towns = units.filter((unit) => unit.class === '镇街').map(({ code }) => code);
const lead = (...codes: string[]) => ({ role: 'lead' as const, printed: '', units: codes });
const responsible = (printed: string, codes: readonly string[]) => ({
  role: 'responsible' as const,
  printed,
  units: codes,
});
const cooperating = (...codes: string[]) => ({ role: 'cooperating' as const, printed: '', units: codes });

const atLeast = (text: string, target: number, measureUnit: string): Omit<PlanMeasure, 'code'> => ({
  text,
  target: String(target),
  measureUnit,
  sense: 'minimum',
  indicator: null,
  kind: null,
  reach: 'unit',
});

export const demoTasks: readonly DemoTask[] = [
  {
    part: '依法履行职能',
    title: '更新权责清单',
    text: '更新权责清单。对照机构调整和法律法规变化，更新各部门权责清单并向社会公布。',
    due: '04-30',
    units: [lead('U02'), cooperating('U01')],
  },
  {
    part: '依法履行职能',
    title: '压缩许可办理时间',
    text: '压缩许可办理时间。行政许可即时办结和承诺时限内办结全年不少于500件。',
    due: '12-31',
    units: [lead('U03')],
    measure: {
      ...atLeast('行政许可办结全年不少于500件', 500, '件'),
      indicator: 'licence.done',
    },
  },
  {
    part: '依法履行职能',
    title: '规范行政事业性收费',
    text: '规范行政事业性收费。公布收费目录清单，清理没有依据的收费。',
    due: '06-30',
    units: [lead('U13'), cooperating('U03')],
  },
  {
    part: '制度和决策',
    title: '清理规范性文件',
    text: '清理规范性文件。对现行文件逐件清理，公布继续有效、废止和失效目录。',
    due: '09-30',
    units: [lead('U02'), responsible('各镇（街道）', towns)],
  },
  {
    part: '制度和决策',
    title: '编制重大行政决策目录',
    text: '编制重大行政决策目录。一季度公布年度目录，目录内事项按程序办理。',
    due: '03-31',
    units: [lead('U01'), cooperating('U02')],
  },
  {
    part: '行政执法',
    title: '落实行政处罚决定公示',
    text: '落实行政处罚决定公示。处罚决定依法及时公示，全区作出行政处罚决定不少于20件。',
    due: '12-31',
    units: [lead('U02'), responsible('各行政执法部门', bodies)],
    measure: {
      ...atLeast('全区作出行政处罚决定不少于20件', 20, '件'),
      indicator: 'penalty.decided',
      reach: 'region',
    },
  },
  {
    part: '行政执法',
    title: '开展执法案卷评查',
    text: '开展执法案卷评查。上半年、下半年各组织一次案卷评查，通报评查结果。',
    due: '10-31',
    units: [lead('U02'), responsible('各行政执法部门', bodies)],
    measure: atLeast('案卷评查全年不少于2次', 2, '次'),
  },
  {
    part: '行政执法',
    title: '开展柔性执法',
    text: '开展柔性执法。公布不予处罚、从轻减轻处罚事项，推广说服教育、劝导示范。',
    due: '06-30',
    units: [lead('U04'), responsible('', ['U05', 'U06'])],
  },
  {
    part: '纠纷化解和应急',
    title: '完善应急预案',
    text: '完善应急预案。修订突发事件应急预案，每年至少组织一次演练。',
    due: '08-31',
    units: [lead('U07'), responsible('各镇（街道）', towns)],
    measure: atLeast('应急演练每年至少一次', 1, '次'),
  },
  {
    part: '纠纷化解和应急',
    title: '加强劳动纠纷调解',
    text: '加强劳动纠纷调解。建立劳动关系纠纷联合调解机制，及时化解欠薪纠纷。',
    due: '11-30',
    units: [lead('U11'), cooperating('U08')],
  },
  {
    part: '法治能力',
    title: '组织领导干部学法',
    text: '组织领导干部学法。每年举办两次以上法治专题讲座。',
    due: '12-15',
    units: [lead('U02'), responsible('各镇（街道）', towns)],
    measure: atLeast('法治专题讲座每年两次以上', 2, '次'),
  },
  {
    part: '法治能力',
    title: '培训行政执法人员',
    text: '培训行政执法人员。完成全年业务和法律知识培训，做好执法资格管理。',
    due: '11-15',
    units: [lead('U02'), responsible('各行政执法部门', bodies)],
  },
];
