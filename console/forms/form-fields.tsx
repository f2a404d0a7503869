import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { Form } from './use-form.ts';
import { controls } from './widgets/index.ts';
import { ItemRow } from './widgets/item-row.tsx';
import { ListedRows } from './widgets/listed-rows.tsx';
import { type Pins, ProposedRows } from './widgets/proposed-rows.tsx';
import { Required, Rows } from './widgets/rows.tsx';
import './forms.css';

/** Widgets that take the whole width of the form. */
const wide: ReadonlySet<FormField['widget']> = new Set([
  'long-text',
  'files',
  'rows',
  'choices',
  'list-item',
]);

/** The fields of a form, in their groups, two columns where there is room. */
export function FormFields({
  form,
  id,
  pins = [],
  on,
}: {
  readonly form: Form;
  readonly id: string;
  /** List items the matter has pinned: tables may take their rows from them. */
  readonly pins?: Pins;
  /** The day of the act, where it is not today. */
  readonly on?: string | undefined;
}) {
  return groupsOf(form.fields).map(({ group, fields }) =>
    group ? (
      <fieldset key={group} className="form-group">
        <legend>{group}</legend>
        <Grid form={form} fields={fields} id={id} pins={pins} on={on} />
      </fieldset>
    ) : (
      <Grid key={fields[0]?.name} form={form} fields={fields} id={id} pins={pins} on={on} />
    ),
  );
}

/** Fields that follow one another in one group stand together. */
function groupsOf(fields: readonly FormField[]): { group: string | undefined; fields: FormField[] }[] {
  const groups: { group: string | undefined; fields: FormField[] }[] = [];
  for (const field of fields) {
    const known = groups.find(({ group }) => group === field.group);
    if (known) known.fields.push(field);
    else groups.push({ group: field.group, fields: [field] });
  }
  return groups;
}

function Grid({
  form,
  fields,
  id,
  pins,
  on,
}: {
  readonly form: Form;
  readonly fields: readonly FormField[];
  readonly id: string;
  readonly pins: Pins;
  readonly on: string | undefined;
}) {
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <Field key={field.name} form={form} field={field} id={`${id}-${field.name}`} pins={pins} on={on} />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly form: Form;
  readonly field: FormField;
  readonly id: string;
  readonly pins: Pins;
  readonly on: string | undefined;
}

function Field({ form, field, id, pins, on }: FieldProps) {
  const other = field.offers?.about?.field;
  const own = form.errors.find(({ path }) => path === field.name)?.message;
  const inner = form.errors
    .filter(({ path }) => path.startsWith(`${field.name}.`))
    .map(({ path, message }) => ({ path: path.slice(field.name.length + 1), message }));
  // Complaints about single files or persons have no cell of their own to stand in.
  const error = own ?? (field.widget === 'rows' ? undefined : inner[0]?.message);
  const described =
    [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const props = {
    id,
    field,
    value: form.values[field.name],
    onChange: (value: Form['values'][string]) => form.set(field.name, value),
    invalid: error !== undefined,
    described,
    on,
    about:
      other && ((form.values[other] as string | undefined) ?? pins.find((pin) => pin.field === other)?.code),
  };
  const Control = controls[field.widget];
  return (
    <div className={wide.has(field.widget) ? 'field wide' : 'field'} data-field={field.name}>
      <label htmlFor={id} id={`${id}-label`}>
        {field.title}
        {field.required && <Required />}
        {field.unit && field.widget !== 'money' && field.widget !== 'integer' && `（${field.unit}）`}
      </label>
      {field.from ? (
        <ProposedRows {...props} errors={inner} form={form} from={field.from} pins={pins} />
      ) : field.of ? (
        <ItemRow {...props} form={form} of={field.of} />
      ) : field.listed ? (
        <ListedRows {...props} errors={inner} form={form} listed={field.listed} />
      ) : field.widget === 'rows' ? (
        <Rows {...props} errors={inner} />
      ) : (
        <Control {...props} />
      )}
      {error && (
        <div id={`${id}-error`} className="field-error">
          {error}
        </div>
      )}
      {field.help && (
        <div id={`${id}-help`} className="quiet help">
          {field.help}
        </div>
      )}
    </div>
  );
}
