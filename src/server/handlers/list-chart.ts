import { chartOfStages, layout } from '../../kernel/procedure/chart.ts';
import { chartSvg } from '../../kernel/procedure/chart-svg.ts';
import type { ListDeclaration } from '../../lists/declaration.ts';

/** The flow of an item as SVG, beginning with what sets an item of its kind going. */
export function itemChart(
  { flowBegins }: Pick<ListDeclaration, 'flowBegins'>,
  item: {
    readonly name: string;
    readonly kind: string;
    readonly stages: readonly { readonly name: string; readonly days?: number }[];
  },
): string {
  const begins = typeof flowBegins === 'object' ? flowBegins[item.kind] : flowBegins;
  return chartSvg(layout(chartOfStages(`${item.name}办理流程`, item.stages, { begins, unit: '日' })));
}
