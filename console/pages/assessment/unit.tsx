import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { UnitView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Entries, type EntriesOf } from '../figures/entries.tsx';
import { Bars } from './bars.tsx';
import { ItemActs } from './item-acts.tsx';
import { assessmentQueries, seesAll } from './queries.ts';
import { ReviewForm } from './review-form.tsx';
import { points } from './words.ts';
import './assessment.css';

type Item = UnitView['items'][number];

/** A unit's own page: its score item by item with the reason, its place, what to improve, what it may do now. */
export function UnitPage() {
  const { matter, unit } = useParams();
  const known = matter !== undefined && unit !== undefined;
  const result = useQuery({ ...assessmentQueries.unit(matter ?? '', unit ?? ''), enabled: known });
  if (!known) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="得分" rows={12} />;
  return <Unit view={result.data} />;
}

/** What an item counts with and has, after an upheld appeal. */
const standing = ({ max, counted, points: scored, adjusted }: Item) =>
  adjusted ? { counted: max, has: adjusted.points } : { counted: counted ?? 0, has: scored ?? 0 };
const lostOf = (item: Item): number => {
  const { counted, has } = standing(item);
  return item.points === null ? 0 : Math.round((counted - has) * 100) / 100;
};

function Unit({ view }: { readonly view: UnitView }) {
  const { acting } = useSession();
  const queries = useQueryClient();
  const [shown, setShown] = useState<'all' | 'lost' | 'open'>('all');
  const [opened, setOpened] = useState<EntriesOf>();
  const reload = () => void queries.invalidateQueries({ queryKey: ['assessment', view.assessment] });
  const lost = view.items.filter((item) => lostOf(item) > 0).sort((a, b) => lostOf(b) - lostOf(a));
  const items = view.items.filter(
    (item) => shown === 'all' || (shown === 'lost' ? lostOf(item) > 0 : item.points === null),
  );
  const notice = client.href('assessment.notice', {
    params: { matter: view.assessment },
    query: { unit: view.unit },
  });
  return (
    <Page
      title={`${view.unitName}　${view.year}年度考核`}
      beside={<span className="quiet">{view.stageNames.join('、')}</span>}
      about={
        view.appealUntil && view.stages.includes('told')
          ? `对得分有异议的，请在${day(view.appealUntil)}前逐项申诉。`
          : undefined
      }
      actions={
        <>
          {view.told && (
            <Button href={notice} download>
              结果通知（docx）
            </Button>
          )}
          <Button onClick={() => window.print()}>打印</Button>
          {(view.own || seesAll(acting.kind)) && (
            <Link to={`/matters/${view.matter}`}>
              <Button tabIndex={-1}>办理记录</Button>
            </Link>
          )}
          {seesAll(acting.kind) && (
            <Link to={`/assessments/${view.assessment}`}>
              <Button tabIndex={-1}>全部单位</Button>
            </Link>
          )}
        </>
      }
    >
      <Score view={view} />
      {view.review && <ReviewForm view={view} onDone={reload} />}
      {lost.length > 0 && (
        <Bars
          question={view.told ? '要改进什么：分丢在哪几项' : '目前分丢在哪几项'}
          most={lostOf(lost[0]!)}
          lines={lost.slice(0, 8).map((item) => ({
            key: item.code,
            name: `${item.code} ${item.title}`,
            value: lostOf(item),
            text: `失${points(lostOf(item))}`,
          }))}
        />
      )}
      <section className="assessment-part">
        <div className="assessment-filter no-print">
          <h2>逐项得分</h2>
          <Segmented
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: `全部${view.items.length}项` },
              { value: 'lost', label: `失分${lost.length}项` },
              { value: 'open', label: `未计分${view.items.filter((item) => item.points === null).length}项` },
            ]}
          />
        </div>
        <Items view={view} items={items} onFigure={setOpened} onDone={reload} />
      </section>
      {opened && <Entries of={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function Score({ view }: { readonly view: UnitView }) {
  const { score, grade, rank, of, mean, before, bonus } = view;
  if (score === null) {
    return (
      <p className="notice">
        {view.own
          ? '得分还没有告知。按台账计分的项目可以先看到，评议和名次在告知时公布。'
          : '得分还没有告知，评议没有启封。'}
      </p>
    );
  }
  return (
    <dl className="assessment-score">
      <div>
        <dt>得分</dt>
        <dd>
          <strong>{score}</strong>分{bonus > 0 && <span className="quiet">（含加分{bonus}分）</span>}
        </dd>
      </div>
      <div>
        <dt>等次</dt>
        <dd>
          <strong>{grade}</strong>
        </dd>
      </div>
      <div>
        <dt>{view.className}中的名次</dt>
        <dd>
          第<strong>{rank}</strong>名
          <span className="quiet">
            （共{of}个单位，平均{mean}分）
          </span>
        </dd>
      </div>
      <div>
        <dt>上年度</dt>
        <dd>{before ? `${before.score}分，${before.grade}，第${before.rank}名` : '没有结果'}</dd>
      </div>
    </dl>
  );
}

interface ItemsProps {
  readonly view: UnitView;
  readonly items: readonly Item[];
  readonly onFigure: (of: EntriesOf) => void;
  readonly onDone: () => void;
}

function Items({ view, items, onFigure, onDone }: ItemsProps) {
  if (items.length === 0) return <p className="quiet">没有这样的项目。</p>;
  return (
    <ol className="assessment-items">
      {items.map((item, at) => (
        <li key={item.code}>
          {items[at - 1]?.group !== item.group && <h3>{item.group}</h3>}
          <div className="assessment-item">
            <div className="what">
              <div>
                <span className="quiet">{item.code}</span> {item.title}
              </div>
              <div className="quiet">{item.standard}</div>
            </div>
            <div className="why">
              <Why item={item} view={view} onFigure={onFigure} />
              <ItemActs view={view} item={item} onDone={onDone} />
            </div>
            <Got item={item} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Got({ item }: { readonly item: Item }) {
  if (item.points === null)
    return <div className="got quiet">{item.max > 0 ? `${points(item.max)}` : ''}</div>;
  const { counted, has } = standing(item);
  if (item.max > 0 && counted === 0) return <div className="got quiet">不适用</div>;
  return (
    <div className={has < counted ? 'got lost' : 'got'}>
      <strong>{Math.round(has * 100) / 100}</strong>
      <span className="quiet">{item.max > 0 ? `/${points(item.max)}` : '分'}</span>
    </div>
  );
}

function Why({ item, view, onFigure }: Pick<ItemsProps, 'view' | 'onFigure'> & { readonly item: Item }) {
  const { indicators } = useCatalogue();
  const { figure } = item;
  const info = figure && indicators.find(({ id }) => id === figure.indicator);
  const open = () =>
    info &&
    figure &&
    onFigure({
      info,
      ...(info.measure === 'rate' && info.numerator ? { indicator: info.numerator } : {}),
      from: figure.from,
      to: figure.to,
      unit: view.unit,
      ...(figure.kind ? { kind: figure.kind } : {}),
    });
  return (
    <>
      <div>
        {item.why}
        {item.sourceName && <span className="quiet">（{item.sourceName}）</span>}
        {info && item.points !== null && item.counted !== 0 && (
          <button type="button" className="plain no-print" onClick={open}>
            查看记录
          </button>
        )}
      </div>
      {item.marks
        .filter(({ remark }) => remark !== '')
        .map(({ round, remark }) => (
          <div key={round} className="quiet">
            {round}：{remark}
          </div>
        ))}
      {item.verified && (
        <div className={item.verified.falseMaterial ? 'late' : 'quiet'}>
          核验：{item.verified.falseMaterial ? '材料不实' : `${item.verified.value}${item.unit}`}
          {item.verified.remark && `，${item.verified.remark}`}
        </div>
      )}
      {item.explanations.map(({ on, text, files }) => (
        <div key={`${on} ${text}`} className="quiet">
          {day(on)}说明：{text}
          {files.map(({ sm3, name }) => (
            <a key={sm3} href={`/api/files/${sm3}`} download={name}>
              {'　'}
              {name}
            </a>
          ))}
        </div>
      ))}
      {item.appeal && (
        <div className={item.appeal.answer === null ? 'near' : 'quiet'}>
          申诉：{item.appeal.ground}
          {item.appeal.answer !== null &&
            `　答复：${item.appeal.upheld ? '成立' : '不成立'}，${item.appeal.answer}`}
          {item.adjusted && `，调整为${points(item.adjusted.points)}`}
        </div>
      )}
    </>
  );
}
