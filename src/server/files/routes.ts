import type { Hono } from 'hono';
import type { Refusal } from '../../kernel/errors.ts';
import type { AppOptions } from '../app-options.ts';
import { maySee } from '../handlers/visible.ts';
import { notSignedIn, problemResponse, refusalOf } from '../http/problem.ts';
import { openerOf } from '../session.ts';
import { readableFile } from './reading.ts';
import { MAX_FILE, tooLarge } from './store.ts';

const unreadable: Refusal = {
  kind: 'not-found',
  rule: 'files.read',
  message: '没有这个文件，或者您无权查看。',
};

const passwordFirst: Refusal = {
  kind: 'forbidden',
  rule: 'server.password',
  message: '请先修改密码。',
};

/** The name of an upload, or undefined where it is none that a file can have. */
function fileName(header: string | null): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(header ?? '');
  } catch {
    return undefined;
  }
  const fits = name.length > 0 && name.length <= 255 && !/[/\\\p{Cc}]/u.test(name);
  return fits ? name : undefined;
}

/** Upload and download. A file is read through a matter it is bound to (docs/decisions/0013); each reading is audited. */
export function fileRoutes(app: Hono, { world, identity, files, clock, log }: AppOptions): void {
  app.post('/api/files', async (context) => {
    const request = context.req.raw;
    const now = clock();
    const session = await identity.resolve(request, now);
    if (!session) return notSignedIn();
    if (request.headers.get('x-fazhi') !== '1') {
      return problemResponse({
        kind: 'forbidden',
        rule: 'server.origin',
        message: '请求不是从本系统页面发出的。',
      });
    }
    if (session.mustChangePassword) return problemResponse(passwordFirst);
    if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE) return problemResponse(tooLarge);
    const name = fileName(request.headers.get('x-file-name'));
    if (!name || !request.body) {
      return problemResponse({
        kind: 'invalid',
        rule: 'files.name',
        message: '请选择文件；文件名不能含有斜杠和控制字符，最长255字。',
      });
    }
    try {
      return context.json(
        await files.put({
          region: session.region,
          person: session.person.id,
          name,
          body: request.body as ReadableStream<Uint8Array>,
          now,
        }),
      );
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return problemResponse(refusal);
      log.error('upload', error);
      return problemResponse(
        { kind: 'not-allowed-now', rule: 'files.fault', message: '上传没有完成，请重试。' },
        500,
      );
    }
  });

  app.get('/api/files/:sm3', async (context) => {
    const now = clock();
    const session = await identity.resolve(context.req.raw, now);
    if (!session) return notSignedIn();
    if (session.mustChangePassword) return problemResponse(passwordFirst);
    const sm3 = context.req.param('sm3');
    const line = { region: session.region, at: now, person: session.person.id, post: session.acting.id };
    const bound = /^[0-9a-f]{64}$/.test(sm3)
      ? await readableFile(world.sql, {
          region: session.region,
          sm3,
          sees: (matter) => maySee(world, session, matter),
          opener: openerOf(session),
          procedure: world.systems.registry.get,
        })
      : undefined;
    const stored = bound && (await files.stored(sm3));
    if (!stored) {
      await identity.audit({ ...line, kind: 'refused', detail: `file.read ${unreadable.rule}` });
      return problemResponse(unreadable);
    }
    await identity.audit({ ...line, kind: 'downloaded', detail: `${bound.matter} ${sm3}` });
    return new Response(stored.body, {
      headers: {
        'content-type': bound.type === 'text/html' ? 'text/plain; charset=utf-8' : bound.type,
        'content-length': String(stored.size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(bound.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
}
