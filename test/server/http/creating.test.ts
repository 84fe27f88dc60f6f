/** Who may create maps on a server that others can reach, and what guessing costs (R7). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap, openBareClient } from '../../support/syncClients.ts';

let server: RunningServer;
const from = (address: string) => ({ 'x-forwarded-for': address });

beforeAll(async () => {
  server = await startInProcess({ env: { HOST: '0.0.0.0', TRUST_PROXY: 'yes' } });
});
afterAll(() => server.stop());

/** The create token, from the address to open. */
const token = () => new URL(server.openUrl).hash.slice(1);

describe('a server that others can reach', () => {
  it('makes a create token at the first start and puts it into the address to open', async () => {
    expect(token()).toMatch(/^[A-Za-z0-9_-]{22,}$/);
    const refused = await call(server.url, 'POST', '/api/maps', null, {});
    expect(refused.status).toBe(401);
    expect(refused.body.detail).toContain('create token');
    expect((await call(server.url, 'POST', '/api/maps', 'wrong-token-wrong-token', {})).status).toBe(401);
    expect((await makeMap(server.url, {}, token())).id).toBeTruthy();
  });

  it('gives figures to who has the create token', async () => {
    const asked = await call(server.url, 'GET', '/metrics', token(), undefined, from('203.0.113.9'));
    expect(asked.status).toBe(200);
    expect((await call(server.url, 'GET', '/metrics', null, undefined, from('203.0.113.9'))).status).toBe(
      401,
    );
  });

  it('writes the forwarded host into links', async () => {
    const headers = { 'x-forwarded-host': 'maps.example.org', 'x-forwarded-proto': 'https' };
    const { body } = await call(server.url, 'POST', '/api/maps', token(), {}, headers);
    expect(body.links.view.url).toMatch(/^https:\/\/maps\.example\.org\/m\//);
  });

  it('makes an address that guesses wait longer and longer, while others and right links go on (R7)', async () => {
    const map = await makeMap(server.url, {}, token());
    const guess = () =>
      call(
        server.url,
        'GET',
        `/api/maps/${map.id}`,
        'wrong-token-wrong-token',
        undefined,
        from('203.0.113.1'),
      );
    for (let i = 0; i < 10; i++) expect((await guess()).status).toBe(401);
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      const answer = await guess();
      expect(answer.status).toBe(429);
      waits.push(Number(answer.headers.get('retry-after')));
    }
    expect(waits).toEqual([2, 4, 8]);
    const socket = openBareClient(server.url, map.id, ['touchline', 'a'.repeat(32)], from('203.0.113.1'));
    await expect(socket).rejects.toThrow('429');
    const other = await call(
      server.url,
      'GET',
      `/api/maps/${map.id}`,
      'wrong-token-wrong-token',
      undefined,
      from('203.0.113.2'),
    );
    expect(other.status).toBe(401);
    const right = await call(
      server.url,
      'GET',
      `/api/maps/${map.id}`,
      map.links.view.token,
      undefined,
      from('203.0.113.1'),
    );
    expect(right.status).toBe(200);
  });

  it('makes at most 30 maps a minute for one address', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 32; i++) {
      statuses.add((await call(server.url, 'POST', '/api/maps', token(), {}, from('203.0.113.3'))).status);
    }
    expect([...statuses]).toEqual([201, 429]);
  });
});
