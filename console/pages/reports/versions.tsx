import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import type { ReportView, VersionView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type DiffLine, diffVersions } from './diff.ts';
import { type Written, writtenOf } from './written.ts';

interface VersionsProps {
  readonly view: ReportView;
  readonly onClose: () => void;
  /** Takes an earlier version's text as the present one; undefined where nothing may be written. */
  readonly onRestore: ((written: Written) => void) | undefined;
}

/** The versions of a report, two of them set against each other word by word. */
export function Versions({ view, onClose, onRestore }: VersionsProps) {
  const { report } = view.head;
  const versions = useQuery({
    queryKey: ['report-versions', report, view.head.version],
    queryFn: ({ signal }) => client.call('reports.versions', { params: { report } }, { signal }),
  });
  return (
    <Drawer open title="版本和修改" size={720} onClose={onClose}>
      {versions.error && <Refusal error={versions.error} />}
      {versions.isPending && <Waiting what="版本" />}
      {versions.data && (
        <Compare
          report={report}
          versions={folded(versions.data.versions)}
          onRestore={onRestore}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

/** Versions a writer saved within ten minutes of each other are one sitting; the last of it stands for all. */
const SITTING_MS = 600_000;

export function folded(versions: readonly VersionView[]): VersionView[] {
  return versions.filter((version, at) => {
    const later = versions[at - 1];
    if (!later || version.marks.length > 0 || version.version === 1) return true;
    const apart = Date.parse(later.savedAt) - Date.parse(version.savedAt);
    return later.savedByName !== version.savedByName || apart > SITTING_MS;
  });
}

const nameOf = ({ version, savedByName, savedAt, marks }: VersionView): string => {
  const at = new Date(savedAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
  return `第${version}版　${at}　${savedByName}${marks.length > 0 ? `　${marks.join('、')}` : ''}`;
};

interface CompareProps {
  readonly report: string;
  readonly versions: readonly VersionView[];
  readonly onRestore: VersionsProps['onRestore'];
  readonly onClose: () => void;
}

function Compare({ report, versions, onRestore, onClose }: CompareProps) {
  const newest = versions[0]!.version;
  const [before, setBefore] = useState(versions[1]?.version ?? newest);
  const [after, setAfter] = useState(newest);
  const [all, setAll] = useState(false);
  const options = versions.map((version) => ({ value: version.version, label: nameOf(version) }));
  const version = (number: number) => ({
    queryKey: ['report-version', report, number],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      client.call('reports.get', { params: { report }, query: { version: number } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const one = useQuery(version(before));
  const other = useQuery(version(after));
  const lines = one.data && other.data ? diffVersions(one.data.draft, other.data.draft) : undefined;
  const changed = lines?.filter(({ kind }) => kind !== 'same').length ?? 0;
  return (
    <div className="versions">
      <label htmlFor="version-before">原版本</label>
      <Select id="version-before" value={before} options={options} onChange={setBefore} />
      <label htmlFor="version-after">现版本</label>
      <Select id="version-after" value={after} options={options} onChange={setAfter} />
      {[one.error, other.error].map((error) => error && <Refusal key={String(error)} error={error} />)}
      {lines && (
        <>
          <p className="quiet">
            {changed === 0 ? '两个版本的正文和数据相同。' : `有${changed}段不同。`}
            <Button size="small" type="link" onClick={() => setAll(!all)}>
              {all ? '只看不同' : '显示全文'}
            </Button>
            {onRestore && one.data && before !== newest && (
              <Button
                size="small"
                onClick={() => {
                  onRestore(writtenOf(one.data.draft));
                  onClose();
                }}
              >
                恢复第{before}版的文字
              </Button>
            )}
          </p>
          <DiffText lines={lines.filter(({ kind }) => all || kind !== 'same')} />
        </>
      )}
    </div>
  );
}

function DiffText({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <div className="diff">
      {lines.map(({ kind, heading, pieces }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison do not move
        <p key={at} className={`${kind} ${heading ? 'heading' : ''}`}>
          {pieces.map(({ kind: how, text }, n) => {
            const Tag = how === 'added' ? 'ins' : how === 'removed' ? 'del' : 'span';
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line do not move
            return <Tag key={n}>{text}</Tag>;
          })}
        </p>
      ))}
    </div>
  );
}
