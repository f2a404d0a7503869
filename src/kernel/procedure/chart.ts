import type { ProcedureDeclaration } from './declaration.ts';

/** A box of a flow chart. */
export interface ChartNode {
  readonly id: string;
  readonly name: string;
  /** A second, smaller line, e.g. the days of the stage. */
  readonly note?: string;
  readonly kind: 'start' | 'stage' | 'end';
}

/** A way from one box to another, with the acts that take it. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}

export interface Chart {
  readonly title: string;
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}

/** Where a box stands: its centre and size, in pixels. */
export interface PlacedNode extends ChartNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly layer: number;
}

export interface PlacedEdge extends ChartEdge {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Lines of text and the middle of the first one. */
  readonly lines: readonly string[];
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'middle' | 'start' };
}

export interface Layout {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Sizes in pixels at a font of 14. A Chinese character is as wide as the font is high. */
export const chartSizes = {
  font: 14,
  labelFont: 12,
  labelLine: 15,
  nodeHeight: 44,
  padding: 18,
  between: 40,
  margin: 16,
  lane: 22,
  /** Characters of an edge's label before it breaks. */
  labelBreak: 12,
} as const;

const START = '$start';

/** The chart of a procedure: its stages, and the steps that lead from one to another. */
export function chartOfProcedure(procedure: ProcedureDeclaration): Chart {
  const ways = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const step of Object.values(procedure.steps)) {
    for (const from of step.from.length === 0 ? [START] : step.from) {
      for (const to of step.to ?? []) {
        const key = `${from} ${to}`;
        const way = ways.get(key) ?? { from, to, labels: [] };
        if (!way.labels.includes(step.name)) way.labels.push(step.name);
        ways.set(key, way);
      }
    }
  }
  return {
    title: `${procedure.name}流程图`,
    nodes: [
      { id: START, name: '开始', kind: 'start' },
      ...Object.entries(procedure.stages).map(
        ([id, stage]) => ({ id, name: stage.name, kind: stage.final ? 'end' : 'stage' }) as const,
      ),
    ],
    edges: [...ways.values()],
  };
}

/** The chart of a list item: its stages one after the other. */
export function chartOfStages(
  title: string,
  stages: readonly { readonly name: string; readonly days?: number }[],
  unit = '个工作日',
): Chart {
  const nodes = stages.map(({ name, days }, index) => ({
    id: String(index + 1),
    name,
    ...(days === undefined ? {} : { note: `${days}${unit}` }),
    kind: 'stage' as const,
  }));
  const all: ChartNode[] = [
    { id: START, name: '申请', kind: 'start' },
    ...nodes,
    { id: '$end', name: '办结', kind: 'end' },
  ];
  return {
    title,
    nodes: all,
    edges: all.slice(1).map((node, index) => ({ from: all[index]!.id, to: node.id, labels: [] })),
  };
}

/**
 * Sets a chart out in layers from top to bottom. Ways to the next layer are drawn between the boxes; all others,
 * back or past a layer, run in lanes of their own at the right, so that no line crosses a box.
 */
export function layout(chart: Chart): Layout {
  const layers = layersOf(chart);
  const rows: ChartNode[][] = [];
  for (const node of chart.nodes) {
    const layer = layers.get(node.id)!;
    rows[layer] ??= [];
    rows[layer].push(node);
  }
  const sized = rows.map((row) => row.map((node) => ({ ...node, width: boxWidth(node) })));
  const rowWidth = (row: { width: number }[]) =>
    row.reduce((sum, { width }) => sum + width, 0) + chartSizes.between * (row.length - 1);
  const body = Math.max(
    ...sized.map(rowWidth),
    ...chart.edges.map((edge) => labelWidth(wrapped(edge.labels))),
  );
  const tops = layerTops(chart, sized.length, layers);
  const nodes = sized.flatMap((row, layer) => {
    let left = chartSizes.margin + (body - rowWidth(row)) / 2;
    return row.map((node) => {
      const x = left + node.width / 2;
      left += node.width + chartSizes.between;
      return {
        ...node,
        x,
        y: tops[layer]! + chartSizes.nodeHeight / 2,
        height: chartSizes.nodeHeight,
        layer,
      };
    });
  });
  const { edges, right } = route(
    chart,
    new Map(nodes.map((node) => [node.id, node])),
    chartSizes.margin + body,
  );
  return {
    title: chart.title,
    width: Math.ceil(right + chartSizes.margin),
    height: Math.ceil(tops.at(-1)! + chartSizes.nodeHeight + chartSizes.margin),
    nodes,
    edges,
  };
}

/** Steps from the start by the shortest way; final stages stand below everything else. */
function layersOf(chart: Chart): Map<string, number> {
  const layers = new Map<string, number>();
  let front = chart.nodes.filter((node) => node.kind === 'start').map((node) => node.id);
  for (let layer = 0; front.length > 0; layer++) {
    for (const id of front) layers.set(id, layer);
    const next = chart.edges.filter((edge) => front.includes(edge.from)).map((edge) => edge.to);
    front = [...new Set(next)].filter((id) => !layers.has(id));
  }
  const ends = new Set(chart.nodes.filter((node) => node.kind === 'end').map((node) => node.id));
  const deepest = Math.max(-1, ...[...layers].filter(([id]) => !ends.has(id)).map(([, layer]) => layer));
  for (const node of chart.nodes) {
    if (ends.has(node.id)) layers.set(node.id, deepest + 1);
    else if (!layers.has(node.id)) layers.set(node.id, deepest);
  }
  return layers;
}

/** Upper edge of each layer; the space above one holds the labels of the ways that enter it. */
function layerTops(chart: Chart, count: number, layers: ReadonlyMap<string, number>): number[] {
  const tops: number[] = [chartSizes.margin];
  for (let layer = 1; layer < count; layer++) {
    const entering = chart.edges.filter(
      (edge) => layers.get(edge.to) === layer && layers.get(edge.from) === layer - 1,
    );
    const lines = Math.max(0, ...entering.map((edge) => wrapped(edge.labels).length));
    tops.push(tops[layer - 1]! + chartSizes.nodeHeight + 34 + lines * chartSizes.labelLine);
  }
  return tops;
}

function route(
  chart: Chart,
  nodes: ReadonlyMap<string, PlacedNode>,
  bodyRight: number,
): { edges: PlacedEdge[]; right: number } {
  let lane: number = bodyRight + chartSizes.lane;
  const edges = chart.edges.map((edge): PlacedEdge => {
    const from = nodes.get(edge.from)!;
    const to = nodes.get(edge.to)!;
    const lines = wrapped(edge.labels);
    if (to.layer === from.layer + 1) {
      const points = [
        [from.x, from.y + from.height / 2],
        [to.x, to.y - to.height / 2],
      ] as const;
      // Nearer to the box it enters where the ways fan in, so that labels of one layer stand apart.
      const x = from.x + (to.x - from.x) * 0.6;
      const middle = (points[0][1] + points[1][1]) / 2;
      return {
        ...edge,
        points,
        lines,
        label: { x, y: middle - ((lines.length - 1) * chartSizes.labelLine) / 2, anchor: 'middle' },
      };
    }
    const x = lane;
    lane += chartSizes.lane + labelWidth(lines);
    const start = from.y + (to.layer > from.layer ? 8 : -8);
    const end = to.y + (to.layer > from.layer ? -8 : 8);
    const points = [
      [from.x + from.width / 2, start],
      [x, start],
      [x, end],
      [to.x + to.width / 2, end],
    ] as const;
    const y = (start + end) / 2 - ((lines.length - 1) * chartSizes.labelLine) / 2;
    return { ...edge, points, lines, label: { x: x + 6, y, anchor: 'start' } };
  });
  return { edges, right: lane };
}

/** Width of a text in ems: full-width characters count one, the others a little over half. */
export function textEms(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.62), 0);
}

function boxWidth(node: ChartNode): number {
  const text = Math.max(
    textEms(node.name) * chartSizes.font,
    textEms(node.note ?? '') * chartSizes.labelFont,
  );
  return Math.max(88, Math.ceil(text + 2 * chartSizes.padding));
}

function labelWidth(lines: readonly string[]): number {
  return Math.ceil(Math.max(0, ...lines.map(textEms)) * chartSizes.labelFont);
}

/** Labels joined and broken between acts where they fit, never inside a name. */
function wrapped(labels: readonly string[]): string[] {
  const lines: string[] = [];
  for (const label of labels) {
    const last = lines.at(-1);
    const joined = last === undefined ? label : `${last}、${label}`;
    if (last !== undefined && textEms(joined) <= chartSizes.labelBreak) lines[lines.length - 1] = joined;
    else lines.push(label);
  }
  return lines;
}
