import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import { UnitSelect } from '../../shared/unit-select.tsx';
import type { Asked } from './asked.ts';

export interface FiltersProps {
  readonly procedure: ProcedureInfo;
  readonly asked: Asked;
  readonly onChange: (change: { readonly [K in keyof Asked]?: Asked[K] | undefined }) => void;
}

/** What may be asked of a register, in one line. */
export function Filters({ procedure, asked, onChange }: FiltersProps) {
  return (
    <div className="filters no-print">
      <SearchText value={asked.q ?? ''} onChange={(q) => onChange({ q })} />
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
    </div>
  );
}

/** Asks a moment after the last key, not at every one; composing Chinese is left in peace. */
function SearchText({ value, onChange }: { readonly value: string; readonly onChange: (q: string) => void }) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only for another text
  useEffect(() => {
    if (composing || text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, composing]);
  return (
    <Input
      aria-label="查询"
      placeholder="编号、名称、拼音首字母"
      allowClear
      style={{ width: 240 }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
