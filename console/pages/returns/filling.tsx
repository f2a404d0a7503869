import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReturnView } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { typedOf } from './cells.ts';
import { Correction } from './correction.tsx';
import { Filling, type Mode } from './filling-form.tsx';
import { Grid } from './grid.tsx';
import { Review } from './review.tsx';
import './returns.css';

/** What one unit returns for one period: filled in, reviewed, corrected, read. */
export function FillingPage() {
  const { form, period, unit } = useParams();
  const located = useQuery({
    queryKey: ['returns', 'locate', form, period, unit],
    queryFn: ({ signal }) =>
      client.call(
        'returns.locate',
        { params: { form: form!, period: period! }, query: { unit: unit! } },
        { signal },
      ),
    enabled: form !== undefined && period !== undefined && unit !== undefined,
  });
  const id = located.data?.return;
  const result = useQuery({
    queryKey: ['returns', 'return', id],
    queryFn: ({ signal }) => client.call('returns.get', { params: { return: id! } }, { signal }),
    enabled: typeof id === 'string',
    // What is being typed is not taken away by a newer answer.
    refetchOnWindowFocus: false,
    // Whoever comes back goes on from the draft that is saved, not from what he opened last.
    gcTime: 0,
  });
  if (id === null || form === undefined) return <NotFound />;
  const error = located.error ?? result.error;
  if (error) return <Refusal error={error} onRetry={() => void located.refetch()} />;
  if (!result.data) return <Waiting what="报表" rows={12} />;
  return <Return key={`${result.data.id} ${result.data.seq}`} view={result.data} />;
}

function Return({ view }: { readonly view: ReturnView }) {
  const { acting } = useSession();
  const [mode, setMode] = useState<Mode | undefined>(view.may.submit ? 'submit' : undefined);
  const own = acting.unit === view.unit && (acting.kind === 'liaison' || acting.kind === 'unit-head');
  const late = view.daysLate > 0;
  return (
    <Page
      title={`${view.formName}　${view.periodName}`}
      beside={
        <span>
          {view.unitName}　<span className="tag">{view.stageName}</span>
        </span>
      }
      about={
        <span className="spaced">
          <Link to={own ? '/returns' : `/returns/${view.form}/${view.period}`}>
            {own ? '回到各期报送' : '回到本期各单位'}
          </Link>
          <span className={late ? 'late' : undefined}>
            {late
              ? `截止${day(view.due)}，${view.submittedOn ? '报送时' : '已'}逾期${view.daysLate}个工作日`
              : `${day(view.due)}前报送`}
          </span>
          {!own && (
            <span>
              联络员：{view.liaisons.map(({ name, post }) => `${name}（${post}）`).join('、') || '没有'}
            </span>
          )}
          <Link to={`/matters/${view.id}`}>办理记录</Link>
        </span>
      }
      actions={
        mode === undefined && (
          <>
            <Button onClick={() => window.print()}>打印</Button>
            {view.may.enter && <Button onClick={() => setMode('enter')}>代为录入</Button>}
            {view.may.correct && <Button onClick={() => setMode('correct')}>更正</Button>}
            <Review view={view} />
          </>
        )
      }
    >
      <div className="returns-notices">
        {view.returnReason && (
          <div className="notice warn">
            <strong>退回修改：</strong>
            {view.returnReason}
            {view.redoBy && `请在${day(view.redoBy)}前重新报送。`}
          </div>
        )}
        {view.correction && <Correction correction={view.correction} />}
        {view.rejected !== null && (
          <div className="notice warn">
            <strong>更正被退回：</strong>
            {view.rejected}
          </div>
        )}
        {view.note && mode !== undefined && <div className="notice">填报要求：{view.note}</div>}
        {view.remark && mode === undefined && <div className="notice">报送说明：{view.remark}</div>}
      </div>
      {mode === undefined ? (
        <Grid items={view.items} cells={typedOf(view.cells)} values={view.values} findings={[]} />
      ) : (
        <Filling
          view={view}
          mode={mode}
          onCancel={mode === 'submit' ? undefined : () => setMode(undefined)}
        />
      )}
      <h2 style={{ marginTop: 16 }}>办理经过</h2>
      <ul>
        {view.history.map(({ name, on, by }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened stands in its order and is never moved
          <li key={at}>
            {day(on)}　{name}　<span className="quiet">{by}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
