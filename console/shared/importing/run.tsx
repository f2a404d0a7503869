import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { number } from '../../format.ts';
import { DataTable } from '../data-table.tsx';
import { Refusal } from '../refusal.tsx';
import type { Importing } from './use-import.ts';
import './importing.css';

/** First the check, which tells every wrong cell; then, once it found none, the import. */
export function ImportButtons({ of: { content, busy, tried, start } }: { readonly of: Importing }) {
  return (
    <>
      <Button
        type={tried ? 'default' : 'primary'}
        disabled={!content || busy}
        onClick={() => void start(true)}
      >
        先核对，不导入
      </Button>
      <Button
        type={tried ? 'primary' : 'default'}
        disabled={!content || busy || !tried}
        onClick={() => void start(false)}
      >
        正式导入
      </Button>
    </>
  );
}

/** How far it is, what came of it, and which cells are to be corrected. `next`: where to look at what came in. */
export function ImportResult({
  of: { job, dryRun, error },
  next,
}: {
  readonly of: Importing;
  readonly next?: ReactNode;
}) {
  if (error) return <Refusal error={error} />;
  if (!job) return null;
  const { state, done, total, message, errors } = job;
  return (
    <div className="import-result">
      {state === 'running' && (
        <>
          <Progress
            percent={total > 0 ? Math.floor((done / total) * 100) : 0}
            status="active"
            aria-label="导入进度"
          />
          <p role="status">
            {message || '正在读取'}
            {total > 0 && `：第${number(done)}行，共${number(total)}行`}
          </p>
        </>
      )}
      {state === 'done' && (
        <div className="notice done" role="status">
          {message}
          {!dryRun && next && <> {next}</>}
        </div>
      )}
      {state === 'failed' && (
        <div className="notice refused" role="alert">
          {message}
        </div>
      )}
      {errors.length > 0 && (
        <div className="table-frame import-errors">
          <DataTable
            caption="需要改正的单元格"
            columns={[
              { id: 'cell', title: '单元格', nowrap: true, width: '7em', cell: (row) => row.cell },
              { id: 'message', title: '怎样改正', cell: (row) => row.message },
            ]}
            rows={errors}
            rowKey={(row) => `${row.cell} ${row.message}`}
          />
        </div>
      )}
    </div>
  );
}
