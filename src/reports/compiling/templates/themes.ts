import type { ParagraphTemplate } from '../template.ts';

// Passages by field of work, from which the outlines are put together. What the ledger holds nothing on is offered to
// the clerk by its prompt, or demanded where the law wants it: a report must not say more than is known.

export const lists: readonly ParagraphTemplate[] = [
  {
    text: '持续推进权责清单动态管理，按照法律法规立改废释和机构职能变化情况及时调整，年末权责清单共有行政权力事项{powers.items}[，全年办理清单变更{powers.operations}][，责任清单列明责任事项{responsibilities.items}]。[编制并公布行政许可事项办理清单，列明申请材料、办理环节和承诺时限，年末共有{licence-items.items}。]',
    prompt: '权责清单管理情况：事项总数、年内取消、下放、承接、调整的事项。',
  },
  {
    text: '规范公共服务和涉企收费管理，年末公共服务事项清单共有{service-items.items}[，行政事业性收费目录清单共有{fees.items}][，行政审批中介服务事项清单共有{intermediary-services.items}]。[执行市场准入负面清单制度，清单共有事项{negative-list.items}。]',
    prompt: '公共服务事项、收费目录、中介服务事项清单的公布和执行情况。',
  },
];

export const licensing: readonly ParagraphTemplate[] = [
  {
    text: '深化行政审批制度改革，全年收到行政许可申请{licence.applied}[，{licence.applied~}]，受理{licence.accepted}，作出准予许可决定{licence.granted}[、不予许可决定{licence.refused}]。[上年结转办件{licence.carried-over}，][年内办结{licence.done}，][年末在办{licence.open}。]',
    prompt: '行政许可办理情况：申请、受理、准予和不予许可的数量。',
  },
  {
    text: '持续提升审批服务质效，全年在法定期限内作出许可决定{licence.on-time}[，按期办结率为{licence.on-time-rate}][，承诺时限较法定时限压缩{licence.compression}]。[推行当场办结，即办件达到{licence.instant}，即办率为{licence.instant-share}。][实行告知承诺制，以告知承诺方式办理{licence.on-commitment}。][开展容缺受理，容缺受理{licence.with-promise}。]',
    prompt: '审批提速和便民举措情况：按期办结、时限压缩、即办、告知承诺、容缺受理。',
  },
];

export const documentsAndReview: readonly ParagraphTemplate[] = [
  { prompt: '行政规范性文件制定、公开征求意见、备案、清理情况。' },
  {
    text: '落实合法性审查和法制审核制度，全年收到送审事项{legality-review.received}[，{legality-review.received~}][，其中::行政规范性文件{legality-review.submitted-by-kind@document}|重大行政决策{legality-review.submitted-by-kind@decision}|重大执法决定{legality-review.submitted-by-kind@enforcement-decision}|行政合同{legality-review.submitted-by-kind@contract}::]；年内办结{legality-review.done}。[提出修改或者不同意意见并收到反馈{legality-review.changes-answered}，意见采纳率为{legality-review.adoption-rate}。]',
    prompt: '合法性审查情况：送审、办结的数量和意见采纳情况。',
  },
];

export const decisions: readonly ParagraphTemplate[] = [
  {
    prompt:
      '重大行政决策目录编制、公众参与、专家论证、风险评估、合法性审查和集体讨论情况，法律顾问参与决策情况。',
  },
];

export const penalties: readonly ParagraphTemplate[] = [
  {
    text: '坚持依法办案、应查必查，全年新立行政处罚案件{penalty.received}[，{penalty.received~}]，办结{penalty.done}[，年末在办{penalty.open}]；作出行政处罚决定{penalty.decided}[，{penalty.decided~}][，其中::适用普通程序{penalty.decided-by-procedure@ordinary}|适用简易程序{penalty.decided-by-procedure@simple}::][；决定罚没金额{penalty.forfeits}][，{penalty.forfeits~}]。',
    prompt: '行政处罚案件办理情况：立案、办结、处罚决定数量和罚没金额。',
  },
  {
    text: '坚持处罚与教育相结合，依法作出不予行政处罚决定{penalty.exempted}[，其中::轻微违法不予处罚{penalty.exempted@minor-violation}|首次违法不予处罚{penalty.exempted@first-offence}::][，免予罚款{penalty.exempted-amount}]。[年末公布行政裁量权基准{discretion-benchmarks.items}。]',
    prompt: '包容审慎监管情况：不予处罚、减轻处罚和裁量权基准。',
  },
  {
    text: '落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，公示行政处罚决定{penalty.published}[，按期公示率为{penalty.disclosure-rate}]。[作出重大行政处罚决定{penalty.major}，法制审核率为{penalty.legality-review-rate}。][全年举行行政处罚听证{penalty.hearings}。]',
    prompt: '行政执法“三项制度”落实情况：公示、记录和法制审核。',
  },
];

export const transfers: readonly ParagraphTemplate[] = [
  {
    text: '健全行政执法与刑事司法衔接和部门协作机制，全年移送案件和线索{penalty.transferred}[，其中::移送司法机关{penalty.transferred@justice}|移送其他行政机关{penalty.transferred@body}::]。',
    prompt: '行政执法与刑事司法衔接、案件移送情况。',
  },
];

export const officers: readonly ParagraphTemplate[] = [
  {
    text: '加强行政执法人员资格管理，年末持有行政执法证件人员{certificate.held@enforcement}[，年内新核发证件{certificate.issued@enforcement}][，换发证件{certificate.renewed@enforcement}][，清退{certificate.removed}]。[组织行政执法资格考试{certificate.examined}。][开展证件年度审验{certificate.checked}。]',
    prompt: '行政执法人员持证、考试、年度审验和培训情况。',
  },
];

export const oversight: readonly ParagraphTemplate[] = [
  {
    text: '加强对行政权力运行的日常监督，全年发出监察预警{alert.raised}[，其中::红色预警{alert.raised@red}|黄色预警{alert.raised@yellow}|绿色预警{alert.raised@green}::]；办结{alert.closed}。',
    prompt: '行政执法监督、督察和预警处理情况。',
  },
  {
    text: '开展法治政府建设督察，全年督察单位{inspection.inspected}[，反馈问题{inspection.findings}][，整改到位{inspection.rectified}]。[对推进不力的单位采取提醒、约谈、责令整改、通报等措施{escalation.taken}。]',
    prompt: '法治政府建设督察情况：督察的单位、发现的问题和整改。',
  },
  {
    text: '依法办理政府信息公开申请，全年新收申请{disclosure-request.received}[，{disclosure-request.received~}]，办结{disclosure-request.done}[，按期答复率为{disclosure-request.on-time-rate}]。',
    prompt: '政府信息依申请公开办理情况。',
  },
  { prompt: '办理人大代表建议和政协提案、接受司法监督和审计监督、主动公开情况。' },
];

export const disputes: readonly ParagraphTemplate[] = [
  { prompt: '行政复议收案、审结、纠错和行政应诉情况，负责人出庭应诉情况。' },
  { prompt: '人民调解、行政调解、信访和12345热线办理情况。' },
];

export const ability: readonly ParagraphTemplate[] = [
  {
    text: '抓住领导干部这个“关键少数”，全年举办学法活动{law-study.sessions}[，其中::法治专题讲座{law-study.lectures}::][，参加学法活动{law-study.attendance}]。',
    prompt: '领导干部学法情况。',
  },
  { prompt: '法治培训、普法宣传情况。' },
];

export const emergencies: readonly ParagraphTemplate[] = [
  { prompt: '应急预案、演练、突发事件依法处置情况。' },
];

export const technology: readonly ParagraphTemplate[] = [
  { prompt: '政务信息化、执法信息化、数据共享情况。' },
];

export const leadership: readonly ParagraphTemplate[] = [
  {
    text: '加强对法治政府建设的组织领导，全年召开研究法治建设的会议{leading-group-meeting.held}[，研究议题{leading-group-meeting.agenda}][，形成议定事项{leading-group-meeting.decisions}]。',
    prompt: '党的领导、组织保障情况：专题研究法治工作。',
  },
  {
    text: '制定并印发年度工作要点，部署工作任务{work-plan.tasks}[，按承担单位分解为{work-task.assigned}][，有关单位报送实施方案{implementation-plan.filed}][，年内完成{work-task.done}][，任务完成率为{work-task.done-rate}]。',
    prompt: '年度工作要点的部署和完成情况。',
  },
  {
    text: '开展法治政府建设年度考核，完成考核的单位{unit-assessment.concluded}。',
    prompt: '法治政府建设考核情况。',
  },
];

/** 法治政府建设与责任落实督察工作规定, art. 25 (3). */
export const firstResponsible: readonly ParagraphTemplate[] = [
  {
    text: '主要负责人主持研究法治建设工作，全年听取法治建设情况汇报{leading-group-meeting.reports-heard}[，参加学法活动{law-study.principal-attended}]。',
  },
  {
    text: '落实述法制度，全年部署述法{duty-report.assigned}[，收到述法报告{duty-report.submitted}][，完成述法{duty-report.presented}]。',
  },
  {
    prompt: '主要负责人履行推进法治建设第一责任人职责情况：研究部署、听取汇报、学法、述法、督促落实。',
    required: true,
  },
];

/** Shortcomings that figures show; each is said only where they do. */
export const shortcomings: readonly ParagraphTemplate[] = [
  {
    text: '行政执法公示的及时性还有差距，公示的行政处罚决定中按期公示率为{penalty.disclosure-rate}，仍有超过法定期限公示的情况。',
    when: { slot: 'penalty.disclosure-rate', under: 1 },
  },
  {
    text: '个别审批事项没有在法定期限内办结，行政许可按期办结率为{licence.on-time-rate}，审查环节的衔接和督促还不够有力。',
    when: { slot: 'licence.on-time-rate', under: 1 },
  },
  {
    text: '执法办案质量还需要提高，年内经行政复议、行政诉讼被纠正的行政处罚决定有{penalty.annulled}。',
    when: { slot: 'penalty.annulled', over: 0 },
  },
  {
    text: '部分单位的履职规范性有待加强，全年发出红色监察预警{alert.raised@red}，期限管理和程序执行中的问题仍有发生。',
    when: { slot: 'alert.raised@red', over: 0 },
  },
  {
    text: '年度工作任务的推进还不够平衡，年度工作任务完成率为{work-task.done-rate}，部分任务没有按期完成。',
    when: { slot: 'work-task.done-rate', under: 1 },
  },
  {
    text: '政府信息公开申请没有全部按期答复，按期答复率为{disclosure-request.on-time-rate}。',
    when: { slot: 'disclosure-request.on-time-rate', under: 1 },
  },
  {
    text: '部分单位报送工作数据不够及时，全年逾期报送报表{periodic-return.late}。',
    when: { slot: 'periodic-return.late', over: 0 },
  },
  {
    prompt: '结合督察、考核、复议诉讼和群众反映，补充存在的不足，并写明产生的原因。',
    required: true,
  },
];

/** What is to be done about what the figures show, in the same order. */
export const nextYear: readonly ParagraphTemplate[] = [
  {
    text: '压实行政执法公示责任，逐案核对公示期限，对临近期限的提前提醒，对超期公示的及时通报。',
    when: { slot: 'penalty.disclosure-rate', under: 1 },
  },
  {
    text: '强化审批期限管理，优化审查和现场核查的衔接，对超期办件逐件分析原因并落实整改。',
    when: { slot: 'licence.on-time-rate', under: 1 },
  },
  {
    text: '提高执法办案质量，对被纠正的案件逐案复盘，把问题反馈到裁量基准、文书和培训之中。',
    when: { slot: 'penalty.annulled', over: 0 },
  },
  {
    text: '用好日常监督，对红色预警逐件核查，推动同类问题集中整改。',
    when: { slot: 'alert.raised@red', over: 0 },
  },
  {
    text: '压实年度任务责任，对没有按期完成的任务逐项明确单位、措施和时限，完成一项销号一项。',
    when: { slot: 'work-task.done-rate', under: 1 },
  },
  {
    text: '规范政府信息公开申请办理，完善登记、转办、答复和送达各环节的期限提醒。',
    when: { slot: 'disclosure-request.on-time-rate', under: 1 },
  },
  {
    text: '严格数据报送时限，对逾期报送的单位及时提醒，把报送质量纳入考核。',
    when: { slot: 'periodic-return.late', over: 0 },
  },
  { prompt: '根据{next}年度工作要点，写明下一年度推进法治政府建设的主要安排。', required: true },
];
