import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { v4 as newId } from 'uuid';
import type { AppealRow } from '../../../src/client/contract/assessment-views.ts';
import { type Answer, client } from '../../api/client.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { assessmentQueries } from './queries.ts';
import { points } from './words.ts';
import './assessment.css';

type Appeals = Answer<'assessment.appeals'>;

/** All appeals of a year in one table; several alike are answered at once, each unit is given its own answer. */
export function AppealsPage() {
  const { matter } = useParams();
  const result = useQuery({ ...assessmentQueries.appeals(matter ?? ''), enabled: matter !== undefined });
  if (matter === undefined) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="申诉" rows={8} />;
  return <All view={result.data} />;
}

const keyOf = ({ unit, code }: AppealRow): string => `${unit} ${code}`;
const found = (row: AppealRow, search: string): boolean =>
  [row.unitName, row.code, row.title, row.ground].some((text) => text.includes(search.trim()));

function All({ view }: { readonly view: Appeals }) {
  const [shown, setShown] = useState<'open' | 'answered'>('open');
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = view.rows.filter((row) => row.open);
  const rows = view.rows.filter((row) => row.open === (shown === 'open') && found(row, search));
  const chosen = open.filter((row) => ticked.has(keyOf(row)));
  const ticking = shown === 'open' && view.mayAnswer;
  return (
    <Page
      title="申诉"
      beside={<span className="quiet">{view.title}</span>}
      about={view.appealUntil ? `申诉到${day(view.appealUntil)}为止。` : undefined}
      actions={
        <Link to={`/assessments/${view.matter}`}>
          <Button tabIndex={-1}>全部单位</Button>
        </Link>
      }
    >
      <div className="assessment-filter no-print">
        <Segmented<'open' | 'answered'>
          value={shown}
          onChange={(next) => {
            setShown(next);
            setTicked(new Set());
          }}
          options={[
            { value: 'open', label: `待答复${open.length}项` },
            { value: 'answered', label: `已答复${view.rows.length - open.length}项` },
          ]}
        />
        <Input
          aria-label="查找申诉"
          placeholder="单位、指标或者理由"
          allowClear
          style={{ width: 240 }}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {rows.length === 0 ? (
        <Empty
          title={search ? '没有符合条件的申诉' : shown === 'open' ? '没有待答复的申诉' : '还没有答复申诉'}
        >
          <p>单位在自己的考核页面逐项提出申诉，提出后列在这里。</p>
        </Empty>
      ) : (
        <div className="table-frame">
          <DataTable
            caption={shown === 'open' ? '待答复的申诉' : '已答复的申诉'}
            columns={columnsOf(view.matter, shown)}
            rows={rows}
            rowKey={keyOf}
            {...(ticking ? { ticked, onTick: setTicked } : {})}
          />
        </div>
      )}
      {ticking && (
        <Alike
          matter={view.matter}
          rows={chosen}
          onDone={() => {
            setTicked(new Set());
          }}
        />
      )}
    </Page>
  );
}

function columnsOf(matter: string, shown: 'open' | 'answered'): readonly Column<AppealRow>[] {
  return [
    {
      id: 'unit',
      title: '单位',
      nowrap: true,
      cell: ({ unit, unitName }) => <Link to={`/assessments/${matter}/units/${unit}`}>{unitName}</Link>,
    },
    {
      id: 'item',
      title: '指标',
      width: '16em',
      cell: ({ code, title, why }) => (
        <>
          <span className="quiet">{code}</span> {title}
          <div className="quiet">{why}</div>
        </>
      ),
    },
    {
      id: 'points',
      title: '得分',
      align: 'end',
      nowrap: true,
      cell: ({ points: scored, max }) => (max > 0 ? `${scored}/${points(max)}` : points(scored)),
    },
    {
      id: 'ground',
      title: '申诉理由',
      width: '14em',
      cell: ({ ground, barred }) => (
        <>
          {ground}
          {barred && <div className="near">{barred}</div>}
        </>
      ),
    },
    shown === 'open'
      ? { id: 'on', title: '提出日期', nowrap: true, cell: ({ on }) => (on ? day(on) : '') }
      : {
          id: 'answer',
          title: '答复',
          width: '14em',
          cell: ({ upheld, adjusted, answer }) => (
            <>
              {upheld ? `成立，调整为${points(adjusted ?? 0)}` : '不成立'}
              <div className="quiet">{answer}</div>
            </>
          ),
        },
  ];
}

interface AlikeProps {
  readonly matter: string;
  readonly rows: readonly AppealRow[];
  readonly onDone: () => void;
}

/** One answer for the appeals that are ticked. */
function Alike({ matter, rows, onDone }: AlikeProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<'rejected' | 'full' | 'other'>('rejected');
  const [adjusted, setAdjusted] = useState<number | null>(null);
  const [answer, setAnswer] = useState('');
  const give = useMutation({
    mutationFn: () =>
      client.call('assessment.answerAppeals', {
        params: { matter },
        body: {
          request: newId(),
          items: rows.map(({ unit, code }) => ({ unit, code })),
          upheld: outcome !== 'rejected',
          points: outcome === 'other' ? adjusted : null,
          answer: answer.trim(),
        },
      }),
    onSuccess: async ({ message: said }) => {
      onDone();
      setAnswer('');
      await queries.invalidateQueries({ queryKey: ['assessment', matter] });
      void message.info(said);
    },
  });
  const units = new Set(rows.map(({ unit }) => unit)).size;
  const least = Math.min(...rows.filter(({ max }) => max > 0).map(({ max }) => max));
  return (
    <section className="assessment-form no-print" aria-label="答复选中的申诉">
      <strong>
        {rows.length === 0 ? '选中要同样答复的申诉' : `同样答复选中的${rows.length}项（${units}个单位）`}
      </strong>
      <Radio.Group
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as typeof outcome)}
        options={[
          { value: 'rejected', label: '申诉不成立' },
          { value: 'full', label: '申诉成立，按该项满分计' },
          { value: 'other', label: '申诉成立，调整为' },
        ]}
      />
      {outcome === 'other' && (
        <InputNumber
          aria-label="调整后得分"
          min={0}
          {...(Number.isFinite(least) ? { max: least } : {})}
          precision={2}
          controls={false}
          suffix="分"
          value={adjusted}
          onChange={setAdjusted}
        />
      )}
      <Input.TextArea
        aria-label="答复意见"
        placeholder="答复意见：核对了什么，为什么"
        autoSize={{ minRows: 2 }}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
      />
      <Button
        type="primary"
        disabled={rows.length === 0 || answer.trim() === '' || (outcome === 'other' && adjusted === null)}
        loading={give.isPending}
        onClick={() => give.mutate()}
      >
        {rows.length > 1 ? `答复${rows.length}项申诉` : '答复申诉'}
      </Button>
      {give.error && <Refusal error={give.error} />}
    </section>
  );
}
