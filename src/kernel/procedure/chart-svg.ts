import { type Chart, type ChartEdge, chartOf, NODE_HEIGHT } from './chart.ts';
import type { ProcedureDeclaration } from './declaration.ts';

/** Where a matter stands, to light its stage and the way it came. */
export interface ChartPresent {
  readonly stages: readonly string[];
  readonly taken: readonly string[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The flow chart as SVG with title and description, no script and no style of its own beyond classes and plain
 * attributes: it prints, scales, and takes the colours of the page it stands in (`currentColor`).
 */
export function chartSvg(
  procedure: Pick<ProcedureDeclaration, 'stages' | 'steps' | 'name'>,
  present: ChartPresent = { stages: [], taken: [] },
): string {
  const chart = chartOf(procedure);
  const names = present.stages.map((id) => procedure.stages[id]?.name ?? id).join('、');
  const title = `${procedure.name}流程图`;
  const description = [
    ...(names ? [`现在处于${names}。`] : []),
    ...chart.edges.map(
      (edge) => `${labelOf(chart, edge.from)}，经${edge.label}，到${labelOf(chart, edge.to)}。`,
    ),
  ].join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flow-chart" viewBox="0 0 ${chart.width} ${chart.height}" width="${chart.width}" height="${chart.height}" role="img" aria-label="${escapeXml(title)}" font-size="13">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    '<defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#595959"/></marker></defs>',
    ...chart.edges.map((edge) => line(edge, present)),
    ...chart.nodes.map((node) => {
      const here = present.stages.includes(node.id);
      const radius = node.final || node.id === 'start' ? NODE_HEIGHT / 2 : 4;
      return `<g class="node${here ? ' here' : ''}"><rect x="${node.x}" y="${node.y}" width="${node.width}" height="${NODE_HEIGHT}" rx="${radius}" fill="${here ? '#0958d9' : '#fff'}" stroke="${here ? '#0958d9' : '#8c8c8c'}"/><text x="${node.x + node.width / 2}" y="${node.y + 22}" text-anchor="middle" fill="${here ? '#fff' : '#1f1f1f'}">${escapeXml(node.label)}</text></g>`;
    }),
    ...chart.edges.map(
      (edge) =>
        `<text class="edge-label" x="${edge.labelAt[0]}" y="${edge.labelAt[1]}" text-anchor="middle" font-size="12" fill="#595959" stroke="#fff" stroke-width="4" paint-order="stroke">${escapeXml(edge.label)}</text>`,
    ),
    '</svg>',
  ].join('');
}

function labelOf(chart: Chart, id: string): string {
  return chart.nodes.find((node) => node.id === id)?.label ?? id;
}

function line(edge: ChartEdge, present: ChartPresent): string {
  const went = edge.steps.some((step) => present.taken.includes(step));
  const points = edge.points.map(([x, y]) => `${x},${y}`).join(' ');
  return `<polyline class="edge${went ? ' went' : ''}" points="${points}" fill="none" stroke="${went ? '#0958d9' : '#8c8c8c'}" stroke-width="${went ? 2 : 1}" marker-end="url(#flow-arrow)"/>`;
}
