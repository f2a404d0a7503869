import type { Figure, Finding } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/**
 * One thing with two values. Surely the same is only what the text says in the same words: the clause before the
 * number, the period named in it included, is repeated letter by letter. What merely has the same subject may be
 * of another period, level or stage, and is pointed out only when asked for.
 */
const PERIOD = /全年|年内|本年度|20\d\d年|截至|上半年|下半年|今年|\d{1,2}月/;
const SHORTEST_CLAUSE = 8;
const LONGEST_CLAUSE = 60;
/** What makes equal words mean different things: one of several places or one step of several. */
const DISTRIBUTED = /分别|每|各|又|再|另|第[一二三四五六七八九十\d]+[次批期]/;

export const contradictions: Phenomenon = {
  codes: ['contradiction', 'differs-elsewhere'],
  examples: [
    {
      text: '2023年受理行政复议案件120件。经过努力，工作成效明显。2023年受理行政复议案件125件。',
      finds: [['contradiction', '125件']],
    },
    { text: '2023年受理行政复议案件120件。经过努力，成效明显。2023年受理行政复议案件120件。', finds: [] },
    { text: '2022年受理行政复议案件120件。2023年受理行政复议案件125件。', finds: [] },
    {
      text: '全年共收到行政复议申请120件。经过努力，成效明显。全区共收到行政复议申请126件。',
      finds: [['contradiction', '126件']],
    },
    {
      text: '全年共收到行政复议申请120件。工作成效明显，司法局收到行政复议申请126件。',
      finds: [],
    },
    {
      text: '受理行政复议案件120件。复议工作稳步推进，受理行政复议案件125件。',
      finds: [['differs-elsewhere', '125件']],
    },
  ],
  find(ground) {
    const exact = repeatedClauses(ground);
    const marked = new Set(exact.map(({ start }) => start));
    const strict = [...exact, ...repeatedTotals(ground).filter(({ start }) => !marked.has(start))];
    const places = new Set(strict.map(({ start }) => start));
    const figures = new Map(ground.figures.map((figure) => [figure.id, figure]));
    const soft = ground.relations.flatMap((relation): Finding[] => {
      const [earlier, later] = relation.parts.map((id) => figures.get(id));
      if (relation.kind !== 'same' || relation.holds === true || !earlier || !later) return [];
      if (places.has(later.start)) return [];
      return [
        finding(ground, 'differs-elsewhere', later, {
          message: `“${later.subject}”此处为${later.text}，前文为${earlier.text}，请核对口径。`,
        }),
      ];
    });
    return [...strict, ...soft];
  },
};

function repeatedClauses(ground: Ground): Finding[] {
  const found: Finding[] = [];
  const first = new Map<string, Figure>();
  for (const figure of ground.figures) {
    const clause = clauseOf(ground.text, figure);
    if (clause === null) continue;
    const key = `${clause}|${figure.unit}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, figure);
    else if (earlier.value !== figure.value && earlier.section === figure.section) {
      found.push(said(ground, earlier, figure));
    } else if (earlier.value !== figure.value && clause.length >= SHORTEST_CLAUSE + 2) {
      found.push(said(ground, earlier, figure));
    }
  }
  return found;
}

/** 全年共收到…, 全区共收到…: the total of one matter, told twice with other words in front. */
const TOTAL =
  /^(?<when>20\d\d年(?:度)?|全年|本年度|一年来)?[，,]?(?<where>全[省市县区镇]|我[省市县区]|[省市县区])?(?:各级行政复议机关|各级各部门)?(?:累计|总共|一共|共)(?<what>[\u4e00-\u9fff]{6,})$/;

function repeatedTotals(ground: Ground): Finding[] {
  const first = new Map<string, { figure: Figure; when: string }>();
  return ground.figures.flatMap((figure) => {
    const clause = wordsBefore(ground.text, figure);
    const groups = clause === null ? undefined : TOTAL.exec(clause)?.groups;
    if (groups === undefined || (!groups.when && !groups.where)) return [];
    const when = /\d{4}/.exec(groups.when ?? '')?.[0] ?? '';
    const key = `${groups.what}|${figure.unit}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, { figure, when });
      return [];
    }
    const same = earlier.when === '' || when === '' || earlier.when === when;
    return same && earlier.figure.value !== figure.value ? [said(ground, earlier.figure, figure)] : [];
  });
}

function said(ground: Ground, earlier: Figure, later: Figure): Finding {
  return finding(ground, 'contradiction', later, {
    message: `同一句话前后数值不同：“${later.subject}”此处为${later.text}，前文为${earlier.text}。`,
  });
}

/** The words from the start of the clause to the number; null where they do not name one thing for sure. */
function clauseOf(text: string, figure: Figure): string | null {
  const clause = wordsBefore(text, figure);
  return clause !== null && PERIOD.test(clause) ? clause : null;
}

function wordsBefore(text: string, { start, qualifier, valueTo, unit }: Figure): string | null {
  if (qualifier !== '' || valueTo !== null || unit === '') return null;
  let from = start;
  while (from > 0 && start - from < LONGEST_CLAUSE && !/[，,。；;：:\n（(]/.test(text[from - 1]!)) from -= 1;
  const clause = text.slice(from, start);
  if (clause.length < SHORTEST_CLAUSE || clause.length >= LONGEST_CLAUSE) return null;
  return DISTRIBUTED.test(clause) ? null : clause;
}
