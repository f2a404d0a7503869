import { useQuery } from '@tanstack/react-query';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day, number, shortDay } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { DayChanges } from './day-changes.tsx';
import { EnterNotice } from './enter-notice.tsx';
import { Holidays } from './holidays.tsx';
import { SettingsTabs } from './tabs.tsx';
import './settings.css';

type Calendar = Answer<'calendar.get'>;
type Year = Calendar['years'][number];

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
            <EnterNotice years={calendar.data.years} />
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
              cell: ({ year, adjusted }) =>
                adjusted.length > 0 && (
                  <ul className="holidays">
                    {adjusted.map((date) => (
                      <li key={date}>{shortDay(date, `${year}-01-01`)}</li>
                    ))}
                  </ul>
                ),
            },
            { id: 'source', title: '依据', cell: (year) => <Sources year={year} /> },
          ]}
        />
      </div>
    </section>
  );
}

/** What a year stands on: its notice, and each later one with the days it changed and what that moved. */
function Sources({ year }: { readonly year: Year }) {
  return (
    <>
      <p>{year.source}</p>
      <EnteredBy entered={year.entered} />
      {year.amendments.map((amendment) => (
        <details key={amendment.number ?? amendment.source} className="amendment">
          <summary>
            {amendment.number ?? amendment.source}调整{amendment.changes.length}天
          </summary>
          {amendment.number && <p>{amendment.source}</p>}
          <DayChanges changes={amendment.changes} year={year.year} />
          <EnteredBy entered={amendment.entered} />
        </details>
      ))}
    </>
  );
}

function EnteredBy({ entered }: { readonly entered: Year['entered'] }) {
  if (!entered) return null;
  const { on, by, recomputed, changed } = entered;
  return (
    <p className="quiet">
      {day(on)}由{by}录入，重算{number(recomputed)}个在办时限，{number(changed)}个到期日有变化。
    </p>
  );
}
