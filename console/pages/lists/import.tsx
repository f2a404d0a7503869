import { Button, DatePicker, Input, Progress, Segmented, Upload } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { client } from '../../api/client.ts';
import { useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { fileSize, number } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { type Job, useImport } from './use-import.ts';
import './lists.css';

/** A list from a workbook: template, file or pasted cells, a trial that tells every error, then the import. */
export function ImportPage() {
  const list = useList(useParams().list ?? '');
  return list ? <ImportOf list={list} /> : <NotFound />;
}

function ImportOf({ list }: { readonly list: ListInfo }) {
  const { today } = useSession();
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [file, setFile] = useState<{ sm3: string; name: string; size: number }>();
  const [pasted, setPasted] = useState('');
  const [on, setOn] = useState(today);
  const [uploading, setUploading] = useState<number>();
  const [uploadError, setUploadError] = useState<unknown>();
  const { job, dryRun, error, busy, start, reset } = useImport(list.id);
  const source = way === 'file' ? file && { file: file.sm3 } : pasted.trim() ? { pasted } : undefined;
  const changed = (act: () => void) => {
    act();
    reset();
  };
  const upload = async (chosen: File) => {
    setUploadError(undefined);
    setUploading(0);
    try {
      const stored = await client.upload(chosen, setUploading);
      changed(() => setFile(stored));
    } catch (problem) {
      setUploadError(problem);
    } finally {
      setUploading(undefined);
    }
  };
  const tried = dryRun && job?.state === 'done';
  return (
    <Page title={`导入${list.name}`} about={<Link to={`/lists/${list.id}`}>回到清单</Link>}>
      <div className="import-steps">
        <section className="import-step" aria-labelledby="import-template">
          <h2 id="import-template">一、准备表格</h2>
          <div className="row">
            <Button href={client.href('list.template', { params: { list: list.id } })} download>
              下载模板
            </Button>
            <span className="quiet">
              清单里没有的编码按新增办理；已有的编码，内容不同的按调整办理，相同的不动。
            </span>
          </div>
        </section>
        <section className="import-step" aria-labelledby="import-source">
          <h2 id="import-source">二、选择内容</h2>
          <Segmented<'file' | 'paste'>
            value={way}
            onChange={(value) => changed(() => setWay(value))}
            options={[
              { value: 'file', label: '上传Excel文件' },
              { value: 'paste', label: '从表格复制粘贴' },
            ]}
            style={{ marginBottom: 12 }}
          />
          {way === 'file' ? (
            <div className="row">
              <Upload
                accept=".xlsx"
                maxCount={1}
                showUploadList={false}
                beforeUpload={(chosen) => {
                  void upload(chosen);
                  return false;
                }}
              >
                <Button disabled={uploading !== undefined}>{file ? '换一个文件' : '选择文件'}</Button>
              </Upload>
              {uploading !== undefined && (
                <Progress percent={Math.round(uploading * 100)} style={{ width: 200 }} />
              )}
              {file && uploading === undefined && (
                <span>
                  {file.name} <span className="quiet">{fileSize(file.size)}</span>
                </span>
              )}
            </div>
          ) : (
            <Input.TextArea
              aria-label="粘贴表格内容"
              rows={6}
              placeholder="在Excel里选中包括表头的区域，复制后粘贴到这里"
              value={pasted}
              onChange={(event) => changed(() => setPasted(event.target.value))}
            />
          )}
          {uploadError ? <Refusal error={uploadError} /> : null}
          <div className="row" style={{ marginTop: 12 }}>
            <label htmlFor="import-on">生效日期</label>
            <DatePicker
              id="import-on"
              allowClear={false}
              value={dayjs(on)}
              onChange={(chosen) => chosen && changed(() => setOn(chosen.format('YYYY-MM-DD')))}
            />
            <span className="quiet">自这一天起按导入后的内容执行</span>
          </div>
        </section>
        <section className="import-step" aria-labelledby="import-run">
          <h2 id="import-run">三、核对并导入</h2>
          <div className="row">
            <Button
              type={tried ? 'default' : 'primary'}
              disabled={!source || busy}
              onClick={() => source && void start({ ...source, on, dryRun: true })}
            >
              先核对，不导入
            </Button>
            <Button
              type={tried ? 'primary' : 'default'}
              disabled={!source || busy || !tried}
              onClick={() => source && void start({ ...source, on, dryRun: false })}
            >
              正式导入
            </Button>
            {!source && <span className="quiet">先选择文件或者粘贴内容</span>}
          </div>
          {error ? <Refusal error={error} /> : null}
          {job && <Result list={list} job={job} dryRun={dryRun} />}
        </section>
      </div>
    </Page>
  );
}

function Result({
  list,
  job,
  dryRun,
}: {
  readonly list: ListInfo;
  readonly job: Job;
  readonly dryRun: boolean;
}) {
  const { state, done, total, message, errors } = job;
  const share = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <div style={{ marginTop: 12 }}>
      {state === 'running' && (
        <>
          <Progress percent={share} status="active" />
          <p role="status">
            {message || '正在读取'}
            {total > 0 && `：第${number(done)}行，共${number(total)}行`}
          </p>
        </>
      )}
      {state === 'done' && (
        <div className="notice done" role="status">
          {message}
          {!dryRun && (
            <>
              {' '}
              <Link to={`/lists/${list.id}`}>查看清单</Link>
            </>
          )}
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
