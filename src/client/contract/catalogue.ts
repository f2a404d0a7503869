import { z } from 'zod';
import { widgets } from '../../kernel/procedure/field-meta.ts';
import { basis, get } from './endpoint.ts';
import { unitChoice } from './unit-choice.ts';

const choicesByFlag = z.record(z.string(), z.record(z.string(), z.string()));

/** Where the rows of a table come from: the rows of a chosen list item. */
const rowsFrom = z.object({
  field: z.string(),
  rows: z.string(),
  key: z.string(),
  shows: z.string(),
  only: choicesByFlag.optional(),
  preset: choicesByFlag.optional(),
});

/** A list from which a table may be filled, as of a day of the form. */
const rowsListed = z.object({
  list: z.string(),
  on: z.string(),
  columns: z.record(z.string(), z.string()),
  preset: z.record(z.string(), z.string()).optional(),
  asked: z.literal(true).optional(),
});

/** Which items of its list a choice offers. */
const offers = z.object({
  kind: z.string().optional(),
  ownUnit: z.literal(true).optional(),
  about: z.object({ by: z.string(), field: z.string() }).optional(),
});

/** The rows of a chosen list item, one of which is to be chosen. */
const rowOf = z.object({ field: z.string(), rows: z.string(), key: z.string(), shows: z.string() });

/** A field as a form needs it. */
export const formField = z.object({
  name: z.string(),
  title: z.string(),
  widget: z.enum(widgets),
  required: z.boolean(),
  help: z.string().optional(),
  group: z.string().optional(),
  unit: z.string().optional(),
  personal: z.boolean(),
  choices: z.record(z.string(), z.string()).optional(),
  list: z.string().optional(),
  offers: offers.optional(),
  of: rowOf.optional(),
  /** For people: the kind of certificate each must hold on the day. */
  certificate: z.string().optional(),
  from: rowsFrom.optional(),
  listed: rowsListed.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Fields of one row, for `rows`. */
  get columns() {
    return z.array(formField).optional();
  },
});
export type FormField = z.infer<typeof formField>;

export const stepInfo = z.object({
  id: z.string(),
  name: z.string(),
  opens: z.boolean(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  by: z.array(z.string()),
  usual: z.boolean(),
  help: z.string().optional(),
  basis: basis.optional(),
  fields: z.array(formField),
  documents: z.array(z.string()),
});

export const procedureInfo = z.object({
  id: z.string(),
  version: z.number(),
  row: z.string(),
  name: z.string(),
  /** Pinyin initials of the name. */
  initials: z.string(),
  chapter: z.string(),
  about: z.string(),
  basis: z.array(basis),
  stages: z.array(z.object({ id: z.string(), name: z.string(), final: z.boolean() })),
  steps: z.array(stepInfo),
  clocks: z.array(z.object({ id: z.string(), name: z.string(), main: z.boolean() })),
  publications: z.array(z.object({ id: z.string(), name: z.string(), channel: z.string() })),
  documents: z.array(z.object({ id: z.string(), name: z.string() })),
  columns: z.array(formField),
  onlyAsChild: z.boolean(),
  /** Page on which a new one is begun, where the product puts values in that no form asks for. */
  desk: z.object({ name: z.string(), path: z.string(), steps: z.array(z.string()) }).optional(),
  /** Page, or register of another procedure, that stands for its register. */
  board: z.string().optional(),
  /** Steps that open a matter and that the post in use may take. */
  mayOpen: z.array(z.string()),
});
export type ProcedureInfo = z.infer<typeof procedureInfo>;

export const listInfo = z.object({
  id: z.string(),
  name: z.string(),
  /** Pinyin initials of the name. */
  initials: z.string(),
  row: z.string(),
  chapter: z.string(),
  about: z.string(),
  basis: z.array(basis),
  fields: z.array(formField),
  kinds: z.record(z.string(), z.string()).optional(),
  operations: z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(formField) })),
  mayOperate: z.boolean(),
  columns: z.array(z.string()),
});
export type ListInfo = z.infer<typeof listInfo>;

export const indicatorInfo = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  measure: z.enum(['flow', 'stock', 'rate']),
  definition: z.string(),
  kinds: z.record(z.string(), z.string()).optional(),
  /** Unit of each kind, where they differ: such kinds are looked at one by one and never added up. */
  kindUnits: z.record(z.string(), z.string()).optional(),
  /** Pinyin initials of the kinds' names. */
  kindInitials: z.record(z.string(), z.string()).optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  /** Procedure or list it comes from. */
  source: z.string(),
  sourceName: z.string(),
});
export type IndicatorInfo = z.infer<typeof indicatorInfo>;

export const catalogue = {
  'catalogue.get': get('/api/catalogue', {
    summary: '本产品的全部程序、清单和指标，表单和栏目均由此生成',
    access: 'signed-in',
    response: z.object({
      chapters: z.array(z.object({ id: z.string(), name: z.string() })),
      procedures: z.array(procedureInfo),
      lists: z.array(listInfo),
      indicators: z.array(indicatorInfo),
      units: z.array(unitChoice),
    }),
  }),
};
