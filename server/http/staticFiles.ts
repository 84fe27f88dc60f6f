/**
 * The built page. The folder is listed once and only listed files are served: there is no path from a request to
 * the file system, so there is nothing to trick (R13). Dot files and links that lead elsewhere are not listed.
 * Text is compressed once and kept. When the page was built anew, the list is made anew.
 */
import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chooseEncoding, encode, type Encoding } from './encoding.ts';

export interface StaticFiles {
  /** The file of an address, or null. `accepts` is the request's Accept-Encoding, `ifNoneMatch` its ETags. */
  serve(address: string, accepts: string, ifNoneMatch: string | null): Promise<Response | null>;
}

interface Listed {
  readonly file: string;
  readonly type: string;
  readonly cache: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressible = /^(text|application|image\/svg)/;
/** Vite's hashed names: their content never changes. */
const hashedName = /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.\w+$/;
const immutable = 'public, max-age=31536000, immutable';
const revalidate = 'no-cache';

export function createStaticFiles(folder: string): StaticFiles {
  let listed = new Map<string, Listed>();
  let listedAt = -1;
  const bodies = new Map<string, Promise<{ bytes: Uint8Array; etag: string }>>();

  /** Lists the folder again when its page is another than the one known. */
  function refresh(): void {
    const builtAt = statSync(path.join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (builtAt === listedAt) return;
    listedAt = builtAt;
    listed = listFolder(folder);
    bodies.clear();
  }

  async function body(one: Listed, encoding: Encoding): Promise<{ bytes: Uint8Array; etag: string }> {
    const key = `${encoding}:${one.file}`;
    const known = bodies.get(key) ?? readFile(one.file).then((raw) => encoded(raw, encoding));
    bodies.set(key, known);
    // A file that could not be read is tried again next time.
    known.catch(() => bodies.delete(key));
    return known;
  }

  return {
    async serve(address, accepts, ifNoneMatch) {
      if (address.endsWith('.html') || !listed.has(address)) refresh();
      const one = listed.get(address);
      if (!one) return null;
      const encoding = compressible.test(one.type) ? chooseEncoding(accepts) : 'identity';
      const { bytes, etag } = await body(one, encoding);
      const headers = new Headers({ 'Content-Type': one.type, 'Cache-Control': one.cache, ETag: etag });
      if (compressible.test(one.type)) headers.set('Vary', 'Accept-Encoding');
      if (ifNoneMatch?.split(/\s*,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
      if (encoding !== 'identity') headers.set('Content-Encoding', encoding);
      headers.set('Content-Length', String(bytes.length));
      return new Response(new Uint8Array(bytes), { headers });
    },
  };
}

function listFolder(folder: string): Map<string, Listed> {
  const found = new Map<string, Listed>();
  let root: string;
  try {
    root = realpathSync(folder);
  } catch {
    // Not built yet; the caller's page says so.
    return found;
  }
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(root, file).split(path.sep);
    if (!entry.isFile() || relative.some((part) => part.startsWith('.'))) continue;
    // The listing goes through linked folders too.
    if (realpathSync(file) !== file) continue;
    const address = `/${relative.join('/')}`;
    const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    found.set(address, { file, type, cache: hashedName.test(address) ? immutable : revalidate });
  }
  return found;
}

async function encoded(raw: Uint8Array, encoding: Encoding): Promise<{ bytes: Uint8Array; etag: string }> {
  const bytes = await encode(raw, encoding);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, etag };
}
