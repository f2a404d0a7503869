import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { problemOf } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { type Conflict, merge } from './merge.ts';
import { type Written, writtenOf } from './written.ts';

/** A pause in writing after which it is saved; and the longest time anything stays unsaved. */
const PAUSE_MS = 4000;
const LONGEST_MS = 25_000;
const RETRY_MS = 10_000;

/** Somebody saved first, and both changed the same passages. */
export interface Clash {
  readonly theirs: ReportView;
  readonly conflicts: readonly Conflict[];
  /** The text with one answer a conflict. */
  readonly resolve: (answers: readonly ('mine' | 'theirs')[]) => Written;
}

interface AutosaveOptions {
  readonly view: ReportView;
  readonly written: Written;
  /** Takes over a text with another's changes in it. */
  readonly onMerged: (merged: Written, by: string) => void;
  readonly onChanged: (figures: readonly string[]) => void;
}

/** Saves what is written as versions, by itself and when asked, and brings another's changes together with one's own. */
export function useAutosave({ view, written, onMerged, onChanged }: AutosaveOptions) {
  const queries = useQueryClient();
  const key = ['report', view.head.report];
  // What the server has: the version this text goes on from.
  const base = useRef({ version: view.head.version, text: writtenOf(view.draft) });
  if (view.head.version > base.current.version)
    base.current = { version: view.head.version, text: writtenOf(view.draft) };
  const changed = JSON.stringify(written) !== JSON.stringify(base.current.text);
  const [clash, setClash] = useState<Clash>();
  const [savedAt, setSavedAt] = useState<string>();

  const saving = useRef<Promise<unknown>>(undefined);
  const save = useMutation({
    mutationFn: (text: Written) => {
      const sent = send(text);
      saving.current = sent;
      return sent;
    },
    onSuccess: async (answer) => {
      const { measured, changed: figures, text } = answer;
      setSavedAt(new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' }));
      // Figures and who explained what are the server's to say.
      const asked = measured || !sameExplained(text, writtenOf(view.draft));
      if (asked) await queries.invalidateQueries({ queryKey: key });
      else queries.setQueryData<ReportView>(key, (known) => known && withSaved(known, answer, text));
      if (figures.length > 0) onChanged(figures);
    },
    onError: (error) => {
      if (problemOf(error).kind === 'stale') void meet();
    },
  });

  async function send(text: Written) {
    const { version } = base.current;
    const params = { report: view.head.report };
    const answer = await client.call('reports.save', {
      params,
      body: { expected: version, ...text, explained: [...text.explained] },
    });
    base.current = { version: answer.version, text };
    return { ...answer, text };
  }

  /** Fetches what somebody saved meanwhile and brings both together; asks where both changed one passage. */
  async function meet(): Promise<void> {
    const theirs = await client.call('reports.get', { params: { report: view.head.report } });
    const [was, mine, other] = [base.current.text, written, writtenOf(theirs.draft)];
    const conflicts: Conflict[] = [];
    merge(was, mine, other, (conflict) => {
      conflicts.push(conflict);
      return 'mine';
    });
    const take = (merged: Written) => {
      base.current = { version: theirs.head.version, text: other };
      save.reset();
      queries.setQueryData(key, theirs);
      onMerged(merged, theirs.head.savedByName);
      return merged;
    };
    if (conflicts.length === 0) {
      take(merge(was, mine, other, () => 'mine'));
      return;
    }
    setClash({
      theirs,
      conflicts,
      resolve: (answers) => {
        let next = 0;
        setClash(undefined);
        return take(merge(was, mine, other, () => answers[next++] ?? 'mine'));
      },
    });
  }

  const dirtySince = useRef<number>(undefined);
  if (!changed) dirtySince.current = undefined;
  else dirtySince.current ??= Date.now();
  const failed = save.error !== null;
  const { isPending, mutate } = save;
  useEffect(() => {
    if (!changed || isPending || clash || !view.editable) return;
    const waited = Date.now() - (dirtySince.current ?? Date.now());
    const wait = failed ? RETRY_MS : Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - waited));
    const timer = setTimeout(() => mutate(written), wait);
    return () => clearTimeout(timer);
  }, [written, changed, isPending, failed, clash, view.editable, mutate]);

  const latest = useRef(written);
  latest.current = written;
  /** Everything that was written up to now, whatever is being saved already. */
  const settle = async () => {
    await saving.current?.catch(() => {});
    if (JSON.stringify(latest.current) !== JSON.stringify(base.current.text)) {
      await save.mutateAsync(latest.current);
    }
  };
  useUnsavedGuard(
    changed && view.editable ? { what: '报告的修改', save: settle, byItself: true } : undefined,
  );

  return {
    changed,
    saving: isPending,
    savedAt,
    version: base.current.version,
    error: save.error && problemOf(save.error).kind !== 'stale' ? save.error : null,
    clash,
    saveNow: () => {
      if (changed && !isPending) mutate(written);
    },
  };
}
export type Autosave = ReturnType<typeof useAutosave>;

const sameExplained = (a: Written, b: Written): boolean =>
  JSON.stringify(a.explained) === JSON.stringify(b.explained);

type Saved = Pick<ReportView, 'openPoints' | 'unmapped'> & { readonly version: number };

function withSaved(view: ReportView, saved: Saved, { title, opening, chapters }: Written): ReportView {
  const { version, openPoints, unmapped } = saved;
  return {
    ...view,
    head: { ...view.head, version, title },
    draft: { ...view.draft, title, opening, chapters },
    openPoints,
    unmapped,
  };
}
