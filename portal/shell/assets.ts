import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';

interface Asset {
  /** With a mark of its content, so that it may be kept for a year. */
  readonly href: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Served files by name, each put together from files of this folder in the order in which they prevail. */
const sources = {
  'portal.css': ['text/css; charset=utf-8', ['base.css', 'shell.css', 'parts.css', 'media.css']],
  'seal.svg': ['image/svg+xml', ['seal.svg']],
  'check-proof.mjs': ['text/plain; charset=utf-8', ['check-proof.mjs']],
} as const;

const assets = new Map<string, Asset>(
  Object.entries(sources).map(([name, [type, parts]]) => {
    const text = parts.map((part) => readFileSync(new URL(`../assets/${part}`, import.meta.url), 'utf8'));
    const bytes = new TextEncoder().encode(text.join('\n'));
    const mark = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
    return [name, { href: `/portal/${name}?${mark}`, type, bytes }];
  }),
);

export function asset(name: keyof typeof sources): Asset {
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
