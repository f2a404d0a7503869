import { type Refusal, type RefusalKind, RefusedError } from '../../kernel/errors.ts';
import { sqlStateOf } from '../../store/connection.ts';

/** HTTP status of each kind of refusal: mapped here, once. */
const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  'not-allowed-now': 409,
  gate: 422,
  stale: 409,
  'not-found': 404,
  'request-reused': 422,
};

const titles: Record<RefusalKind, string> = {
  invalid: '填写有误',
  forbidden: '无权办理',
  'not-allowed-now': '现在不能办理',
  gate: '不符合法定条件',
  stale: '内容已有变化',
  'not-found': '没有找到',
  'request-reused': '请求重复',
};

/** Problem details (RFC 9457) with the rule, its basis and the steps that are open instead. */
export function problemResponse(refusal: Refusal, status = statusOf[refusal.kind]): Response {
  const { kind, message, ...rest } = refusal;
  return new Response(
    JSON.stringify({
      type: `urn:fazhi:refusal:${kind}`,
      title: titles[kind],
      status,
      detail: message,
      kind,
      message,
      ...rest,
    }),
    { status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
  );
}

export function notSignedIn(): Response {
  return problemResponse(
    { kind: 'forbidden', rule: 'server.session', message: '您还没有登录或登录已超时，请重新登录。' },
    401,
  );
}

/**
 * A refusal that reached the edge as an exception, or undefined for anything else. A value out of the range of its
 * column (SQLSTATE class 22) was asked for by the caller, and nothing was written.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusedError) return error.refusal;
  if (!sqlStateOf(error).startsWith('22')) return undefined;
  return {
    kind: 'invalid',
    rule: 'server.value',
    message: '填写的内容中有超出范围的数字、日期或者无法保存的字符，请核对后重试。',
  };
}

export function refuse(kind: RefusalKind, rule: string, message: string, fields?: Refusal['fields']): never {
  throw new RefusedError({ kind, rule, message, ...(fields ? { fields } : {}) });
}
