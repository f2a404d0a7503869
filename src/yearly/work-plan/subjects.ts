import type { KnownUnit } from './unit-names.ts';

/**
 * Which sort of unit handles a subject, where a plan names nobody. Words of the task → words of a unit's name. Only
 * a proposal: offices are cut differently everywhere, so it always waits for a person.
 */
const SUBJECTS: readonly { readonly words: RegExp; readonly unit: RegExp }[] = [
  { words: /行政审批|行政许可|政务服务|一站式|证明事项|审批环节/g, unit: /审批|政务服务|营商/ },
  {
    words:
      /行政复议|行政应诉|规范性文件|合法性审[查核]|法律顾问|行政执法(?:监督|证|人员|程序|责任|公示)|执法监督|裁量|普法|人民调解|法治(?:政府|宣传|培训|讲座|机构)|法制机构|重大(?:行政)?决策|行政调解|行政裁决|行政赔偿/g,
    unit: /司法|法制|法治/,
  },
  {
    words: /公平竞争|商事|工商登记|市场监管|食品药品|营业执照|消费者|知识产权|价格监管/g,
    unit: /市场监[督管]/,
  },
  { words: /生态|环境保护|环保|大气污染|排放/g, unit: /环境|环保/ },
  { words: /安全生产|应急管理|突发事件|防灾|减灾|救灾|安全监管/g, unit: /应急|安全监督/ },
  { words: /财政|政府购买|预算|收支两条线|罚缴分离|经费|收费/g, unit: /财政/ },
  { words: /编制|机构设置|实名制|职能配置|权力清单|责任清单|权责清单/g, unit: /编制|编办|审改/ },
  {
    words: /经济调节|发展规划|价格机制|定价|信用体系|信用信息|招商引资|优化.{0,4}环境/g,
    unit: /发展改革|发展和改革|经济/,
  },
  { words: /社会保险|劳动|公务员|工作人员.{0,6}(?:考核|培训)|任前|职务/g, unit: /人力资源|人社|组织部/ },
  { words: /养老|社会组织|社区|基层民主|社会救助/g, unit: /民政/ },
  { words: /城市管理|城管|综合执法|物业/g, unit: /综合(?:行政)?执法|城市管理|城管/ },
  { words: /住房|建设项目|工程建设|房屋|建筑/g, unit: /住房|住建|建设局/ },
  { words: /交通|运输|公路/g, unit: /交通/ },
  { words: /卫生|医疗|医患|健康|防疫/g, unit: /卫生|健康/ },
  { words: /土地|国土|自然资源|征收|不动产/g, unit: /自然资源|国土/ },
  { words: /教育|学校|校园/g, unit: /教育/ },
  { words: /信访|诉访/g, unit: /信访/ },
  { words: /公安|治安|综治/g, unit: /公安|政法/ },
  { words: /政务公开|信息公开|政府网站|常务会议|督查|督办|政府工作报告|新闻发言人/g, unit: /办公室$/ },
];

/** Units whose work a text speaks of, the most spoken of first. */
export function unitsBySubject(text: string, units: readonly KnownUnit[], most = 3): readonly string[] {
  const weight = new Map<string, number>();
  for (const { words, unit } of SUBJECTS) {
    const hits = text.match(words)?.length ?? 0;
    if (hits === 0) continue;
    const found = units.find(({ name, shortName }) => unit.test(name) || unit.test(shortName));
    if (found) weight.set(found.code, (weight.get(found.code) ?? 0) + hits);
  }
  return [...weight]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([code]) => code);
}

/** A task of an earlier plan with the units it had. */
export interface PastTask {
  readonly title: string;
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
}

/** The same task of an earlier year: titles that share most of their pairs of characters. */
export function pastTaskLike(title: string, past: readonly PastTask[]): PastTask | undefined {
  const best = past
    .map((task) => ({ task, likeness: likeness(title, task.title) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  return best && best.likeness >= ALIKE ? best.task : undefined;
}

const ALIKE = 0.6;

/** Share of common pairs of characters (Dice), 0 to 1. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  if (first.size + second.size === 0) return 0;
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return (2 * common) / (first.size + second.size);
}

function pairs(text: string): Set<string> {
  const chars = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(chars.slice(1).map((char, at) => chars[at]! + char));
}
