import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DraftFigureView, PlacedFindingView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { rangeOf } from './caret.ts';
import { editorAt } from './desk.ts';
import { sameFinding, type Written } from './written.ts';

/** A pause in writing after which the auditor reads again. */
const PAUSE_MS = 1200;

export type LiveFinding = PlacedFindingView & { readonly reason: string | undefined };

/** What the auditor finds in the text as it stands now, with the reasons given for it. */
export function useFindings(
  report: string,
  version: number,
  written: Written,
  figures: readonly DraftFigureView[],
): { readonly findings: readonly LiveFinding[]; readonly reading: boolean; readonly error: unknown } {
  const { title, opening, chapters, explained } = written;
  const text = JSON.stringify([title, opening, chapters, figures.map((figure) => figure.text)]);
  const [settled, setSettled] = useState({ text, title, opening, chapters });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ text, title, opening, chapters }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, title, opening, chapters]);
  const audit = useQuery({
    queryKey: ['report-audit', report, settled.text],
    queryFn: ({ signal }) =>
      client.call(
        'reports.audit',
        {
          params: { report },
          body: { version, title: settled.title, opening: settled.opening, chapters: settled.chapters },
        },
        { signal },
      ),
    placeholderData: (before) => before,
    retry: false,
  });
  const findings = (audit.data?.findings ?? []).map((finding) => ({
    ...finding,
    reason: explained.find((entry) =>
      sameFinding(entry, { code: finding.code, text: finding.words, context: finding.context }),
    )?.reason,
  }));
  const current = settled.text === text && !audit.isPlaceholderData;
  useMarks(current ? findings : undefined);
  return { findings, reading: !current || audit.isFetching, error: audit.error };
}

const KINDS = ['error', 'warning', 'hint', 'explained'] as const;

/** Marks findings in the text without touching it, where the browser can; the list beside it stands in any case. */
function useMarks(findings: readonly LiveFinding[] | undefined): void {
  useEffect(() => {
    if (!('highlights' in CSS) || !findings) return;
    for (const kind of KINDS) {
      const ranges = findings
        .filter(({ severity, reason }) => (reason === undefined ? severity : 'explained') === kind)
        .flatMap((finding) => rangeOfFinding(finding) ?? []);
      CSS.highlights.set(`finding-${kind}`, new Highlight(...ranges));
    }
  });
  useEffect(
    () => () => {
      if ('highlights' in CSS) for (const kind of KINDS) CSS.highlights.delete(`finding-${kind}`);
    },
    [],
  );
}

/** The words of a finding on the page; undefined where the text there is no longer that. */
export function rangeOfFinding({ at, start, end, words }: PlacedFindingView): Range | undefined {
  const editor = at && editorAt(at);
  const range = editor ? rangeOf(editor, start, end) : undefined;
  return range?.toString() === words ? range : undefined;
}
