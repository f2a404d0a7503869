import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { CampaignPaperForm, MadePaperView } from '../../../src/client/contract/follow.ts';
import { client } from '../../api/client.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';

const forms: Readonly<Record<CampaignPaperForm, string>> = { notice: '督察通知', report: '督察报告' };

/** The papers about all units of a campaign: made as it stands now, and kept as they were made. */
export function Papers({ round }: { readonly round: string }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const queryKey = ['campaign-papers', round];
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.call('inspections.papers', { params: { round } }, { signal }),
  });
  const make = useMutation({
    mutationFn: (form: CampaignPaperForm) =>
      client.call('inspections.make', { params: { round }, body: { form } }),
    onSuccess: async ({ form, again, madeOn }) => {
      void message.success(
        again
          ? `督察情况没有变化，${forms[form]}与${day(madeOn)}制作的相同，可以下载。`
          : `${forms[form]}已按现在的情况制作并留存，可以下载。`,
      );
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  const papers = found.data?.papers;
  return (
    <section aria-labelledby="campaign-papers" className="campaign-papers">
      <h2 id="campaign-papers">督察文书</h2>
      <p className="no-print">
        {(Object.keys(forms) as CampaignPaperForm[]).map((form) => (
          <Button
            key={form}
            disabled={make.isPending}
            loading={make.isPending && make.variables === form}
            onClick={() => make.mutate(form)}
          >
            制作{forms[form]}
          </Button>
        ))}
      </p>
      {make.error && <Refusal error={make.error} />}
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="督察文书" rows={2} />}
      {papers?.length === 0 && (
        <p className="quiet">还没有制作过。文书按制作时的情况留存，以后打开内容不变。</p>
      )}
      {papers && papers.length > 0 && (
        <div className="table-frame">
          <DataTable
            caption="已制作的督察文书"
            columns={columnsFor(round)}
            rows={papers}
            rowKey={({ version }) => String(version)}
          />
        </div>
      )}
    </section>
  );
}

const columnsFor = (round: string): readonly Column<MadePaperView>[] => [
  {
    id: 'title',
    title: '文书',
    cell: ({ title, version }) => (
      <a href={client.href('inspections.paper', { params: { round, version: String(version) } })} download>
        {title}
      </a>
    ),
  },
  { id: 'form', title: '种类', nowrap: true, cell: ({ form }) => forms[form] },
  { id: 'date', title: '落款日期', nowrap: true, cell: ({ date }) => day(date) },
  {
    id: 'made',
    title: '制作',
    nowrap: true,
    cell: ({ madeOn, madeBy }) => `${day(madeOn)}　${madeBy}`,
  },
];
