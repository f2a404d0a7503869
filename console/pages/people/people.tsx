import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { type Answer, client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { day, total } from '../../format.ts';
import { DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SearchText } from '../../shared/search-text.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { UnitSelect } from '../../shared/unit-select.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';
import { LinkShown, type OneTimeLink } from './link-shown.tsx';
import type { Person } from './person.ts';
import { PersonActs } from './person-acts.tsx';
import { PersonForm } from './person-form.tsx';
import { postsQuery } from './posts-query.ts';

/** The filter as the route takes it; what is left open is not there. */
interface Filter {
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: Answer<'posts.list'>['kinds'][number]['id'] | undefined;
  readonly active?: 'true' | 'false' | undefined;
}

/** Persons with their accounts and the posts they hold, have held and will hold. */
export function PeoplePage() {
  const may = useActs('security-administrator');
  const { units } = useCatalogue();
  const [asked, setAsked] = useState<Filter>({});
  const [{ page, size }, setPaging] = useState({ page: 1, size: 50 });
  const [creating, setCreating] = useState(false);
  const [link, setLink] = useState<OneTimeLink>();
  const filter: Filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  const query = { page, size, ...filter };
  const people = useQuery({
    queryKey: ['people', query],
    queryFn: ({ signal }) => client.call('people.list', { params: {}, query }, { signal }),
    placeholderData: keepPreviousData,
    enabled: may,
  });
  const posts = useQuery({ ...postsQuery(), enabled: may });
  const shortNames = new Map(units.map(({ code, shortName }) => [code, shortName]));
  const ask = (by: Filter) => {
    setAsked({ ...asked, ...by });
    setPaging({ page: 1, size });
  };
  return (
    <Frame
      title="人员和账户"
      forPosts={['security-administrator']}
      actions={
        <>
          <Button href={client.href('people.export', { params: {}, query: filter })} download>
            导出Excel
          </Button>
          <Button type="primary" onClick={() => setCreating(true)}>
            新增人员
          </Button>
        </>
      }
    >
      <div className="people-filters">
        <SearchText
          label="查找人员"
          placeholder="姓名、拼音首字母、登录名"
          value={asked.q ?? ''}
          onChange={(q) => ask({ q })}
        />
        <UnitSelect
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          style={{ width: 260 }}
          value={asked.unit ?? null}
          onChange={(unit) => ask({ unit })}
        />
        <Select
          aria-label="岗位类别"
          placeholder="全部岗位类别"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 180 }}
          value={asked.kind ?? null}
          onChange={(kind) => ask({ kind })}
          options={(posts.data?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          aria-label="状态"
          placeholder="在用和停用"
          allowClear
          style={{ width: 130 }}
          value={asked.active ?? null}
          onChange={(active) => ask({ active })}
          options={[
            { value: 'true', label: '在用' },
            { value: 'false', label: '已停用' },
          ]}
        />
        {people.data && <span className="quiet">{total(people.data.total, false, '人')}</span>}
      </div>
      {people.error && <Refusal error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && may && <Waiting what="人员" rows={10} />}
      {people.data?.total === 0 && (
        <Empty title="没有这样的人员">
          <p>可以换一个说法查找，或者新增人员。</p>
        </Empty>
      )}
      {people.data && people.data.total > 0 && (
        <>
          <div className="table-frame">
            <DataTable<Person>
              caption="人员和账户"
              rows={people.data.rows}
              rowKey={(person) => person.id}
              busy={people.isPlaceholderData}
              columns={[
                { id: 'name', title: '姓名', nowrap: true, cell: (person) => <Name person={person} /> },
                {
                  id: 'unit',
                  title: '单位',
                  nowrap: true,
                  cell: (person) => shortNames.get(person.unit) || person.unitName,
                },
                { id: 'posts', title: '岗位', width: '38%', cell: (person) => <Posts person={person} /> },
                { id: 'login', title: '登录名', nowrap: true, cell: (person) => person.login ?? '没有账户' },
                { id: 'account', title: '账户', nowrap: true, cell: accountText },
                { id: 'last', title: '最近登录', nowrap: true, cell: lastSignInText },
                {
                  id: 'acts',
                  title: '办理',
                  nowrap: true,
                  cell: (person) => <PersonActs person={person} onLink={setLink} />,
                },
              ]}
            />
          </div>
          <Paging
            page={page}
            size={size}
            total={people.data.total}
            unit="人"
            onChange={(next, nextSize) => setPaging({ page: nextSize === size ? next : 1, size: nextSize })}
          />
        </>
      )}
      {creating && <PersonForm onClose={() => setCreating(false)} onLink={setLink} />}
      {link && <LinkShown link={link} onClose={() => setLink(undefined)} />}
    </Frame>
  );
}

function Name({ person }: { readonly person: Person }) {
  return (
    <span>
      {person.name} {!person.active && <span className="tag">已停用</span>}
      {person.locked && <span className="tag yellow">已锁定</span>}
    </span>
  );
}

function accountText({ login, hasPassword, secondFactor }: Person): string {
  if (login === null) return '';
  return [hasPassword ? '已设密码' : '未设密码', secondFactor && '已绑动态口令'].filter(Boolean).join('，');
}

function lastSignInText({ login, signedIn, lastSignIn }: Person): string {
  if (login === null) return '';
  if (signedIn) return '现在登录中';
  return lastSignIn ? shanghaiDay(lastSignIn) : '从未登录';
}

const states = { present: '', future: '尚未到任', past: '已结束' } as const;

/** Present and coming posts; those that are over unfold. */
function Posts({ person }: { readonly person: Person }) {
  const over = person.holdings.filter(({ state }) => state === 'past');
  const [all, setAll] = useState(false);
  return (
    <ul>
      {person.holdings
        .filter(({ state }) => all || state !== 'past')
        .map((holding) => (
          <li key={`${holding.post} ${holding.from}`}>
            {holding.unitName === person.unitName ? '' : `${holding.unitName} `}
            {holding.postName}{' '}
            <span className="quiet">
              {day(holding.from)}起{holding.to && `，至${day(holding.to)}`}
            </span>{' '}
            {holding.acting && <span className="tag">代理</span>}
            {states[holding.state] && <span className="tag">{states[holding.state]}</span>}
          </li>
        ))}
      {over.length > 0 && (
        <li>
          <Button type="link" size="small" className="people-over" onClick={() => setAll(!all)}>
            {all ? '收起已结束的任职' : `另有${over.length}个已结束的任职`}
          </Button>
        </li>
      )}
    </ul>
  );
}
