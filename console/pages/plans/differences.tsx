import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PlanView } from '../../../src/client/contract/plans.ts';
import { client } from '../../api/client.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { Waiting } from '../../shared/waiting.tsx';
import './plans.css';

const changes = { added: '新增', removed: '撤销', changed: '调整' } as const;
const tones = { added: 'green', removed: 'red', changed: 'yellow' } as const;

/** What moved between two versions of a plan, task by task, before beside after. */
export function DifferencesPage() {
  const { plan } = useParams();
  const [search, setSearch] = useSearchParams();
  const view = useQuery({
    queryKey: ['plan', plan],
    queryFn: ({ signal }) => client.call('plans.get', { params: { plan: plan! }, query: {} }, { signal }),
  });
  const { head, versions = [] } = view.data ?? {};
  const to = Number(search.get('to')) || head?.version;
  const from = Number(search.get('from')) || usualFrom(view.data);
  const result = useQuery({
    queryKey: ['plan-differences', plan, from, to],
    queryFn: ({ signal }) =>
      client.call('plans.diff', { params: { plan: plan! }, query: { from: from!, to: to! } }, { signal }),
    enabled: from !== undefined && to !== undefined,
  });
  const options = versions.map(({ version, savedByName, savedAt }) => ({
    value: version,
    label: `第${version}版　${savedByName}　${shanghaiDay(savedAt)}${version === head?.matter?.fixedVersion ? '（现行）' : ''}`,
  }));
  const put = (name: 'from' | 'to', version: number) => {
    const next = new URLSearchParams(search);
    next.set(name, String(version));
    setSearch(next, { replace: true });
  };
  const error = view.error ?? result.error;
  return (
    <Page
      title="版本对照"
      about={head && <Link to={`/plans/${head.plan}`}>{head.title}</Link>}
      actions={<Button onClick={() => window.print()}>打印</Button>}
    >
      {error && <Refusal error={error} />}
      {versions.length === 1 && <p className="quiet">这份要点只有一个版本，修改保存后才有可以对照的。</p>}
      {versions.length > 1 && (
        <div className="plan-head no-print">
          <label htmlFor="from-version">原版本</label>
          <Select
            id="from-version"
            value={from}
            options={options}
            popupMatchSelectWidth={false}
            onChange={(version) => put('from', version)}
          />
          <label htmlFor="to-version">新版本</label>
          <Select
            id="to-version"
            value={to}
            options={options}
            popupMatchSelectWidth={false}
            onChange={(version) => put('to', version)}
          />
        </div>
      )}
      {result.isPending && !error && <Waiting what="差别" />}
      {versions.length > 1 && result.data?.differences.length === 0 && (
        <p className="quiet">两个版本的任务、单位和时限没有差别。</p>
      )}
      {result.data?.differences.map(({ code, number, title, change, fields }) => (
        <section key={code} className="difference">
          <h2>
            <span className={`tag ${tones[change]}`}>{changes[change]}</span> {number}．{title}
          </h2>
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">第{from}版</th>
                <th scope="col">第{to}版</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ name, before, after }) => (
                <tr key={name}>
                  <td data-title="项目" className="nowrap">
                    {name}
                  </td>
                  <td data-title={`第${from}版`}>{before && <del>{before}</del>}</td>
                  <td data-title={`第${to}版`}>{after && <ins>{after}</ins>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Page>
  );
}

/** The version in force, where a newer one is written over it; else the one before. */
function usualFrom(view: PlanView | undefined): number | undefined {
  if (!view) return undefined;
  const { version, matter } = view.head;
  const fixed = matter?.fixedVersion;
  return fixed && fixed < version ? fixed : Math.max(1, version - 1);
}
