import type { z } from 'zod';
import type { Basis } from '../kernel/errors.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { Chapter } from '../kernel/procedure/declaration.ts';
import type { OperationId } from './operations.ts';

/** How two fields must agree; what zod cannot say of one field alone. */
export interface Agreement {
  readonly id: string;
  readonly holds: (fields: JsonObject) => boolean;
  readonly say: string;
}

/** A coded catalogue: everything forms, routes, Excel templates, public pages and figures are derived from. */
export interface ListDeclaration<S extends z.ZodObject = z.ZodObject> {
  /** Lower-case English term of GLOSSARY.md. */
  readonly id: string;
  readonly name: string;
  /** Row of the mission, e.g. B1. */
  readonly row: string;
  readonly chapter: Chapter;
  /** One Chinese sentence: what it is for. */
  readonly about: string;
  readonly basis: readonly Basis[];
  /** Shape of a code, and in Chinese what it should look like. */
  readonly code: { readonly pattern: RegExp; readonly say: string };
  /** Made with the field words. Must have `name` (a text); no personal fields, no field of a reserved name. */
  readonly fields: S;
  /** The choice field that divides the list; figures and counts go by it. */
  readonly kindField?: string;
  /** The unit field of the unit that exercises the item; absent: the unit that entered it. */
  readonly unitField?: string;
  /** Who enters operations. Default: the list keeper. */
  readonly by?: readonly PostKindId[];
  /** `unit`: each unit keeps its own items; `region`: one keeper for all. Default `region`. */
  readonly keptBy?: 'unit' | 'region';
  /** Operations the list knows, in the order in which they are offered. */
  readonly operations: readonly OperationId[];
  readonly agreements?: readonly Agreement[];
  /** Portal column and the fields the public sees; absent: the list is not public. */
  readonly publication?: { readonly channel: string; readonly fields: readonly string[] };
  /** Fields a list page shows as columns, beside code, name, kind, unit and status. */
  readonly columns?: readonly string[];
  /** Fields that search looks into, beside code and name. */
  readonly search?: readonly string[];
  /** Fields of the Excel template in order; all of them unless said. */
  readonly excel?: readonly string[];
  /** The field (rows of `name` and perhaps `days`) that holds the stages of the item's flow chart. */
  readonly flowField?: string;
  /** What sets the flow going (申请, 发现线索), for all items or by kind; where it is not said, the first stage does. */
  readonly flowBegins?: string | { readonly [kind: string]: string };
}

/** Forgets the type of the fields, so that lists of all kinds fit one registry. */
export function defineList<S extends z.ZodObject>(declaration: ListDeclaration<S>): ListDeclaration {
  return declaration as unknown as ListDeclaration;
}
