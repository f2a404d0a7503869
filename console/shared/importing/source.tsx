import { Button, Input, Progress, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { fileSize } from '../../format.ts';
import { Refusal } from '../refusal.tsx';
import type { Content } from './use-import.ts';
import './importing.css';

type Way = 'file' | 'paste';
type Stored = Awaited<ReturnType<typeof client.upload>>;

/** Where a table comes from: a workbook, or cells copied from one. */
export function ImportSource({
  placeholder,
  busy,
  onContent,
}: {
  /** Which cells are to be copied. */
  readonly placeholder: string;
  readonly busy: boolean;
  readonly onContent: (content: Content | undefined) => void;
}) {
  const [way, setWay] = useState<Way>('file');
  const [file, setFile] = useState<Stored>();
  const [pasted, setPasted] = useState('');
  const [uploading, setUploading] = useState<number>();
  const [error, setError] = useState<unknown>();
  const tell = (now: { way: Way; file: Stored | undefined; pasted: string }) => {
    if (now.way === 'file') onContent(now.file && { file: now.file.sm3 });
    else onContent(now.pasted.trim() === '' ? undefined : { pasted: now.pasted });
  };
  const upload = async (chosen: File) => {
    setError(undefined);
    setUploading(0);
    // What was chosen before is no longer meant, also where this one cannot be taken.
    setFile(undefined);
    tell({ way, file: undefined, pasted });
    try {
      const stored = await client.upload(chosen, setUploading);
      setFile(stored);
      tell({ way, file: stored, pasted });
    } catch (problem) {
      setError(problem);
    } finally {
      setUploading(undefined);
    }
  };
  return (
    <>
      <Segmented<Way>
        value={way}
        onChange={(next) => {
          setWay(next);
          tell({ way: next, file, pasted });
        }}
        options={[
          { value: 'file', label: '上传Excel文件' },
          { value: 'paste', label: '从表格复制粘贴' },
        ]}
        style={{ marginBottom: 12 }}
      />
      {way === 'file' ? (
        <div className="import-file">
          <Upload
            accept=".xlsx"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              void upload(chosen);
              return false;
            }}
          >
            <Button disabled={busy || uploading !== undefined}>{file ? '换一个文件' : '选择文件'}</Button>
          </Upload>
          {uploading !== undefined && (
            <Progress percent={Math.round(uploading * 100)} aria-label="上传进度" style={{ width: 200 }} />
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
          placeholder={placeholder}
          value={pasted}
          onChange={(event) => {
            setPasted(event.target.value);
            tell({ way, file, pasted: event.target.value });
          }}
        />
      )}
      {error ? (
        <div className="import-refused">
          <Refusal error={error} />
        </div>
      ) : null}
    </>
  );
}
