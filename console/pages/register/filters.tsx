import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import { SearchText } from '../../shared/search-text.tsx';
import { UnitSelect } from '../../shared/unit-select.tsx';
import { type Asked, filterKey } from './asked.ts';

export interface FiltersProps {
  readonly procedure: ProcedureInfo;
  readonly asked: Asked;
  readonly onChange: (change: { readonly [K in keyof Asked]?: Asked[K] | undefined }) => void;
}

/** What may be asked of a register, in one line. */
export function Filters({ procedure, asked, onChange }: FiltersProps) {
  return (
    <div className="filters no-print">
      <SearchText
        label="查询"
        placeholder="编号、名称、拼音首字母"
        value={asked.q ?? ''}
        onChange={(q) => onChange({ q })}
      />
      <Select
        aria-label="环节"
        placeholder="环节"
        allowClear
        style={{ width: 140 }}
        value={asked.stage ?? null}
        onChange={(stage) => onChange({ stage: stage ?? undefined })}
        options={procedure.stages.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <UnitSelect
        aria-label="单位"
        placeholder="单位"
        allowClear
        style={{ width: 180 }}
        value={asked.unit ?? null}
        onChange={(unit) => onChange({ unit: unit ?? undefined })}
      />
      <DatePicker.RangePicker
        aria-label="登记日期"
        format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D']}
        placeholder={['登记日期自', '至']}
        allowEmpty={[true, true]}
        style={{ width: 240 }}
        value={[asked.from ? dayjs(asked.from) : null, asked.to ? dayjs(asked.to) : null]}
        onChange={(range) =>
          onChange({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
        }
      />
      <Select
        aria-label="排序"
        style={{ width: 130 }}
        value={asked.sort}
        onChange={(sort) => onChange({ sort })}
        options={[
          { value: 'newest', label: '新登记在前' },
          { value: 'oldest', label: '早登记在前' },
          { value: 'due', label: '先到期在前' },
        ]}
      />
      {filterKey(asked) !== '' && (
        <Button
          type="text"
          onClick={() =>
            onChange({
              q: undefined,
              stage: undefined,
              unit: undefined,
              from: undefined,
              to: undefined,
              state: undefined,
              late: undefined,
              sort: 'newest',
            })
          }
        >
          清除条件
        </Button>
      )}
    </div>
  );
}
