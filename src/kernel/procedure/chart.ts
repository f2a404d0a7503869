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
}

export interface PlacedEdge extends ChartEdge {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Lines of text and the middle of the first one. */
  readonly lines: readonly string[];
  readonly label: { readonly x: number; readonly y: number };
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

/** The chart of a list item: its stages one after the other, after what sets them going, if that is said. */
export function chartOfStages(
  title: string,
  stages: readonly { readonly name: string; readonly days?: number }[],
  { begins, unit = '个工作日' }: { readonly begins?: string | undefined; readonly unit?: string } = {},
): Chart {
  const nodes = stages.map(({ name, days }, index) => ({
    id: String(index + 1),
    name,
    ...(days === undefined ? {} : { note: `${days}${unit}` }),
    kind: 'stage' as const,
  }));
  const all: ChartNode[] = [
    ...(begins === undefined ? [] : [{ id: START, name: begins, kind: 'start' as const }]),
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
 * Sets a chart out in one column, in the order of its boxes. A way to the next box goes straight down; a way past
 * boxes leaves at the left and one back at the right, each with a trunk of its own for every box it leads to. No
 * line crosses a box, and no label meets another.
 */
export function layout(chart: Chart): Layout {
  const order = new Map(chart.nodes.map((node, index) => [node.id, index]));
  const ways = chart.edges.map((edge) => {
    const span = order.get(edge.to)! - order.get(edge.from)!;
    const side: Side = span === 1 ? 'down' : span > 1 ? 'left' : 'right';
    return { ...edge, lines: wrapped(edge.labels), side, span: Math.abs(span) };
  });
  const left = gutter(ways, 'left');
  const right = gutter(ways, 'right');
  const body = Math.max(
    ...chart.nodes.map(boxWidth),
    ...ways.filter(down).map((way) => labelWidth(way.lines)),
  );
  const centre = chartSizes.margin + left.width + body / 2;
  const nodes = stacked(chart.nodes, ways, centre);
  const edges = ways.map((way) => routed(way, ways, nodes, way.side === 'left' ? left : right, centre, body));
  const last = nodes.at(-1)!;
  return {
    title: chart.title,
    width: Math.ceil(centre + body / 2 + right.width + chartSizes.margin),
    height: Math.ceil(last.y + last.height / 2 + chartSizes.margin),
    nodes,
    edges,
  };
}

type Side = 'down' | 'left' | 'right';
type Way = ChartEdge & { readonly lines: readonly string[]; readonly side: Side; readonly span: number };
const down = (way: Way) => way.side === 'down';

/** The room beside the column: first the labels, then one trunk for each box that ways lead to. */
interface Gutter {
  readonly width: number;
  readonly labels: number;
  readonly trunks: ReadonlyMap<string, number>;
}

function gutter(ways: readonly Way[], side: Side): Gutter {
  const own = ways.filter((way) => way.side === side);
  if (own.length === 0) return { width: 0, labels: 0, trunks: new Map() };
  const labels = Math.max(...own.map((way) => labelWidth(way.lines))) + 40;
  const reach = new Map<string, number>();
  for (const way of own) reach.set(way.to, Math.max(reach.get(way.to) ?? 0, way.span));
  // The shorter a trunk, the nearer to the column: fewer crossings.
  const targets = [...reach].sort(([, a], [, b]) => a - b).map(([to]) => to);
  const trunks = new Map(targets.map((to, index) => [to, labels + index * chartSizes.lane]));
  return { width: labels + targets.length * chartSizes.lane, labels, trunks };
}

/** Boxes one under the other, each as high as the ways at its sides need. */
function stacked(nodes: readonly ChartNode[], ways: readonly Way[], x: number): PlacedNode[] {
  let top: number = chartSizes.margin;
  return nodes.map((node) => {
    const sides = (['left', 'right'] as const).map((side) => portsOf(node.id, ways, side).height + 10);
    const height = Math.max(chartSizes.nodeHeight, ...sides);
    const placed = { ...node, x, y: top + height / 2, width: boxWidth(node), height };
    const below = ways.find((way) => down(way) && way.from === node.id);
    top += height + 30 + (below?.lines.length ?? 0) * chartSizes.labelLine;
    return placed;
  });
}

/** Where ways meet the side of a box, as offsets from the first: one port for all that arrive, one for each that leaves. */
function portsOf(id: string, ways: readonly Way[], side: Side) {
  const arriving = ways.some((way) => way.side === side && way.to === id);
  const leaving = ways.filter((way) => way.side === side && way.from === id);
  const arrival = PORT / 2;
  let at = arriving ? PORT : 0;
  const leaves = new Map<string, number>();
  for (const way of leaving) {
    const room = Math.max(PORT, way.lines.length * chartSizes.labelLine + 6);
    leaves.set(way.to, at + room / 2);
    at += room;
  }
  return { height: at, arrival, leaves };
}
const PORT = 20;

function routed(
  way: Way,
  ways: readonly Way[],
  nodes: readonly PlacedNode[],
  gutter: Gutter,
  centre: number,
  body: number,
): PlacedEdge {
  const { from: start, to: end, labels, lines, side } = way;
  const from = nodes.find((node) => node.id === start)!;
  const to = nodes.find((node) => node.id === end)!;
  const edge = { from: start, to: end, labels, lines };
  const rise = ((lines.length - 1) * chartSizes.labelLine) / 2;
  if (side === 'down') {
    const [top, bottom] = [from.y + from.height / 2, to.y - to.height / 2];
    const points = [
      [centre, top],
      [centre, bottom],
    ] as const;
    return { ...edge, points, label: { x: centre, y: (top + bottom) / 2 - rise } };
  }
  const outward = side === 'left' ? -1 : 1;
  const leaving = portsOf(start, ways, side);
  const arriving = portsOf(end, ways, side);
  const y = from.y - leaving.height / 2 + leaving.leaves.get(end)!;
  const arrival = to.y - arriving.height / 2 + arriving.arrival;
  const trunk = centre + outward * (body / 2 + gutter.trunks.get(end)!);
  const points = [
    [from.x + (outward * from.width) / 2, y],
    [trunk, y],
    [trunk, arrival],
    [to.x + (outward * to.width) / 2, arrival],
  ] as const;
  return { ...edge, points, label: { x: centre + outward * (body / 2 + gutter.labels / 2), y: y - rise } };
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
