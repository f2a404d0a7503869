import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Progress, Segmented, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import type { ReturnRoundView } from '../../../src/client/contract/returns.ts';
import { type Answer, client } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Refusal } from '../../shared/refusal.tsx';

type Job = Answer<'job.get'>;
/** Milliseconds between two looks at a task. */
const LOOK = 300;

/** All units' values from one workbook: checked as a whole first, then taken in. */
export function ImportReturns({
  round,
  onClose,
}: {
  readonly round: ReturnRoundView;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [file, setFile] = useState<{ sm3: string; name: string }>();
  const [pasted, setPasted] = useState('');
  const [source, setSource] = useState('');
  const [job, setJob] = useState<Job>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = useRef(0);
  useEffect(() => () => void run.current++, []);
  const content = way === 'file' ? file && { file: file.sm3 } : pasted.trim() ? { pasted } : undefined;
  const reset = () => {
    run.current++;
    setJob(undefined);
    setTried(false);
    setError(undefined);
    setBusy(false);
  };
  const upload = async (chosen: File) => {
    reset();
    setBusy(true);
    await client
      .upload(chosen, () => {})
      .then(setFile, setError)
      .finally(() => setBusy(false));
  };
  const start = async (dryRun: boolean) => {
    const mine = ++run.current;
    setBusy(true);
    setError(undefined);
    try {
      const begun = await client.call('returns.import', {
        params: { round: round.id },
        body: { ...content, dryRun, request: newId(), ...(source.trim() ? { source: source.trim() } : {}) },
      });
      for (;;) {
        const view = await client.call('job.get', { params: { job: begun.job } });
        if (run.current !== mine) return;
        setJob(view);
        if (view.state !== 'running') {
          setTried(dryRun && view.state === 'done');
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
      if (!dryRun) await queries.invalidateQueries({ queryKey: ['returns'] });
    } catch (problem) {
      if (run.current === mine) setError(problem);
    } finally {
      if (run.current === mine) setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={760}
      title={`导入汇总表：${round.formName}　${round.periodName}`}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          关闭
        </Button>,
        <Button
          key="try"
          type={tried ? 'default' : 'primary'}
          disabled={!content || busy}
          onClick={() => void start(true)}
        >
          先核对，不导入
        </Button>,
        <Button
          key="do"
          type={tried ? 'primary' : 'default'}
          disabled={!tried || busy}
          onClick={() => void start(false)}
        >
          正式导入
        </Button>,
      ]}
    >
      <div className="returns-form">
        <span>准备表格</span>
        <div>
          <a href={client.href('returns.template', { params: { round: round.id }, query: {} })}>下载模板</a>
          <span className="quiet">　每个单位一行；灰色的格不用填，还没有数的单位整行留空。</span>
        </div>
        <span>选择内容</span>
        <div>
          <Segmented<'file' | 'paste'>
            value={way}
            onChange={(value) => {
              setWay(value);
              reset();
            }}
            options={[
              { value: 'file', label: '上传Excel文件' },
              { value: 'paste', label: '从表格复制粘贴' },
            ]}
            style={{ marginBottom: 8 }}
          />
          {way === 'file' ? (
            <div className="returns-choose">
              <Upload
                accept=".xlsx"
                maxCount={1}
                showUploadList={false}
                beforeUpload={(chosen) => {
                  void upload(chosen);
                  return false;
                }}
              >
                <Button disabled={busy}>{file ? '换一个文件' : '选择文件'}</Button>
              </Upload>
              <span>{file?.name}</span>
            </div>
          ) : (
            <Input.TextArea
              aria-label="粘贴表格内容"
              rows={5}
              placeholder="在Excel里选中包括“单位代码”表头的区域，复制后粘贴到这里"
              value={pasted}
              onChange={(event) => {
                setPasted(event.target.value);
                reset();
              }}
            />
          )}
        </div>
        <label htmlFor="import-source">数据来源</label>
        <Input
          id="import-source"
          maxLength={200}
          placeholder="例如：各单位报来的盖章报表"
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      {error ? <Refusal error={error} /> : null}
      {job && <Result job={job} />}
    </Modal>
  );
}

function Result({ job }: { readonly job: Job }) {
  const { state, done, total, message, errors } = job;
  return (
    <div aria-live="polite">
      {state === 'running' && (
        <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} status="active" />
      )}
      {message && <div className={state === 'failed' ? 'notice refused' : 'notice done'}>{message}</div>}
      {errors.length > 0 && (
        <div className="table-frame" style={{ marginTop: 8, maxHeight: 280 }}>
          <DataTable
            caption="需要改正的单元格"
            columns={[
              { id: 'cell', title: '单元格', nowrap: true, width: '6em', cell: (row) => row.cell },
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
