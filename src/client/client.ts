import type { z } from 'zod';
import type { Endpoint } from './contract/endpoint.ts';
import { type Contract, contract, type RouteName } from './contract/index.ts';

/** What the server refused, as it said it (RFC 9457 with our members). */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly kind: string;
  readonly rule: string;
  readonly basis?: { readonly law: string; readonly article?: string; readonly provision?: string };
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly allowed?: readonly { readonly step: string; readonly name: string }[];
}

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type Input<S extends z.ZodType> = z.input<S>;
type Given<N extends RouteName> = ([keyof Input<Contract[N]['params']>] extends [never]
  ? object
  : { params: Input<Contract[N]['params']> }) &
  ([keyof Input<Contract[N]['query']>] extends [never] ? object : { query?: Input<Contract[N]['query']> }) &
  (Input<Contract[N]['body']> extends undefined ? object : { body: Input<Contract[N]['body']> });
export type Answer<N extends RouteName> = z.output<Contract[N]['response']>;

/** Any value that travels as JSON. */
export type { JsonValue } from '../kernel/ledger/json.ts';

export interface Client {
  call<N extends RouteName>(name: N, given: Given<N>, options?: { signal?: AbortSignal }): Promise<Answer<N>>;
  /** Stores a file by its content; the answer is the value of a `files` field. */
  upload(
    file: File,
    onProgress?: (share: number) => void,
  ): Promise<{ sm3: string; name: string; size: number }>;
  /** The file a route makes of a body, where no address could hold what it is made of, with its name. */
  file<N extends RouteName>(name: N, given: Given<N>): Promise<{ name: string; content: Blob }>;
  /** Address of a route that gives a file, for a link. */
  href<N extends RouteName>(name: N, given: Given<N>): string;
}

/** The typed client: one method for every route of the contract. */
export function createClient(
  base: string,
  fetcher: typeof fetch = fetch,
  headers: Record<string, string> = {},
): Client {
  const href = (name: RouteName, given: Loose): string =>
    `${base}${pathOf(contract[name] as unknown as Endpoint, given)}`;
  const ask = async (name: RouteName, given: Loose, signal?: AbortSignal): Promise<Response> => {
    const endpoint = contract[name] as unknown as Endpoint;
    const { body } = given;
    const response = await fetcher(href(name, given), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        'x-fazhi': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return response;
  };
  return {
    href: (name, given) => href(name, given as Loose),
    upload: (file, onProgress) => upload(`${base}/api/files`, file, onProgress),
    async file(name, given) {
      const response = await ask(name, given as Loose);
      const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      return { name: decodeURIComponent(named ?? ''), content: await response.blob() };
    },
    async call(name, given, options) {
      const response = await ask(name, given as Loose, options?.signal);
      return (await response.json()) as never;
    },
  };
}

interface Loose {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

function pathOf(endpoint: Endpoint, given: Loose): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given.params?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return { status: response.status, ...((await response.json()) as Omit<Problem, 'status'>) };
  } catch {
    return {
      status: response.status,
      title: '无法连接',
      message: '服务器没有正常应答，请稍后重试。',
      kind: 'fault',
      rule: 'client.response',
    };
  }
}

/** An upload with progress, which `fetch` does not tell. */
function upload(
  url: string,
  file: File,
  onProgress?: (share: number) => void,
): Promise<{ sm3: string; name: string; size: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('x-fazhi', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = (event) =>
      onProgress?.(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (response.ok) resolve(JSON.parse(request.responseText));
      else problemOf(response).then((problem) => reject(new ProblemError(problem)), reject);
    };
    request.onerror = () => reject(new TypeError('network'));
    request.send(file);
  });
}
