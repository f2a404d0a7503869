import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CampaignView, FindingTallyView, FindingView } from '../../../src/client/contract/follow.ts';
import { day } from '../../format.ts';
import { ChosenName } from '../../shared/chosen-name.tsx';
import { type Column, DataTable, Paging } from '../../shared/data-table.tsx';
import type { Put } from '../../shared/use-asked.ts';

type Ask = { readonly [name in 'unit' | 'task' | 'kind']: string | null };

/** Stands in the address for findings that name no task. */
const NO_TASK = '-';
const keyOfTask = (task: string): string => task || NO_TASK;

/** What was found: by task, by kind, and one by one. A name in a table leaves its findings in the list. */
export function Findings({
  campaign,
  ask,
  put,
}: {
  readonly campaign: CampaignView;
  readonly ask: Ask;
  readonly put: Put;
}) {
  const [place, setPlace] = useState({ page: 1, size: 50 });
  const { findings, byTask, byKind, units } = campaign;
  if (findings.length === 0) {
    return (
      <section>
        <h2 className="finding-head">问题</h2>
        <p className="quiet">还没有反馈问题。检查后在单位的督察办件中办理“反馈问题”，问题在这里汇总。</p>
      </section>
    );
  }
  const shown = findings.filter(
    (finding) =>
      (ask.unit === null || finding.unit === ask.unit) &&
      (ask.task === null || keyOfTask(finding.task) === ask.task) &&
      (ask.kind === null || finding.kind === ask.kind),
  );
  const choose = (name: 'task' | 'kind') => (key: string | undefined) => {
    setPlace({ ...place, page: 1 });
    put({ [name]: key });
  };
  const page = shown.slice((place.page - 1) * place.size, place.page * place.size);
  const filtered = ask.unit !== null || ask.task !== null || ask.kind !== null;
  return (
    <section>
      <h2 className="finding-head">问题</h2>
      <div className="finding-tallies">
        <Tally
          head="对应任务"
          rows={byTask.map((row) => ({ ...row, key: keyOfTask(row.key) }))}
          chosen={ask.task}
          onChoose={choose('task')}
        />
        <Tally head="类别" rows={byKind} chosen={ask.kind} onChoose={choose('kind')} />
      </div>
      <div className="finding-filters no-print">
        <Select
          aria-label="单位"
          allowClear
          placeholder="全部单位"
          value={ask.unit ?? undefined}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={units
            .filter((unit) => unit.findings > 0)
            .map(({ unit, unitName }) => ({ value: unit, label: unitName }))}
          onChange={(unit?: string) => {
            setPlace({ ...place, page: 1 });
            put({ unit });
          }}
        />
        <span className="quiet">共{shown.length}个问题</span>
        {filtered && (
          <Button size="small" onClick={() => put({ unit: undefined, task: undefined, kind: undefined })}>
            清除条件
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="quiet">没有符合条件的问题。</p>
      ) : (
        <div className="table-frame">
          <DataTable
            caption="问题清单"
            columns={columns}
            rows={page}
            rowKey={({ matter, code, finding }) => `${matter}/${code}/${finding}`}
          />
          {shown.length > place.size && (
            <Paging
              {...place}
              total={shown.length}
              unit="个"
              onChange={(number, size) => setPlace({ page: number, size })}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Tally({
  head,
  rows,
  chosen,
  onChoose,
}: {
  readonly head: string;
  readonly rows: readonly FindingTallyView[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | undefined) => void;
}) {
  return (
    <div className="table-frame">
      <DataTable<FindingTallyView>
        caption={`问题按${head}`}
        rows={rows}
        rowKey={({ key }) => key}
        selected={chosen ?? undefined}
        columns={[
          {
            id: 'name',
            title: head,
            cell: ({ key, name }) => <ChosenName id={key} name={name} chosen={chosen} onChoose={onChoose} />,
          },
          { id: 'total', title: '问题', align: 'end', nowrap: true, cell: ({ total }) => total },
          {
            id: 'open',
            title: '未到位',
            align: 'end',
            nowrap: true,
            cell: ({ open }) => <span className={open > 0 ? 'near' : 'quiet'}>{open}</span>,
          },
          { id: 'units', title: '单位', align: 'end', nowrap: true, cell: ({ units }) => units },
        ]}
      />
    </div>
  );
}

const columns: readonly Column<FindingView>[] = [
  {
    id: 'unit',
    title: '单位',
    cell: ({ matter, unitName }) => <Link to={`/matters/${matter}`}>{unitName}</Link>,
  },
  { id: 'kind', title: '类别', nowrap: true, cell: ({ kindName }) => kindName },
  {
    id: 'finding',
    title: '问题和整改要求',
    cell: ({ code, finding, demand }) => (
      <span>
        {code}．{finding}
        <span className="quiet"> {demand}</span>
      </span>
    ),
  },
  {
    id: 'task',
    title: '对应任务',
    cell: ({ task, taskTitle, taskMatter }) => {
      const name = task && `${task}．${taskTitle}`;
      return taskMatter ? <Link to={`/matters/${taskMatter}`}>{name}</Link> : name;
    },
  },
  {
    id: 'state',
    title: '整改',
    nowrap: true,
    cell: ({ stateName, rectifyBy, putRight }) =>
      putRight ? stateName : `${stateName}，${day(rectifyBy)}前`,
  },
];
