import { Button, Input, Radio, Select } from 'antd';
import type { Answer } from '../../api/client.ts';
import { DayPicker } from '../../shared/day-picker.tsx';

type Years = Answer<'calendar.get'>['years'];

interface GivenDay {
  /** Tells the rows apart while they are filled in. */
  readonly key: number;
  readonly date: string;
  readonly workday: boolean;
  readonly name: string;
}

/** An amendment as it is being filled in. */
export interface GivenDays {
  readonly year: number;
  /** Title or number of the notice it amends. */
  readonly amends: string;
  readonly source: string;
  readonly number: string;
  readonly days: readonly GivenDay[];
}

const emptyDay = (key: number): GivenDay => ({ key, date: '', workday: false, name: '' });

/** Nothing filled in yet; the latest year that has a notice is amended. */
export function emptyDays(years: Years): GivenDays {
  const latest = years.find(({ noticed }) => noticed);
  return {
    year: latest?.year ?? 0,
    amends: latest?.source ?? '',
    source: '',
    number: '',
    days: [emptyDay(0)],
  };
}

export const isFilled = ({ source, days }: GivenDays): boolean =>
  source.trim() !== '' && days.length > 0 && days.every(({ date }) => date !== '');

/** As the route takes it; a day off without a name is 调休放假. */
export function toAmendment({ number, days, ...named }: GivenDays) {
  return {
    ...named,
    ...(number.trim() === '' ? {} : { number }),
    days: days.map(({ date, workday, name }) => ({ date, workday, name: name.trim() || '调休放假' })),
  };
}

interface DayByDayProps {
  readonly years: Years;
  readonly value: GivenDays;
  readonly onChange: (value: GivenDays) => void;
}

/** The form of an amendment: which notice it amends, its own title and number, and each day it changes. */
export function DayByDay({ years, value, onChange }: DayByDayProps) {
  const set = (part: Partial<GivenDays>) => onChange({ ...value, ...part });
  const amendable = years
    .filter(({ noticed }) => noticed)
    .flatMap(({ year, source, amendments }) => [
      { year, value: source, label: source },
      ...amendments.map(({ number, source: title }) => ({
        year,
        value: number ?? title,
        label: number ? `${title}（${number}）` : title,
      })),
    ]);
  return (
    <div className="day-by-day">
      <label htmlFor="amends">调整哪一件通知</label>
      <Select
        id="amends"
        showSearch={{ optionFilterProp: 'label' }}
        value={value.amends}
        options={amendable}
        onChange={(amends) => set({ amends, year: amendable.find((one) => one.value === amends)!.year })}
      />
      <label htmlFor="amendment-source">调整通知的标题</label>
      <Input
        id="amendment-source"
        maxLength={200}
        placeholder={`例如：国务院办公厅关于调整${value.year}年××假期安排的通知`}
        value={value.source}
        onChange={({ target }) => set({ source: target.value })}
      />
      <label htmlFor="amendment-number">文号</label>
      <Input
        id="amendment-number"
        maxLength={60}
        value={value.number}
        onChange={({ target }) => set({ number: target.value })}
      />
      <span id="amended-days">调整的日期</span>
      <Days days={value.days} onChange={(days) => set({ days })} />
    </div>
  );
}

interface DaysProps {
  readonly days: readonly GivenDay[];
  readonly onChange: (days: readonly GivenDay[]) => void;
}

function Days({ days, onChange }: DaysProps) {
  const set = (key: number, part: Partial<GivenDay>) =>
    onChange(days.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <ul aria-labelledby="amended-days" className="amended-days">
      {days.map((one, at) => (
        <li key={one.key}>
          <DayPicker
            aria-label={`第${at + 1}个日期`}
            optional
            value={one.date}
            onChange={(date = '') => set(one.key, { date })}
          />
          <Radio.Group
            aria-label={`第${at + 1}个日期改为`}
            value={one.workday}
            onChange={({ target }) => set(one.key, { workday: target.value as boolean })}
            options={[
              { value: false, label: '放假' },
              { value: true, label: '上班' },
            ]}
          />
          {!one.workday && (
            <Input
              aria-label={`第${at + 1}个日期的假期名称`}
              placeholder="调休放假"
              maxLength={40}
              value={one.name}
              onChange={({ target }) => set(one.key, { name: target.value })}
            />
          )}
          {days.length > 1 && (
            <Button type="link" onClick={() => onChange(days.filter(({ key }) => key !== one.key))}>
              移除
            </Button>
          )}
        </li>
      ))}
      <li>
        <Button onClick={() => onChange([...days, emptyDay(Math.max(...days.map(({ key }) => key)) + 1)])}>
          再加一天
        </Button>
      </li>
    </ul>
  );
}
