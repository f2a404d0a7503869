import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { basisText, day, fileSize } from '../../format.ts';
import { Provisional, TimeLeft } from '../../shared/time-left.tsx';
import { FlowChart } from './flow-chart.tsx';
import { PrintedDocument } from './printed-document.tsx';
import { Publications } from './publications.tsx';

/** Beside the work: clocks with their reckoning, papers, publications, what belongs to the matter, the flow. */
export function Side({
  matter,
  onDone,
}: {
  readonly matter: MatterView;
  readonly onDone: (message: string) => Promise<void>;
}) {
  return (
    <>
      {matter.alerts.length > 0 && (
        <Block title="预警">
          {matter.alerts.map((alert) => (
            <li key={alert.matter}>
              <span className={`tag ${alert.level}`}>{alert.name}</span>{' '}
              <Link to={`/matters/${alert.matter}`}>{alert.message}</Link>
              <span className="quiet">（{alert.stageName}）</span>
            </li>
          ))}
        </Block>
      )}
      {matter.clocks.length > 0 && (
        <Block title="时限">
          {matter.clocks.map((clock) => (
            <li key={clock.id}>
              <Clock clock={clock} />
            </li>
          ))}
        </Block>
      )}
      {matter.publications.length > 0 && (
        <Block title="公示">
          <Publications matter={matter} onDone={onDone} />
        </Block>
      )}
      {matter.documents.length > 0 && (
        <Block title="文书">
          {matter.documents.map(({ id, name }) => (
            <li key={id}>
              <PrintedDocument matter={matter.id} document={id} name={name} />
            </li>
          ))}
        </Block>
      )}
      {matter.files.length > 0 && (
        <Block title="材料">
          {matter.files.map((file) => (
            <li key={file.sm3}>
              <a href={`/api/files/${file.sm3}`} download={file.name}>
                {file.name}
              </a>{' '}
              <span className="quiet">{fileSize(file.size)}</span>
            </li>
          ))}
        </Block>
      )}
      {matter.closedFiles > 0 && (
        <Block title="材料">
          <li className="quiet">
            共{matter.closedFiles}个文件。材料载有个人信息，由承办单位和执法监督岗位查看。
          </li>
        </Block>
      )}
      {matter.children.length > 0 && (
        <Block title="相关办件">
          {matter.children.map((child) => (
            <li key={child.matter}>
              <Link to={`/matters/${child.matter}`}>{child.procedureName}</Link>{' '}
              <span className="quiet">{child.closed ? (child.outcome ?? '已办结') : '办理中'}</span>
            </li>
          ))}
        </Block>
      )}
      <Block title="流程图">
        <li>
          <FlowChart matter={matter} />
        </li>
      </Block>
    </>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="block">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** A clock; opened, it says line by line how its day was reckoned. */
function Clock({ clock }: { readonly clock: MatterView['clocks'][number] }) {
  const stopped = clock.stoppedOn !== undefined;
  return (
    <details className="clock">
      <summary>
        <span className="name">
          {clock.name}
          {clock.bindsApplicant && <span className="quiet">（当事人）</span>}
        </span>
        {stopped ? <span className="quiet">{day(clock.stoppedOn!)}停止计时</span> : <TimeLeft {...clock} />}
      </summary>
      <ol>
        {clock.explain.map((line) => (
          <li key={`${line.text}${line.date ?? ''}`}>
            {line.text}
            {line.date && !line.text.includes(day(line.date)) && (
              <span className="quiet nowrap"> {day(line.date)}</span>
            )}
            {line.basis && !line.text.includes(basisText(line.basis)) && (
              <span className="quiet">（{basisText(line.basis)}）</span>
            )}
          </li>
        ))}
        {clock.calendar && <li className="quiet">依据的放假安排：{clock.calendar}</li>}
        {stopped && <li>原到期日：{day(clock.due)}</li>}
        {clock.provisional && (
          <li>
            <Provisional /> 到期日所在年度的放假通知尚未录入，录入后重算。
          </li>
        )}
        {clock.unverified && <li className="near">所依据的规定条文尚待核对。</li>}
      </ol>
    </details>
  );
}
