import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { Intake, type StoredFile } from '../../shared/intake.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { mayLeave } from '../../shared/unsaved.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { Desk } from './desk.tsx';
import { ReadingTabs } from './tabs.tsx';
import './reading.css';

/** A published report is taken in: read by machine, judged by a person, kept as the figures of its year. */
export function ReadingPage() {
  const read = useMutation({
    mutationFn: async (file: StoredFile) => ({
      file,
      reading: await client.call('reading.read', { params: {}, body: { file } }),
    }),
  });
  const slots = useQuery({
    queryKey: ['reading-slots'],
    queryFn: ({ signal }) => client.call('reading.slots', { params: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title="审读"
      about="读出一份报告或要点的章节、数据、任务和问题。数据逐个核对后留存为该年度的报送数据，编制下一年度报告时用作上年数。"
      actions={
        read.data && (
          <Button onClick={() => void mayLeave().then((leave) => leave && read.reset())}>换一份文件</Button>
        )
      }
    >
      <ReadingTabs />
      {read.error && <Refusal error={read.error} />}
      {!read.data && (
        <Intake
          what="报告"
          verb="读出章节和数据"
          busy={read.isPending}
          onFile={(file) => read.mutate(file)}
        />
      )}
      {read.isPending && <Waiting what="文件" rows={10} />}
      {read.data && (
        <Desk
          key={digest(read.data.reading)}
          reading={read.data.reading}
          file={read.data.file}
          slots={slots.data?.slots ?? []}
        />
      )}
    </Page>
  );
}

/** A new text is a new desk. */
const digest = ({ text }: ReadingView) => `${text.length}:${text.slice(0, 40)}`;
