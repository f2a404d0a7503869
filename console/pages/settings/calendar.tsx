import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { number, shortDay } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { SettingsTabs } from './tabs.tsx';
import './settings.css';

type Calendar = Answer<'calendar.get'>;
type Year = Calendar['years'][number];
type Entered = Answer<'calendar.enter'>;

/** Posts that may enter a notice; everybody may read. */
const mayEnter: readonly string[] = ['legal-office', 'legal-office-head'];

/** The official holiday notices all workdays are counted by, and the entering of the next. */
export function CalendarPage() {
  const { acting } = useSession();
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => client.call('calendar.get', { params: {} }, { signal }),
  });
  return (
    <Page title="设置">
      <SettingsTabs />
      {calendar.error && <Refusal error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isPending && <Waiting what="工作日历" rows={8} />}
      {calendar.data && (
        <>
          <Standing calendar={calendar.data} />
          {mayEnter.includes(acting.kind) ? (
            <Enter />
          ) : (
            <p className="quiet settings-gap">放假通知由法制机构录入。</p>
          )}
          <Years years={calendar.data.years} />
        </>
      )}
    </Page>
  );
}

function Standing({ calendar }: { readonly calendar: Calendar }) {
  const { noticedThrough, provisionalClocks } = calendar;
  return (
    <p className={provisionalClocks > 0 ? 'notice warn' : 'notice'}>
      放假通知已录入至{noticedThrough}年。
      {provisionalClocks > 0
        ? `有${number(provisionalClocks)}个在办时限的到期日落在以后的年份，暂按周末和法定节日推算，录入通知后自动重算。`
        : '现有在办时限的到期日都有通知可依。'}
    </p>
  );
}

function Enter() {
  const [text, setText] = useState('');
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const enter = useMutation({
    mutationFn: (dryRun: boolean) => client.call('calendar.enter', { params: {}, body: { text, dryRun } }),
    onSuccess: async (answer, dryRun) => {
      if (dryRun) return;
      setText('');
      void message.success(
        `${answer.year}年放假安排已录入，重算${number(answer.recomputed)}个在办时限，其中${number(answer.changed)}个到期日有变化。`,
      );
      await queryClient.invalidateQueries();
    },
  });
  const tried = enter.variables === true ? enter.data : undefined;
  return (
    <section className="settings-enter" aria-labelledby="calendar-enter">
      <h2 id="calendar-enter">录入放假通知</h2>
      <Input.TextArea
        aria-label="通知全文"
        rows={7}
        maxLength={10_000}
        placeholder="粘贴国务院办公厅关于下一年度部分节假日安排的通知全文"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          enter.reset();
        }}
      />
      {enter.error ? <Refusal error={enter.error} /> : null}
      {tried && <Tried entered={tried} />}
      <div className="settings-actions">
        <Button
          type={tried ? 'default' : 'primary'}
          disabled={text.trim() === '' || enter.isPending}
          onClick={() => enter.mutate(true)}
        >
          读取并核对
        </Button>
        <Button
          type={tried ? 'primary' : 'default'}
          disabled={!tried || enter.isPending}
          loading={enter.isPending && enter.variables === false}
          onClick={() => enter.mutate(false)}
        >
          录入并重算时限
        </Button>
      </div>
    </section>
  );
}

/** What was read out of the notice, to be compared with it before it counts. */
function Tried({ entered }: { readonly entered: Entered }) {
  const { year, holidays, adjusted, recomputed } = entered;
  return (
    <div className="notice" role="status">
      <strong>{year}年放假安排，请与通知核对：</strong>
      <Holidays holidays={holidays} today={`${year}-01-01`} />
      <p>
        调休上班：
        {adjusted.length > 0 ? adjusted.map((date) => shortDay(date, `${year}-01-01`)).join('、') : '无'}
      </p>
      <p className="quiet">录入后将重算{number(recomputed)}个在办时限。</p>
    </div>
  );
}

function Holidays({ holidays, today }: { readonly holidays: Year['holidays']; readonly today: string }) {
  return (
    <ul className="holidays">
      {holidays.map(({ name, from, to }) => (
        <li key={from}>
          <span>{name}</span>
          <span className="quiet">
            {shortDay(from, today)}
            {to !== from && `至${shortDay(to, today)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Years({ years }: { readonly years: readonly Year[] }) {
  return (
    <section className="settings-gap" aria-labelledby="calendar-years">
      <h2 id="calendar-years">各年安排</h2>
      <div className="table-frame">
        <DataTable<Year>
          caption="各年放假安排"
          rows={years}
          rowKey={(year) => String(year.year)}
          columns={[
            {
              id: 'year',
              title: '年份',
              nowrap: true,
              cell: (year) => (
                <span>
                  {year.year}年 {!year.noticed && <span className="tag provisional">暂定</span>}
                </span>
              ),
            },
            {
              id: 'workdays',
              title: '工作日',
              align: 'end',
              nowrap: true,
              cell: (year) => `${year.workdays}天`,
            },
            {
              id: 'holidays',
              title: '放假',
              width: '50%',
              cell: (year) => <Holidays holidays={year.holidays} today={`${year.year}-01-01`} />,
            },
            {
              id: 'adjusted',
              title: '调休上班',
              cell: ({ year, adjusted }) => (
                <ul className="holidays">
                  {adjusted.map((date) => (
                    <li key={date}>{shortDay(date, `${year}-01-01`)}</li>
                  ))}
                </ul>
              ),
            },
            { id: 'source', title: '依据', cell: (year) => year.source },
          ]}
        />
      </div>
    </section>
  );
}
