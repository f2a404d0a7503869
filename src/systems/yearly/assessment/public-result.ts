import type { AssessmentFacts } from './fields.ts';

type Result = NonNullable<AssessmentFacts['results']>[number];

/**
 * What the public is shown of a result, a line a class and grade: the units of each grade, or their places too.
 * Scores and what points were lost on are the units' own and are never shown.
 */
export function resultShown({ results = [], publicity = 'none' }: AssessmentFacts): string | undefined {
  if (publicity === 'none' || results.length === 0) return undefined;
  const classes = [...new Set(results.map(({ unitClass }) => unitClass))];
  return classes
    .map((unitClass) => {
      const own = results.filter((result) => result.unitClass === unitClass);
      const shown = publicity === 'ranks' ? byRank(own) : byGrade(own);
      return `${own[0]!.className ?? unitClass}：${shown}`;
    })
    .join('\n');
}

const nameOf = ({ unitName, unit }: Result): string => unitName ?? unit;

/** By grade alone the units of a grade stand in the order of their codes: their places are not to be read off. */
function byGrade(results: readonly Result[]): string {
  const sorted = [...results].sort((a, b) => a.rank - b.rank);
  return [...new Set(sorted.map(({ grade }) => grade))]
    .map((grade) => {
      const own = results.filter((result) => result.grade === grade);
      const names = own.sort((a, b) => (a.unit < b.unit ? -1 : 1)).map(nameOf);
      return `${grade}（${names.join('、')}）`;
    })
    .join('，');
}

function byRank(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => a.rank - b.rank)
    .map((result) => `第${result.rank}名${nameOf(result)}（${result.grade}）`)
    .join('，');
}
