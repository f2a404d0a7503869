import type { TallyView } from '../../../src/client/contract/plan-board.ts';
import { ChosenName } from '../../shared/chosen-name.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';

interface TalliesProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly TallyView[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

/** Units or parts with how many of their tasks are done, near and late; a name filters the tasks. */
export function Tallies({ caption, head, rows, chosen, onChoose }: TalliesProps) {
  const count = (
    id: 'total' | 'done' | 'near' | 'late',
    title: string,
    tone?: 'near' | 'late',
  ): Column<TallyView> => ({
    id,
    title,
    align: 'end',
    nowrap: true,
    cell: (row) => <span className={tone && row[id] > 0 ? tone : undefined}>{row[id]}</span>,
  });
  const columns: readonly Column<TallyView>[] = [
    {
      id: 'name',
      title: head,
      cell: ({ key, name }) => <ChosenName id={key} name={name} chosen={chosen} onChoose={onChoose} />,
    },
    count('total', '任务'),
    count('done', '完成'),
    count('near', '临期', 'near'),
    count('late', '逾期', 'late'),
    {
      id: 'percent',
      title: '进度',
      align: 'end',
      nowrap: true,
      cell: ({ percent }) => (
        <span className="progress">
          <span className="bar" aria-hidden>
            <span style={{ width: `${percent}%` }} />
          </span>
          {percent}%
        </span>
      ),
    },
  ];
  return (
    <div className="table-frame tallies">
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        selected={chosen}
      />
    </div>
  );
}
