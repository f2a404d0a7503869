import { Button, Select } from 'antd';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import type { Answer } from '../../api/client.ts';
import { number } from '../../format.ts';
import { SearchText } from '../../shared/search-text.tsx';
import { type Asked, sorts, statuses } from './asked.ts';

export interface FiltersProps {
  readonly list: ListInfo;
  readonly asked: Asked;
  /** What each choice would leave. */
  readonly counts: Pick<Answer<'list.page'>, 'kinds' | 'units'> | undefined;
  readonly onChange: (change: { readonly [K in keyof Asked]?: Asked[K] | undefined }) => void;
}

/** What may be asked of a list, in one line; each choice shows how many items it would leave. */
export function Filters({ list, asked, counts, onChange }: FiltersProps) {
  const asksSomething = asked.q || asked.kind || asked.unit || asked.status || asked.sort !== 'code';
  return (
    <div className="list-filters no-print">
      <SearchText
        label="查询"
        placeholder="编码、名称、拼音首字母"
        value={asked.q ?? ''}
        onChange={(q) => onChange({ q })}
      />
      {list.kinds && (
        <Counted
          label="类别"
          width={170}
          value={asked.kind}
          choices={(counts?.kinds ?? []).map(({ kind, name, count }) => ({ value: kind, name, count }))}
          names={list.kinds}
          onChange={(kind) => onChange({ kind })}
        />
      )}
      <Counted
        label="单位"
        width={230}
        value={asked.unit}
        choices={(counts?.units ?? []).map(({ unit, name, count }) => ({ value: unit, name, count }))}
        onChange={(unit) => onChange({ unit })}
      />
      <Select
        aria-label="状态"
        placeholder="状态"
        allowClear
        style={{ width: 120 }}
        value={asked.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
        options={Object.entries(statuses).map(([value, label]) => ({
          value: value as Asked['status'],
          label,
        }))}
      />
      <Select
        aria-label="排序"
        style={{ width: 110 }}
        value={asked.sort}
        onChange={(sort) => onChange({ sort })}
        options={Object.entries(sorts).map(([value, label]) => ({ value: value as Asked['sort'], label }))}
      />
      {asksSomething && (
        <Button
          type="text"
          onClick={() =>
            onChange({ q: undefined, kind: undefined, unit: undefined, status: undefined, sort: 'code' })
          }
        >
          清除条件
        </Button>
      )}
    </div>
  );
}

interface CountedProps {
  readonly label: string;
  readonly width: number;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly name: string; readonly count: number }[];
  /** Names of choices that leave nothing and so are not counted. */
  readonly names?: Readonly<Record<string, string>>;
  readonly onChange: (value: string | undefined) => void;
}

function Counted({ label, width, value, choices, names, onChange }: CountedProps) {
  const chosenAway = value !== undefined && !choices.some((choice) => choice.value === value);
  const all = chosenAway ? [...choices, { value, name: names?.[value] ?? value, count: 0 }] : choices;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'name' }}
      style={{ width }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={all.map((choice) => ({ ...choice, label: choice.name }))}
      optionRender={({ data }) => (
        <span className="counted">
          <span>{data.name}</span>
          <span className="quiet">{number(data.count)}</span>
        </span>
      )}
    />
  );
}
