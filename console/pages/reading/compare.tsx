import { useMutation } from '@tanstack/react-query';
import { Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { ACCEPTED, type StoredFile } from '../../shared/intake.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Comparison } from './comparison.tsx';
import { ReadingTabs } from './tabs.tsx';
import './reading.css';

/** Two documents figure by figure, or many in a table. */
export function ComparePage() {
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const compare = useMutation({
    mutationFn: () => client.call('reading.compare', { params: {}, body: { files: [...files] } }),
  });
  const change = (next: readonly StoredFile[]) => {
    compare.reset();
    setFiles(next);
  };
  return (
    <Page
      title="审读"
      about="选两份文件，逐项列出上升、下降、新出现和不再出现的数据；选三份以上，按事项并列。前后顺序即对比的先后。"
      actions={files.length > 0 && <Button onClick={() => change([])}>重新选择</Button>}
    >
      <ReadingTabs />
      <Chosen files={files} onChange={change} />
      <div className="keep">
        <Button
          type="primary"
          disabled={files.length < 2}
          loading={compare.isPending}
          onClick={() => compare.mutate()}
        >
          对比{files.length > 0 ? `这${files.length}份` : ''}
        </Button>
        {files.length < 2 && <span className="quiet">请至少选择两份文件。</span>}
      </div>
      {compare.error && <Refusal error={compare.error} />}
      {compare.isPending && <Waiting what="对比" rows={10} />}
      {compare.data && <Comparison view={compare.data} files={files} />}
    </Page>
  );
}

function Chosen({
  files,
  onChange,
}: {
  readonly files: readonly StoredFile[];
  readonly onChange: (files: readonly StoredFile[]) => void;
}) {
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const add = async (chosen: readonly File[]) => {
    setError(undefined);
    try {
      let next = files;
      for (const [i, file] of chosen.entries()) {
        const { sm3, name } = await client.upload(file, (share) => setProgress((i + share) / chosen.length));
        if (!next.some((known) => known.sm3 === sm3)) next = [...next, { sm3, name }];
      }
      onChange(next);
    } catch (problem) {
      setError(problem);
    } finally {
      setProgress(undefined);
    }
  };
  const moveUp = (at: number) =>
    onChange(files.map((file, i) => (i === at - 1 ? files[at]! : i === at ? files[at - 1]! : file)));
  return (
    <section className="intake" aria-label="选择要对比的文件">
      {error ? <Refusal error={error} /> : null}
      <Upload.Dragger
        accept={ACCEPTED}
        multiple
        showUploadList={false}
        disabled={progress !== undefined}
        beforeUpload={(file, list) => {
          // The whole choice comes once for each of its files.
          if (file === list.at(-1)) void add(list);
          return false;
        }}
      >
        <p>把两份或多份文件拖到这里，或者点击选择</p>
        <p className="quiet">支持 txt、docx、html、pdf、ofd</p>
      </Upload.Dragger>
      {progress !== undefined && <Progress percent={Math.round(progress * 100)} aria-label="上传进度" />}
      {files.length > 0 && (
        <ol className="chosen-files">
          {files.map((file, at) => (
            <li key={file.sm3}>
              <span>{file.name}</span>
              {at > 0 && (
                <button type="button" className="plain" onClick={() => moveUp(at)}>
                  上移
                </button>
              )}
              <button
                type="button"
                className="plain"
                onClick={() => onChange(files.filter(({ sm3 }) => sm3 !== file.sm3))}
              >
                移除
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
