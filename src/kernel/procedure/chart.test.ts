import { describe, expect, it } from 'vitest';
import { supervisionAlert } from '../../systems/oversight/supervision-alert/index.ts';
import { chartOf, NODE_HEIGHT } from './chart.ts';
import { chartSvg } from './chart-svg.ts';

describe('flow chart', () => {
  const chart = chartOf(supervisionAlert);

  it('has a box for every stage and the start, none upon another', () => {
    expect(chart.nodes.map((node) => node.id).sort()).toEqual([
      'answered',
      'closed',
      'raised',
      'revoked',
      'start',
    ]);
    for (const a of chart.nodes) {
      for (const b of chart.nodes) {
        if (a === b || a.y !== b.y) continue;
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
      }
    }
  });

  it('leads every declared step from its stages to where it goes', () => {
    const steps = new Set(chart.edges.flatMap((edge) => edge.steps));
    expect([...steps].sort()).toEqual(['answer', 'close', 'raise', 'revoke', 'send-back']);
  });

  it('keeps boxes, arrows and labels inside its frame', () => {
    for (const node of chart.nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(chart.width);
      expect(node.y + NODE_HEIGHT).toBeLessThanOrEqual(chart.height);
    }
    for (const [x] of chart.edges.flatMap((edge) => edge.points)) expect(x).toBeLessThanOrEqual(chart.width);
  });

  it('says in words where a matter stands, and escapes what it is given', () => {
    const svg = chartSvg({ ...supervisionAlert, name: '<预警>' }, { stages: ['raised'], taken: ['raise'] });
    expect(svg).toContain('现在处于待说明。');
    expect(svg).toContain('&lt;预警&gt;流程图');
    expect(svg).not.toContain('<预警>');
  });
});
