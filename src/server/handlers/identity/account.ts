import type { Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import type { Identity } from '../../identity/index.ts';
import { qrSvg } from '../../identity/qr.ts';

type Names =
  | 'account.signIn'
  | 'account.useLink'
  | 'account.signOut'
  | 'account.changePassword'
  | 'account.totpEnrol'
  | 'account.totpConfirm';

/** Signing in and out over the API; the pages do the same for browsers without scripts. */
export function accountHandlers(identity: Identity): Pick<Handlers, Names> {
  return {
    'account.signIn': async ({ request, body, now }) => {
      requireOwnPage(request);
      return { next: await identity.signIn(request, body, now) };
    },
    'account.useLink': async ({ request, body, now }) => {
      requireOwnPage(request);
      return { next: await identity.useLink(request, body.token, now) };
    },
    'account.signOut': async ({ request, now }) => {
      requireOwnPage(request);
      await identity.signOut(request, now);
      return {};
    },
    'account.changePassword': async ({ request, body, now }) => ({
      next: await identity.changePassword(
        request,
        { next: body.next, ...(body.current === undefined ? {} : { current: body.current }) },
        now,
      ),
    }),
    'account.totpEnrol': async ({ request, now }) => {
      requireOwnPage(request);
      const enrolment = await identity.startEnrolment(request, now);
      return { ...enrolment, qr: await qrSvg(enrolment.uri) };
    },
    'account.totpConfirm': async ({ request, body, now }) => {
      requireOwnPage(request);
      return { next: await identity.confirmCode(request, body.code, now) };
    },
  };
}

/** Public routes pass the edge without the header that other sites cannot set; those that set the cookie ask for it. */
function requireOwnPage(request: Request): void {
  if (request.headers.get('x-fazhi') !== '1') {
    refuse('forbidden', 'server.origin', '请求不是从本系统页面发出的。');
  }
}
