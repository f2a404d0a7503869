import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Progress, Segmented, Upload } from 'antd';
import { useState } from 'react';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Desk } from './desk.tsx';
import './reading.css';

type Source = { readonly file: { readonly sm3: string; readonly name: string } } | { readonly text: string };

/** A published report is taken in: read by machine, judged by a person, kept as the figures of its year. */
export function ReadingPage() {
  const read = useMutation({
    mutationFn: (source: Source) => client.call('reading.read', { params: {}, body: source }),
  });
  const slots = useQuery({
    queryKey: ['reading-slots'],
    queryFn: ({ signal }) => client.call('reading.slots', { params: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title="审读"
      about="读出一份已公开的报告的章节和数据，逐个核对后留存为该年度的报送数据，编制下一年度报告时用作上年数。"
      actions={read.data && <Button onClick={() => read.reset()}>换一份文件</Button>}
    >
      {read.error && <Refusal error={read.error} />}
      {!read.data && <Intake busy={read.isPending} onSource={(source) => read.mutate(source)} />}
      {read.isPending && <Waiting what="文件" rows={10} />}
      {read.data && <Desk key={digest(read.data)} reading={read.data} slots={slots.data?.slots ?? []} />}
    </Page>
  );
}

/** A new text is a new desk. */
const digest = ({ text }: ReadingView) => `${text.length}:${text.slice(0, 40)}`;

function Intake({ busy, onSource }: { readonly busy: boolean; readonly onSource: (source: Source) => void }) {
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (chosen: File) => {
    setError(undefined);
    setProgress(0);
    try {
      const { sm3, name } = await client.upload(chosen, setProgress);
      onSource({ file: { sm3, name } });
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
          accept=".txt,.md,.html,.htm,.docx,.pdf,.ofd"
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
            aria-label="报告正文"
            placeholder="粘贴报告全文"
            autoSize={{ minRows: 12, maxRows: 24 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={busy}
            onClick={() => onSource({ text })}
          >
            读出章节和数据
          </Button>
        </>
      )}
    </section>
  );
}
