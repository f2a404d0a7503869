import { Button, Input, Progress, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { client } from '../api/client.ts';
import { Refusal } from './refusal.tsx';
import './intake.css';

/** A file the server keeps, by its content. */
export interface StoredFile {
  readonly sm3: string;
  readonly name: string;
}

export const ACCEPTED = '.txt,.md,.html,.htm,.docx,.pdf,.ofd';

/** Takes in one document, as a file or as pasted text; both are stored, so that all that follows can name it. */
export function Intake({
  what,
  verb,
  busy,
  onFile,
}: {
  /** What is brought: 报告, 要点. */
  readonly what: string;
  /** What is done with a pasted text. */
  readonly verb: string;
  readonly busy: boolean;
  readonly onFile: (file: StoredFile) => void;
}) {
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (chosen: File) => {
    setError(undefined);
    setProgress(0);
    try {
      const { sm3, name } = await client.upload(chosen, setProgress);
      onFile({ sm3, name });
    } catch (problem) {
      setError(problem);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <section className="intake" aria-label="选择文件">
      <Segmented
        value={way}
        onChange={setWay}
        options={[
          { label: '选择文件', value: 'file' },
          { label: '粘贴正文', value: 'paste' },
        ]}
      />
      {error ? <Refusal error={error} /> : null}
      {way === 'file' && (
        <Upload.Dragger
          accept={ACCEPTED}
          showUploadList={false}
          disabled={busy || progress !== undefined}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p>把文件拖到这里，或者点击选择</p>
          <p className="quiet">支持 txt、docx、html、pdf、ofd</p>
        </Upload.Dragger>
      )}
      {progress !== undefined && <Progress percent={Math.round(progress * 100)} aria-label="上传进度" />}
      {way === 'paste' && (
        <>
          <Input.TextArea
            aria-label={`${what}正文`}
            placeholder={`粘贴${what}全文`}
            autoSize={{ minRows: 12, maxRows: 24 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={busy || progress !== undefined}
            onClick={() => void send(new File([text], '粘贴的正文.txt', { type: 'text/plain' }))}
          >
            {verb}
          </Button>
        </>
      )}
    </section>
  );
}
