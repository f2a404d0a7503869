import { Link } from 'react-router';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import type { JsonValue } from '../../api/json.ts';
import { useCatalogue } from '../../api/queries.ts';
import { type Fact, Facts } from '../../shared/facts.tsx';
import { fieldText } from '../../shared/field-text.ts';

type FactView = MatterView['facts'][number];
type Row = { readonly [column: string]: JsonValue };

/** Longer than this a fact takes the whole width. */
const LONG = 40;

/** What has been established, grouped as the forms that established it. */
export function FactGroups({ matter }: { readonly matter: MatterView }) {
  const groups = new Map<string, Fact[]>();
  for (const fact of matter.facts) {
    const group = fact.group ?? '基本情况';
    groups.set(group, [...(groups.get(group) ?? []), factOf(matter, fact)]);
  }
  if (matter.pins.length > 0) {
    groups.set(
      '所依据的清单事项',
      matter.pins.map((pin) => ({ name: pin.pin, title: pin.code, text: pin.name, wide: true })),
    );
  }
  return [...groups].map(([group, facts]) => (
    <section key={group} className="fact-group">
      <h2>{group}</h2>
      <Facts facts={facts} />
    </section>
  ));
}

function factOf(matter: MatterView, fact: FactView): Fact {
  if (fact.widget === 'rows' && Array.isArray(fact.value) && fact.value.length > 0) {
    return { name: fact.name, title: fact.title, text: <RowsFact matter={matter} fact={fact} />, wide: true };
  }
  const text = fact.masked ? (
    <span title="您的岗位看不到这项个人信息">{fact.text}</span>
  ) : fact.matter ? (
    <Link to={`/matters/${fact.matter}`}>{fact.text}</Link>
  ) : (
    fact.text
  );
  return {
    name: fact.name,
    title: fact.title,
    text,
    wide: fact.text.length > LONG || fact.widget === 'long-text',
  };
}

/** A table of the form, shown as a table. */
function RowsFact({ matter, fact }: { readonly matter: MatterView; readonly fact: FactView }) {
  const { procedures, units } = useCatalogue();
  const field = procedures
    .find((procedure) => procedure.id === matter.procedure)
    ?.steps.flatMap((step) => step.fields)
    .find((each) => each.name === fact.name);
  const columns = field?.columns ?? [];
  const from = field?.from;
  const named = namesOf(matter, from);
  if (columns.length === 0) return fact.text;
  const cell = (column: (typeof columns)[number], value: JsonValue | undefined) =>
    (column.name === from?.key && named.get(value)) ||
    (column.widget === 'unit' && units.find(({ code }) => code === value)?.name) ||
    fieldText(column, value);
  const rows = fact.value as Row[];
  return (
    <div className="table-frame">
      <table className="data-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fact do not move
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.name}>{cell(column, row[column.name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Names of the rows of a pinned item by key, for a table that took its rows from it. */
function namesOf({ pins }: MatterView, from: FormField['from']): ReadonlyMap<unknown, string> {
  const item = from && pins.find(({ field }) => field === from.field)?.item;
  const rows = item && (item as Row)[from.rows];
  if (!Array.isArray(rows)) return new Map();
  return new Map((rows as Row[]).map((row) => [row[from!.key], String(row[from!.shows] ?? row[from!.key])]));
}
