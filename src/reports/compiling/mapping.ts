/** Words by which published reports name what one of our slots counts. */
interface SlotWords {
  readonly slot: string;
  /** Found in the words of the figure itself. */
  readonly subject: RegExp;
  /** Units it is stated in. */
  readonly units: RegExp;
  /** Words that make it something else. */
  readonly not?: RegExp;
}

const CASES = /^(?:件|起|宗|个案件)$/;
const ITEMS = /^项$/;
const MONEY = /^元$/;
const RATE = /^%$/;
const PEOPLE = /^(?:人|名)$/;
const TIMES = /^(?:次|场|场次|期|堂|讲)$/;

/** The special before the general: the first that fits is taken. */
const WORDS: readonly SlotWords[] = [
  { slot: 'penalty.exempted-amount', subject: /免(?:予|于|除|收)?.{0,4}(?:处罚|罚款)/, units: MONEY },
  { slot: 'penalty.forfeits', subject: /罚没/, units: MONEY },
  { slot: 'penalty.fines', subject: /罚款/, units: MONEY },
  { slot: 'penalty.exempted', subject: /(?:不予|免予|免于)(?:行政)?处罚|免罚/, units: CASES },
  { slot: 'penalty.transferred@justice', subject: /移送(?:公安|司法|检察)|涉嫌犯罪.*移送/, units: CASES },
  { slot: 'penalty.hearings', subject: /处罚.*听证|听证.*处罚/, units: /^(?:次|场|场次|件)$/ },
  { slot: 'penalty.disclosure-rate', subject: /处罚.*公示率|公示.*率/, units: RATE },
  { slot: 'penalty.legality-review-rate', subject: /法制审核.*率|审核率/, units: RATE },
  { slot: 'penalty.published', subject: /公示.*处罚|处罚.*公示/, units: /^(?:件|条|项)$/ },
  { slot: 'penalty.decided-by-procedure@simple', subject: /简易程序/, units: CASES },
  { slot: 'penalty.decided-by-procedure@ordinary', subject: /(?:普通|一般)程序/, units: CASES },
  {
    slot: 'penalty.done',
    subject: /(?:处罚|案件).*(?:办结|结案)|(?:办结|结案).*(?:处罚|案件)|^结案/,
    units: CASES,
    not: /复议|诉讼|信访|调解/,
  },
  {
    slot: 'penalty.received',
    subject: /立案(?:查处|调查|处罚)?/,
    units: CASES,
    not: /复议|诉讼|信访|刑事|公安/,
  },
  {
    slot: 'penalty.decided',
    subject: /(?:作出|下达|实施)?.*行政处罚/,
    units: CASES,
    not: /复议|诉讼|许可|公示|归集|录入|双公示/,
  },
  { slot: 'licence.instant-share', subject: /即办(?:件)?.*(?:率|占比)|即办/, units: RATE },
  { slot: 'licence.on-time-rate', subject: /按(?:期|时)办结率/, units: RATE },
  { slot: 'licence.compression', subject: /(?:时限|时间|审批).*压缩|压缩/, units: RATE },
  { slot: 'licence.on-commitment', subject: /告知承诺/, units: CASES },
  { slot: 'licence.with-promise', subject: /容缺/, units: CASES },
  { slot: 'licence.refused', subject: /不予许可/, units: CASES },
  { slot: 'licence.granted', subject: /准予(?:行政)?许可|(?:作出|核发).*许可/, units: CASES },
  { slot: 'licence.accepted', subject: /受理.*(?:许可|审批)/, units: CASES },
  {
    slot: 'licence.done',
    subject: /(?:办理|办结).*(?:许可|审批|办件)|(?:许可|审批|办件).*办结/,
    units: CASES,
    not: /公示|双公示/,
  },
  {
    slot: 'powers.items',
    subject: /(?:行政权力|权力清单|行政职权|权责清单|权力事项|职权事项)/,
    units: ITEMS,
    not: /取消|下放|承接|调整|新增|责任事项/,
  },
  { slot: 'responsibilities.items', subject: /责任事项|责任清单/, units: ITEMS },
  { slot: 'service-items.items', subject: /公共服务事项/, units: ITEMS },
  { slot: 'intermediary-services.items', subject: /中介服务/, units: ITEMS },
  { slot: 'fees.items', subject: /收费(?:项目|目录|事项)/, units: ITEMS },
  { slot: 'discretion-benchmarks.items', subject: /裁量(?:权)?基准/, units: ITEMS },
  {
    slot: 'certificate.issued@enforcement',
    subject: /(?:新|新增|新办|新领|新核发).{0,6}执法证/,
    units: PEOPLE,
  },
  { slot: 'certificate.removed', subject: /清退|注销.*执法证/, units: PEOPLE },
  {
    slot: 'certificate.held@enforcement',
    subject: /持(?:有)?.{0,8}执法证|持证|执法人员|执法证/,
    units: PEOPLE,
    not: /培训|考试|参加|辅助/,
  },
  {
    slot: 'legality-review.received',
    subject: /合法性审[查核]|法制审核/,
    units: /^(?:件|份|个|项|次|件次)$/,
    not: /率/,
  },
  { slot: 'law-study.sessions@before-meeting', subject: /会前学法|会前.{0,4}学习/, units: TIMES },
  {
    slot: 'law-study.sessions@group',
    subject: /中心组.*(?:学法|法治|法律|宪法)|(?:学法|法治|法律|宪法).*中心组/,
    units: TIMES,
  },
  { slot: 'law-study.sessions@class', subject: /(?:法治|法律|法制|依法行政).{0,6}培训班/, units: TIMES },
  {
    slot: 'law-study.lectures',
    subject: /(?:法治|法律|法制|宪法).{0,6}(?:讲座|讲课|授课)/,
    units: TIMES,
    not: /学生|学校|校园|村|社区|企业|群众/,
  },
  { slot: 'law-study.sessions', subject: /(?:领导|班子|干部).{0,6}(?:集中|集体)?学法/, units: TIMES },
  {
    slot: 'leading-group-meeting.held@group',
    subject: /(?:法治|依法治|依法行政).*领导小组.*会议|委员会.*依法治.*会议/,
    units: TIMES,
  },
  { slot: 'leading-group-meeting.reports-heard', subject: /听取.*(?:法治|依法行政).*汇报/, units: TIMES },
  {
    slot: 'disclosure-request.received',
    subject: /(?:收到|受理|新收|办理).*(?:依申请公开|信息公开申请)|(?:依申请公开|信息公开申请)/,
    units: CASES,
    not: /复议|诉讼|主动公开|答复|办结/,
  },
  {
    slot: 'disclosure-request.done',
    subject: /(?:答复|办结).*(?:依申请公开|信息公开申请)|(?:依申请公开|信息公开申请).*(?:答复|办结)/,
    units: CASES,
    not: /复议|诉讼|率/,
  },
];

/**
 * The slot a figure of a published report is most likely a value of; null where none fits. A proposal for a person
 * to confirm, so a wrong one costs a click. `subject` is what is counted, `sentence` where it stands.
 */
export function suggestSlot(figure: { readonly subject: string; readonly unit: string }): string | null {
  const { subject, unit } = figure;
  const fits = WORDS.find(
    (words) => words.units.test(unit) && words.subject.test(subject) && !words.not?.test(subject),
  );
  return fits?.slot ?? null;
}

/** Every slot a figure can be proposed for. */
export const suggestedSlots: readonly string[] = WORDS.map(({ slot }) => slot);
