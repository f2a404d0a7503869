import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';

export interface Asset {
  /** With a mark of its content, so that it may be kept for a year. */
  readonly href: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const types = { 'portal.css': 'text/css; charset=utf-8', 'seal.svg': 'image/svg+xml' } as const;

const assets = new Map<string, Asset>(
  Object.entries(types).map(([name, type]) => {
    const bytes = new Uint8Array(readFileSync(new URL(`../assets/${name}`, import.meta.url)));
    const mark = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
    return [name, { href: `/portal/${name}?${mark}`, type, bytes }];
  }),
);

export function asset(name: keyof typeof types): Asset {
  return assets.get(name)!;
}

export function serveAsset(context: Context): Response {
  const found = assets.get(context.req.param('asset') ?? '');
  if (!found) return context.notFound() as Response;
  return new Response(found.bytes, {
    headers: {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
