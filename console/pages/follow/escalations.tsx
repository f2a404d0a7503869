import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { EscalationRow, EscalationsView, EscalationTally } from '../../../src/client/contract/follow.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { ChosenName } from '../../shared/chosen-name.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SectionTabs } from '../../shared/section-tabs.tsx';
import { countsOf, TallyBar } from '../../shared/tally-bar.tsx';
import { type Put, useAsked } from '../../shared/use-asked.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { escalationSorts, levels, tabs } from './words.ts';
import './follow.css';

/** Reminders, talks, orders and circulars of a year, by unit: at what level, until when, with what outcome. */
export function EscalationsPage() {
  const { today, acting } = useSession();
  const answers = acting.kind === 'liaison' || acting.kind === 'unit-head';
  const [search, put] = useAsked();
  const present = Number(today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= 2004 && asked <= present ? asked : present;
  const found = useQuery({
    queryKey: ['escalations', year],
    queryFn: ({ signal }) => client.call('escalations.board', { params: {}, query: { year } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const view = found.data;
  return (
    <Page
      title="督察督办"
      about="任务逾期或者督察问题整改不到位的，依次提醒、约谈、限期整改、通报；反馈期限由作出的机构确定，逾期由系统提示。"
      beside={
        <Select
          aria-label="年度"
          value={year}
          onChange={(next) =>
            put({ year: String(next), unit: undefined, level: undefined, state: undefined })
          }
          options={[0, 1, 2, 3].map((ago) => ({ value: present - ago, label: `${present - ago}年` }))}
        />
      }
      actions={
        <>
          <Button href={client.href('escalations.xlsx', { params: {}, query: { year } })} download>
            导出Excel
          </Button>
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      <SectionTabs label="督察督办" tabs={tabs} />
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="提醒约谈" rows={8} />}
      {view && view.rows.length === 0 && (
        <Empty title={`${view.year}年没有提醒约谈`}>
          <p>
            {answers
              ? '本单位被提醒、约谈、责令整改或者通报的，事项和反馈期限显示在这里，也在待办里。'
              : '任务超过完成时限、督察问题整改期限届满的，在任务或者督察办件中办理“提醒”。'}
          </p>
        </Empty>
      )}
      {view && view.rows.length > 0 && (
        <Board view={view} search={search} put={put} busy={found.isPlaceholderData} />
      )}
    </Page>
  );
}

function Board({
  view,
  search,
  put,
  busy,
}: {
  readonly view: EscalationsView;
  readonly search: URLSearchParams;
  readonly put: Put;
  readonly busy: boolean;
}) {
  const navigate = useNavigate();
  const [unit, level, state] = ['unit', 'level', 'state'].map((name) => search.get(name) || undefined);
  const sort = escalationSorts.find(({ id }) => id === (state ?? ''));
  const here = view.rows.filter(
    (row) => (unit === undefined || row.unit === unit) && (level === undefined || row.level === level),
  );
  const rows = here.filter((row) => sort?.holds?.(row) ?? true);
  const chosenUnit = view.units.find((row) => row.unit === unit);
  return (
    <>
      <TallyBar
        label="提醒约谈进展"
        tallies={countsOf(escalationSorts, here)}
        chosen={state}
        onChoose={(id) => put({ state: id })}
      />
      <div className="table-frame escalation-units">
        <DataTable
          caption="各单位提醒约谈"
          columns={unitColumns(unit, put)}
          rows={view.units}
          rowKey={(row) => row.unit}
          selected={unit}
        />
      </div>
      <div className="finding-filters no-print">
        <Select
          aria-label="层级"
          allowClear
          placeholder="全部层级"
          value={level}
          options={Object.entries(levels).map(([value, label]) => ({ value, label }))}
          onChange={(next?: string) => put({ level: next })}
        />
        <span className="quiet">
          {chosenUnit ? `${chosenUnit.unitName}，` : ''}共{rows.length}件
        </span>
        {(unit || level || state) && (
          <Button size="small" onClick={() => put({ unit: undefined, level: undefined, state: undefined })}>
            清除条件
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="quiet">没有符合条件的提醒约谈。</p>
      ) : (
        <div className="table-frame">
          <DataTable
            caption="提醒约谈"
            columns={columns}
            rows={rows}
            rowKey={({ matter }) => matter}
            onOpen={({ matter }) => void navigate(`/matters/${matter}`)}
            busy={busy}
          />
        </div>
      )}
    </>
  );
}

function unitColumns(chosen: string | undefined, put: Put): readonly Column<EscalationTally>[] {
  const count = (
    id: 'total' | 'remind' | 'summon' | 'order' | 'circulate' | 'late' | 'resolved',
    title: string,
  ): Column<EscalationTally> => ({
    id,
    title,
    align: 'end',
    nowrap: true,
    cell: (row) =>
      row[id] === 0 ? null : <span className={id === 'late' ? 'late' : undefined}>{row[id]}</span>,
  });
  return [
    {
      id: 'unit',
      title: '单位',
      cell: ({ unit, unitName }) => (
        <ChosenName id={unit} name={unitName} chosen={chosen} onChoose={(unit) => put({ unit })} />
      ),
    },
    count('total', '件数'),
    count('remind', levels.remind),
    count('summon', levels.summon),
    count('order', levels.order),
    count('circulate', levels.circulate),
    count('late', '逾期未反馈'),
    count('resolved', '整改到位'),
  ];
}

const columns: readonly Column<EscalationRow>[] = [
  {
    id: 'subject',
    title: '事项',
    cell: ({ matter, subject, sourceName }) => (
      <span>
        <Link to={`/matters/${matter}`}>{subject}</Link>
        <span className="quiet"> {sourceName}</span>
      </span>
    ),
  },
  { id: 'unit', title: '单位', cell: ({ unitName }) => unitName },
  {
    id: 'level',
    title: '层级',
    nowrap: true,
    cell: ({ levelName, levelOn }) => `${levelName}　${day(levelOn)}`,
  },
  {
    id: 'waiting',
    title: '状态',
    nowrap: true,
    cell: ({ waiting, waitingName, outcome }) => (
      <span className={isLate(waiting) ? 'late' : undefined}>{outcome ?? waitingName}</span>
    ),
  },
  {
    id: 'by',
    title: '反馈、约谈或整改期限',
    nowrap: true,
    cell: ({ by, waiting }) => by && <span className={isLate(waiting) ? 'late' : undefined}>{day(by)}</span>,
  },
  {
    id: 'answered',
    title: '反馈',
    nowrap: true,
    cell: ({ answeredOn, answeredLate }) =>
      answeredOn && (
        <span className={answeredLate ? 'late' : undefined}>
          {day(answeredOn)}
          {answeredLate && '（逾期）'}
        </span>
      ),
  },
];

/** The unit has not answered in time, or the office has not held the talk. */
function isLate(waiting: EscalationRow['waiting']): boolean {
  return waiting === 'late' || waiting === 'talk-late';
}
