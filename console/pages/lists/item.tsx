import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Facts } from '../../shared/facts.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { dayIn } from './asked.ts';
import { Changes } from './changes.tsx';
import './lists.css';

/** Facts longer than this, in characters, take the whole width. */
const WIDE = 40;

/** An item of a list: what it is on a day, how it came to be so, and what may be done now. */
export function ItemPage() {
  const { list: id = '', code = '' } = useParams();
  const list = useList(id);
  return list ? <ItemOf list={list} code={code} /> : <NotFound />;
}

function ItemOf({ list, code }: { readonly list: ListInfo; readonly code: string }) {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const on = dayIn(search, 'on');
  const result = useQuery({
    queryKey: ['list-item', list.id, code, on ?? ''],
    queryFn: ({ signal }) =>
      client.call('list.item', { params: { list: list.id, code }, query: on ? { on } : {} }, { signal }),
  });
  const item = result.data;
  return (
    <Page
      title={item?.row.name ?? code}
      beside={
        item && (
          <span className={item.row.status === 'in-force' ? 'tag green' : 'tag'}>{item.row.statusName}</span>
        )
      }
      about={
        <div className="spaced">
          <Link className="crumb" to={`/lists/${list.id}${on ? `?on=${on}` : ''}`}>
            {list.name}
          </Link>
          <span>{code}</span>
          {item && <span>{item.row.unitName}</span>}
        </div>
      }
      actions={item && !on && <Operations list={list} item={item} />}
    >
      <div className="list-day no-print">
        <label htmlFor="item-day">哪一天的内容</label>
        <DayPicker
          id="item-day"
          value={on ?? today}
          onChange={(day) => setSearch(day && day !== today ? { on: day } : {})}
        />
        {on && (
          <>
            <span className="tag yellow">{on < today ? '历史内容' : '将要施行的内容'}</span>
            <button type="button" className="plain" onClick={() => setSearch({})}>
              回到今天
            </button>
          </>
        )}
      </div>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="事项" rows={10} />}
      {item && <Content list={list} item={item} />}
    </Page>
  );
}

type Item = Answer<'list.item'>;

/** The usual operations as buttons, the others under one. */
const SHOWN = 2;

function Operations({ list, item }: { readonly list: ListInfo; readonly item: Item }) {
  const navigate = useNavigate();
  const address = (operation: string) =>
    `/lists/${list.id}/operate/${operation}?code=${encodeURIComponent(item.row.code)}`;
  const others = item.operations.slice(SHOWN);
  return (
    <>
      {item.operations.slice(0, SHOWN).map(({ id, name }, index) => (
        <Link key={id} to={address(id)}>
          <Button type={index === 0 ? 'primary' : 'default'} tabIndex={-1}>
            {name}
          </Button>
        </Link>
      ))}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map(({ id, name }) => ({ key: id, label: name })),
            onClick: ({ key }) => void navigate(address(key)),
          }}
        >
          <Button>其他变动</Button>
        </Dropdown>
      )}
    </>
  );
}

function Content({ list, item }: { readonly list: ListInfo; readonly item: Item }) {
  const { row } = item;
  const since = {
    name: 'from',
    title: '执行期间',
    text: `自${day(row.fromDate)}起${row.toDate ? `，至${day(row.toDate)}前` : ''}`,
  };
  return (
    <div className="item-columns">
      <div>
        <section aria-labelledby="item-facts">
          <h2 id="item-facts">事项内容</h2>
          <Facts
            facts={[
              { name: 'code', title: '事项编码', text: row.code },
              since,
              ...item.facts.map((fact) => ({
                ...fact,
                wide: fact.text.length > WIDE || fact.text.includes('\n') || isRows(list, fact.name),
              })),
            ]}
          />
        </section>
        <section className="record-part" aria-labelledby="item-record">
          <h2 id="item-record">变动记录</h2>
          <ol className="record">
            {[...item.history].reverse().map((line) => (
              <li key={line.seq}>
                <h3>
                  {line.operationName}
                  <span className="quiet">{day(line.on)}起</span>
                  <span className="quiet">{line.person}登记</span>
                </h3>
                <p className="why">
                  依据{line.basisDocument}：{line.reason}
                </p>
                <Changes changes={line.changes} />
              </li>
            ))}
          </ol>
        </section>
      </div>
      {item.chart && (
        <aside aria-labelledby="item-chart">
          <h2 id="item-chart">办理流程</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server draws it and escapes every name in it */}
          <div dangerouslySetInnerHTML={{ __html: item.chart }} />
        </aside>
      )}
    </div>
  );
}

function isRows(list: ListInfo, name: string): boolean {
  return list.fields.some((field) => field.name === name && field.widget === 'rows');
}
