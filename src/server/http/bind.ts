import type { Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '../../client/contract/endpoint.ts';
import { type Contract, contract, type RouteName } from '../../client/contract/index.ts';
import { type Refusal, RefusedError } from '../../kernel/errors.ts';
import type { Session, Sessions } from '../session.ts';
import { hygieneProblem } from './hygiene.ts';
import { notSignedIn, problemResponse, refusalOf } from './problem.ts';

/** What a handler is given: everything already validated. `session` is there wherever the route asks for one. */
export interface Call<N extends RouteName> {
  readonly session: Contract[N]['access'] extends 'public' ? Session | undefined : Session;
  readonly params: z.infer<Contract[N]['params']>;
  readonly query: z.infer<Contract[N]['query']>;
  readonly body: z.infer<Contract[N]['body']>;
  /** Instant of the request. */
  readonly now: string;
  readonly request: Request;
}

/**
 * A path of the contract as the router wants it. What follows a parameter in its segment (`{document}.docx`) is part
 * of what the router matches, and is taken off the value again.
 */
function routed(path: string): {
  readonly path: string;
  readonly named: (params: Record<string, string>) => Record<string, string>;
} {
  const ends = new Map<string, string>();
  const bound = path.replace(/\{(\w+)\}([^/{]*)/g, (_, name: string, end: string) => {
    if (end === '') return `:${name}`;
    ends.set(name, end);
    return `:${name}{[^/]+${end.replaceAll('.', '\\.')}}`;
  });
  return {
    path: bound,
    named: (params) =>
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          value.slice(0, value.length - (ends.get(name)?.length ?? 0)),
        ]),
      ),
  };
}

/** A handler answers with the declared JSON, or with a file. */
export type Handler<N extends RouteName> = (
  call: Call<N>,
) => Promise<z.input<Contract[N]['response']> | FileAnswer>;
export type Handlers = { readonly [N in RouteName]: Handler<N> };

export class FileAnswer {
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
  readonly name: string;
  readonly type: string | undefined;
  constructor(body: Uint8Array | ReadableStream<Uint8Array>, name: string, type?: string) {
    this.body = body;
    this.name = name;
    this.type = type;
  }
}

export interface Edge {
  readonly sessions: Sessions;
  readonly clock: () => string;
  /** Told of each finished call, for metrics and logs. */
  readonly observe?: (route: string, status: number, milliseconds: number) => void;
  /** Told of what nobody expected. */
  readonly fault: (route: string, error: unknown) => void;
}

/** Binds every route of the contract. Default deny: a route without a session where one is asked answers 401. */
export function bindRoutes(app: Hono, handlers: Partial<Handlers>, edge: Edge): void {
  for (const name of Object.keys(handlers) as RouteName[]) {
    const endpoint = contract[name] as unknown as Endpoint;
    const { path, named } = routed(endpoint.path);
    app.on(endpoint.method, path, async (context) => {
      const started = performance.now();
      const response = await answer(
        name,
        endpoint,
        handlers[name] as Handler<RouteName>,
        context.req.raw,
        named(context.req.param()),
        edge,
      );
      edge.observe?.(name, response.status, performance.now() - started);
      return response;
    });
  }
}

async function answer(
  name: RouteName,
  endpoint: Endpoint,
  handler: Handler<RouteName>,
  request: Request,
  params: Record<string, string>,
  edge: Edge,
): Promise<Response> {
  const now = edge.clock();
  let session: Session | undefined;
  try {
    session = await edge.sessions.resolve(request, now);
    if (endpoint.access !== 'public') {
      if (!session) return notSignedIn();
      const barred = barrier(endpoint, session, request);
      if (barred) return await refused(name, barred, session, now, edge);
    }
    const call = await parse(endpoint, request, params);
    if ('refusal' in call) return await refused(name, call.refusal, session, now, edge);
    const result = await handler({ ...call, session, now, request } as unknown as Call<RouteName>);
    return result instanceof FileAnswer ? fileResponse(result, endpoint) : jsonResponse(result);
  } catch (error) {
    const refusal = refusalOf(error);
    // Refused by the database: some check of ours let it through, which the log should show.
    if (!(error instanceof RefusedError)) edge.fault(name, error);
    if (refusal) return refused(name, refusal, session, now, edge);
    return problemResponse(
      {
        kind: 'not-allowed-now',
        rule: 'server.fault',
        message: '系统出现故障，没有改动任何内容。请稍后重试；仍不行时请联系系统管理员。',
      },
      500,
    );
  }
}

/** Why this session may not call the route at all, before anything is read. */
function barrier(endpoint: Endpoint, session: Session, request: Request): Refusal | undefined {
  if (
    session.mustChangePassword &&
    !endpoint.path.startsWith('/api/session') &&
    !endpoint.path.startsWith('/api/account')
  ) {
    return { kind: 'forbidden', rule: 'server.password', message: '请先修改密码。' };
  }
  if (Array.isArray(endpoint.access) && !endpoint.access.includes(session.acting.kind)) {
    return {
      kind: 'forbidden',
      rule: 'server.access',
      message: '您现在的岗位无权进行这项操作，请切换岗位。',
    };
  }
  // A form of another site cannot set this header, so that it proves the call comes from our own pages.
  if (endpoint.method !== 'GET' && request.headers.get('x-fazhi') !== '1') {
    return { kind: 'forbidden', rule: 'server.origin', message: '请求不是从本系统页面发出的。' };
  }
  return undefined;
}

async function refused(
  name: string,
  refusal: Refusal,
  session: Session | undefined,
  now: string,
  edge: Edge,
): Promise<Response> {
  await edge.sessions.audit({
    region: session?.region ?? '',
    at: now,
    person: session?.person.id ?? null,
    post: session?.acting.id ?? null,
    kind: 'refused',
    detail: `${name} ${refusal.rule}`,
  });
  return problemResponse(refusal);
}

const MAX_JSON = 2 * 1024 * 1024;

async function parse(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
): Promise<{ params: unknown; query: unknown; body: unknown } | { refusal: Refusal }> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const parsedParams = endpoint.params.safeParse(params);
  const parsedQuery = endpoint.query.safeParse(query);
  const body =
    endpoint.method === 'GET' ? { ok: true as const, value: undefined } : await readJson(request, endpoint);
  if (!body.ok) return { refusal: { kind: 'invalid', rule: 'server.body', message: body.message } };
  const unclean = hygieneProblem({ ...params, ...query }) ?? hygieneProblem(body.value);
  if (unclean) return { refusal: { kind: 'invalid', rule: 'server.text', message: unclean } };
  const parsedBody = endpoint.body.safeParse(body.value);
  const failed = [parsedParams, parsedQuery, parsedBody].find((parsed) => !parsed.success);
  if (failed?.error) {
    const fields = failed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    return {
      refusal: {
        kind: 'invalid',
        rule: 'server.shape',
        message: '请求的内容不完整或格式不对，请检查后重试。',
        fields,
      },
    };
  }
  return { params: parsedParams.data, query: parsedQuery.data, body: parsedBody.data };
}

async function readJson(
  request: Request,
  endpoint: Endpoint,
): Promise<{ ok: true; value: unknown } | { ok: false; message: string }> {
  if (endpoint.body.def.type === 'undefined') return { ok: true, value: undefined };
  if (Number(request.headers.get('content-length') ?? 0) > MAX_JSON)
    return { ok: false, message: '提交的内容过大，请将附件单独上传。' };
  const text = await request.text();
  if (text.length > MAX_JSON) return { ok: false, message: '提交的内容过大，请将附件单独上传。' };
  try {
    return { ok: true, value: JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value)) };
  } catch {
    return { ok: false, message: '提交的内容不是有效的格式。' };
  }
}

function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function fileResponse(answer: FileAnswer, endpoint: Endpoint): Response {
  return new Response(answer.body as BodyInit, {
    headers: {
      'content-type': answer.type ?? endpoint.file ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
