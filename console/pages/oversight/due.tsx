import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day, timeOfDay } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { problemOf, Refusal } from '../../shared/refusal.tsx';
import { Provisional } from '../../shared/time-left.tsx';
import './due.css';

type Provision = Answer<'law.provisions'>['provisions'][number];
type Pause = readonly [string, string];

const DAY = 'YYYY-MM-DD';
const TIME = 'YYYY-MM-DDTHH:mm';

/** A statutory period computed by itself: rule, start, pauses and extension give the day and every line to it. */
export function DuePage() {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const rule = search.get('rule') ?? undefined;
  const given = search.get('start') ?? today;
  const [extended, setExtended] = useState(false);
  const [pauses, setPauses] = useState<readonly Pause[]>([]);
  const provisions = useQuery({
    queryKey: ['provisions'],
    queryFn: ({ signal }) => client.call('law.provisions', { params: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const all = provisions.data?.provisions ?? [];
  const chosen = all.find((provision) => provision.id === rule);
  const inHours = chosen?.inHours === true;
  // A period of hours runs from a time, every other from a day; no time is taken for granted.
  const start = inHours && !given.includes('T') ? undefined : dayjs(given).format(inHours ? TIME : DAY);
  const due = useMutation({
    mutationFn: () =>
      client.call('due.compute', {
        params: {},
        body: {
          rule: rule!,
          start: start!,
          ...(extended ? { extended } : {}),
          ...(pauses.length > 0
            ? { pauses: pauses.map(([from, to]) => [from, to] as [string, string]) }
            : {}),
        },
      }),
  });
  const ask = (act: () => void) => {
    act();
    due.reset();
  };
  return (
    <Page title="期限计算器" about="按法律规定计算到期日，并逐行说明怎样算出。计算不登记任何内容。">
      {provisions.error && <Refusal error={provisions.error} onRetry={() => void provisions.refetch()} />}
      <form
        className="due-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (rule && start) due.mutate();
        }}
      >
        <div className="field wide">
          <label htmlFor="due-rule">适用规定</label>
          <Select
            id="due-rule"
            showSearch={{ filterOption: (text, option) => matches(text, option?.provision) }}
            loading={provisions.isPending}
            placeholder="输入法律名称、条文、事项或者编号查找，如“处罚 告知”"
            value={rule ?? null}
            onChange={(id) => ask(() => setSearch({ rule: id, start: given }, { replace: true }))}
            options={all.map((provision) => ({
              value: provision.id,
              label: `${provision.citation}：${provision.limit}`,
              provision,
            }))}
            optionRender={({ data }) => <Choice provision={data.provision} />}
            notFoundContent="没有找到，可以换一个说法"
            virtual
          />
          {chosen && <Chosen provision={chosen} />}
        </div>
        <div className="field">
          <label htmlFor="due-start">
            {inHours ? '起算的时刻（事由发生之时）' : '起算日（事由发生之日）'}
          </label>
          <DatePicker
            id="due-start"
            allowClear={false}
            showTime={inHours && { format: 'HH:mm' }}
            format={inHours ? ['YYYY-MM-DD HH:mm'] : ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D']}
            value={start ? dayjs(start) : null}
            onChange={(value) =>
              value &&
              ask(() =>
                setSearch(
                  { ...(rule ? { rule } : {}), start: value.format(inHours ? TIME : DAY) },
                  { replace: true },
                ),
              )
            }
          />
        </div>
        <div className="field">
          <span>延长</span>
          <Checkbox checked={extended} onChange={(event) => ask(() => setExtended(event.target.checked))}>
            按规定的最长期限延长一次
          </Checkbox>
        </div>
        <div className="field wide">
          <span>中止期间</span>
          <Pauses pauses={pauses} onChange={(next) => ask(() => setPauses(next))} />
        </div>
        <div className="wide actions">
          <Button type="primary" htmlType="submit" disabled={!rule || !start} loading={due.isPending}>
            计算到期日
          </Button>
          {!rule && <span className="quiet">先选择适用规定</span>}
          {due.data && <Button onClick={() => window.print()}>打印</Button>}
        </div>
      </form>
      {due.error ? (
        <div className="due-refused">
          <Refusal error={due.error}>
            <Then
              error={due.error}
              rule={rule}
              onChoose={(id) => ask(() => setSearch({ rule: id, start: given }))}
            />
          </Refusal>
        </div>
      ) : null}
      {due.data && chosen && start && <Result due={due.data} provision={chosen} start={start} />}
    </Page>
  );
}

/** The rule that applied then, one press away. */
function Then({
  error,
  rule,
  onChoose,
}: {
  readonly error: unknown;
  readonly rule: string | undefined;
  readonly onChoose: (rule: string) => void;
}) {
  const { rule: refused, basis } = problemOf(error);
  const then = basis?.provision;
  if (refused !== 'clock.C6' || then === undefined || then === rule) return null;
  return (
    <Button size="small" onClick={() => onChoose(then)}>
      按当时的规定计算
    </Button>
  );
}

function matches(text: string, provision: Provision | undefined): boolean {
  if (!provision) return false;
  const { id, system, citation, rule, limit } = provision;
  const all = `${id} ${system} ${citation} ${rule} ${limit}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function Choice({ provision }: { readonly provision: Provision }) {
  return (
    <div className="due-choice">
      <div>
        {provision.citation} <strong>{provision.limit}</strong>
      </div>
      <div className="quiet">{provision.rule}</div>
      <div className="quiet">
        {provision.id}　{provision.system}　{validity(provision)}
      </div>
    </div>
  );
}

function Chosen({ provision }: { readonly provision: Provision }) {
  return (
    <p className="quiet">
      {provision.rule}　{validity(provision)}
      {!provision.verified && <span className="tag yellow">条文未核实</span>}
    </p>
  );
}

function validity({ from, to }: Provision): string {
  return to ? `${day(from)}至${day(to)}有效` : `${day(from)}起有效`;
}

function Pauses({
  pauses,
  onChange,
}: {
  readonly pauses: readonly Pause[];
  readonly onChange: (pauses: readonly Pause[]) => void;
}) {
  return (
    <div className="due-pauses">
      {pauses.map(([from, to], index) => (
        <span key={`${from}..${to}`} className="tag">
          {day(from)}中止，{day(to)}恢复{' '}
          <button
            type="button"
            className="plain"
            aria-label={`去掉${day(from)}至${day(to)}的中止`}
            onClick={() => onChange(pauses.filter((_, at) => at !== index))}
          >
            去掉
          </button>
        </span>
      ))}
      <DatePicker.RangePicker
        aria-label="加一段中止"
        placeholder={['中止之日', '恢复之日']}
        value={null}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from && to) onChange([...pauses, [from.format('YYYY-MM-DD'), to.format('YYYY-MM-DD')]]);
        }}
      />
    </div>
  );
}

function Result({
  due,
  provision,
  start,
}: {
  readonly due: Answer<'due.compute'>;
  readonly provision: Provision;
  readonly start: string;
}) {
  return (
    <section className="due-result" aria-live="polite">
      <p className="quiet">
        {provision.citation}　{provision.limit}　{day(start.slice(0, 10))}
        {start.slice(11)}起算
      </p>
      <p className="due-day">
        <strong>
          {day(due.due)}
          {due.dueAt ? ` ${timeOfDay(due.dueAt)}` : ''}
        </strong>
        到期 {due.provisional && <Provisional />}
        {due.unverified && <span className="tag yellow">条文未核实</span>}
      </p>
      <ol className="due-lines">
        {due.explain.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {due.provisional && (
        <p className="notice warn">
          到期日所在年度的放假通知还没有录入，暂按周末和法定节日推算，录入后可能变化。
        </p>
      )}
    </section>
  );
}
