import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import type { IndicatorInfo } from '../../../src/client/contract/catalogue.ts';
import type { Answer } from '../../api/client.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { UnitSelect } from '../../shared/unit-select.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type Asked, askedOf, periodText, yearBefore } from './asked.ts';
import { FigureDetail } from './detail.tsx';
import { figureQueries } from './queries.ts';
import { changeText, isMixed, valueText } from './words.ts';
import './figures.css';

/** The explorer of figures: those of one system in a period, each with what it means and what it is made of. */
export function Figures() {
  const { today } = useSession();
  const { indicators } = useCatalogue();
  const [search, setSearch] = useSearchParams();
  const sources = [...new Map(indicators.map(({ source, sourceName }) => [source, sourceName]))];
  const asked = askedOf(
    search,
    sources.map(([id]) => id),
    today,
  );
  const change = (by: Partial<Asked>) => {
    const next = Object.entries({ ...asked, ...by }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    setSearch(Object.fromEntries(next) as Record<string, string>, { replace: true });
  };
  const here = indicators.filter(({ source }) => source === asked.source);
  const chosen = here.find(({ id }) => id === asked.indicator) ?? here[0];
  return (
    <Page title="指标" about="数字由办件和清单的记录逐件相加得出，点开任何一个数字都能看到组成它的记录。">
      <Filters asked={asked} sources={sources} onChange={change} />
      {chosen ? (
        <div className="figures">
          <FigureTable
            asked={asked}
            infos={here}
            chosen={chosen.id}
            onChoose={(indicator) => {
              change({ indicator, kind: '' });
              document.getElementById('figure-filters')?.scrollIntoView({ block: 'nearest' });
            }}
          />
          <FigureDetail
            key={chosen.id}
            info={chosen}
            asked={asked}
            onBreakdown={(by) => change({ indicator: chosen.id, by })}
            onKind={(kind) => change({ indicator: chosen.id, kind: kind ?? '' })}
          />
        </div>
      ) : (
        <Empty title="还没有指标">
          <p>指标随办理程序和清单一起建立。</p>
        </Empty>
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly asked: Asked;
  readonly sources: readonly (readonly [id: string, name: string])[];
  readonly onChange: (by: Partial<Asked>) => void;
}

function Filters({ asked, sources, onChange }: FiltersProps) {
  const { today } = useSession();
  const year = Number(today.slice(0, 4));
  return (
    <div className="figure-filters no-print" id="figure-filters">
      <Select
        aria-label="业务"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 240 }}
        value={asked.source}
        onChange={(source) => onChange({ source, indicator: '', kind: '' })}
        options={sources.map(([value, label]) => ({ value, label }))}
      />
      <DatePicker.RangePicker
        aria-label="期间"
        picker="month"
        allowClear={false}
        format="YYYY-MM"
        style={{ width: 220 }}
        value={[dayjs(asked.from), dayjs(asked.to)]}
        presets={[
          { label: '今年以来', value: [dayjs(`${year}-01`), dayjs(today.slice(0, 7))] },
          { label: `${year - 1}年`, value: [dayjs(`${year - 1}-01`), dayjs(`${year - 1}-12`)] },
          { label: '本月', value: [dayjs(today.slice(0, 7)), dayjs(today.slice(0, 7))] },
        ]}
        onChange={(range) => {
          const [from, to] = (range ?? []).map((each) => each?.format('YYYY-MM'));
          if (from && to) onChange({ from, to });
        }}
      />
      <UnitSelect
        aria-label="单位"
        placeholder="全部单位"
        allowClear
        style={{ width: 240 }}
        value={asked.unit ?? null}
        onChange={(unit) => onChange({ unit: unit ?? '' })}
      />
    </div>
  );
}

interface TableProps {
  readonly asked: Asked;
  readonly infos: readonly IndicatorInfo[];
  readonly chosen: string;
  readonly onChoose: (indicator: string) => void;
}

type Figure = Answer<'figure.many'>['figures'][number];

function FigureTable({ asked, infos, chosen, onChoose }: TableProps) {
  const now = useQuery(figureQueries.many(asked.source, asked));
  const before = useQuery(figureQueries.many(asked.source, { ...asked, ...yearBefore(asked) }));
  if (now.error) return <Refusal error={now.error} onRetry={() => void now.refetch()} />;
  if (!now.data) return <Waiting what="指标" rows={8} />;
  const last = new Map((before.data?.figures ?? []).map((figure) => [figure.indicator, figure]));
  const mixed = (figure: Figure) => infos.some((info) => info.id === figure.indicator && isMixed(info));
  const infoOf = (figure: Figure) => infos.find(({ id }) => id === figure.indicator) ?? figure;
  return (
    <section aria-labelledby="figure-table">
      <h2 id="figure-table">{periodText(asked)}</h2>
      <div className="table-frame">
        <DataTable<Figure>
          caption={`${periodText(asked)}的指标`}
          rows={now.data.figures}
          rowKey={(figure) => figure.indicator}
          selected={chosen}
          busy={now.isPlaceholderData}
          onSelect={(figure) => onChoose(figure.indicator)}
          columns={[
            { id: 'name', title: '指标', width: '100%', cell: (figure) => figure.name },
            {
              id: 'value',
              title: '数值',
              align: 'end',
              nowrap: true,
              cell: (figure) =>
                mixed(figure) ? (
                  <span className="quiet">分项看</span>
                ) : (
                  <strong>{valueText(figure.value, infoOf(figure))}</strong>
                ),
            },
            {
              id: 'before',
              title: '上年同期',
              align: 'end',
              nowrap: true,
              cell: (figure) =>
                mixed(figure) ? '' : valueText(last.get(figure.indicator)?.value, infoOf(figure)),
            },
            {
              id: 'change',
              title: '同比',
              align: 'end',
              nowrap: true,
              cell: (figure) => {
                const before = last.get(figure.indicator)?.value;
                const change = mixed(figure) ? '' : changeText(figure.value, before, figure.measure);
                return change && <span className="quiet">{change}</span>;
              },
            },
          ]}
        />
      </div>
    </section>
  );
}
