import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { type Answer, client } from '../../api/client.ts';
import { day, number, shortDay } from '../../format.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { DayByDay, emptyDays, type GivenDays, isFilled, toAmendment } from './day-by-day.tsx';
import { DayChanges } from './day-changes.tsx';
import { Holidays } from './holidays.tsx';

type Years = Answer<'calendar.get'>['years'];
type Entered = Answer<'calendar.enter'>;
type Way = 'text' | 'days';

/** The entering of a notice: a year's own or one that changes single days; as text, or day by day. */
export function EnterNotice({ years }: { readonly years: Years }) {
  const [way, setWay] = useState<Way>('text');
  const [text, setText] = useState('');
  const [days, setDays] = useState<GivenDays>(() => emptyDays(years));
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const enter = useMutation({
    mutationFn: (dryRun: boolean) =>
      client.call('calendar.enter', {
        params: {},
        body: way === 'text' ? { text, dryRun } : { amendment: toAmendment(days), dryRun },
      }),
    onSuccess: async (answer, dryRun) => {
      if (dryRun) return;
      setText('');
      setDays(emptyDays(years));
      void message.success(outcome(answer));
      await queryClient.invalidateQueries();
    },
  });
  const tried = enter.variables === true ? enter.data : undefined;
  const ready = way === 'text' ? text.trim() !== '' : isFilled(days);
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      enter.reset();
    };
  };
  return (
    <section className="settings-enter" aria-labelledby="calendar-enter">
      <h2 id="calendar-enter">录入放假通知</h2>
      <Segmented<Way>
        aria-label="录入方式"
        value={way}
        onChange={changed(setWay)}
        options={[
          { value: 'text', label: '粘贴通知原文' },
          { value: 'days', label: '逐日填写调整' },
        ]}
      />
      {way === 'text' ? (
        <Input.TextArea
          aria-label="通知全文"
          rows={7}
          maxLength={10_000}
          placeholder="粘贴国务院办公厅关于某年部分节假日安排的通知，或者后来调整个别日期的通知，连同标题和文号"
          value={text}
          onChange={(event) => changed(setText)(event.target.value)}
        />
      ) : (
        <DayByDay years={years} value={days} onChange={changed(setDays)} />
      )}
      {enter.error ? <Refusal error={enter.error} /> : null}
      {tried && <Tried entered={tried} />}
      <div className="settings-actions">
        <Button
          type={tried ? 'default' : 'primary'}
          disabled={!ready || enter.isPending}
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

function outcome({ year, amends, number: named, again, recomputed, changed, settled }: Entered): string {
  const what = amends === null ? `${year}年放假安排` : `对${year}年的调整${named ? `（${named}）` : ''}`;
  if (again && recomputed === 0) return `${what}此前已经录入，内容相同，没有变化。`;
  const final = settled > 0 ? `，${number(settled)}个暂定日期确定下来` : '';
  return `${what}已录入，重算${number(recomputed)}个在办时限，${number(changed)}个到期日有变化${final}。`;
}

/** What was read out of the notice and what it would change, to be compared with it before it counts. */
function Tried({ entered }: { readonly entered: Entered }) {
  const { year, source, number: named, amends, holidays, adjusted, changes, replaces, again } = entered;
  return (
    <div className="notice" role="status">
      <strong>{amends === null ? `${year}年放假安排，请与通知核对：` : '读到的调整，请与通知核对：'}</strong>
      {amends !== null && (
        <p>
          《{source}》{named && `（${named}）`}，调整《{amends}》
        </p>
      )}
      {amends === null && (
        <>
          <Holidays holidays={holidays} today={`${year}-01-01`} />
          <p>
            调休上班：
            {adjusted.length > 0 ? adjusted.map((date) => shortDay(date, `${year}-01-01`)).join('、') : '无'}
          </p>
        </>
      )}
      {changes.length > 0 && (
        <>
          <p>与现行安排相比，{changes.length}天有变化：</p>
          <DayChanges changes={changes} year={year} />
        </>
      )}
      {again && <p>这件通知此前已经录入，内容相同。</p>}
      {replaces && <p>这件通知已于{day(replaces)}录入，本次录入替换原来的内容。</p>}
      <Effect entered={entered} />
    </div>
  );
}

function Effect({ entered: { recomputed, changed, settled, late, changes } }: { readonly entered: Entered }) {
  const past = changes.filter((change) => change.past).length;
  return (
    <p className="quiet">
      录入后重算{number(recomputed)}个在办时限，{number(changed)}个到期日有变化
      {settled > 0 && `，${number(settled)}个暂定日期确定下来`}
      {late > 0 && `，${number(late)}个因此超期`}。
      {past > 0 && `其中${past}天已经过去：已办结的时限按当时的安排认定，不再改动。`}
    </p>
  );
}
