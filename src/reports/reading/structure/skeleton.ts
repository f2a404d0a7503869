import type { Section, Skeleton } from '../model.ts';

/**
 * The outlines reports follow, told by words of their headings. A skeleton holds when at least `needed` of
 * its parts are found among the headings of the first two levels; the first that holds is taken.
 */
interface Outline {
  skeleton: Skeleton;
  needed: number;
  parts: readonly RegExp[];
  source: string;
}

const ACHIEVEMENTS = /(?:主要)?(?:举措|措施|做法|成效|成绩)|工作(?:开展)?情况|主要工作|推进情况|落实情况/;
const SHORTCOMINGS = /不足|存在的?(?:主要)?(?:问题|困难)|短板|原因|薄弱环节/;
const LEADER = /主要负责(?:人|同志)|第一责任人|党政主要负责/;
const NEXT =
  /下一?步|下一年度|20\d\d年(?:度)?(?:的)?(?:工作)?(?:安排|打算|计划|思路|重点)|明年|工作(?:安排|打算)|努力方向/;

const OUTLINES: readonly Outline[] = [
  {
    skeleton: 'outline-2021',
    needed: 4,
    source: '法治政府建设实施纲要（2021—2025年）的标题',
    parts: [
      /机构职能体系|政府职能/,
      /依法行政制度体系/,
      /行政决策制度体系|行政决策公信力/,
      /行政执法工作体系/,
      /突发事件应对体系|应急管理/,
      /矛盾纠纷.*体系|社会矛盾纠纷行政预防/,
      /制约和?监督体系/,
      /科技保障体系|数字法治政府/,
    ],
  },
  {
    skeleton: 'outline-2015',
    needed: 4,
    source: '法治政府建设实施纲要（2015—2020年）的标题',
    parts: [
      /依法全面履行政府职能/,
      /依法行政制度体系/,
      /行政决策.*(?:科学化|民主化|法治化|法制化)/,
      /严格规范公正文明执法/,
      /行政权力的?(?:制约|监督)/,
      /(?:化解|解决)社会矛盾/,
      /(?:法治思维|依法行政能力)/,
    ],
  },
];

const PLAN_TITLE = /(?:要点|方案|计划|分解表|任务表|规划|安排)(?:的通知)?(?:[（(].{1,12}[）)])?$/;
const PLAN_PARTS =
  /总体要求|指导思想|工作目标|主要任务|重点任务|工作任务|工作要点|保障措施|组织保障|工作要求/;

/**
 * Which outline the headings follow. Plans are told from reports by `title`, or because the text assigns its
 * tasks to units (`assigns`).
 */
export function skeletonOf(sections: readonly Section[], title: string | null, assigns: boolean): Skeleton {
  const heads = sections.filter(({ level }) => level <= 2);
  const top = sections.filter(({ level }) => level === 1);
  if (assigns || (title !== null && PLAN_TITLE.test(title))) return 'plan';
  if (sections.length === 0) return 'none';
  const matches = (list: readonly Section[], part: RegExp) =>
    list.findIndex((section) => part.test(section.title));
  const shortcomings = matches(top, SHORTCOMINGS);
  const leader = matches(top, LEADER);
  const next = matches(top, NEXT);
  const achievements = matches(top, ACHIEVEMENTS);
  const found = [shortcomings, leader, next, achievements].filter((at) => at !== -1).length;
  if (found >= 3 && shortcomings !== -1) return leader === 0 ? 'four-part-leader-first' : 'four-part';
  for (const { skeleton, needed, parts } of OUTLINES) {
    if (parts.filter((part) => matches(heads, part) !== -1).length >= needed) return skeleton;
  }
  if (found >= 2 && next !== -1) return 'four-part';
  if (top.filter((section) => PLAN_PARTS.test(section.title)).length >= 2) return 'plan';
  return 'themed';
}

export const SKELETON_NAMES: Readonly<Record<Skeleton, string>> = {
  'four-part': '主要举措和成效—存在的不足和原因—主要负责人履职—下一年度安排',
  'four-part-leader-first': '主要负责人履职在前，举措和成效—不足和原因—下一年度安排在后',
  'outline-2015': '按2015—2020年纲要的标题',
  'outline-2021': '按2021—2025年纲要的标题',
  plan: '工作要点、方案类（总体要求—任务—保障）',
  themed: '自拟标题',
  none: '无编号标题',
};
