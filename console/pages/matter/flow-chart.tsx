import { Drawer } from 'antd';
import { useRef, useState } from 'react';
import type { MatterView } from '../../../src/client/contract/matters.ts';

/** The flow of the procedure in a sheet wide enough to read, opened at the stage in which the matter is. */
export function FlowChart({ matter }: { readonly matter: MatterView }) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  // The chart comes as SVG from our own server, without scripts; as an image nothing in it could run.
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(matter.chart)}`;
  const centre = () => {
    const at = presentBox(matter.chart);
    const { current } = frame;
    if (!at || !current) return;
    current.scrollTo(at.x - current.clientWidth / 2, at.y - current.clientHeight / 2);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        查看流程和现在的环节
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={`${matter.procedureName}流程`}
        extra={
          <a href={address} download={`${matter.procedureName}流程图.svg`}>
            下载流程图
          </a>
        }
        size={1160}
        destroyOnHidden
        styles={{ body: { padding: 0, display: 'flex', flexDirection: 'column' } }}
      >
        <p className="flow-now">
          {matter.closed ? '本办件已办结。' : `现在处于“${matter.stageNames.join('”“')}”，图中以粗框标出。`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section className="flow-frame" ref={frame} tabIndex={0} aria-label="流程图，可以滚动">
          <img
            src={address}
            onLoad={centre}
            alt={`${matter.procedureName}流程图，现在处于${matter.stageNames.join('、')}`}
          />
        </section>
      </Drawer>
    </>
  );
}

/** Where the first lit box of a chart stands, by its middle. */
export function presentBox(svg: string): { readonly x: number; readonly y: number } | undefined {
  const found =
    /fz-chart-present"[^>]*><rect [^>]*x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/.exec(
      svg,
    );
  if (!found) return undefined;
  const [x, y, width, height] = found.slice(1).map(Number) as [number, number, number, number];
  return { x: x + width / 2, y: y + height / 2 };
}
