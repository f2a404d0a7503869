import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import type { JsonValue } from '../../api/json.ts';
import { fileSize } from '../../format.ts';
import { mayPass } from '../../shared/passing.ts';
import { problemOf } from '../../shared/refusal.tsx';
import { type StoredFile, upload } from '../upload.ts';
import type { ControlProps } from './control.ts';

interface Sending {
  readonly key: string;
  readonly file: File;
  readonly part: number;
  readonly error?: string;
  /** Sending it again may help: it was not the file. */
  readonly again?: boolean;
}

/** Files: chosen or dropped, sent at once, shown with their progress. */
export function Files({ id, field, value, onChange, described }: ControlProps) {
  const stored = (value as unknown as StoredFile[] | undefined) ?? [];
  const latest = useRef(stored);
  latest.current = stored;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const put = (files: readonly StoredFile[]) => {
    latest.current = files as StoredFile[];
    onChange(files as unknown as JsonValue);
  };
  const change = (key: string, by: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...by } : each)));
  const drop = (key: string) => setSending((all) => all.filter((each) => each.key !== key));
  const send = async (file: File) => {
    const key = newId();
    setSending((all) => [...all, { key, file, part: 0 }]);
    try {
      const done = await upload(file, (part) => change(key, { part }));
      if (!latest.current.some((each) => each.sm3 === done.sm3)) put([...latest.current, done]);
      drop(key);
    } catch (error) {
      const problem = problemOf(error);
      change(key, { error: problem.message, again: mayPass(problem) });
    }
  };
  const sendAll = (files: Iterable<File>) => {
    for (const file of files) void send(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button
    <div
      className="files"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        sendAll(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple={(field.max ?? 2) > 1}
        className="unseen"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          sendAll(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <Button id={id} aria-describedby={described} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <span className="quiet">　也可拖到此处</span>
      <ul>
        {stored.map((file) => (
          <li key={file.sm3}>
            <span>{file.name}</span>
            <span className="quiet">{fileSize(file.size)}</span>
            <Button
              type="text"
              size="small"
              aria-label={`移除${file.name}`}
              onClick={() => put(stored.filter((each) => each !== file))}
            >
              移除
            </Button>
          </li>
        ))}
        {sending.map(({ key, file, part, error, again }) => (
          <li key={key}>
            <span>{file.name}</span>
            {error ? (
              <>
                <span className="late" role="alert">
                  {error}
                </span>
                {again && (
                  <Button
                    type="text"
                    size="small"
                    onClick={() => {
                      drop(key);
                      void send(file);
                    }}
                  >
                    重传
                  </Button>
                )}
                <Button type="text" size="small" aria-label={`移除${file.name}`} onClick={() => drop(key)}>
                  移除
                </Button>
              </>
            ) : (
              <Progress percent={Math.round(part * 100)} size="small" style={{ flex: 1, maxWidth: 240 }} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
