import type { Finding } from '../../reading/index.ts';
import { around, finding, type Ground, type Phenomenon } from '../finding.ts';

/** Words typed twice: 的的, 进行进行. */
export const repetitions: Phenomenon = {
  codes: ['word-doubled'],
  examples: [
    { text: '完善监督的的制度。', finds: [['word-doubled', '的的']] },
    { text: '对案件进行进行评查。', finds: [['word-doubled', '进行进行']] },
    { text: '建立负面清单清单制度。', finds: [['word-doubled', '清单清单']] },
    { text: '达到目的的措施，为了了解情况，一是是否到位，慢慢看看，一件一件办，逐个逐个查。', finds: [] },
    { text: '构建共建共治共享格局，深化文化文艺精品打造。', finds: [] },
    { text: '从事信访工作工作人员，执行城市管理管理办法，常务会议会议纪要，规范规范性文件。', finds: [] },
    { text: '可以以案释法，针对对象，涉及及时办理，正在在线办理，实实在在，家家户户，点点滴滴。', finds: [] },
  ],
  find: (ground) => [...singles(ground), ...words(ground)],
};

/** Particles that never stand twice, and the words they may seem to when two words meet. */
interface Particle {
  sign: string;
  /** Signs before the pair with which its first half is a word: 目的 + 的. */
  before: string;
  /** Signs after the pair with which its second half is a word: 了 + 了解. */
  after: string;
}

const PARTICLES: readonly Particle[] = [
  { sign: '的', before: '目标有似端众', after: '士确话当' },
  { sign: '了', before: '为除完', after: '解结然却事断不无得' },
  { sign: '和', before: '共总缓温平饱谐祥', after: '谐平解美睦气' },
  { sign: '与', before: '参给赋授付', after: '会其' },
  { sign: '并', before: '合一兼吞归', after: '联轨行购入且' },
  { sign: '被', before: '棉植', after: '告申诉动征' },
  { sign: '将', before: '即必', after: '来军领' },
  { sign: '把', before: '一两', after: '握关控手' },
];
const BY_SIGN = new Map(PARTICLES.map((particle) => [particle.sign, particle]));
const PAIR = /([的了和与并被将把])\1/g;

function singles(ground: Ground): Finding[] {
  return [...ground.text.matchAll(PAIR)].flatMap(({ 0: pair, 1: sign, index: start }) => {
    const { before, after } = BY_SIGN.get(sign!)!;
    const end = start + pair.length;
    const isWord =
      before.includes(ground.text[start - 1] ?? '\n') || after.includes(ground.text[end] ?? '\n');
    return isWord ? [] : [doubled(ground, start, end, sign!)];
  });
}

const WORD = /([\u4e00-\u9fff]{2,4})\1/g;

/** Begin reduplications that mean "one by one", or counts: 一件一件, 逐个逐个. */
const REDUPLICATION = /^[一二两三四五六七八九十百千万逐层代天年月日家人个条件点步次]/;

/** Words with which one compound ends and the next begins: 信访工作 + 工作人员. */
const JOINTS = new Set(
  '工作 管理 监督 执法 会议 服务 公开 制度 组织 安全 建设 审查 信息 行政 法律 教育 培训 检查 考核 调解 治理 规划 项目 资金 发展 技术 决策 备案 评估 审批 许可 处罚 复议 应诉 案件 人民 社会 政府 法治 国家 部门 单位 责任 任务 企业 市场 风险 应急 标准 研究'.split(
    ' ',
  ),
);

/** Makes the second word part of a longer one: 规范 + 规范性文件. */
const SUFFIX = /^(?:[性化者员率度型式力]|制(?!度))/;

/**
 * 构建共建共治: 构建, 共建 and 共治 meet so that 建共 seems to stand twice. It is no word where its first half belongs to
 * one that offices write everywhere, or where both halves make words with their neighbours elsewhere in the text.
 */
const COMMON = new Set(
  `构建 进行 开展 实施 推进 推动 加强 完善 落实 健全 建立 规范 提升 提高 强化 深化 优化 做好 达到 实现 组织 坚持 确保 保障 促进 制定
  修订 印发 召开 举办 参加 学习 宣传 培训 检查 考核 评查 审查 审核 受理 办理 办结 处理 处置 化解 调解 整改 清理 公开 公示 公布
  发布 报送 报告 清单 制度 机制 体系 办法 规定 方案 措施 工作 任务 责任 单位 部门 人员 干部 群众 企业 案件 事项 文件 意见 建议
  问题 情况 数据 信息 平台 系统 服务 管理 监督 执法 行政 法治 政府 建设 发展 改革 创新 环境 安全 社会 人民 国家 依法 全面 深入
  认真 积极 切实 有效 及时 严格 持续 不断 进一步 以及 通过 按照 根据 结合 围绕 我区 我市 我县 全区 全市 全县 有关 相关 主要
  重点 活动 会议 统计 分析 研究 指导 协调 配合 支持 负责 牵头 要求 标准 程序 流程 时限 目标 计划 总结 评估 评价 试点 示范 覆盖`
    .trim()
    .split(/\s+/),
);

function isRealWord(text: string, start: number, word: string): boolean {
  if (word.length > 2 || COMMON.has(word)) return true;
  const first = text.slice(start - 1, start + 1);
  const last = text.slice(start + 3, start + 5);
  const again = (sought: string) => text.indexOf(sought) !== text.lastIndexOf(sought);
  return !COMMON.has(first) && !(again(first) && again(last));
}

function words(ground: Ground): Finding[] {
  return [...ground.text.matchAll(WORD)].flatMap(({ 0: pair, 1: word, index: start }) => {
    const after = ground.text.slice(start + pair.length, start + pair.length + 2);
    if (REDUPLICATION.test(word!) || new Set(word!).size === 1 || SUFFIX.test(after)) return [];
    if (!isRealWord(ground.text, start, word!)) return [];
    const joint = JOINTS.has(word!) && /^[\u4e00-\u9fff]/.test(after);
    return joint ? [] : [doubled(ground, start, start + pair.length, word!)];
  });
}

function doubled(ground: Ground, start: number, end: number, once: string): Finding {
  return finding(
    ground,
    'word-doubled',
    { start, end },
    { message: `“${once}”重复：${around(ground.text, { start, end })}`, suggestion: once },
  );
}
