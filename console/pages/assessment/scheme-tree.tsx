import { Button, Input, InputNumber } from 'antd';
import type { KeyboardEvent } from 'react';
import type { SchemeDraft, SchemeItemView } from '../../../src/client/contract/assessment-scheme.ts';
import type { SchemeView } from '../../../src/client/contract/assessment-views.ts';
import { useCatalogue } from '../../api/queries.ts';
import { itemsOf, type Place, type SchemeChange, sumOf } from './scheme-state.ts';
import { ruleNames, sourceName } from './words.ts';

interface TreeProps {
  readonly scheme: SchemeDraft;
  /** As it was saved: its problems, and its rules in words. */
  readonly saved: SchemeView;
  readonly readOnly: boolean;
  readonly onChange: (change: SchemeChange) => void;
  readonly onOpen: (place: Place) => void;
}

/** The tree as one table. Enter and the arrows walk the marks up and down; Alt with an arrow moves the item itself. */
export function SchemeTree(props: TreeProps) {
  const { scheme, saved, readOnly, onChange } = props;
  const { classes, total } = scheme;
  return (
    <>
      <div className="table-frame scheme-tree">
        <table className="data-table">
          <caption className="unseen">考核指标</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">指标和评分标准</th>
              <th scope="col">数据来源</th>
              {classes.map(({ id, name }) => {
                const sum = sumOf(itemsOf(scheme), id);
                return (
                  <th scope="col" key={id} className="end">
                    {name || '（未命名）'}
                    <div className={sum === total ? 'quiet' : 'late'}>
                      {sum === total ? `合计${sum}分` : `合计${sum}分，应为${total}分`}
                    </div>
                  </th>
                );
              })}
              {!readOnly && <th scope="col">操作</th>}
            </tr>
          </thead>
          <tbody>
            {scheme.groups.map((group, g) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
              <GroupRows key={g} {...props} group={group} at={g} />
            ))}
          </tbody>
        </table>
      </div>
      {saved.problems.some(({ at }) => at.startsWith('class:')) && (
        <div className="notice refused">
          {saved.problems
            .filter(({ at }) => at.startsWith('class:'))
            .map(({ message }) => (
              <div key={message}>{message}</div>
            ))}
        </div>
      )}
      {!readOnly && (
        <Button className="scheme-add" onClick={() => onChange({ type: 'add-group' })}>
          新增一级指标
        </Button>
      )}
    </>
  );
}

function GroupRows(
  props: TreeProps & { readonly group: SchemeDraft['groups'][number]; readonly at: number },
) {
  const { scheme, saved, readOnly, onChange, group, at } = props;
  const items = group.parts.flatMap((part) => part.items);
  const wrong = saved.problems.filter((problem) => problem.at === `g${at + 1}`);
  return (
    <>
      <tr className="scheme-group">
        <th scope="rowgroup">{at + 1}</th>
        <td colSpan={2}>
          <Input
            aria-label={`第${at + 1}个一级指标`}
            variant="borderless"
            placeholder="一级指标名称"
            value={group.title}
            readOnly={readOnly}
            onChange={({ target }) => onChange({ type: 'group-title', group: at, title: target.value })}
          />
          {wrong.map(({ message }) => (
            <div key={message} className="late">
              {message}
            </div>
          ))}
        </td>
        {scheme.classes.map(({ id }) => (
          <td key={id} className="end">
            {sumOf(items, id)}分
          </td>
        ))}
        {!readOnly && (
          <td className="scheme-acts">
            <Button size="small" onClick={() => onChange({ type: 'add-part', group: at })}>
              增二级
            </Button>
            <Button
              size="small"
              aria-label={`删除${group.title}`}
              onClick={() => onChange({ type: 'remove-group', group: at })}
            >
              删除
            </Button>
          </td>
        )}
      </tr>
      {group.parts.map((part, p) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
        <PartRows key={p} {...props} part={part} place={{ group: at, part: p }} />
      ))}
    </>
  );
}

function PartRows(
  props: TreeProps & {
    readonly part: SchemeDraft['groups'][number]['parts'][number];
    readonly place: Omit<Place, 'item'>;
  },
) {
  const { scheme, readOnly, onChange, part, place } = props;
  return (
    <>
      <tr className="scheme-part">
        <td className="quiet">
          {place.group + 1}.{place.part + 1}
        </td>
        <td colSpan={2 + scheme.classes.length}>
          <Input
            aria-label={`${place.group + 1}.${place.part + 1}二级指标`}
            variant="borderless"
            placeholder="二级指标名称"
            value={part.title}
            readOnly={readOnly}
            onChange={({ target }) => onChange({ type: 'part-title', ...place, title: target.value })}
          />
        </td>
        {!readOnly && (
          <td className="scheme-acts">
            <Button size="small" onClick={() => onChange({ type: 'add-item', ...place })}>
              增三级
            </Button>
            <Button
              size="small"
              aria-label={`删除${part.title}`}
              onClick={() => onChange({ type: 'remove-part', ...place })}
            >
              删除
            </Button>
          </td>
        )}
      </tr>
      {part.items.map((item, i) => (
        <ItemRow key={item.code} {...props} item={item} at={{ ...place, item: i }} />
      ))}
    </>
  );
}

function ItemRow({
  scheme,
  saved,
  readOnly,
  onChange,
  onOpen,
  item,
  at,
}: TreeProps & { readonly item: SchemeItemView; readonly at: Place }) {
  const { indicators, procedures } = useCatalogue();
  const wrong = saved.problems.filter((problem) => problem.at === item.code);
  const outside = item.rule.kind === 'bonus' || item.rule.kind === 'veto';
  const before = itemsOf(saved.scheme).find(({ code }) => code === item.code);
  const unchanged = before && JSON.stringify(before.rule) === JSON.stringify(item.rule);
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || readOnly) return;
    event.preventDefault();
    onChange({ type: 'move', at, by: event.key === 'ArrowUp' ? -1 : 1 });
  };
  return (
    <tr
      onKeyDown={onKeyDown}
      className={wrong.some(({ severity }) => severity === 'error') ? 'scheme-wrong' : undefined}
    >
      <td className="quiet">{item.code}</td>
      <td>
        <button type="button" className="plain" onClick={() => onOpen(at)}>
          {item.title || '（未填写名称）'}
        </button>
        <div className="quiet">
          {ruleNames[item.rule.kind]}：
          {item.standard || (unchanged ? saved.words[item.code] : '已改，保存后显示')}
        </div>
        {wrong.map(({ message, severity }) => (
          <div key={message} className={severity === 'error' ? 'late' : 'near'}>
            {message}
          </div>
        ))}
      </td>
      <td>{sourceName(item.source, indicators, procedures)}</td>
      {scheme.classes.map(({ id, name }) => (
        <td key={id} className="end">
          {outside ? (
            <span className="quiet">{item.rule.kind === 'bonus' ? '加分' : '否决'}</span>
          ) : readOnly ? (
            (item.points[id] ?? '—')
          ) : (
            <InputNumber
              aria-label={`${item.code}对${name}的分值`}
              className="scheme-marks"
              controls={false}
              keyboard={false}
              min={0}
              precision={2}
              formatter={(value) => (value ? String(Number(value)) : '')}
              value={item.points[id] ?? null}
              onChange={(value) => onChange({ type: 'points', at, unitClass: id, value })}
              onKeyDown={walk}
              data-column={id}
            />
          )}
        </td>
      ))}
      {!readOnly && (
        <td className="scheme-acts">
          <Button size="small" onClick={() => onOpen(at)}>
            修改
          </Button>
          <Button
            size="small"
            aria-label={`删除${item.code}`}
            onClick={() => onChange({ type: 'remove-item', at })}
          >
            删除
          </Button>
        </td>
      )}
    </tr>
  );
}

/** From a mark to the one above or below it in the same column. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.altKey) return;
  event.preventDefault();
  const column = event.currentTarget.dataset.column;
  const all = [
    ...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-column]') ?? []),
  ].filter((input) => input.dataset.column === column);
  const next = all[all.indexOf(event.currentTarget) + by];
  next?.focus();
  next?.select();
}
