import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Client, ProblemError } from '../../src/client/client.ts';
import { layout } from './layout.ts';
import type { Page, PageMaker, Visit } from './page.ts';
import { message } from './parts.ts';

export interface PortalOptions {
  /** Name of the region, which may change while the server runs. */
  readonly region: () => string;
  /** Counts one reading of a page; answers how often it was read in all. */
  readonly countView: (page: string) => Promise<number>;
  /** Told of what nobody expected. */
  readonly fault: (path: string, error: unknown) => void;
}

/** Nothing but our own stylesheet, pictures and forms: no script runs on these pages. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPE_COOKIE = 'type-size';

/** Answers with the page a maker makes, or with one that says what went wrong and what to do. */
export function serve(client: Client, options: PortalOptions, maker: PageMaker) {
  return async (context: Context): Promise<Response> => {
    const visit = visitOf(client, options, context);
    const page = await maker(visit).catch((error: unknown) => pageOfError(error, visit, options));
    const large = getCookie(context, TYPE_COOKIE) === 'large';
    const body = String(await layout(page, visit, large));
    return answer(context, page, body);
  };
}

function visitOf(client: Client, options: PortalOptions, context: Context): Visit {
  const url = new URL(context.req.url);
  return {
    client,
    url,
    region: options.region(),
    countView: options.countView,
    param: (name) => context.req.param(name) ?? '',
    query: (name) => url.searchParams.get(name)?.trim() ?? '',
    form: async (name) => {
      const value = (await context.req.parseBody())[name];
      return typeof value === 'string' ? value : '';
    },
  };
}

function answer(context: Context, page: Page, body: string): Response {
  const status = page.status ?? 200;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'zh-CN',
    'content-security-policy': POLICY,
    vary: 'Cookie',
  });
  if (status !== 200 || page.private || context.req.method !== 'GET') {
    headers.set('cache-control', 'no-store');
    return new Response(body, { status, headers });
  }
  // A page may be kept, and is asked for again each time: unchanged, it costs a line and no text.
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  headers.set('cache-control', 'public, no-cache');
  headers.set('etag', tag);
  const known = context.req
    .header('if-none-match')
    ?.split(',')
    .map((entry) => entry.trim().replace(/^W\//, ''));
  if (known?.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

function pageOfError(error: unknown, visit: Visit, options: PortalOptions): Page {
  if (error instanceof ProblemError && error.problem.status < 500) {
    const { status, fields } = error.problem;
    if (status === 429)
      return { title: '请稍后再试', status, body: message('请稍后再试', error.problem.message) };
    if (status === 404) return notFound(error.problem.message);
    const said = fields?.length ? '填写的内容格式不对，请检查日期和编号后重试。' : error.problem.message;
    return { title: '请修改后重试', status: 400, body: message('请修改后重试', said) };
  }
  options.fault(visit.url.pathname, error);
  return {
    title: '暂时不能显示',
    status: 500,
    body: message(
      '暂时不能显示',
      '系统出现故障，正在记录。请过几分钟再打开这个页面；一直不行的，请到政务服务窗口咨询。',
    ),
  };
}

export function notFound(text: string): Page {
  return { title: '没有找到', status: 404, body: message('没有找到', text) };
}

/** Keeps the reader's choice of type size and goes back to where it was made. */
export function chooseType(context: Context): Response {
  const large = context.req.query('size') === 'large';
  setCookie(context, TYPE_COOKIE, large ? 'large' : '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: large ? 31_536_000 : 0,
  });
  return context.redirect(ownPath(context.req.query('back')), 303);
}

/** A path of this site, or home: a link must not lead elsewhere through us. */
function ownPath(path = '/'): string {
  const url = new URL(path, 'http://portal.invalid');
  return url.host === 'portal.invalid' && path.startsWith('/') ? `${url.pathname}${url.search}` : '/';
}
