import { chartSizes, type Layout, type PlacedEdge, type PlacedNode, textEms } from './chart.ts';

export interface ChartState {
  /** Ids of the boxes where the matter stands now. */
  readonly present?: readonly string[];
  /** Ids of the boxes it has passed. */
  readonly passed?: readonly string[];
  /** Begins the ids inside the picture; needed where a page shows several. */
  readonly prefix?: string;
}

/**
 * A flow chart as SVG. Colours come from classes with defaults that print in black on white; the present stage is
 * also told in words, so that nothing depends on colour (WCAG 1.4.1).
 */
export function chartSvg(layout: Layout, state: ChartState = {}): string {
  const prefix = state.prefix ?? 'chart';
  const { width, height } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="fz-chart" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="${prefix}-title ${prefix}-desc">`,
    `<title id="${prefix}-title">${escaped(layout.title)}</title>`,
    `<desc id="${prefix}-desc">${escaped(description(layout, state))}</desc>`,
    `<style>${style}</style>`,
    `<defs><marker id="${prefix}-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="fz-chart-head" d="M0 0 10 5 0 10z"/></marker></defs>`,
    ...layout.edges.map((edge) => line(edge, prefix)),
    ...layout.nodes.map((node) => box(node, state)),
    // Labels come last: their white ground keeps crossing lines out of the words.
    ...layout.edges.map(label),
    '</svg>',
  ].join('');
}

const style = [
  '.fz-chart{font-family:"Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif;max-width:100%}',
  `.fz-chart text{font-size:${chartSizes.font}px;fill:#1f2329}`,
  `.fz-chart .fz-chart-small{font-size:${chartSizes.labelFont}px;fill:#4e5969}`,
  '.fz-chart-box{fill:#fff;stroke:#86909c;stroke-width:1.2}',
  '.fz-chart-passed .fz-chart-box{fill:#f2f3f5}',
  '.fz-chart-present .fz-chart-box{fill:#e8f3ff;stroke:#165dff;stroke-width:3}',
  '.fz-chart-present text{font-weight:700}',
  '.fz-chart-line{fill:none;stroke:#86909c;stroke-width:1.2}',
  '.fz-chart-head{fill:#86909c}',
  '.fz-chart-ground{fill:#fff}',
  '@media print{.fz-chart-box,.fz-chart-line{stroke:#000}.fz-chart-head{fill:#000}}',
].join('');

function line(edge: PlacedEdge, prefix: string): string {
  const points = edge.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polyline class="fz-chart-line" points="${points}" marker-end="url(#${prefix}-arrow)"/>`;
}

function label({ lines, label: at }: PlacedEdge): string {
  if (lines.length === 0) return '';
  const width = Math.max(...lines.map(textEms)) * chartSizes.labelFont + 6;
  const left = at.x - width / 2;
  const top = at.y - chartSizes.labelLine / 2;
  const ground = `<rect class="fz-chart-ground" x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${lines.length * chartSizes.labelLine}"/>`;
  const texts = lines.map(
    (text, index) =>
      `<text class="fz-chart-small" x="${round(at.x)}" y="${round(at.y + index * chartSizes.labelLine)}" text-anchor="middle" dominant-baseline="central">${escaped(text)}</text>`,
  );
  return ground + texts.join('');
}

function box(node: PlacedNode, state: ChartState): string {
  const standing = state.present?.includes(node.id)
    ? ' fz-chart-present'
    : state.passed?.includes(node.id)
      ? ' fz-chart-passed'
      : '';
  const radius = node.kind === 'stage' ? 6 : 22;
  const rect = `<rect class="fz-chart-box" x="${round(node.x - node.width / 2)}" y="${round(node.y - node.height / 2)}" width="${node.width}" height="${node.height}" rx="${radius}"/>`;
  const at = (dy: number, text: string, small: string) =>
    `<text${small} x="${round(node.x)}" y="${round(node.y + dy)}" text-anchor="middle" dominant-baseline="central">${escaped(text)}</text>`;
  const texts = node.note
    ? at(-8, node.name, '') + at(11, node.note, ' class="fz-chart-small"')
    : at(0, node.name, '');
  return `<g class="fz-chart-node${standing}" data-stage="${escaped(node.id)}">${rect}${texts}</g>`;
}

/** The chart in words, for those who do not see it. */
function description(layout: Layout, state: ChartState): string {
  const name = new Map(layout.nodes.map((node) => [node.id, node.name]));
  const ways = layout.edges.map(
    ({ from, to, labels }) =>
      `从“${name.get(from)}”到“${name.get(to)}”${labels.length > 0 ? `：${labels.join('、')}` : ''}`,
  );
  const present = (state.present ?? []).map((id) => `“${name.get(id) ?? id}”`);
  const now = present.length > 0 ? `现在处于${present.join('、')}。` : '';
  return `${now}${ways.join('；')}。`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
