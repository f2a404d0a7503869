import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { PlanTaskView, PlanView } from '../../../src/client/contract/plans.ts';
import { type Answer, client } from '../../api/client.ts';
import { number } from '../../format.ts';

type Measure = PlanTaskView['measures'][number];
type Candidate = Answer<'plans.candidates'>['candidates'][number];

interface CountedProps {
  readonly measure: Measure;
  readonly view: PlanView;
  readonly readOnly: boolean;
  readonly onChange: (by: Partial<Measure>) => void;
}

/** By what a demand counts itself: proposed with reasons, searched by name or initials, with what it counts so far. */
export function Counted({ measure, view, readOnly, onChange }: CountedProps) {
  const [query, setQuery] = useState('');
  const { year } = view.draft;
  const proposed = useCandidates(measure, year, '', !readOnly);
  const searched = useCandidates(measure, year, query, !readOnly && query.trim() !== '');
  const found = (query.trim() === '' ? proposed.data : searched.data)?.candidates ?? [];
  const bound = view.indicators.find(({ id }) => id === measure.indicator);
  const kinds = bound?.kinds ?? [];
  const choose = (candidate: Candidate) => onChange({ indicator: candidate.indicator, kind: candidate.kind });
  const options = found.map((candidate) => ({
    value: candidate.indicator,
    label: `${candidate.name}（${candidate.unit}）`,
    candidate,
  }));
  const own = bound && !options.some(({ value }) => value === bound.id);
  return (
    <>
      <Select
        aria-label="按哪个指标自动计数"
        className="grow"
        allowClear
        disabled={readOnly}
        placeholder="由单位填报（可选指标自动计数）"
        value={measure.indicator}
        showSearch={{ filterOption: false, onSearch: setQuery }}
        loading={searched.isFetching}
        popupMatchSelectWidth={Math.min(480, window.innerWidth - 96)}
        notFoundContent={
          query.trim() === '' ? '没有合适的建议，请输入指标名称或者拼音首字母查找' : '没有找到这样的指标'
        }
        options={own ? [{ value: bound.id, label: `${bound.name}（${bound.unit}）` }, ...options] : options}
        optionRender={({ label, value }) => {
          const candidate = found.find(({ indicator }) => indicator === value);
          return candidate ? <Proposed candidate={candidate} /> : label;
        }}
        onChange={(indicator?: string) => {
          const candidate = found.find((each) => each.indicator === indicator);
          if (candidate) choose(candidate);
          else onChange({ indicator: indicator ?? null, kind: null });
        }}
      />
      {kinds.length > 0 && (
        <Select
          aria-label="指标的分类"
          allowClear
          disabled={readOnly}
          placeholder="全部分类"
          value={measure.kind}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(kind?: string) => onChange({ kind: kind ?? null })}
        />
      )}
      {measure.indicator !== null && (
        <Select
          aria-label="计算范围"
          disabled={readOnly}
          value={measure.reach}
          options={[
            { value: 'unit', label: '各单位分别计' },
            { value: 'region', label: '全区合计' },
          ]}
          onChange={(reach) => onChange({ reach: reach as Measure['reach'] })}
        />
      )}
      {!readOnly && (
        <SoFar measure={measure} year={year} best={proposed.data?.candidates[0]} onChoose={choose} />
      )}
    </>
  );
}

function useCandidates({ text, measureUnit }: Measure, year: number, q: string, enabled: boolean) {
  return useQuery({
    queryKey: ['plan-candidates', year, text, measureUnit, q],
    queryFn: ({ signal }) =>
      client.call(
        'plans.candidates',
        { params: {}, query: { year, text, unit: measureUnit, ...(q.trim() ? { q: q.trim() } : {}) } },
        { signal },
      ),
    enabled: enabled && text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** One candidate in the list of choices: what it is, why, and what it counts so far. */
function Proposed({ candidate }: { readonly candidate: Candidate }) {
  const { name, unit, sourceName, kindName, reasons } = candidate;
  return (
    <span className="candidate">
      <span>
        {name}
        {kindName && `：${kindName}`}（{unit}）<span className="quiet">{sourceName}</span>
      </span>
      <span className="quiet">
        {[...reasons, countedText(candidate)].filter((part) => part !== '').join('；')}
      </span>
    </span>
  );
}

const countedText = ({ value, unit, ask }: Candidate): string =>
  value === null ? '' : `${ask.from.slice(0, 4)}年全区已计${number(value)}${unit}`;

/** What the bound indicator counts so far; where none is bound, the best proposal in one press. */
function SoFar({
  measure,
  year,
  best,
  onChoose,
}: {
  readonly measure: Measure;
  readonly year: number;
  readonly best: Candidate | undefined;
  readonly onChoose: (candidate: Candidate) => void;
}) {
  const { indicator, kind } = measure;
  const found = useQuery({
    queryKey: ['plan-so-far', indicator, kind, year],
    queryFn: ({ signal }) =>
      client.call(
        'figure.get',
        {
          params: { indicator: indicator! },
          query: { from: `${year}-01-01`, to: `${year}-12-31`, ...(kind ? { kind } : {}) },
        },
        { signal },
      ),
    enabled: indicator !== null,
    staleTime: 60_000,
  });
  if (indicator !== null) {
    const figure = found.data;
    return figure && figure.value !== null ? (
      <span className="quiet so-far">
        {year}年全区已计{number(figure.value)}
        {figure.unit}
      </span>
    ) : null;
  }
  if (!best) return null;
  return (
    <span className="quiet so-far">
      建议按“{best.name}
      {best.kindName && `：${best.kindName}`}”计：
      {[...best.reasons, countedText(best)].filter(Boolean).join('；')}。
      <Button size="small" onClick={() => onChoose(best)}>
        采用
      </Button>
    </span>
  );
}
