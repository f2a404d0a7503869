import { describe, expect, test } from 'vitest';
import { type Chart, chartOfStages, chartSizes, layout, textEms } from './chart.ts';
import { chartSvg } from './chart-svg.ts';

const chart: Chart = {
  title: '办理<流程>',
  nodes: [
    { id: 's', name: '开始', kind: 'start' },
    { id: 'a', name: '收件待审', kind: 'stage' },
    { id: 'b', name: '待送达（告知承诺）', kind: 'stage' },
    { id: 'c', name: '审查中', kind: 'stage' },
    { id: 'e', name: '已办结', kind: 'end' },
  ],
  edges: [
    { from: 's', to: 'a', labels: ['收件'] },
    { from: 'a', to: 'b', labels: ['告知承诺当场决定'] },
    { from: 'a', to: 'c', labels: ['受理'] },
    { from: 'c', to: 'a', labels: ['退回补充'] },
    { from: 'a', to: 'e', labels: ['不予受理', '撤回申请', '其他情形办结'] },
    { from: 'b', to: 'e', labels: ['送达'] },
    { from: 'c', to: 'e', labels: ['颁发送达'] },
  ],
};

describe('flow charts', () => {
  const placed = layout(chart);

  test('boxes stand in layers from the start to the end and do not touch', () => {
    expect(placed.nodes.map(({ id, layer }) => [id, layer])).toEqual([
      ['s', 0],
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['e', 3],
    ]);
    for (const one of placed.nodes) {
      for (const other of placed.nodes) {
        if (one.id === other.id) continue;
        const apart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
          Math.abs(one.y - other.y) >= one.height;
        expect(apart, `${one.id} ${other.id}`).toBe(true);
      }
    }
  });

  test('every word fits its box and everything lies inside the picture', () => {
    for (const node of placed.nodes) {
      expect(textEms(node.name) * chartSizes.font).toBeLessThan(node.width);
      expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0);
    }
    for (const { points, lines, label } of placed.edges) {
      for (const [x, y] of points) {
        expect(x).toBeLessThanOrEqual(placed.width);
        expect(y).toBeLessThanOrEqual(placed.height);
      }
      const width = Math.max(...lines.map(textEms)) * chartSizes.labelFont;
      expect(label.x + (label.anchor === 'start' ? width : width / 2)).toBeLessThanOrEqual(placed.width);
      expect(label.x - (label.anchor === 'start' ? 0 : width / 2)).toBeGreaterThanOrEqual(0);
    }
  });

  test('ways back and past a layer run in lanes to the right of all boxes', () => {
    const right = Math.max(...placed.nodes.map((node) => node.x + node.width / 2));
    const lanes = placed.edges.filter((edge) => edge.points.length === 4).map((edge) => edge.points[1]![0]);
    expect(lanes).toHaveLength(2);
    for (const lane of lanes) expect(lane).toBeGreaterThan(right);
    expect(new Set(lanes).size).toBe(2);
  });

  test('labels break between acts and keep every word', () => {
    expect(placed.edges[4]!.lines).toEqual(['不予受理、撤回申请', '其他情形办结']);
  });

  test('the picture tells its title, its ways and the present stage in words', () => {
    const svg = chartSvg(placed, { present: ['c'], passed: ['s', 'a'], prefix: 'm1' });
    expect(svg).toContain('<title id="m1-title">办理&lt;流程&gt;</title>');
    expect(svg).toContain('现在处于“审查中”。');
    expect(svg).toContain('从“收件待审”到“审查中”：受理');
    expect(svg.match(/fz-chart-node fz-chart-present" data-stage="c"/g)).toHaveLength(1);
    expect(svg.match(/fz-chart-node fz-chart-passed"/g)).toHaveLength(2);
    expect(svg.match(/<polyline/g)).toHaveLength(chart.edges.length);
  });

  test('an item’s stages stand in a row with their days', () => {
    const row = layout(chartOfStages('办事流程', [{ name: '受理', days: 1 }, { name: '审查' }]));
    expect(row.nodes.map((node) => node.name)).toEqual(['申请', '受理', '审查', '办结']);
    expect(new Set(row.nodes.map((node) => node.x)).size).toBe(1);
    expect(chartSvg(row)).toContain('1个工作日');
  });
});
