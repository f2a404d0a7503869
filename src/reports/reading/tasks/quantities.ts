import type { Quantity } from '../model.ts';
import { Coverage } from '../text/coverage.ts';
import { hanNumber } from '../text/han-number.ts';

/**
 * What makes a demand measurable, as data. Order matters: the first pattern that matches a place takes it.
 * Groups: `n` the bound, `unit`, `per` the interval.
 */
const N =
  '(?<n>\\d{1,3}(?:[,，]\\d{3}){1,3}|\\d{1,6}(?:\\.\\d{1,3})?|[一二两三四五六七八九十百]{1,5})(?<scale>[万亿])?';
const UNIT =
  '(?<unit>%|％|个百分点|个?学时|人次|场次|户次|家次|件次|次|场|期|件|项|名|人|个|篇|份|条|部|批|轮|家|起|例|小时|天|课时|场（次）|户|处|所|宗|张|亩|公顷|公里|平方米|辆|位|套|本|节|课|站|村|单|公斤|吨|元|分)';
const DAYS = '(?<unit>个?工作日|日|天|个?月|周|年|小时)';
const PER = '(?<per>每(?:个)?(?:年度?|季度?|月|周|半年|学期|学年|两年|[一二两三四五]年)|全年)';

interface QuantityPattern {
  kind: Quantity['kind'];
  source: string;
  examples: readonly string[];
}

const PATTERNS: readonly QuantityPattern[] = [
  {
    kind: 'frequency',
    source: `${PER}[^，。；,;\\n]{0,20}?(?:至少|不少于|不低于|应当|要|须|组织|开展|举办|召开|学习|安排|完成)[^，。；,;\\n\\d一二两三四五六七八九十]{0,12}${N} ?${UNIT}(?:以上|左右)?`,
    examples: ['每年至少举办2次', '每年应当举办两期以上', '每季度至少召开一次', '每年不少于20学时'],
  },
  { kind: 'frequency', source: `${PER}${N} ?${UNIT}(?:以上)?`, examples: ['每年2次', '每季度一次'] },
  {
    kind: 'deadline',
    source: `(?:印发|发布|公布|施行|下发|收到|受理|作出|签订|通过|制定|出台|实施)[^，。；,;\\n]{0,8}?(?:之日起|后)的?${N} ?${DAYS}(?:内|以内)`,
    examples: ['印发后一个月内', '收到之日起5个工作日内'],
  },
  {
    kind: 'deadline',
    source:
      '(?:于|在)?(?:(?<year>20\\d{2})年|今年|当年|本年)?(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?(?:底|末|上旬|中旬|下旬)?(?:之?前|以前|底前)(?:完成)?',
    examples: ['于10月底前', '2024年6月30日前', '12月底前完成'],
  },
  {
    kind: 'deadline',
    source:
      '(?:于|在)?(?:(?<year>20\\d{2})年?|今年|当年|本年)?(?<![一二三四五两])(?:年?底(?:之前|以前|前)|年底(?=完成)|年末之?前|年内(?=完成|出台|建成|实现|制定|印发|达到|启动))(?:完成)?',
    examples: ['年底前', '2025年底前', '年内完成'],
  },
  {
    kind: 'deadline',
    source:
      '(?:(?<year>20\\d{2})年)?(?:第?(?<quarter>[一二三四1234])季度|(?<half>上半年|下半年))(?:(?:末|底)?之?前|内)(?:完成)?',
    examples: ['第二季度末前', '上半年内完成'],
  },
  {
    kind: 'minimum',
    source: `(?:不低于|不少于|不小于|至少|最少|不得少于|不得低于|要?达到(?:[^，。；,;\\n\\d]{0,6}的)?)[^，。；,;\\n\\d一二两三四五六七八九十]{0,12}?${N} ?${UNIT}(?:以上)?`,
    examples: ['不低于10%', '不少于20学时', '至少1名', '达到6名以上', '不低于考核分值的10%'],
  },
  { kind: 'minimum', source: `${N} ?${UNIT}(?:以上|及以上)`, examples: ['90%以上', '两期以上'] },
  {
    kind: 'maximum',
    source: `(?:不超过|不高于|不多于|不得超过|不得多于|最多|控制在|压缩至|压减至)[^，。；,;\\n\\d]{0,8}?${N} ?${UNIT}(?:以内|以下)?`,
    examples: ['不超过5%', '控制在3件以内'],
  },
  {
    kind: 'maximum',
    source: `${N} ?(?:${DAYS.replace('?<unit>', '?<days>')}|${UNIT})(?:以内|之内|以下)`,
    examples: ['5个工作日以内'],
  },
  { kind: 'deadline', source: `${N} ?(?<unit>个?工作日|日|天|个月|小时)内`, examples: ['20个工作日内'] },
  {
    kind: 'exact',
    source: '(?:率|比例|覆盖面)(?:要|应|须)?(?:达到?|保持|为)?(?<n>100)(?<unit>%)',
    examples: ['办结率达100%'],
  },
  { kind: 'exact', source: '(?<n>全|零)(?<unit>覆盖|遗漏|延误)', examples: ['全覆盖'] },
  { kind: 'period', source: PER, examples: ['每季度', '每年'] },
];

const COMPILED = PATTERNS.map(({ kind, source }) => ({ kind, pattern: new RegExp(source, 'g') }));

/** The quantified demands of a text that begins at `offset` of the document, in order, without overlaps. */
export function readQuantities(text: string, offset: number): Quantity[] {
  const found: Quantity[] = [];
  const coverage = new Coverage(text.length);
  for (const { kind, pattern } of COMPILED) {
    for (const match of text.matchAll(pattern)) {
      if (!coverage.take(match.index, match.index + match[0].length)) continue;
      const start = offset + match.index;
      const groups = match.groups ?? {};
      found.push({
        kind,
        text: match[0],
        start,
        end: start + match[0].length,
        value: boundOf(groups.n, groups.scale),
        unit: (groups.unit ?? groups.days ?? '').replace(/^个(?!百分点)/, ''),
        per: groups.per ?? '',
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

function boundOf(printed: string | undefined, scale: string | undefined): number | null {
  if (printed === undefined) return null;
  if (printed === '零') return 0;
  const value = /^\d/.test(printed) ? Number(printed.replace(/[,，]/g, '')) : hanNumber(printed);
  return value === null ? null : Number((value * (SCALES[scale ?? ''] ?? 1)).toPrecision(15));
}

export const QUANTITY_PATTERNS = PATTERNS;
