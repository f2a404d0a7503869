/**
 * From the words of a figure to the indicator it reports. Rules are tried in order, the special before the
 * general; every word of one alternative must occur in the words around the figure. A figure no rule
 * fits stays listed without an indicator.
 */
export interface IndicatorRule {
  readonly code: string;
  readonly name: string;
  /** Alternatives; within one, all words must occur. */
  readonly words: readonly (readonly string[])[];
  /** Units the indicator is reported in; any when absent. */
  readonly units?: readonly string[];
}

const any = (...alternatives: string[]): string[][] => alternatives.map((words) => words.split('+'));

export const INDICATORS: readonly IndicatorRule[] = [
  {
    code: 'court-appearance-of-heads',
    name: '行政机关负责人出庭应诉',
    words: any('负责人+出庭', '出庭应诉率', '出庭率'),
  },
  { code: 'lost-suits', name: '败诉', words: any('败诉') },
  { code: 'trial-observation', name: '旁听庭审', words: any('旁听+庭审', '庭审旁听', '旁听') },
  {
    code: 'review-opinions',
    name: '行政复议意见书建议书',
    words: any('复议意见书', '复议建议书', '意见书+建议书', '检察建议', '司法建议'),
  },
  {
    code: 'review-mediation',
    name: '行政复议调解和解',
    words: any('复议+调解', '复议+和解', '案前化解', '受理前+化解', '化解行政争议', '案结事了'),
  },
  {
    code: 'review-corrections',
    name: '行政复议纠错',
    words: any('纠错', '复议+撤销', '复议+变更', '确认违法'),
  },
  {
    code: 'review-upheld',
    name: '行政复议维持驳回终止',
    words: any('复议+维持', '复议+驳回', '复议+终止', '维持', '驳回'),
  },
  { code: 'review-concluded', name: '行政复议审结', words: any('复议+审结', '复议+办结') },
  { code: 'review-received', name: '行政复议收到受理', words: any('复议') },
  { code: 'litigation', name: '行政诉讼应诉案件', words: any('行政诉讼', '应诉', '一审', '二审') },
  { code: 'disclosure-requests', name: '依申请公开', words: any('依申请公开', '信息公开申请', '公开+申请') },
  {
    code: 'double-publicity',
    name: '行政许可处罚双公示',
    words: any('双公示', '公示+行政许可', '公示+行政处罚', '信用+公示'),
  },
  {
    code: 'policy-interpretation',
    name: '政策解读与意见征集',
    words: any('政策解读', '解读', '征集意见', '意见征集', '征求意见'),
  },
  {
    code: 'proactive-disclosure',
    name: '政府信息主动公开',
    words: any('主动公开', '公开+信息', '网站+信息', '公开+文件'),
    units: ['条', '件', '%', '份', '篇', ''],
  },
  { code: 'random-inspection', name: '双随机抽查', words: any('双随机', '随机抽查', '随机抽检', '联合抽查') },
  {
    code: 'abnormal-operations-list',
    name: '涉企异常名录与市场主体',
    words: any('异常名录', '经营异常', '市场主体', '个体工商户', '经营主体'),
  },
  { code: 'criminal-transfer', name: '行刑衔接移送', words: any('行刑衔接', '移送', '两法衔接') },
  {
    code: 'file-review',
    name: '案卷评查与法制审核',
    words: any('案卷评查', '案卷', '法制审核', '评查', '执法记录'),
  },
  { code: 'fines', name: '罚款罚没金额', words: any('罚款', '罚没', '没收', '处罚金额') },
  {
    code: 'corrective-orders',
    name: '责令改正监督意见约谈',
    words: any('责令', '监督意见', '约谈', '提示函', '整改通知'),
  },
  { code: 'penalty-cases', name: '立案与行政处罚案件', words: any('处罚', '立案', '查处', '警告') },
  {
    code: 'enforcement-officers',
    name: '执法人员与持证',
    words: any('执法证', '执法人员', '持证', '执法资格', '协管员', '出动执法'),
  },
  {
    code: 'inspections',
    name: '执法检查',
    words: any('检查', '巡查', '专项行动', '出动'),
    units: ['次', '家', '户次', '家次', '户', '人次', '场次', '件次', '处', '车次', '个'],
  },
  { code: 'oversight-rounds', name: '法治督察专项督查', words: any('督察', '督查', '督导') },
  { code: 'performance-statements', name: '述法', words: any('述法') },
  { code: 'contracts', name: '合同审查', words: any('合同', '协议') },
  { code: 'fair-competition', name: '公平竞争审查', words: any('公平竞争') },
  { code: 'major-decisions', name: '重大行政决策', words: any('重大行政决策', '重大决策', '听证') },
  { code: 'normative-documents', name: '规范性文件', words: any('规范性文件') },
  { code: 'local-legislation', name: '地方性法规规章', words: any('地方性法规', '规章', '法规草案') },
  {
    code: 'legality-review',
    name: '合法性审核法律意见',
    words: any('合法性', '法律意见', '法律审查', '法律文书'),
  },
  { code: 'legal-advisers', name: '法律顾问公职律师', words: any('法律顾问', '公职律师', '律师') },
  {
    code: 'legal-examinations',
    name: '学法考试',
    words: any('学法+考试', '法治考试', '法律+考试', '普法考试', '法律知识+测试', '参考率', '及格率'),
  },
  { code: 'legal-training', name: '法治培训讲座', words: any('培训', '讲座', '轮训') },
  {
    code: 'legal-study',
    name: '学法理论学习',
    words: any('学法', '理论学习', '集中学习', '集体学习', '中心组', '第一议题', '专题学习'),
  },
  {
    code: 'leadership-meetings',
    name: '研究部署法治工作',
    words: any(
      '法治+会议',
      '法治+研究',
      '专题研究',
      '听取+汇报',
      '委员会会议',
      '专题会',
      '依法治+会',
      '调度会',
    ),
  },
  {
    code: 'public-legal-centres',
    name: '公共法律服务中心站室',
    words: any('公共法律服务', '法律服务站', '公证'),
  },
  { code: 'legal-aid', name: '法律援助法律咨询', words: any('法律援助', '法律咨询', '法律服务', '法律查询') },
  { code: 'mediation', name: '人民调解行政调解', words: any('调解', '矛盾纠纷', '化解纠纷') },
  { code: 'petitions', name: '信访', words: any('信访', '上访', '来访', '接访') },
  {
    code: 'proposals',
    name: '人大建议政协提案',
    words: any('提案', '人大代表建议', '代表建议', '建议+办理', '人大+建议'),
  },
  { code: 'hotline', name: '12345投诉举报', words: any('12345', '投诉', '举报', '工单', '诉求') },
  { code: 'satisfaction', name: '满意度测评', words: any('满意度', '满意率', '好评率', '测评') },
  { code: 'demonstration', name: '示范创建评估', words: any('示范', '创建', '评估+位次') },
  {
    code: 'notification-commitment',
    name: '告知承诺证照分离一件事',
    words: any('告知承诺', '证照分离', '一件事', '一业一证', '证明事项'),
  },
  {
    code: 'one-visit',
    name: '最多跑一次网办率时限压缩率',
    words: any(
      '跑一次',
      '网办',
      '网上办',
      '即办',
      '时限',
      '全程网办',
      '审批+环节',
      '环节+减少',
      '一窗',
      '压缩+时',
    ),
  },
  {
    code: 'delegated-items',
    name: '承接下放取消调整事项',
    words: any('承接', '下放', '取消', '赋权', '调整+事项', '不再保留', '划转'),
  },
  {
    code: 'power-lists',
    name: '权责清单行政权力事项',
    words: any('权责清单', '权力清单', '责任清单', '行政权力', '行政职权', '权责事项'),
  },
  {
    code: 'licences-handled',
    name: '办理行政许可审批服务',
    words: any('办理+许可', '办结+许可', '办理+审批', '办结+审批', '办件', '行政许可+办', '许可证'),
  },
  {
    code: 'service-items',
    name: '政务服务行政审批事项',
    words: any('政务服务事项', '审批事项', '进驻', '许可事项', '服务事项', '事项清单'),
  },
  { code: 'business-climate', name: '营商环境举措', words: any('营商环境', '惠企', '涉企', '企业诉求') },
  { code: 'audits', name: '审计', words: any('审计') },
  { code: 'institutional-reform', name: '机构改革编制', words: any('机构编制', '三定', '机构改革', '编制') },
  {
    code: 'safety-and-environment',
    name: '安全生产环保专项',
    words: any('安全生产', '环境', '污染', '隐患', '应急', '水体'),
  },
  {
    code: 'welfare-payments',
    name: '民生发放服务',
    words: any('补助', '救助', '扶助', '发放+资金', '低保', '奖励金'),
  },
  {
    code: 'legal-publicity',
    name: '法律宣传普法活动',
    words: any('普法', '宣传', '宣讲', '法治文化', '发放+资料'),
  },
  {
    code: 'data-resources',
    name: '信息化数据归集',
    words: any('数据', '访问量', '汇集', '归集', '电子证照', '平台+录入'),
  },
  {
    code: 'work-plan',
    name: '工作要点实施方案任务',
    words: any('工作要点', '重点任务', '实施方案', '任务', '措施', '举措'),
  },
  { code: 'assessment', name: '考核指标分值', words: any('考核', '指标', '分值', '得分') },
];

/** Every word of the rules, to be found in one pass over the words around a figure. */
const WORD = new Map<number, string[]>();
/** First word of an alternative → the alternatives it begins, with the rank of their rule. */
const ALTERNATIVES = new Map<string, { rank: number; rest: readonly string[] }[]>();
for (const [rank, rule] of INDICATORS.entries()) {
  for (const [first, ...rest] of rule.words) {
    for (const word of [first!, ...rest]) {
      const same = WORD.get(word.charCodeAt(0)) ?? [];
      if (!same.includes(word)) same.push(word);
      WORD.set(word.charCodeAt(0), same);
    }
    ALTERNATIVES.set(first!, [...(ALTERNATIVES.get(first!) ?? []), { rank, rest }]);
  }
}

/** Code of the indicator the words and the unit fit first; null for none. */
export function indicatorOf(text: string, unit: string): string | null {
  const present = new Set<string>();
  for (let i = 0; i < text.length; i += 1) {
    for (const word of WORD.get(text.charCodeAt(i)) ?? []) if (text.startsWith(word, i)) present.add(word);
  }
  let best = INDICATORS.length;
  for (const word of present) {
    for (const { rank, rest } of ALTERNATIVES.get(word) ?? []) {
      if (rank >= best || !rest.every((other) => present.has(other))) continue;
      if (INDICATORS[rank]!.units?.includes(unit) ?? true) best = rank;
    }
  }
  return INDICATORS[best]?.code ?? null;
}
