import { Button, Drawer, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import type { ReturnItemView } from '../../../src/client/contract/return-forms.ts';
import { type UnitTime, unitMarked, unitsToChoose } from '../../../src/client/units.ts';
import { useSession } from '../../api/queries.ts';
import { RowActs } from './row-acts.tsx';
import { measureNames } from './words.ts';

interface FormItemsProps {
  /** Code of the form: codes of new items begin with it. */
  readonly prefix: string;
  readonly items: readonly ReturnItemView[];
  readonly indicators: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
  readonly units: readonly (UnitTime & { readonly code: string; readonly name: string })[];
  /** Paths the last saving found wrong: `items.3.code`. */
  readonly wrong: ReadonlySet<string>;
  readonly onChange?: (items: readonly ReturnItemView[]) => void;
}

/** The items of a form as a table; a row opens into everything that is said of an item. */
export function FormItems(props: FormItemsProps) {
  const { prefix, items, indicators, units, wrong, onChange } = props;
  const [chosen, setChosen] = useState<number>();
  const item = chosen === undefined ? undefined : items[chosen];
  const put = (at: number, part: Partial<ReturnItemView>) =>
    onChange?.(items.map((one, index) => (index === at ? cleaned({ ...one, ...part }) : one)));
  const add = () => {
    onChange?.([...items, freshItem(prefix, items)]);
    setChosen(items.length);
  };
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const isWrong = (at: number) => [...wrong].some((path) => path.startsWith(`items.${at}.`));
  return (
    <>
      <div className="returns-bar">
        <h2>指标（{items.length}个）</h2>
        {onChange && <Button onClick={add}>增加指标</Button>}
      </div>
      <div className="table-frame">
        <table className="data-table stacks returns-items">
          <caption className="unseen">报表的指标</caption>
          <thead>
            <tr>
              {['编码', '指标', '单位', '数据类型', '核对关系', '应报单位', '对应台账指标', ''].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: codes change while they are typed; the place is what stays
              <tr key={at} className={isWrong(at) ? 'late' : undefined}>
                <td data-title="编码" className="nowrap">
                  {one.code}
                </td>
                <td data-title="指标">
                  {one.group && <span className="quiet">{one.group}　</span>}
                  <button type="button" className="plain" onClick={() => setChosen(at)}>
                    {one.name || '（未填名称）'}
                  </button>
                  {one.required && <span className="required">*</span>}
                </td>
                <td data-title="单位">{one.unit}</td>
                <td data-title="数据类型" className="nowrap">
                  {measureNames[one.measure]}
                </td>
                <td data-title="核对关系">{relation(one)}</td>
                <td data-title="应报单位">
                  {one.owedBy === undefined ? '全部' : `${one.owedBy.length}个单位`}
                </td>
                <td data-title="对应台账指标">
                  {one.indicator && (names.get(one.indicator) ?? one.indicator)}
                </td>
                <td className="nowrap">
                  {onChange && (
                    <RowActs
                      at={at}
                      rows={items}
                      onChange={(next) => {
                        setChosen(undefined);
                        onChange(next);
                      }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Drawer
        open={item !== undefined}
        size={520}
        title={item ? `${item.code}　${item.name}` : ''}
        onClose={() => setChosen(undefined)}
      >
        {item && chosen !== undefined && (
          <ItemForm
            item={item}
            indicators={indicators}
            units={units}
            disabled={onChange === undefined}
            onPut={(part) => put(chosen, part)}
          />
        )}
      </Drawer>
    </>
  );
}

/** What was emptied is left out: an empty formula is none. */
function cleaned(item: ReturnItemView): ReturnItemView {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([name, value]) =>
        !(
          ['sum', 'ratio', 'within', 'group', 'indicator', 'owedBy', 'negative'].includes(name) &&
          (value === '' ||
            value === undefined ||
            value === false ||
            (Array.isArray(value) && value.length === 0))
        ),
    ),
  ) as unknown as ReturnItemView;
}

function freshItem(prefix: string, items: readonly ReturnItemView[]): ReturnItemView {
  const codes = new Set(items.map(({ code }) => code));
  let number = items.length + 1;
  const codeOf = (n: number) => `${prefix || 'A'}-${String(n).padStart(2, '0')}`;
  while (codes.has(codeOf(number))) number++;
  return {
    code: codeOf(number),
    name: '',
    unit: '件',
    definition: '',
    measure: 'flow',
    decimals: 0,
    required: true,
    jump: '0.5',
    jumpFloor: '10',
    ...(items.at(-1)?.group ? { group: items.at(-1)!.group! } : {}),
  };
}

function relation({ sum, ratio, within, jump, jumpFloor }: ReturnItemView): string {
  return [
    sum && `=${sum}`,
    ratio && `=${ratio}`,
    within && `≤${within}`,
    Number(jump) > 0 && `变动${Number(jump) * 100}%且≥${jumpFloor}说明`,
  ]
    .filter(Boolean)
    .join('；');
}

function ItemForm({
  item,
  indicators,
  units,
  disabled,
  onPut,
}: Pick<FormItemsProps, 'indicators' | 'units'> & {
  readonly item: ReturnItemView;
  readonly disabled: boolean;
  readonly onPut: (part: Partial<ReturnItemView>) => void;
}) {
  const { today } = useSession();
  const line = (
    name: 'code' | 'name' | 'group' | 'unit' | 'sum' | 'ratio' | 'within',
    title: string,
    hint = '',
  ) => (
    <>
      <label htmlFor={`item-${name}`}>{title}</label>
      <Input
        id={`item-${name}`}
        disabled={disabled}
        value={item[name] ?? ''}
        placeholder={hint}
        onChange={(event) => onPut({ [name]: event.target.value })}
      />
    </>
  );
  return (
    <div className="returns-form">
      {line('code', '编码')}
      {line('name', '指标名称')}
      {line('group', '分组', '例如：依法履职')}
      {line('unit', '计量单位')}
      <label htmlFor="item-definition">口径</label>
      <Input.TextArea
        id="item-definition"
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        disabled={disabled}
        value={item.definition}
        onChange={(event) => onPut({ definition: event.target.value })}
      />
      <label htmlFor="item-measure">数据类型</label>
      <Select
        id="item-measure"
        disabled={disabled}
        value={item.measure}
        onChange={(measure) => onPut({ measure })}
        options={Object.entries(measureNames).map(([value, label]) => ({
          value: value as ReturnItemView['measure'],
          label,
        }))}
      />
      <label htmlFor="item-decimals">小数位数</label>
      <InputNumber
        id="item-decimals"
        min={0}
        max={6}
        disabled={disabled}
        value={item.decimals}
        onChange={(value) => onPut({ decimals: value ?? 0 })}
      />
      <label htmlFor="item-required">必须填写</label>
      <Switch
        id="item-required"
        disabled={disabled}
        checked={item.required}
        onChange={(required) => onPut({ required })}
      />
      <label htmlFor="item-negative">可为负数</label>
      <Switch
        id="item-negative"
        disabled={disabled}
        checked={item.negative === true}
        onChange={(negative) => onPut({ negative })}
      />
      {line('sum', '等于合计', '分项编码用加号相连，例如 A-02+A-03')}
      {line('ratio', '按比率计算', '分子编码/分母编码')}
      {line('within', '不大于', '整体的编码')}
      <label htmlFor="item-jump">变动说明</label>
      <div className="returns-choose">
        <span>超过</span>
        <InputNumber
          id="item-jump"
          min={0}
          suffix="%"
          disabled={disabled}
          value={Math.round(Number(item.jump) * 1e6) / 1e4}
          onChange={(value) => onPut({ jump: String(Math.round((value ?? 0) * 1e4) / 1e6) })}
        />
        <span>且不少于</span>
        <InputNumber
          aria-label="变动下限"
          min={0}
          disabled={disabled}
          value={Number(item.jumpFloor)}
          onChange={(value) => onPut({ jumpFloor: String(value ?? 0) })}
        />
        <span className="quiet">0%为不要求</span>
      </div>
      <label htmlFor="item-units">应报单位</label>
      <Select
        id="item-units"
        mode="multiple"
        allowClear
        disabled={disabled}
        placeholder="全部单位"
        optionFilterProp="label"
        value={[...(item.owedBy ?? [])]}
        onChange={(owedBy) => onPut({ owedBy })}
        options={unitsToChoose(units, today, item.owedBy ?? []).map((unit) => ({
          value: unit.code,
          label: unitMarked(unit.name, unit, today),
        }))}
      />
      <label htmlFor="item-indicator">对应台账指标</label>
      <Select
        id="item-indicator"
        showSearch
        allowClear
        disabled={disabled || item.measure === 'rate'}
        placeholder="不对应"
        optionFilterProp="label"
        value={item.indicator ?? null}
        onChange={(indicator) => onPut({ indicator: indicator ?? '' })}
        options={indicators.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
      />
    </div>
  );
}
