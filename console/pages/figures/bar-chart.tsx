import type { ECharts } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useDark } from '../../shared/colour-scheme.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { FONT } from '../../theme.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value in words, as it stands at the bar. */
  readonly text: string;
}

interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Months run from left to right; all else lies one below the other, the largest on top. */
  readonly upright: boolean;
  readonly label: string;
  readonly onOpen: (key: string) => void;
}

/** Pixels of one lying bar with its gap. */
const LINE = 30;
const HEIGHT = 260;

/** Bars with their numbers; a bar opens its records. The table beside it says the same to those who cannot see it. */
export function BarChart({ bars, upright, label, onOpen }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const open = useRef(onOpen);
  open.current = onOpen;
  const dark = useDark();
  const [fault, setFault] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read again when they change
  useEffect(() => {
    let ended = false;
    const sized = new ResizeObserver(() => chart.current?.resize());
    import('./echarts.ts').then(({ init }) => {
      if (ended || !place.current) return;
      chart.current ??= init(place.current, undefined, { renderer: 'svg' });
      chart.current.setOption(optionsOf(bars, upright, label, place.current), { notMerge: true });
      chart.current.resize();
      chart.current.off('click');
      chart.current.on('click', ({ dataIndex }) => open.current(bars[dataIndex]!.key));
      sized.observe(place.current);
    }, setFault);
    return () => {
      ended = true;
      sized.disconnect();
    };
  }, [bars, upright, label, dark]);
  useEffect(() => () => chart.current?.dispose(), []);
  if (fault) return <Refusal error={fault} />;
  return (
    <div
      ref={place}
      className="bar-chart"
      role="img"
      aria-label={label}
      style={{ height: upright ? HEIGHT : bars.length * LINE + 8 }}
    />
  );
}

function optionsOf(bars: readonly Bar[], upright: boolean, label: string, place: HTMLElement) {
  const styles = getComputedStyle(place);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  const names = {
    type: 'category' as const,
    data: bars.map((bar) => bar.name),
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line-strong') } },
    axisLabel: {
      color: colour('--text'),
      ...(upright ? { hideOverlap: true } : { width: 150, overflow: 'truncate' as const }),
    },
  };
  const values = { type: 'value' as const, show: false };
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 13, color: colour('--text') },
    aria: { enabled: true, label: { description: label } },
    grid: { left: 0, right: upright ? 0 : 88, top: upright ? 24 : 0, bottom: 0, containLabel: true },
    xAxis: upright ? names : values,
    yAxis: upright ? values : names,
    series: [
      {
        type: 'bar' as const,
        data: bars.map((bar) => ({ value: bar.value, label: { formatter: () => bar.text } })),
        barMaxWidth: upright ? 36 : 16,
        itemStyle: { color: colour('--primary') },
        label: {
          show: true,
          position: upright ? ('top' as const) : ('right' as const),
          color: colour('--text'),
          fontFamily: FONT,
        },
        // Where the numbers do not fit beside one another, the table below the chart has them all.
        labelLayout: { hideOverlap: true },
        cursor: 'pointer',
      },
    ],
  };
}
