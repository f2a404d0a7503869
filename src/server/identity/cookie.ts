import { isToken } from './tokens.ts';

const NAME = 'fazhi_session';

/** The session token a request carries, if it has the form of one. */
export function tokenOf(request: Request): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value !== undefined && isToken(value)) return value;
  }
  return undefined;
}

/** `Set-Cookie` for a session. It lasts as long as the browser is open and is closed to scripts and other sites. */
export function sessionCookie(token: string, request: Request): string {
  return `${NAME}=${token}; ${attributes(request)}`;
}

/** `Set-Cookie` that takes the session away. */
export function endedCookie(request: Request): string {
  return `${NAME}=; Max-Age=0; ${attributes(request)}`;
}

function attributes(request: Request): string {
  return `Path=/; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`;
}

/** Over https here or at the proxy in front. Believing a false header only makes the cookie stricter. */
function isSecure(request: Request): boolean {
  return request.url.startsWith('https:') || request.headers.get('x-forwarded-proto') === 'https';
}
