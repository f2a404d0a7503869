import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import { basesText, day, number, timeOfDay } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Facts } from '../../shared/facts.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { SettingsTabs } from './tabs.tsx';
import './settings.css';

/** What runs here: region, seal, versions of procedures, lists. */
export function AboutPage() {
  const { region, today, noticedThrough, acting } = useSession();
  const { procedures, lists, indicators, units } = useCatalogue();
  const source = procedures[0]?.id ?? lists[0]?.id ?? '';
  const month = today.slice(0, 7);
  const sealed = useQuery({
    queryKey: ['about-seal', source, month],
    queryFn: ({ signal }) =>
      client.call('figure.many', { params: {}, query: { source, from: month, to: month } }, { signal }),
    // Administrators see no figures, so they are not asked for.
    enabled: !acting.kind.endsWith('-administrator'),
  });
  const seal = sealed.data?.seal;
  return (
    <Page title="设置">
      <SettingsTabs />
      {sealed.error && <Refusal error={sealed.error} />}
      <Facts
        facts={[
          { name: 'region', title: '地区', text: `${region.name}（${region.code}）` },
          { name: 'today', title: '系统日期', text: day(today) },
          { name: 'notice', title: '放假通知', text: `录入至${noticedThrough}年` },
          { name: 'units', title: '单位', text: `${number(units.length)}个` },
          {
            name: 'size',
            title: '办理程序和清单',
            text: `${number(procedures.length)}个程序，${number(lists.length)}个清单，${number(indicators.length)}个指标`,
          },
          {
            name: 'seal',
            title: '最近封存',
            text: seal
              ? `第${number(seal.number)}号，${shanghaiDay(seal.at)}${timeOfDay(seal.at)}，共${number(seal.size)}条记录`
              : '—',
          },
          ...(seal
            ? [{ name: 'root', title: '校验值', text: <span className="hash">{seal.root}</span>, wide: true }]
            : []),
        ]}
      />
      <section className="settings-gap" aria-labelledby="about-procedures">
        <h2 id="about-procedures">办理程序</h2>
        <div className="table-frame">
          <DataTable
            caption="办理程序及版本"
            rows={procedures}
            rowKey={(procedure) => procedure.id}
            columns={[
              { id: 'name', title: '程序', nowrap: true, cell: ({ name }) => name },
              { id: 'version', title: '版本', nowrap: true, cell: ({ version }) => `第${version}版` },
              {
                id: 'steps',
                title: '环节',
                align: 'end',
                nowrap: true,
                cell: ({ steps }) => number(steps.length),
              },
              { id: 'about', title: '用途', width: '44%', cell: ({ about }) => about },
              { id: 'basis', title: '依据', cell: ({ basis }) => basesText(basis) },
            ]}
          />
        </div>
      </section>
    </Page>
  );
}
