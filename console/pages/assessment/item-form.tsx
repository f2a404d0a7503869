import { Drawer, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type {
  SchemeDraft,
  SchemeItemView,
  SchemeRuleView,
  SchemeSourceView,
} from '../../../src/client/contract/assessment-scheme.ts';
import { useCatalogue } from '../../api/queries.ts';
import { absentNames, ruleNames, sourceNames } from './words.ts';

interface FormProps {
  readonly item: SchemeItemView;
  readonly classes: SchemeDraft['classes'];
  readonly readOnly: boolean;
  readonly onChange: (by: Partial<SchemeItemView>) => void;
  readonly onClose: () => void;
}

const options = <K extends string>(names: Readonly<Record<K, string>>) =>
  (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }));

/** One item: what is asked, where its value comes from, how it is scored. The rule reads as the sentence it will print. */
export function ItemForm({ item, readOnly, onChange, onClose }: FormProps) {
  const { code, title, standard, unit, source, rule, whenAbsent, falseFactor } = item;
  const setSource = (next: SchemeSourceView) =>
    onChange({
      source: next,
      ...(next.kind === 'reviewers'
        ? { rule: { kind: 'judged' } }
        : rule.kind === 'judged'
          ? { rule: defaults['at-least'] }
          : {}),
    });
  return (
    <Drawer open onClose={onClose} size={560} title={`${code} ${title}`}>
      <fieldset className="item-form" disabled={readOnly}>
        <Line id="item-title" name="指标名称">
          <Input.TextArea
            id="item-title"
            autoSize
            value={title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        </Line>
        <Line id="item-source" name="数据来源">
          <Select
            id="item-source"
            disabled={readOnly}
            value={source.kind}
            options={options(sourceNames)}
            onChange={(kind) => setSource(kind === 'indicator' ? { kind, indicator: '' } : { kind })}
          />
        </Line>
        <SourceDetail source={source} readOnly={readOnly} onChange={setSource} />
        <Line id="item-rule" name="计分方法">
          <Select
            id="item-rule"
            disabled={readOnly || source.kind === 'reviewers'}
            value={rule.kind}
            options={options(ruleNames).filter(
              ({ value }) => value !== 'judged' || source.kind === 'reviewers',
            )}
            onChange={(kind) =>
              onChange({
                rule: defaults[kind],
                ...(kind === 'bonus' || kind === 'veto' ? { points: {} } : {}),
              })
            }
          />
        </Line>
        <div className="item-sentence">
          <Sentence rule={rule} unit={unit} onChange={(next) => onChange({ rule: next })} />
        </div>
        <Line id="item-unit" name="计量单位">
          <Input
            id="item-unit"
            maxLength={10}
            placeholder="次、件、人"
            value={unit}
            onChange={({ target }) => onChange({ unit: target.value })}
          />
        </Line>
        <Line id="item-absent" name="没有数据时">
          <Select
            id="item-absent"
            disabled={readOnly}
            value={whenAbsent}
            options={options(absentNames)}
            onChange={(next) => onChange({ whenAbsent: next })}
          />
        </Line>
        <Line id="item-false" name="材料不实扣">
          <InputNumber
            id="item-false"
            min={1}
            max={10}
            step={0.5}
            value={falseFactor}
            suffix="倍分值"
            onChange={(factor) => onChange({ falseFactor: factor ?? 1 })}
          />
        </Line>
        <Line id="item-standard" name="评分标准文字">
          <Input.TextArea
            id="item-standard"
            autoSize={{ minRows: 2 }}
            placeholder="不填的，按计分方法自动写成"
            value={standard}
            onChange={({ target }) => onChange({ standard: target.value })}
          />
        </Line>
      </fieldset>
    </Drawer>
  );
}

function Line({
  id,
  name,
  children,
}: {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="item-line">
      <label htmlFor={id}>{name}</label>
      {children}
    </div>
  );
}

function SourceDetail({
  source,
  readOnly,
  onChange,
}: {
  readonly source: SchemeSourceView;
  readonly readOnly: boolean;
  readonly onChange: (next: SchemeSourceView) => void;
}) {
  const { indicators, procedures } = useCatalogue();
  if (source.kind === 'indicator') {
    const chosen = indicators.find(({ id }) => id === source.indicator);
    return (
      <>
        <Line id="item-indicator" name="指标">
          <Select
            id="item-indicator"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={readOnly}
            value={source.indicator || undefined}
            placeholder="按名称查找"
            options={indicators.map(({ id, name, sourceName }) => ({
              value: id,
              label: `${name}（${sourceName}）`,
            }))}
            onChange={(indicator: string) => onChange({ kind: 'indicator', indicator })}
          />
        </Line>
        {chosen?.kinds && (
          <Line id="item-kind" name="类别">
            <Select
              id="item-kind"
              allowClear
              disabled={readOnly}
              value={source.measure}
              placeholder="全部类别"
              options={options(chosen.kinds)}
              onChange={(measure?: string) =>
                onChange({ kind: 'indicator', indicator: source.indicator, ...(measure ? { measure } : {}) })
              }
            />
          </Line>
        )}
        {chosen && <p className="quiet">{chosen.definition}</p>}
      </>
    );
  }
  if (source.kind !== 'late') return null;
  return (
    <Line id="item-procedure" name="程序">
      <Select
        id="item-procedure"
        allowClear
        disabled={readOnly}
        value={source.procedure}
        placeholder="全部程序"
        options={procedures.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(procedure?: string) => onChange({ kind: 'late', ...(procedure ? { procedure } : {}) })}
      />
    </Line>
  );
}

const defaults: { readonly [K in SchemeRuleView['kind']]: SchemeRuleView } = {
  'at-least': { kind: 'at-least', least: 1, per: 0.5, cap: null },
  'at-most': { kind: 'at-most', most: 0, per: 0.5, cap: null },
  presence: { kind: 'presence', deduct: null },
  rate: { kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null },
  tiers: {
    kind: 'tiers',
    tiers: [
      { from: 0.9, share: 1 },
      { from: 0.8, share: 0.6 },
    ],
  },
  bonus: { kind: 'bonus', per: 1, cap: 3 },
  veto: { kind: 'veto', effect: 'lowest' },
  judged: { kind: 'judged' },
};

function Sentence({
  rule,
  unit,
  onChange,
}: {
  readonly rule: SchemeRuleView;
  readonly unit: string;
  readonly onChange: (rule: SchemeRuleView) => void;
}) {
  const of = unit || '次';
  switch (rule.kind) {
    case 'at-least':
      return (
        <>
          不少于{' '}
          <Num
            name="最少次数"
            value={rule.least}
            whole
            onChange={(least) => onChange({ ...rule, least: least ?? 0 })}
          />{' '}
          {of}，每少1{of}扣{' '}
          <Num name="每次扣分" value={rule.per} onChange={(per) => onChange({ ...rule, per: per ?? 0 })} />{' '}
          分，累计不超过{' '}
          <Num name="扣分上限" value={rule.cap} onChange={(cap) => onChange({ ...rule, cap })} />{' '}
          分（不填的以分值为限）
        </>
      );
    case 'at-most':
      return (
        <>
          不超过{' '}
          <Num
            name="最多次数"
            value={rule.most}
            whole
            onChange={(most) => onChange({ ...rule, most: most ?? 0 })}
          />{' '}
          {of}，每超1{of}扣{' '}
          <Num name="每次扣分" value={rule.per} onChange={(per) => onChange({ ...rule, per: per ?? 0 })} />{' '}
          分，累计不超过{' '}
          <Num name="扣分上限" value={rule.cap} onChange={(cap) => onChange({ ...rule, cap })} />{' '}
          分（不填的以分值为限）
        </>
      );
    case 'presence':
      return (
        <>
          没有的扣{' '}
          <Num
            name="扣分"
            value={rule.deduct}
            onChange={(deduct) => onChange({ kind: 'presence', deduct })}
          />{' '}
          分（不填的扣完）
        </>
      );
    case 'rate':
      return <RateSentence rule={rule} onChange={onChange} />;
    case 'tiers':
      return <TierSentence rule={rule} onChange={onChange} />;
    case 'bonus':
      return (
        <>
          每1{of}加{' '}
          <Num name="每次加分" value={rule.per} onChange={(per) => onChange({ ...rule, per: per ?? 0 })} />{' '}
          分，累计不超过{' '}
          <Num name="加分上限" value={rule.cap} onChange={(cap) => onChange({ ...rule, cap: cap ?? 0 })} /> 分
        </>
      );
    case 'veto':
      return (
        <>
          发生的{' '}
          <Select
            aria-label="后果"
            value={rule.effect}
            options={[
              { value: 'lowest', label: '评为最低等次' },
              { value: 'lower', label: '降低一个等次' },
            ]}
            onChange={(effect) => onChange({ kind: 'veto', effect })}
          />
        </>
      );
    case 'judged':
      return <>由两名其他单位的人员分别打分，互不知晓；相差过大的由第三人评定。</>;
  }
}

function RateSentence({
  rule,
  onChange,
}: {
  readonly rule: Extract<SchemeRuleView, { kind: 'rate' }>;
  readonly onChange: (rule: SchemeRuleView) => void;
}) {
  return (
    <>
      目标{' '}
      <Num
        name="目标"
        value={Math.round(rule.target * 1e4) / 100}
        onChange={(target) => onChange({ ...rule, target: (target ?? 0) / 100 })}
      />{' '}
      %，未达到的{' '}
      <Select
        aria-label="未达到的"
        value={rule.below}
        options={[
          { value: 'nothing', label: '不得分' },
          { value: 'proportional', label: '按比例得分' },
          { value: 'per-point', label: '按百分点扣分' },
        ]}
        onChange={(below) =>
          onChange({
            ...rule,
            below,
            per: below === 'per-point' ? rule.per || 0.1 : 0,
            cap: below === 'per-point' ? rule.cap : null,
          })
        }
      />
      {rule.below === 'per-point' && (
        <>
          ，每低1个百分点扣{' '}
          <Num
            name="每个百分点扣分"
            value={rule.per}
            onChange={(per) => onChange({ ...rule, per: per ?? 0 })}
          />{' '}
          分，累计不超过{' '}
          <Num name="扣分上限" value={rule.cap} onChange={(cap) => onChange({ ...rule, cap })} /> 分
        </>
      )}
    </>
  );
}

function TierSentence({
  rule,
  onChange,
}: {
  readonly rule: Extract<SchemeRuleView, { kind: 'tiers' }>;
  readonly onChange: (rule: SchemeRuleView) => void;
}) {
  const set = (at: number, by: Partial<(typeof rule.tiers)[number]>) =>
    onChange({ ...rule, tiers: rule.tiers.map((tier, n) => (n === at ? { ...tier, ...by } : tier)) });
  return (
    <>
      <div className="quiet">比率填小数（0.95为95%），次数填整数；从高到低。</div>
      {rule.tiers.map((tier, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier is known by its place
        <div key={at}>
          达到{' '}
          <Num name={`第${at + 1}档`} value={tier.from} onChange={(from) => set(at, { from: from ?? 0 })} />{' '}
          的，得分值的{' '}
          <Num
            name={`第${at + 1}档比例`}
            value={Math.round(tier.share * 1e4) / 100}
            onChange={(share) => set(at, { share: (share ?? 0) / 100 })}
          />{' '}
          %{' '}
          <button
            type="button"
            className="plain"
            onClick={() => onChange({ ...rule, tiers: rule.tiers.filter((_, n) => n !== at) })}
          >
            删除
          </button>
        </div>
      ))}
      <button
        type="button"
        className="plain"
        onClick={() => onChange({ ...rule, tiers: [...rule.tiers, { from: 0, share: 0 }] })}
      >
        新增一档
      </button>
    </>
  );
}

function Num({
  name,
  value,
  whole,
  onChange,
}: {
  readonly name: string;
  readonly value: number | null;
  readonly whole?: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <InputNumber
      aria-label={name}
      size="small"
      min={0}
      controls={false}
      className="item-number"
      precision={whole ? 0 : undefined}
      value={value}
      onChange={onChange}
    />
  );
}
