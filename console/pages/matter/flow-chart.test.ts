import { expect, it } from 'vitest';
import { layout } from '../../../src/kernel/procedure/chart.ts';
import { chartSvg } from '../../../src/kernel/procedure/chart-svg.ts';
import { presentBox } from './flow-chart.tsx';

const chart = layout({
  title: '测试',
  nodes: [
    { id: 'a', name: '甲', kind: 'stage' },
    { id: 'b', name: '乙', kind: 'stage' },
  ],
  edges: [{ from: 'a', to: 'b', labels: ['送'] }],
});

it('finds the box in which a matter stands, to open the chart there', () => {
  const second = chart.nodes.find(({ id }) => id === 'b')!;
  expect(presentBox(chartSvg(chart, { present: ['b'] }))).toEqual({ x: second.x, y: second.y });
  expect(presentBox(chartSvg(chart))).toBeUndefined();
});
