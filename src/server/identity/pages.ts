import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Refusal } from '../../kernel/errors.ts';
import { refusalOf } from '../http/problem.ts';
import type { Identity } from './identity.ts';
import { HOME, type Markup } from './page-parts.ts';
import { signInStyle } from './page-style.ts';
import { codeView, enrolView, linkView, passwordView, signInView } from './page-views.ts';
import { qrSvg } from './qr.ts';
import type { Next } from './sign-in.ts';

/** Forms here hold a few short fields. */
const MOST_BYTES = 16 * 1024;

const CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Sign-in for browsers with or without scripts: forms, redirects and nothing else. */
export function signInPages(identity: Identity, clock: () => string): Hono {
  const app = new Hono();
  app.use('/sign-in/*', bodyLimit({ maxSize: MOST_BYTES }));
  app.use('/sign-in/*', async (context, next) => {
    if (context.req.method === 'POST' && !isOwnForm(context.req.raw)) {
      return context.text('请求不是从本系统页面发出的。', 403);
    }
    await next();
    context.header('content-security-policy', CSP);
    // The address of a link page is a secret until it is used.
    context.header('referrer-policy', 'same-origin');
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    return undefined;
  });
  app.get('/sign-in/style.css', (context) =>
    context.body(signInStyle, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  signInRoutes(app, identity, clock);
  linkRoutes(app, identity, clock);
  secondFactorRoutes(app, identity, clock);
  passwordRoutes(app, identity, clock);
  app.post('/sign-in/out', async (context) => {
    await identity.signOut(context.req.raw, clock());
    return context.redirect('/sign-in', 303);
  });
  return app;
}

function signInRoutes(app: Hono, identity: Identity, clock: () => string): void {
  app.get('/sign-in', async (context) => {
    const to = destination(context.req.query('to'));
    const next = await identity.nextOf(context.req.raw, clock());
    return next ? goOn(context, next, to) : context.html(signInView({ to, login: '' }));
  });
  app.post('/sign-in', async (context) => {
    const form = await formOf(context);
    return attempt(
      context,
      () =>
        identity.signIn(
          context.req.raw,
          { login: form('login').slice(0, 64), password: form('password').slice(0, 200) },
          clock(),
        ),
      destination(form('to')),
      async (refusal, to) => signInView({ to, refusal, login: form('login').slice(0, 64) }),
    );
  });
}

function linkRoutes(app: Hono, identity: Identity, clock: () => string): void {
  // Looking at the page does not use the link up: messengers and browsers load addresses ahead of the reader.
  app.get('/sign-in/link/:token', async (context) => {
    const owner = await identity.ownerOfLink(context.req.param('token'), clock());
    return context.html(linkView(owner), owner ? 200 : 404);
  });
  app.post('/sign-in/link/:token', (context) => {
    const token = context.req.param('token');
    return attempt(
      context,
      () => identity.useLink(context.req.raw, token, clock()),
      HOME,
      async (refusal) => linkView(await identity.ownerOfLink(token, clock()), refusal),
    );
  });
}

function secondFactorRoutes(app: Hono, identity: Identity, clock: () => string): void {
  const view = async (context: Context, to: string, refusal?: Refusal): Promise<Markup | undefined> => {
    const next = await identity.nextOf(context.req.raw, clock());
    const shown = { to, ...(refusal ? { refusal } : {}) };
    if (next === 'code') return codeView(shown);
    if (next !== 'enrol') return undefined;
    const { uri, secret } = await identity.startEnrolment(context.req.raw, clock());
    return enrolView({ ...shown, secret, qr: await qrSvg(uri) });
  };
  app.get('/sign-in/totp', async (context) => {
    const to = destination(context.req.query('to'));
    const shown = await view(context, to);
    return shown ? context.html(shown) : context.redirect(signInAddress(to), 303);
  });
  app.post('/sign-in/totp', async (context) => {
    const form = await formOf(context);
    return attempt(
      context,
      () => identity.confirmCode(context.req.raw, form('code').slice(0, 12), clock()),
      destination(form('to')),
      (refusal, to) => view(context, to, refusal),
    );
  });
}

function passwordRoutes(app: Hono, identity: Identity, clock: () => string): void {
  const view = async (context: Context, to: string, refusal?: Refusal): Promise<Markup | undefined> => {
    const next = await identity.nextOf(context.req.raw, clock());
    if (next !== 'open' && next !== 'password') return undefined;
    const asksCurrent = await identity.hasPassword(context.req.raw, clock());
    return passwordView({ to, asksCurrent, mayLeave: next === 'open', ...(refusal ? { refusal } : {}) });
  };
  app.get('/sign-in/password', async (context) => {
    const to = destination(context.req.query('to'));
    const shown = await view(context, to);
    return shown ? context.html(shown) : context.redirect(signInAddress(to), 303);
  });
  app.post('/sign-in/password', async (context) => {
    const form = await formOf(context);
    const to = destination(form('to'));
    if (form('next') !== form('again')) {
      const message = '两次输入的新密码不一致。';
      const fields = [{ path: 'again', message }];
      const shown = await view(context, to, { kind: 'invalid', rule: 'identity.password', message, fields });
      return shown ? context.html(shown, 422) : context.redirect(signInAddress(to), 303);
    }
    const current = form('current');
    return attempt(
      context,
      () =>
        identity.changePassword(
          context.req.raw,
          { next: form('next'), ...(current ? { current } : {}) },
          clock(),
        ),
      to,
      (refusal) => view(context, to, refusal),
    );
  });
}

/** Does what a form asks and goes on, or shows the form again with what was refused. */
async function attempt(
  context: Context,
  act: () => Promise<Next>,
  to: string,
  again: (refusal: Refusal, to: string) => Promise<Markup | undefined>,
): Promise<Response> {
  try {
    return goOn(context, await act(), to);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const shown = await again(refusal, to);
    return shown ? context.html(shown, 422) : context.redirect(signInAddress(to), 303);
  }
}

const pageOf: Record<Next, string> = {
  open: HOME,
  code: '/sign-in/totp',
  enrol: '/sign-in/totp',
  password: '/sign-in/password',
};

function goOn(context: Context, next: Next, to: string): Response {
  return context.redirect(next === 'open' ? to : withDestination(pageOf[next], to), 303);
}

function signInAddress(to: string): string {
  return withDestination('/sign-in', to);
}

function withDestination(path: string, to: string): string {
  return to === HOME ? path : `${path}?to=${encodeURIComponent(to)}`;
}

/** Where to go after signing in: a page of the console, never another site. */
function destination(asked: string | undefined): string {
  return asked !== undefined && /^\/console\/[!-[\]-~]{0,2000}$/.test(asked) ? asked : HOME;
}

async function formOf(context: Context): Promise<(name: string) => string> {
  const body = await context.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
}

/**
 * Whether a form was sent by a page of ours. Browsers say so where the connection is secure; elsewhere the origin is
 * compared with the host that was asked.
 */
function isOwnForm(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
