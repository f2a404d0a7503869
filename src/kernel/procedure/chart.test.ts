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

  const left = ({ x, width }: { x: number; width: number }) => x - width / 2;
  const right = ({ x, width }: { x: number; width: number }) => x + width / 2;

  test('boxes stand one under the other in their order', () => {
    placed.nodes.slice(1).forEach((node, index) => {
      const above = placed.nodes[index]!;
      expect(node.y - node.height / 2).toBeGreaterThan(above.y + above.height / 2);
    });
  });

  test('every word fits its box and everything lies inside the picture', () => {
    for (const node of placed.nodes) {
      expect(textEms(node.name) * chartSizes.font).toBeLessThan(node.width);
      expect(left(node)).toBeGreaterThanOrEqual(0);
    }
    for (const { points, lines, label } of placed.edges) {
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(placed.width);
        expect(y).toBeLessThanOrEqual(placed.height);
      }
      const half = (Math.max(...lines.map(textEms)) * chartSizes.labelFont) / 2;
      expect(label.x + half).toBeLessThanOrEqual(placed.width);
      expect(label.x - half).toBeGreaterThanOrEqual(0);
    }
  });

  test('ways past boxes keep to the left and ways back to the right of all of them', () => {
    const trunk = (from: string, to: string) =>
      placed.edges.find((edge) => edge.from === from && edge.to === to)!.points[1]![0];
    expect(trunk('a', 'e')).toBeLessThan(Math.min(...placed.nodes.map(left)));
    expect(trunk('b', 'e')).toBe(trunk('a', 'e'));
    expect(trunk('a', 'c')).not.toBe(trunk('a', 'e'));
    expect(trunk('c', 'a')).toBeGreaterThan(Math.max(...placed.nodes.map(right)));
  });

  test('labels do not meet', () => {
    const boxes = placed.edges.map(({ lines, label }) => {
      const width = Math.max(...lines.map(textEms)) * chartSizes.labelFont;
      const top = label.y - chartSizes.labelLine / 2;
      return { x: label.x, width, top, bottom: top + lines.length * chartSizes.labelLine };
    });
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        const apart =
          right(one) <= left(other) ||
          right(other) <= left(one) ||
          one.bottom <= other.top ||
          other.bottom <= one.top;
        expect(apart).toBe(true);
      }
    });
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
    const row = layout(
      chartOfStages('办事流程', [{ name: '受理', days: 1 }, { name: '审查' }], { begins: '申请' }),
    );
    expect(row.nodes.map((node) => node.name)).toEqual(['申请', '受理', '审查', '办结']);
    expect(new Set(row.nodes.map((node) => node.x)).size).toBe(1);
    expect(chartSvg(row)).toContain('1个工作日');
    const exOfficio = layout(chartOfStages('处罚流程', [{ name: '立案' }]));
    expect(exOfficio.nodes.map((node) => node.name)).toEqual(['立案', '办结']);
  });
});
