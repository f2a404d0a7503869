import { Drawer, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type {
  SchemeDraft,
  SchemeItemView,
  SchemeSourceView,
} from '../../../src/client/contract/assessment-scheme.ts';
import { useCatalogue } from '../../api/queries.ts';
import { defaultRules, Sentence } from './rule-sentence.tsx';
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
          ? { rule: defaultRules['at-least'] }
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
                rule: defaultRules[kind],
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
