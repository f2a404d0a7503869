import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Files of a built folder under a prefix; anything else of the prefix is its index page (the app's own routes). */
export function staticApp(prefix: string, folder: string): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next();
    const path = decoded(new URL(context.req.url).pathname.slice(prefix.length));
    if (path === undefined || path.startsWith('..') || path.includes('\0')) return context.notFound();
    const asset = sizeOf(join(folder, path));
    if (asset === undefined && extname(path) !== '') return context.notFound();
    const file = asset === undefined ? join(folder, 'index.html') : join(folder, path);
    const size = asset ?? sizeOf(file);
    if (size === undefined) return context.notFound();
    const hashed = path.startsWith('/assets/') || path.startsWith('assets/');
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-length': String(size),
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  };
}

/** The path in plain letters; undefined where its escapes are no text. */
function decoded(path: string): string | undefined {
  try {
    return normalize(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : undefined;
}
