import { InputNumber, Select } from 'antd';
import type { SchemeRuleView } from '../../../src/client/contract/assessment-scheme.ts';

/** What a rule begins with when it is chosen. */
export const defaultRules: { readonly [K in SchemeRuleView['kind']]: SchemeRuleView } = {
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

/** A rule as the sentence it will print, with its numbers to be filled in. */
export function Sentence({
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
    case 'at-most':
      return <CountSentence rule={rule} unit={of} onChange={onChange} />;
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

function CountSentence({
  rule,
  unit,
  onChange,
}: {
  readonly rule: Extract<SchemeRuleView, { kind: 'at-least' | 'at-most' }>;
  readonly unit: string;
  readonly onChange: (rule: SchemeRuleView) => void;
}) {
  const least = rule.kind === 'at-least';
  const set = (bound: number | null) =>
    onChange(rule.kind === 'at-least' ? { ...rule, least: bound ?? 0 } : { ...rule, most: bound ?? 0 });
  return (
    <>
      {least ? '不少于' : '不超过'}{' '}
      <Num
        name={least ? '最少次数' : '最多次数'}
        value={rule.kind === 'at-least' ? rule.least : rule.most}
        whole
        onChange={set}
      />{' '}
      {unit}，每
      {least ? '少' : '超'}1{unit}扣{' '}
      <Num name="每次扣分" value={rule.per} onChange={(per) => onChange({ ...rule, per: per ?? 0 })} />{' '}
      分，累计不超过 <Num name="扣分上限" value={rule.cap} onChange={(cap) => onChange({ ...rule, cap })} />{' '}
      分（不填的以分值为限）
    </>
  );
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
