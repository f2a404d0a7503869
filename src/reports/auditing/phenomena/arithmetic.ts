import type { Figure, Finding, Relation, RelationKind } from '../../reading/index.ts';
import type { FindingCode } from '../codes.ts';
import { finding, type Phenomenon } from '../finding.ts';

/**
 * Relations between figures that do not hold. The reader calls a relation wrong only where nothing else can
 * explain it (src/reports/reading/relations), so each of them is a finding.
 */
const CODE_OF: Readonly<Partial<Record<RelationKind, FindingCode>>> = {
  sum: 'sum-mismatch',
  change: 'change-mismatch',
  difference: 'change-mismatch',
  rate: 'rate-mismatch',
  count: 'count-mismatch',
};

const WHAT: Readonly<Partial<Record<RelationKind, string>>> = {
  sum: '合计与分项对不上',
  change: '变化幅度与前后数对不上',
  difference: '差额与前后数对不上',
  rate: '比率与件数对不上',
  count: '所称个数与列举的个数对不上',
};

export const arithmetic: Phenomenon = {
  codes: ['sum-mismatch', 'change-mismatch', 'rate-mismatch', 'count-mismatch'],
  examples: [
    {
      text: '全年共办理236件，其中甲类73件，乙类9件，其他155件。',
      finds: [['sum-mismatch', '236件，其中甲类73件，乙类9件，其他155件']],
    },
    { text: '全年共办理236件，其中甲类73件，乙类9件，丙类154件。', finds: [] },
    { text: '全年共办理236件，其中甲类73件，乙类9件。', finds: [] },
    {
      text: '满意率由76%提升至92%，提高18个百分点。',
      finds: [['change-mismatch', '76%提升至92%，提高18个百分点']],
    },
    { text: '收到申请80件，办结72件，办结率95%。', finds: [['rate-mismatch', '80件，办结72件，办结率95%']] },
    { text: '收到申请80件，办结72件，办结率90%。', finds: [] },
    {
      text: '印发三个文件：《甲类事项办法》《乙类事项办法》。',
      finds: [['count-mismatch', '三个']],
    },
    { text: '印发三个文件：《甲类事项办法》《乙类事项办法》《丙类事项办法》。', finds: [] },
  ],
  find(ground) {
    const figures = new Map(ground.figures.map((figure) => [figure.id, figure]));
    return ground.relations.flatMap((relation): Finding[] => {
      const code = CODE_OF[relation.kind];
      if (code === undefined || relation.holds !== false) return [];
      const [formula, ...reasons] = relation.note.split('；');
      const message = `${WHAT[relation.kind]}：${[formula, ...reasons].join('，')}。`;
      return [finding(ground, code, relation, { message, suggestion: suggestionOf(relation, figures) })];
    });
  },
};

function suggestionOf(
  { kind, computed, total }: Relation,
  figures: ReadonlyMap<string, Figure>,
): string | null {
  if (kind !== 'sum' || computed === null) return null;
  const figure = figures.get(total ?? '');
  return figure === undefined
    ? null
    : `核对原始数据：总数“${figure.text}”，分项合计${computed}${figure.unit}`;
}
