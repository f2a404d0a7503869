import { useQuery } from '@tanstack/react-query';
import { Button, Popover, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { IndicatorInfo } from '../../../src/client/contract/catalogue.ts';
import type { Answer } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { number, timeOfDay } from '../../format.ts';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { Waiting } from '../../shared/waiting.tsx';
import type { Asked, Breakdown } from './asked.ts';
import { type Bar, BarChart } from './bar-chart.tsx';
import { Entries, type EntriesOf } from './entries.tsx';
import { KindChoice } from './kind-choice.tsx';
import { figureQueries } from './queries.ts';
import { isMixed, ofKind, questionOf, valueText } from './words.ts';

interface DetailProps {
  readonly info: IndicatorInfo;
  readonly asked: Asked;
  readonly onBreakdown: (by: Breakdown) => void;
  readonly onKind: (kind: string | undefined) => void;
}

type Figure = Answer<'figure.get'>;

/** One figure: value, what it means, on which seal it stands, how it divides. Every number opens its records. */
export function FigureDetail({ info: declared, asked, onBreakdown, onKind }: DetailProps) {
  const [opened, setOpened] = useState<EntriesOf>();
  const kind = asked.kind && declared.kinds?.[asked.kind] !== undefined ? asked.kind : undefined;
  const info = useMemo(() => ofKind(declared, kind), [declared, kind]);
  const name = kind ? `${info.name}：${info.kinds![kind]}` : info.name;
  const choices = breakdownsOf(info, asked, kind);
  const by = asked.by && choices.some(({ value }) => value === asked.by) ? asked.by : choices[0]!.value;
  const { from, to, unit } = asked;
  const within = { from, to, ...(unit ? { unit } : {}), ...(kind ? { kind } : {}) };
  const figure = useQuery(figureQueries.one(info.id, within, by));
  const open = (more: Partial<EntriesOf> = {}) => setOpened({ info: declared, ...within, ...more });
  const summed = kind !== undefined || !isMixed(info);
  return (
    <section className="figure-detail" aria-labelledby="figure-name">
      <h2 id="figure-name">{name}</h2>
      <KindChoice info={info} kind={kind} onKind={onKind} />
      {figure.error && <Refusal error={figure.error} onRetry={() => void figure.refetch()} />}
      {figure.isPending && <Waiting what="指标" rows={8} />}
      {figure.data && (
        <>
          {!summed && <p className="quiet">各项单位不同，不能相加；选择一个类别，看它的数和变化。</p>}
          {summed && (
            <p className="figure-value">
              <button
                type="button"
                className="plain"
                onClick={() => open(numeratorOf(info))}
                title="查看组成它的记录"
              >
                {valueText(figure.data.value, info)}
              </button>
              {info.measure === 'rate' && <Halves info={info} figure={figure.data} onOpen={open} />}
            </p>
          )}
          <p>{info.definition}</p>
          <Standing seal={figure.data.seal} source={figure.data.source} />
          {choices.length > 1 && (
            <Segmented<Breakdown> value={by} onChange={onBreakdown} options={[...choices]} />
          )}
          <Parts
            info={info}
            name={kind ? info.kinds![kind]! : info.name}
            figure={figure.data}
            by={by}
            onOpen={(key) => open({ ...numeratorOf(info), ...part(by, key) })}
          />
        </>
      )}
      {opened && <Entries of={opened} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

/** A unit has no other units to compare with, and not every indicator has kinds. */
function breakdownsOf(
  info: IndicatorInfo,
  asked: Asked,
  kind: string | undefined,
): readonly { value: Breakdown; label: string }[] {
  const byKind = { value: 'kind' as const, label: '按类别' };
  if (kind === undefined && isMixed(info)) return [byKind];
  return [
    ...(asked.unit ? [] : [{ value: 'unit' as const, label: '按单位' }]),
    { value: 'month' as const, label: '逐月' },
    ...(info.kinds && kind === undefined ? [byKind] : []),
  ];
}

/** A rate has no records of its own: it opens into those of its numerator. */
function numeratorOf(info: IndicatorInfo): { indicator?: string } {
  return info.numerator ? { indicator: info.numerator } : {};
}

function part(by: Breakdown, key: string): Partial<EntriesOf> {
  if (by === 'month') return { from: key, to: key };
  return by === 'unit' ? { unit: key } : { kind: key };
}

function Halves({
  info,
  figure,
  onOpen,
}: {
  readonly info: IndicatorInfo;
  readonly figure: Figure;
  readonly onOpen: (more: Partial<EntriesOf>) => void;
}) {
  const { indicators } = useCatalogue();
  const half = (id: string | undefined, value: number | undefined) => {
    const counted = indicators.find((indicator) => indicator.id === id);
    if (!counted || value === undefined) return null;
    return (
      <span>
        {counted.name}{' '}
        <button type="button" className="plain" onClick={() => onOpen({ indicator: counted.id })}>
          {valueText(value, counted)}
        </button>
      </span>
    );
  };
  return (
    <span className="halves">
      {half(info.numerator, figure.numerator)}
      <span className="quiet">除以</span>
      {half(info.denominator, figure.denominator)}
    </span>
  );
}

function Standing({ seal, source }: Pick<Figure, 'seal' | 'source'>) {
  if (source === 'returned') return <p className="quiet">由单位填报</p>;
  if (!seal) return <p className="quiet">记录还没有封存，封存后计入。</p>;
  const proof = (
    <dl className="seal-facts">
      <dt>封存序号</dt>
      <dd>第{number(seal.number)}号</dd>
      <dt>封存时间</dt>
      <dd>
        {shanghaiDay(seal.at)} {timeOfDay(seal.at)}
      </dd>
      <dt>记录总数</dt>
      <dd>{number(seal.size)}条</dd>
      <dt>校验值</dt>
      <dd className="hash">{seal.root}</dd>
      <dt>公众核验</dt>
      <dd>
        <a href={`/verify/seals/${seal.number}/proof.txt`} target="_blank" rel="noreferrer">
          第{number(seal.number)}号封存文本
        </a>
      </dd>
    </dl>
  );
  return (
    <p className="quiet">
      依据第{number(seal.number)}号封存计算，
      <Popover content={proof} trigger="click" placement="bottomLeft">
        <button type="button" className="plain">
          查看凭证
        </button>
      </Popover>
    </p>
  );
}

interface PartsProps {
  readonly info: IndicatorInfo;
  /** What the chart is of: the indicator, or one kind of it. */
  readonly name: string;
  readonly figure: Figure;
  readonly by: Breakdown;
  readonly onOpen: (key: string) => void;
}

/** Sorted by value, months in their order; the chart, and beside it the same as a table. */
function Parts({ info, name, figure, by, onOpen }: PartsProps) {
  const { units } = useCatalogue();
  const bars = useMemo((): Bar[] => {
    const shortNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
    const named = (figure.parts ?? []).map((each) => ({
      ...each,
      name:
        by === 'unit'
          ? shortNames.get(each.key) || each.name
          : by === 'month'
            ? monthName(each.key)
            : each.name,
      text: valueText(each.value, by === 'kind' ? ofKind(info, each.key) : info),
    }));
    return by === 'month' ? named : named.sort((a, b) => b.value - a.value);
  }, [figure.parts, by, info, units]);
  const question = questionOf({ ...info, name }, by);
  // Bars of different units beside one another say nothing.
  const alike = by !== 'kind' || !isMixed(info);
  if (bars.every((bar) => bar.value === 0)) {
    return (
      <Empty title="这一期间没有数据">
        <p>可以放宽期间，或者换一个单位。</p>
      </Empty>
    );
  }
  return (
    <figure className="parts">
      <figcaption>{question}</figcaption>
      {alike && <BarChart bars={bars} upright={by === 'month'} label={question} onOpen={onOpen} />}
      <details open={!alike}>
        <summary>用表格看</summary>
        <table>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.name}</th>
                <td>
                  <Button type="link" size="small" onClick={() => onOpen(bar.key)}>
                    {bar.text}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const monthName = (key: string): string => `${Number(key.slice(5))}月`;
