import type { Finding, MentionedDocument } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';
import { MISNAMED, REPEALED, STATUTE_NAMES } from '../law-names.ts';
import { isOneSlip } from '../likeness.ts';

/**
 * Names of national statutes. With or without 中华人民共和国 they are right; a name in 《》 that no statute has but
 * that is one sign off one is a misprint. Local regulations (条例, 办法) have names of their own and are not judged.
 */
const NATION = '中华人民共和国';
/** Below this one sign more or less may be another statute. */
const SHORTEST = 5;
const COLLOQUIAL = new Set([
  '招投标法',
  '税收征管法',
  '土地法',
  '环保法',
  '交通安全法',
  '反恐法',
  '出入境管理法',
]);

export const laws: Phenomenon = {
  codes: ['law-name', 'law-outdated'],
  examples: [
    {
      text: '依据《中华人民共和国行政处罚罚法》办理。',
      finds: [['law-name', '《中华人民共和国行政处罚罚法》']],
    },
    { text: '依据《行政处罚法》《中华人民共和国行政复议法》办理。', finds: [] },
    { text: '依据《行政许可法（2019修正）》《审计法实施条例》办理。', finds: [] },
    { text: '依据《重大行政决策暂行条例》办理。', finds: [['law-name', '《重大行政决策暂行条例》']] },
    { text: '依据《某省重大行政决策程序条例》办理。', finds: [] },
    { text: '按照《采购法》办理。', finds: [['law-name', '《采购法》']] },
    { text: '依据《道路交通安全全法》办理。', finds: [['law-name', '《道路交通安全全法》']] },
    {
      text: '某区关于2023年度工作情况的报告\n依据《行政监察法》办理。\n某区人民政府\n2024年1月20日',
      finds: [['law-outdated', '《行政监察法》']],
    },
    {
      text: '某区关于2026年度工作情况的报告\n依据《大气污染防治法》办理。\n某区人民政府\n2026年8月15日',
      finds: [['law-outdated', '《大气污染防治法》']],
    },
    {
      text: '某区关于2026年度工作情况的报告\n依据《大气污染防治法》办理。\n某区人民政府\n2026年8月14日',
      finds: [],
    },
    { text: '依据《中华人民共和国生态环境法典》办理。', finds: [] },
    {
      text: '某区关于2016年度工作情况的报告\n依据《行政监察法》办理。\n某区人民政府\n2017年1月20日',
      finds: [],
    },
  ],
  find(ground) {
    return ground.documents.flatMap((document) => {
      const name = nameOf(document);
      return [...misnamed(ground, document, name), ...outdated(ground, document, name)];
    });
  },
};

/** The name without the state's and without what stands in brackets after it. */
function nameOf({ title }: MentionedDocument): string {
  const name = title.startsWith(NATION) ? title.slice(NATION.length) : title;
  return name.replace(/[（(][^（）()]*[）)]$/, '');
}

function misnamed(ground: Ground, { title, occurrences }: MentionedDocument, name: string): Finding[] {
  const known = Object.hasOwn(MISNAMED, name) ? MISNAMED[name] : undefined;
  if (known === undefined && !name.endsWith('法')) return [];
  if (name.length > 30 || STATUTE_NAMES.has(name)) return [];
  const meant = known ?? nearest(name);
  if (meant === null || (known === undefined && REFERS_TO_METHOD.test(name))) return [];
  const full = title.startsWith(NATION) ? NATION + meant : meant;
  return occurrences.map((place) =>
    finding(ground, 'law-name', place, {
      message: `没有名为《${name}》的法律，应为《${full}》。`,
      suggestion: `《${full}》`,
      soft: COLLOQUIAL.has(name),
    }),
  );
}

/** 办法, 看法, 方法: no statutes. */
const REFERS_TO_METHOD = /[办方看做算手用立执司]法$/;

function nearest(name: string): string | null {
  if (name.length < SHORTEST) return null;
  for (const statute of STATUTE_NAMES) {
    if (statute.length >= SHORTEST && isOneSlip(name, statute)) return statute;
  }
  return null;
}

/** Old statutes may well be named in history, so this is off by default. */
function outdated(ground: Ground, { occurrences }: MentionedDocument, name: string): Finding[] {
  const repealed = REPEALED[name];
  const { date } = ground.document;
  if (repealed === undefined || date === null || date < repealed.since) return [];
  return occurrences.map((place) =>
    finding(ground, 'law-outdated', place, {
      message: `《${name}》自${repealed.since}起失效，现为《${repealed.now}》。`,
      suggestion: `《${repealed.now}》`,
    }),
  );
}
