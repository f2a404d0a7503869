import type { ProcedureDeclaration } from './declaration.ts';

/** A box of the flow chart, in pixels from the top left; `start` and the stages. */
export interface ChartNode {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly final: boolean;
}

/** An arrow: all steps that lead from one box to another, with a place for their names. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly string[];
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly labelAt: readonly [x: number, y: number];
}

export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}

export const NODE_HEIGHT = 34;
const LAYER_GAP = 66;
const NODE_GAP = 28;
const MARGIN = 16;
/** Room at the right for each arrow that leads back or past a layer. */
const LANE = 18;
const START = 'start';

/** Width of a Chinese text of 13 px, in pixels. */
export const textWidth = (text: string, size = 13): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? size : size * 0.6), 0);

interface Link {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly string[];
  readonly label: string;
}

/** Lays a procedure out from top to bottom: a stage stands below the stages that lead to it. Pure. */
export function chartOf(procedure: Pick<ProcedureDeclaration, 'stages' | 'steps'>): Chart {
  const links = linksOf(procedure);
  const layers = layersOf(links, Object.keys(procedure.stages));
  const rows = rowsOf(layers, links);
  const label = (id: string) => (id === START ? '登记' : procedure.stages[id]!.name);
  const widths = new Map(
    [...layers.keys()].map((id) => [id, Math.max(64, Math.ceil(textWidth(label(id))) + 28)]),
  );
  const rowWidth = (row: readonly string[]) =>
    row.reduce((sum, id) => sum + widths.get(id)!, 0) + NODE_GAP * (row.length - 1);
  const inner = Math.max(...rows.map(rowWidth), ...links.map((link) => textWidth(link.label, 12)));
  const nodes = rows.flatMap((row, layer) => {
    let x = MARGIN + (inner - rowWidth(row)) / 2;
    return row.map((id): ChartNode => {
      const width = widths.get(id)!;
      const node = {
        id,
        label: label(id),
        x,
        y: MARGIN + layer * LAYER_GAP,
        width,
        final: procedure.stages[id]?.final ?? false,
      };
      x += width + NODE_GAP;
      return node;
    });
  });
  const { edges, lanes } = edgesOf(
    links,
    new Map(nodes.map((node) => [node.id, node])),
    layers,
    MARGIN + inner,
  );
  const labels = edges.map((edge) => edge.labelAt[0] + textWidth(edge.label, 12) / 2);
  return {
    width: Math.ceil(Math.max(MARGIN + inner + lanes * LANE, ...labels) + MARGIN),
    height: MARGIN * 2 + (rows.length - 1) * LAYER_GAP + NODE_HEIGHT,
    nodes,
    edges,
  };
}

/** One arrow for each pair of boxes, named by its steps. */
function linksOf({ steps }: Pick<ProcedureDeclaration, 'steps'>): Link[] {
  const links = new Map<string, { from: string; to: string; steps: string[]; names: string[] }>();
  for (const [id, step] of Object.entries(steps)) {
    if (!step.to) continue;
    for (const from of step.from.length === 0 ? [START] : step.from) {
      for (const to of step.to) {
        if (from === to) continue;
        const key = `${from} ${to}`;
        const link = links.get(key) ?? { from, to, steps: [], names: [] };
        link.steps.push(id);
        link.names.push(step.name);
        links.set(key, link);
      }
    }
  }
  return [...links.values()].map(({ from, to, steps: ids, names }) => ({
    from,
    to,
    steps: ids,
    label: names.length > 2 ? `${names.slice(0, 2).join('／')}等` : names.join('／'),
  }));
}

/** Layer of each box: the longest way to it from the start, arrows back left out. */
function layersOf(links: readonly Link[], stages: readonly string[]): Map<string, number> {
  const order = [START, ...stages];
  const rank = new Map(order.map((id, index) => [id, index]));
  const layers = new Map(order.map((id) => [id, 0]));
  // Stages are declared in the order of the work, so an arrow to an earlier one leads back.
  const forward = links.filter((link) => rank.get(link.from)! < rank.get(link.to)!);
  for (const id of order) {
    for (const link of forward.filter((entry) => entry.from === id)) {
      layers.set(link.to, Math.max(layers.get(link.to)!, layers.get(id)! + 1));
    }
  }
  return layers;
}

/** Boxes by layer, each as near as may be below those that lead to it. */
function rowsOf(layers: ReadonlyMap<string, number>, links: readonly Link[]): string[][] {
  const rows: string[][] = [];
  for (const [id, layer] of layers) {
    rows[layer] ??= [];
    rows[layer].push(id);
  }
  const filled = rows.filter((row) => row !== undefined);
  for (let i = 1; i < filled.length; i++) {
    const above = new Map(
      filled.slice(0, i).flatMap((row) => row.map((id, index) => [id, index / row.length] as const)),
    );
    const weight = (id: string) => {
      const places = links
        .filter((link) => link.to === id && above.has(link.from))
        .map((link) => above.get(link.from)!);
      return places.length === 0 ? 1 : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    filled[i] = filled[i]!.map((id) => ({ id, weight: weight(id) }))
      .sort((a, b) => a.weight - b.weight)
      .map(({ id }) => id);
  }
  return filled;
}

function edgesOf(
  links: readonly Link[],
  nodes: ReadonlyMap<string, ChartNode>,
  layers: ReadonlyMap<string, number>,
  right: number,
): { edges: ChartEdge[]; lanes: number } {
  let lanes = 0;
  const edges = links.map((link): ChartEdge => {
    const from = nodes.get(link.from)!;
    const to = nodes.get(link.to)!;
    const middle = (node: ChartNode) => node.x + node.width / 2;
    if (layers.get(link.to)! === layers.get(link.from)! + 1) {
      const start: [number, number] = [middle(from), from.y + NODE_HEIGHT];
      const end: [number, number] = [middle(to), to.y];
      return {
        ...link,
        points: [start, end],
        labelAt: [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 4],
      };
    }
    lanes++;
    const lane = right + lanes * LANE;
    const y1 = from.y + NODE_HEIGHT / 2;
    const y2 = to.y + NODE_HEIGHT / 2;
    return {
      ...link,
      points: [
        [from.x + from.width, y1],
        [lane, y1],
        [lane, y2],
        [to.x + to.width, y2],
      ],
      labelAt: [lane, (y1 + y2) / 2 + 4],
    };
  });
  return { edges, lanes };
}
