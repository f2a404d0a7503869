import { beginning, words } from './words.ts';

/**
 * Names that contain a number and a measure word but count nothing. Each is given with the number as
 * usually printed; a name protects the whole stretch it covers.
 */
const NAMES = words(`
  三项制度 三项清单制度 八项规定 九项规定 十项规定 六项纪律 四项基本原则 两个责任 三个清单 四种形态
  三个区分开来 四个意识 四个自信 四个全面 两个维护 两个确立 两个毫不动摇 四个服从 三个代表 五个一工程
  三个一批 两个一百年 六个一 五个一 四个一 三个一 十个一 一件事 高效办成一件事 最多跑一次 最多跑1次
  只跑一次 只跑1次 跑一次 跑1次 一次办好 一次办成 一次告知 一次性 一次受理 一个窗口 一个平台 一张网 一张图
  一张表 一村一名 一社区一名 一家一策 一件一策 7×24小时 7*24小时 7x24小时 7X24小时 24小时自助 365天
  全天24小时 24小时不打烊 24小时服务 24小时值 24小时在线 24小时全天 24小时开放 24小时政务 24小时热线
  24小时监 8小时外 8小时以外 八小时以外 八小时外 第一责任人 第三方 前三名 千家万户 两个条例 十条禁令
  六条禁令 五条禁令 国十条 新十条 大气十条 水十条 土十条 三个必须 四个最严 四个不摘 三个到位 百项 双百
  三个年 三位一体 五位一体 四位一体 三个第一 四个着力 三个规定 七个严禁 十个严禁 三个善于 四个必须 双十条
  红十字 十字路口 三次产业 二十四节气 铁人三项 两个积极性 三四轮车 三轮车 四轮车 一日三餐 三餐四季
  两个大局 两个市场 两种资源 两个先行区 两个健康 两个结合 两个覆盖 两项补贴 两个务必 两个清零 两个替代 三个务必 三个牢牢把握 三个中心
  六个必须坚持 十个明确 十四个坚持 十三个方面成就 四个伟大 四个放在 四个不 五个不 五个中心 五个坚持 五个必由之路 三件大事 二人转
  三人行 三人小组 两方三方 双罚制 三类人员 四类人员 五类人员 三大攻坚战 三张清单 四张清单 五张清单 两张清单 三条红线 三条控制线 三区三线
  三级响应 一级响应 二级响应 四级响应 两办 两法衔接 两法 三项重点工作 三项职责 四项机制 七项知识产权 百日攻坚 百日行动
  三不两直 四不两直 四个一律 五级书记 三级书记 四级同创 五级联动 两级联动 三级联动 四级联动 三级调解 三级网络 三级服务
  三番五次 两次三番 四套班子 五套班子 两套班子 三支一扶 四处奔 四处张 四处散 两个文明 两项改革 法律十进 一项一策 一事项一 一企一策 一案一
`);

/** What follows 三个, 四个 … in slogans: a verb or an adverb, where a count would have a noun. */
const SLOGAN_HEAD = beginning(
  words(`
  到位 结合 着力 坚持 确保 强化 全面 意识 自信 维护 确立 不 必须 一律 一批 统一 严格 加强 融合 全覆盖 转变
  提升 更 有机 注重 突出 聚焦 围绕 深化 推进 狠抓 重用 调整 凡是 是否 严禁 关于 相 善于 带头 决不 绝不 同步
  从 以 抓 做到 紧盯 围绕 优先 务必
`),
);

export const examples: readonly (readonly [text: string, named: boolean])[] = [
  ['行政执法三项制度', true],
  ['中央八项规定', true],
  ['做到四个到位', true],
  ['提供24小时自助办理', true],
  ['最多跑1次', true],
  ['发挥三支一扶人员作用', true],
  ['四套班子领导', true],
  ['制定四个文件', false],
  ['梳理12项制度', false],
];

const BY_FIRST = new Map<string, string[]>();
for (const name of NAMES) {
  const list = BY_FIRST.get(name[0]!) ?? [];
  list.push(name);
  BY_FIRST.set(name[0]!, list);
}

/** 24小时运行, 24小时值守: day and night, where no limit (24小时内) is set. */
const ROUND_THE_CLOCK =
  /^24小时(?!内|以内|之内|后|前|，|,|。|；|;|、|的|提|办结|完|回|响应|反馈|到)[\u4e00-\u9fff]{2}/;

/** How far before the number a name may begin. */
const REACH = 5;

/** Does a name cover the stretch [start, end)? */
export function insideName(text: string, start: number, end: number): boolean {
  if (ROUND_THE_CLOCK.test(text.slice(start, start + 8))) return true;
  for (let i = Math.max(0, start - REACH); i <= start; i += 1) {
    const names = BY_FIRST.get(text[i]!);
    if (names === undefined) continue;
    for (const name of names) if (i + name.length >= end && text.startsWith(name, i)) return true;
  }
  return false;
}

/** 四个坚持, 三个到位: number, 个 (or 大), and then no noun. */
export function isSlogan(text: string, afterUnit: number): boolean {
  return SLOGAN_HEAD(text, afterUnit) !== '';
}
