/** The built page: headers, caching, compression, and that no path leads out of its folder. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, startInProcess, type RunningServer } from '../../support/startServer.ts';

let server: RunningServer;
const folder = newFolder();
const page = path.join(folder, 'dist');
const script = `console.log("${'x'.repeat(5000)}")`;

beforeAll(async () => {
  for (const name of ['assets', 'templates', '.vite']) mkdirSync(path.join(page, name), { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>Touchline</title>');
  writeFileSync(path.join(page, 'assets', 'main-Ab12Cd34.js'), script);
  writeFileSync(
    path.join(page, 'ahead.json'),
    JSON.stringify({
      map: { en: '</assets/en.js>; rel=modulepreload', zh: '</assets/zh.js>; rel=modulepreload' },
      presented: { en: '</assets/slides-en.js>; rel=modulepreload', zh: '' },
    }),
  );
  writeFileSync(path.join(page, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(page, 'templates', 'a.en.json'), '{}');
  writeFileSync(path.join(page, '.vite', 'manifest.json'), '{}');
  writeFileSync(path.join(page, '.env'), 'SECRET=1');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(page, 'link.txt'));
  symlinkSync(folder, path.join(page, 'out'));
  server = await startInProcess({ replace: { pageFolder: page } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Asks with the path exactly as written; fetch would tidy it up. */
function ask(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path: address, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('the built page', () => {
  it('tells with a map’s page the parts it will ask for, the words in the language of the browser', async () => {
    const told = async (address: string, languages?: string) =>
      (await ask(address, languages === undefined ? {} : { 'accept-language': languages })).headers['link'];
    expect(await told('/m/some-map', 'en-GB,zh;q=0.5')).toBe('</assets/en.js>; rel=modulepreload');
    expect(await told('/m/some-map', 'fr, zh-CN;q=0.8')).toBe('</assets/zh.js>; rel=modulepreload');
    expect(await told('/m/some-map')).toBe('</assets/en.js>; rel=modulepreload');
    for (const query of ['present', 'view=v1&present=s1'])
      expect(await told(`/m/some-map?${query}`)).toBe('</assets/slides-en.js>; rel=modulepreload');
    expect(await told('/')).toBeUndefined();
  });

  it('stands at / and at every map’s address, and is asked for again each time', async () => {
    for (const address of ['/', '/index.html', '/m/some-map', '/m/some-map?present']) {
      const answer = await ask(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    }
    expect((await ask('/m/')).status).toBe(404);
    expect((await ask('/m/a/b')).status).toBe(404);
  });

  it('leads a person home from an unknown address, with 404; a program gets the problem', async () => {
    const person = await ask('/nonsense/page', { accept: 'text/html,application/xhtml+xml' });
    expect([person.status, person.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const program = await ask('/nonsense/page', { accept: 'application/json' });
    expect([program.status, program.headers['content-type']]).toEqual([404, 'application/problem+json']);
    const api = await ask('/api/nonsense', { accept: 'text/html' });
    expect(api.headers['content-type']).toBe('application/problem+json');
  });

  it('lets hashed files be kept for ever and asks about all others', async () => {
    const hashed = await ask('/assets/main-Ab12Cd34.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('no-cache');
    const template = await ask('/templates/a.en.json');
    expect(template.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-cache',
    });
    const again = await ask('/templates/a.en.json', { 'if-none-match': String(template.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('compresses text as the browser likes', async () => {
    const brotli = await ask('/assets/main-Ab12Cd34.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotli.body.length).toBeLessThan(300);
    expect(
      (await ask('/assets/main-Ab12Cd34.js', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBe('gzip');
    const plain = await ask('/assets/main-Ab12Cd34.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
  });

  it('answers 404 to every trick with paths (R13)', async () => {
    const tricks = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/.env',
      '/.vite/manifest.json',
      '/%2eenv',
      '/link.txt',
      '/out/secret.txt',
      '/assets',
      '/assets/',
      '/index.html%00.js',
      '/index.html/',
      '/INDEX.HTML',
      '/constructor',
      '/__proto__',
    ];
    for (const address of tricks) expect([address, (await ask(address)).status]).toEqual([address, 404]);
  });

  it('sees a page that was built anew', async () => {
    writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>New</title>');
    writeFileSync(path.join(page, 'assets', 'main-Zz99Zz99.js'), 'new');
    expect((await ask('/')).body.toString()).toContain('New');
    expect((await ask('/assets/main-Zz99Zz99.js')).body.toString()).toBe('new');
  });

  it('says what to do when it is not built', async () => {
    const bare = await startInProcess({ replace: { pageFolder: path.join(folder, 'nowhere') } });
    const answer = await fetch(bare.url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
    await bare.stop();
  });
});

describe('security headers (R10)', () => {
  it('stand on pages, files, API answers and errors alike', async () => {
    for (const address of [
      '/',
      '/assets/main-Ab12Cd34.js',
      '/api/templates',
      '/api/nothing',
      '/healthz',
      '/nothing',
    ]) {
      const { headers } = await ask(address);
      const policy = String(headers['content-security-policy']);
      expect([address, policy]).toEqual([address, expect.stringContaining("script-src 'self';")]);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    }
    expect((await ask('/api/templates')).headers['cache-control']).toBe('no-store');
  });
});
