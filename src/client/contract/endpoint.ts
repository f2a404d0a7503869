import { z } from 'zod';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import { openStep } from './shapes.ts';

/** Who may call: everybody, whoever is signed in, or the holders of certain posts. Deny is the default elsewhere. */
export type Access = 'public' | 'signed-in' | readonly PostKindId[];

/** One route as data: the server binds it, the client calls it, OpenAPI is written from it. */
export interface Endpoint<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/matters/{id}`: names in braces are the params. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Shape of a JSON answer, or the media type of a file. */
  readonly response: R;
  readonly file?: string;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface Spec {
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly file?: string;
}
type Part<S extends Spec, K extends 'params' | 'query', D> = S[K] extends z.ZodObject ? S[K] : D;
type BodyOf<S extends Spec> = S['body'] extends z.ZodType ? S['body'] : z.ZodUndefined;
type ResponseOf<S extends Spec> = S['response'] extends z.ZodType ? S['response'] : z.ZodUnknown;

function endpoint<const S extends Spec>(method: Endpoint['method'], path: string, spec: S) {
  return {
    method,
    path,
    summary: spec.summary,
    access: spec.access,
    params: spec.params ?? nothing,
    query: spec.query ?? nothing,
    body: spec.body ?? z.undefined(),
    response: spec.response ?? z.unknown(),
    ...(spec.file ? { file: spec.file } : {}),
  } as unknown as Endpoint<Part<S, 'params', Nothing>, Part<S, 'query', Nothing>, BodyOf<S>, ResponseOf<S>>;
}

export const get = <const S extends Spec>(path: string, spec: S) => endpoint('GET', path, spec);
export const post = <const S extends Spec>(path: string, spec: S) => endpoint('POST', path, spec);
export const put = <const S extends Spec>(path: string, spec: S) => endpoint('PUT', path, spec);
export const del = <const S extends Spec>(path: string, spec: S) => endpoint('DELETE', path, spec);

/** Paging as queries carry it; texts of the query string become numbers. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
export const legalDate = z.iso.date();
/** Any JSON value, typed as the kernel types it. */
export const jsonValue = z.json() as unknown as z.ZodType<JsonValue>;
export const json = z.record(z.string(), jsonValue);
export const basis = z.object({
  law: z.string(),
  article: z.string().optional(),
  provision: z.string().optional(),
  /** The citation has not been read in a named source. */
  unverified: z.literal(true).optional(),
});
export const refusal = z.object({
  kind: z.string(),
  rule: z.string(),
  message: z.string(),
  basis: basis.optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  allowed: z.array(openStep).optional(),
});
