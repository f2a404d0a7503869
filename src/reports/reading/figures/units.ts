import { beginning, words } from './words.ts';

/**
 * The units of measure words in reports. A unit is taken as the longest entry that fits, unless the
 * characters behind it show that it is only the head of another word (12名单, 3条例, 20项目标 is 项 + 目标).
 */
export interface UnitEntry {
  readonly unit: string;
  /** Words that this unit must not be the beginning of, written from the unit's first character on. */
  readonly unless?: readonly string[];
  /** Read only behind arabic digits: behind 三 or 两 the character is usually part of a word. */
  readonly arabicOnly?: boolean;
}

export const examples: readonly (readonly [text: string, unit: string | null])[] = [
  ['件', '件'],
  ['人次', '人次'],
  ['场(次)', '场(次)'],
  ['项目标', '项'],
  ['名单', null],
  ['条例', null],
  ['个工作日', '个工作日'],
  ['平方公里', '平方公里'],
  ['支队伍', '支'],
  ['支队', null],
  ['家次', '家次'],
  ['名优秀干部', '名'],
  ['名优产品', null],
  ['家电力企业', '家'],
  ['起诉讼案件', '起'],
  ['条规定', '条'],
  ['顶次', '顶次'],
  ['件(批)次', '件(批)次'],
  ['微克/立方米', '微克/立方米'],
  ['吨/年', '吨/年'],
  ['千瓦', '千瓦'],
  ['列入清单', null],
  ['字会', null],
];

/** Units that need no care. */
const PLAIN =
  '件 项 宗 起 例 户 人次 人天 人日 车次 台次 台套 场次 批次 个 亩 公顷 吨 公斤 千克 公里 千米 平方米 平方公里 ' +
  '平方千米 立方米 千瓦时 小时 分钟 工作日 个工作日 自然日 个自然日 个小时 方面 元 美元 学时 课时 个学时 ' +
  '单 场 份 册 篇 幅 张 辆 艘 架 盏 棵 株 台 套 座 栋 幢 笔 枚 批 轮 期 类 种 则 处 部 名 位 人 家 条 次 倍 岁 ' +
  '部门 标段 番 章 大类 大项 小项 子项 大板块 板块 大方面 个千分点 千分点 人民币 港元 欧元 周岁 平米 平方 ㎡ 微克 毫克 毫升 ℃ ' +
  '千瓦 兆瓦 吉瓦 吉瓦时 兆瓦时 千伏 伏安 千伏安 标准箱 标箱 厘米 毫米 英寸 英里 海里 公厘 斤 立方 大卡 千卡 吨标准煤 吨公里 人公里 ' +
  '颗 粒 餐 趟次 航次 架次 艘次 列次 班列 台班 工时';

/** Units that are also the head, or the tail, of other words. */
const CAREFUL: readonly UnitEntry[] = [
  { unit: '个', unless: words('个体工商 个人所得税 个人信息 个性化') },
  { unit: '项', unless: words('项目') },
  {
    unit: '人',
    unless: words(
      '人大 人民 人社 人才 人事 人工 人格 人均 人员 人身 人口 人物 人力 人文 人防 人行 人居 人性 人像 人脸',
    ),
  },
  { unit: '名', unless: words('名单 名称 名录 名义 名誉 名牌 名优 名下 名列') },
  { unit: '家', unless: words('家庭 家园 家政 家长 家属 家暴 家具 家电 家乡 家门') },
  { unit: '户', unless: words('户籍 户外 户口 户主 户均 户户') },
  { unit: '部', unless: words('部门 部署 部分 部队 部长 部级 部位 部委 部件 部属 部省') },
  { unit: '部门', arabicOnly: true },
  { unit: '单', arabicOnly: true, unless: words('单位 单独 单一 单个') },
  { unit: '单位', arabicOnly: true },
  { unit: '起', unless: words('起草 起诉 起来 起点 起到 起步 起止') },
  { unit: '宗', unless: words('宗教 宗旨') },
  { unit: '例', unless: words('例如 例行 例会 例外') },
  { unit: '元', unless: words('元旦 元宵 元素 元月') },
  { unit: '章', unless: words('章程') },
  { unit: '台', unless: words('台账 台风 台阶') },
  { unit: '架', unless: words('架构') },
  { unit: '幅', unless: words('幅度') },
  { unit: '轮', unless: words('轮岗 轮流 轮换 轮训') },
  { unit: '座', unless: words('座谈') },
  { unit: '种', unless: words('种植 种养') },
  { unit: '张', unless: words('张贴') },
  { unit: '笔', unless: words('笔试 笔录') },
  { unit: '套', unless: words('套路') },
  { unit: '桶', arabicOnly: true },
  { unit: '瓶', arabicOnly: true },
  { unit: '箱', arabicOnly: true },
  { unit: '袋', arabicOnly: true },
  { unit: '盒', arabicOnly: true },
  { unit: '副', arabicOnly: true, unless: words('副主任 副书记 副局长 副职') },
  { unit: '趟', arabicOnly: true },
  { unit: '片', arabicOnly: true, unless: words('片区') },
  { unit: '羽', arabicOnly: true },
  { unit: '卷', arabicOnly: true, unless: words('卷宗 卷烟') },
  { unit: '层', arabicOnly: true, unless: words('层级 层面 层次') },
  { unit: '集', arabicOnly: true, unless: words('集中 集体 集团 集市 集成') },
  { unit: '位', unless: words('位置 位列 位居 位于 位次 位数 位一体') },
  { unit: '条', unless: words('条例 条件 条款 条规 条约 条禁令 条块 条线') },
  { unit: '次', unless: words('次序 次要 次数 次日 次年 次级 次生 次月 次于') },
  { unit: '份', unless: words('份额') },
  { unit: '期', unless: words('期间 期限 期末 期满 期待 期中 期货') },
  { unit: '处', unless: words('处理 处罚 处置 处于 处分 处长 处级 处所 处室 处处') },
  { unit: '类', unless: words('类型化 类似 类别为') },
  { unit: '批', unless: words('批准 批复 批示 批办 批评 批发') },
  {
    unit: '本',
    arabicOnly: true,
    unless: words('本级 本地 本区 本市 本县 本年 本部 本质 本着 本次 本人 本月 本季 本周 本身 本单位'),
  },
  {
    unit: '所',
    arabicOnly: true,
    unless: words('所有 所属 所在 所以 所需 所谓 所长 所述 所辖 所得 所涉 所列'),
  },
  { unit: '间', arabicOnly: true, unless: words('间接 间隔 间断') },
  { unit: '门', arabicOnly: true, unless: words('门户 门诊 门店 门类 门槛 门牌 门口 门前') },
  { unit: '面', arabicOnly: true, unless: words('面积 面向 面对 面临 面上 面试') },
  { unit: '块', arabicOnly: true },
  { unit: '口', arabicOnly: true, unless: words('口头 口岸 口径') },
  { unit: '头', arabicOnly: true },
  { unit: '只', arabicOnly: true, unless: words('只有 只需 只要 只能 只跑') },
  { unit: '支', unless: words('支队 支持 支部 支付 支出 支行 支撑 支援') },
  { unit: '组', arabicOnly: true, unless: words('组织 组成 组长 组建 组团') },
  { unit: '队', arabicOnly: true, unless: words('队伍 队员 队长') },
  { unit: '班', arabicOnly: true, unless: words('班子 班组') },
  { unit: '班次', arabicOnly: true },
  { unit: '节', arabicOnly: true, unless: words('节约 节能 节日 节点 节假日 节水') },
  { unit: '堂', arabicOnly: true },
  { unit: '站', arabicOnly: true, unless: words('站点 站长 站式 站所') },
  { unit: '题', arabicOnly: true },
  { unit: '道', arabicOnly: true, unless: words('道路 道德 道口') },
  { unit: '字', arabicOnly: true, unless: words('字号 字样 字路口 字会') },
  { unit: '页', arabicOnly: true },
  { unit: '封', arabicOnly: true, unless: words('封闭 封锁 封控') },
  { unit: '通', arabicOnly: true, unless: words('通过 通报 通道 通知 通告 通用') },
  { unit: '款', arabicOnly: true, unless: words('款项') },
  { unit: '把', arabicOnly: true, unless: words('把关 把握') },
  { unit: '桌', arabicOnly: true },
  { unit: '顶', arabicOnly: true, unless: words('顶层') },
  { unit: '案', arabicOnly: true, unless: words('案件 案例 案卷 案由 案值') },
  {
    unit: '分',
    arabicOnly: true,
    unless: words('分钟 分之 分别 分类 分析 分局 分管 分工 分级 分层 分公司 分中心 分行 分支 分数线'),
  },
  { unit: '天', unless: words('天然 天候 天气') },
  { unit: '周', arabicOnly: true, unless: words('周年 周岁 周边 周期 周一 周二 周三 周四 周五 周六 周日') },
  { unit: '米', arabicOnly: true },
  { unit: '度', arabicOnly: true, unless: words('度假 度过 度夏 度冬') },
  { unit: '列', arabicOnly: true, unless: words('列入 列为 列出 列席 列支 列举 列车 列明 列管 列装') },
  {
    unit: '方',
    arabicOnly: true,
    unless: words('方面 方案 方式 方便 方向 方法 方位 方针 方阵 方舟 方可 方能 方言 方志'),
  },
  {
    unit: '对',
    arabicOnly: true,
    unless: words('对外 对接 对应 对标 对口 对照 对象 对此 对于 对策 对话 对违 对企 对重 对全'),
  },
  {
    unit: '届',
    arabicOnly: true,
    unless: words('届时 届满 届人大 届人民 届常委 届政协 届委员 届全会 届中央 届任期 届村 届政府'),
  },
  { unit: '尾', arabicOnly: true, unless: words('尾矿 尾气 尾数') },
  { unit: '床位', arabicOnly: true },
  { unit: '泊位', arabicOnly: true },
  { unit: '级', arabicOnly: true, unless: words('级联 级数') },
  { unit: '升', arabicOnly: true, unless: words('升级 升至 升到 升为') },
  { unit: '克', arabicOnly: true },
  { unit: '镇', arabicOnly: true },
  { unit: '村', arabicOnly: true, unless: words('村民 村级 村居') },
  { unit: '街道', arabicOnly: true },
  { unit: '社区', arabicOnly: true },
  { unit: '企业', arabicOnly: true },
];

/** By first character, longest first. */
const BY_FIRST = new Map<string, UnitEntry[]>();
for (const entry of [
  ...merge(
    words(PLAIN).map((unit) => ({ unit })),
    CAREFUL,
  ),
]) {
  const first = entry.unit[0]!;
  const list = BY_FIRST.get(first) ?? [];
  list.push(entry);
  list.sort((a, b) => b.unit.length - a.unit.length);
  BY_FIRST.set(first, list);
}

/** The careful entry replaces the plain one of the same unit. */
function merge(plain: readonly UnitEntry[], careful: readonly UnitEntry[]): Iterable<UnitEntry> {
  return new Map([...plain, ...careful].map((entry) => [entry.unit, entry])).values();
}

/** What 次 may follow to make a compound unit (家次, 户次, 顶次), unless it begins a word of its own. */
const NOT_TIMES = words('次序 次要 次数 次日 次年 次级 次生 次干 次月');
const TIMES_TAKERS = new Set('件项宗起例户人场家批篇条份台套辆艘架车顶个部期处名班课节队门座轮');

/** The unit at `i`, as printed, or null. */
export function readUnit(text: string, i: number, arabic: boolean): string | null {
  const entries = BY_FIRST.get(text[i] ?? '');
  if (entries === undefined) return null;
  for (const entry of entries) {
    if (entry.arabicOnly === true && !arabic) continue;
    if (!text.startsWith(entry.unit, i) || opensOtherWord(entry, text, i)) continue;
    return text.slice(i, i + entry.unit.length + suffixLength(text, i + entry.unit.length, entry.unit));
  }
  return null;
}

/** Where the unit and the next word only look like another word: 20项|目标, 12名|优秀, 3家|电力, 5人|工作. */
const SPLIT_AFTER_ALL = beginning(
  words(`
    所以上 所以下 所以内 项目标 项目录 项目前 支队伍 名优秀 名优质 名下派 名下属 名单位 名录用 家属地 家属于 家电力 家电商 家电子 家政府
    家政务 家长期 家具备 家具有 家门店 家门诊 家园林 家园区 家乡镇 户外来 户外出 户均已 户均为 条约束 条约定 条规定
    条规范 次要求 处分散 处分布 人工作 人口头 人均为 人均已 人均在 人均获 人均通 人均参 人均未 人大学 人行政 人行贿
    人居住 人员额 起诉讼 部分布 位置换 批准入
  `),
);

function opensOtherWord(entry: UnitEntry, text: string, i: number): boolean {
  if (entry.unless === undefined) return false;
  if (SPLIT_AFTER_ALL(text, i) !== '') return false;
  return entry.unless.some((word) => text.startsWith(word, i));
}

/** 微克/立方米, 万吨/年: what a rate is counted per. */
const PER = beginning(
  words(
    '立方米 平方米 平方公里 公里 千米 米 升 年 月 日 天 周 季 季度 小时 分钟 秒 次 人 户 亩 公顷 吨 件 家 台',
  ),
);

/** 次, (次), （件）: what may be printed behind a unit and belongs to it. */
function suffixLength(text: string, i: number, unit: string): number {
  if (text[i] === '/') {
    const per = PER(text, i + 1);
    return per === '' ? 0 : 1 + per.length;
  }
  if (text[i] === '次' && TIMES_TAKERS.has(unit) && !NOT_TIMES.some((word) => text.startsWith(word, i)))
    return 1;
  if (text[i] !== '(' && text[i] !== '（') return 0;
  const close = text[i + 2];
  if (close !== ')' && close !== '）') return 0;
  const inner = text[i + 1]!;
  if (inner !== '次' && !TIMES_TAKERS.has(inner)) return 0;
  return text[i + 3] === '次' && inner !== '次' ? 4 : 3;
}
