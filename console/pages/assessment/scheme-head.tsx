import { Button, Input, InputNumber, Select } from 'antd';
import type { SchemeDraft } from '../../../src/client/contract/assessment-scheme.ts';
import type { SchemeView } from '../../../src/client/contract/assessment-views.ts';
import { unitMarked, unitsToChoose } from '../../../src/client/units.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import type { SchemeChange } from './scheme-state.ts';
import { publicityNames } from './words.ts';

interface HeadProps {
  readonly scheme: SchemeDraft;
  readonly problems: SchemeView['problems'];
  readonly readOnly: boolean;
  readonly onChange: (change: SchemeChange) => void;
}

/** Title, weight in the overall assessment, classes of units and grades. */
export function SchemeHead({ scheme, problems, readOnly, onChange }: HeadProps) {
  const whole = problems.filter(({ at }) => at === '');
  const { overall, reviewGap } = scheme;
  const setOverall = (by: Partial<NonNullable<SchemeDraft['overall']>>) =>
    onChange({
      type: 'head',
      by: { overall: { name: overall?.name ?? '年度综合考核', weight: overall?.weight ?? 0, ...by } },
    });
  return (
    <>
      <div className="scheme-head">
        <label htmlFor="scheme-title">方案名称</label>
        <Input
          id="scheme-title"
          value={scheme.title}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ type: 'head', by: { title: target.value } })}
        />
        <label htmlFor="scheme-overall">综合考核名称</label>
        <Input
          id="scheme-overall"
          value={overall?.name ?? ''}
          readOnly={readOnly}
          onChange={({ target }) => setOverall({ name: target.value })}
        />
        <label htmlFor="scheme-weight">本考核所占权重</label>
        <InputNumber
          id="scheme-weight"
          min={0}
          max={100}
          suffix="%"
          value={overall?.weight ?? null}
          readOnly={readOnly}
          onChange={(weight) =>
            weight === null ? onChange({ type: 'head', by: { overall: null } }) : setOverall({ weight })
          }
        />
        <label htmlFor="scheme-gap">两人评议相差超过</label>
        <InputNumber
          id="scheme-gap"
          min={0}
          max={100}
          suffix="%分值请第三人"
          style={{ width: 180 }}
          value={Math.round(reviewGap * 100)}
          readOnly={readOnly}
          onChange={(gap) => onChange({ type: 'head', by: { reviewGap: (gap ?? 0) / 100 } })}
        />
        <Publicity scheme={scheme} readOnly={readOnly} onChange={onChange} />
      </div>
      {whole.length > 0 && (
        <div
          className={whole.some(({ severity }) => severity === 'error') ? 'notice refused' : 'notice warn'}
        >
          {whole.map(({ message }) => (
            <div key={message}>{message}</div>
          ))}
        </div>
      )}
      <div className="scheme-sides">
        <Classes scheme={scheme} problems={problems} readOnly={readOnly} onChange={onChange} />
        <Bands scheme={scheme} problems={problems} readOnly={readOnly} onChange={onChange} />
      </div>
    </>
  );
}

const shownNames = {
  none: '不公开，只通知被考核单位',
  grades: `${publicityNames.grades}（不公开得分和名次）`,
  ranks: `${publicityNames.ranks}（不公开得分）`,
} as const;

/** Results are told to the units; the public is shown something of them only by a decision, and never a score. */
function Publicity({ scheme, readOnly, onChange }: Omit<HeadProps, 'problems'>) {
  const publicity = scheme.publicity ?? null;
  const set = (next: SchemeDraft['publicity']) => onChange({ type: 'head', by: { publicity: next } });
  return (
    <>
      <label htmlFor="scheme-publicity">结果公开</label>
      {readOnly ? (
        <Input id="scheme-publicity" value={shownNames[publicity?.show ?? 'none']} readOnly />
      ) : (
        <Select<keyof typeof shownNames>
          id="scheme-publicity"
          value={publicity?.show ?? 'none'}
          onChange={(show) => set(show === 'none' ? null : { show, decision: publicity?.decision ?? '' })}
          options={Object.entries(shownNames).map(([value, label]) => ({
            value: value as keyof typeof shownNames,
            label,
          }))}
        />
      )}
      {publicity && (
        <>
          <label htmlFor="scheme-decision">公开决定的文号</label>
          <Input
            id="scheme-decision"
            value={publicity.decision}
            readOnly={readOnly}
            onChange={({ target }) => set({ ...publicity, decision: target.value })}
          />
        </>
      )}
    </>
  );
}

function Classes({ scheme, readOnly, onChange }: HeadProps) {
  const { units } = useCatalogue();
  const { today } = useSession();
  const { classes } = scheme;
  const set = (next: SchemeDraft['classes']) => onChange({ type: 'head', by: { classes: next } });
  const taken = new Set(classes.flatMap((entry) => entry.units));
  const nameOf = (code: string) => {
    const unit = units.find((each) => each.code === code);
    return unit?.shortName || unit?.name || code;
  };
  return (
    <section>
      <h2>单位类别</h2>
      {classes.map((entry, at) => (
        <div className="scheme-class" key={entry.id}>
          <Input
            aria-label={`第${at + 1}类名称`}
            value={entry.name}
            readOnly={readOnly}
            onChange={({ target }) =>
              set(classes.map((each, n) => (n === at ? { ...each, name: target.value } : each)))
            }
          />
          {readOnly ? (
            <span>{entry.units.map(nameOf).join('、')}</span>
          ) : (
            <Select
              aria-label={`${entry.name}的单位`}
              mode="multiple"
              value={entry.units}
              maxTagCount="responsive"
              optionFilterProp="label"
              onChange={(chosen) =>
                set(classes.map((each, n) => (n === at ? { ...each, units: chosen } : each)))
              }
              options={unitsToChoose(units, today, entry.units)
                .filter(({ code }) => !taken.has(code) || entry.units.includes(code))
                .map((unit) => ({
                  value: unit.code,
                  label: unitMarked(unit.shortName || unit.name, unit, today),
                }))}
            />
          )}
          <span className="quiet nowrap">{entry.units.length}个单位</span>
          {!readOnly && (
            <Button
              size="small"
              aria-label={`删除类别${entry.name}`}
              onClick={() => set(classes.filter((_, n) => n !== at))}
            >
              删除
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          onClick={() => set([...classes, { id: `class-${Date.now().toString(36)}`, name: '', units: [] }])}
        >
          新增类别
        </Button>
      )}
    </section>
  );
}

function Bands({ scheme, readOnly, onChange }: HeadProps) {
  const { bands } = scheme;
  const set = (next: SchemeDraft['bands']) => onChange({ type: 'head', by: { bands: next } });
  return (
    <section>
      <h2>等次</h2>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grade is known by its place
        <div className="scheme-band" key={at}>
          <Input
            aria-label={`第${at + 1}等次名称`}
            value={band.name}
            readOnly={readOnly}
            onChange={({ target }) =>
              set(bands.map((each, n) => (n === at ? { ...each, name: target.value } : each)))
            }
          />
          <InputNumber
            aria-label={`${band.name}的最低分`}
            min={0}
            value={band.from}
            suffix="分及以上"
            readOnly={readOnly}
            onChange={(from) => set(bands.map((each, n) => (n === at ? { ...each, from: from ?? 0 } : each)))}
          />
          {!readOnly && (
            <Button
              size="small"
              aria-label={`删除等次${band.name}`}
              onClick={() => set(bands.filter((_, n) => n !== at))}
            >
              删除
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button size="small" onClick={() => set([...bands, { name: '', from: 0 }])}>
          新增等次
        </Button>
      )}
    </section>
  );
}
