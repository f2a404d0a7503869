import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { queries } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { Empty } from '../../shared/empty.tsx';
import { clockThatMatters } from '../../shared/main-clock.ts';
import { Page } from '../../shared/page.tsx';
import { problemOf, Refusal } from '../../shared/refusal.tsx';
import { TimeLeft } from '../../shared/time-left.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { FactGroups } from './fact-groups.tsx';
import { Record } from './record.tsx';
import { Side } from './side.tsx';
import { Steps } from './steps.tsx';
import './matter.css';

/** One matter: its record, its facts with the step I may take now, its clocks and papers. */
export function Matter() {
  const { matter: id = '' } = useParams();
  const { data, error, refetch } = useQuery(queries.matter(id));
  if (error && !data) return <Unread error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="办件" rows={12} />;
  return <MatterOf key={data.id} matter={data} />;
}

function Unread({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { kind, message } = problemOf(error);
  if (kind !== 'not-found') return <Refusal error={error} onRetry={onRetry} />;
  return (
    <Page title="没有找到办件">
      <Empty title={message} actions={<Link to="/">回到我的待办</Link>}>
        <p>
          网址可能没有复制完整。按 Ctrl K 可以用编号或者名称查找；办件属于其他单位的，请切换到有权查看的岗位。
        </p>
      </Empty>
    </Page>
  );
}

function MatterOf({ matter }: { readonly matter: MatterView }) {
  const queryClient = useQueryClient();
  const { said, setSaid } = useSaid();
  const reload = () => queryClient.invalidateQueries({ queryKey: ['matter', matter.id] });
  const done = async (message: string) => {
    setSaid(message);
    for (const key of ['todo', 'register', 'wall']) {
      void queryClient.invalidateQueries({ queryKey: [key] });
    }
    await reload();
  };
  return (
    <Page title={matter.title} beside={<Standing matter={matter} />} about={<About matter={matter} />}>
      <div role="status" className="said">
        {said && <p className="notice done">{said}</p>}
      </div>
      <div className="matter">
        <section className="middle" aria-label="办理">
          <Steps matter={matter} onDone={done} onReload={() => void reload()} />
          <FactGroups matter={matter} />
        </section>
        <aside className="right" aria-label="时限与材料">
          <Side matter={matter} onDone={done} />
        </aside>
        <section className="left" aria-label="办理记录">
          <Record matter={matter} />
        </section>
      </div>
    </Page>
  );
}

/** What a step brought about. The form that opened the matter hands its word over once: on the way back it is old. */
function useSaid() {
  const { state, search } = useLocation();
  const navigate = useNavigate();
  const opened = (state as { said?: string } | null)?.said;
  const [said, setSaid] = useState(opened);
  useEffect(() => {
    if (opened !== undefined) void navigate({ search }, { replace: true, state: null });
  }, [opened, search, navigate]);
  return { said, setSaid };
}

function Standing({ matter }: { readonly matter: MatterView }) {
  const clock = clockThatMatters(matter);
  return (
    <>
      <span className="tag stage">{matter.stageNames.join('、')}</span>
      {matter.closed ? (
        <span>
          {matter.outcome}
          {matter.closedOn && <span className="quiet">（{day(matter.closedOn)}办结）</span>}
        </span>
      ) : (
        clock && (
          <span>
            {clock.name}：<TimeLeft {...clock} />
          </span>
        )
      )}
    </>
  );
}

function About({ matter }: { readonly matter: MatterView }) {
  return (
    <div className="spaced">
      <span>{matter.number}</span>
      <Link to={`/registers/${matter.procedure}`}>{matter.procedureName}</Link>
      <span>{matter.unitName}</span>
      <span>{day(matter.startedOn)}登记</span>
      {matter.parent && (
        <span>
          由<Link to={`/matters/${matter.parent.matter}`}>{matter.parent.procedureName}</Link>发起
        </span>
      )}
    </div>
  );
}
