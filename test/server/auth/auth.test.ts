/** Tokens, who is at the other end, and counting wrong tokens: the parts that need no server. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { bearerToken, findAccess } from '../../../server/auth/access.ts';
import {
  clientAddress,
  isForeignOrigin,
  isLocalRequest,
  originOf,
} from '../../../server/auth/clientAddress.ts';
import { createFailures } from '../../../server/auth/failures.ts';
import {
  digestName,
  hashToken,
  isTokenForm,
  newId,
  newToken,
  sameSecret,
} from '../../../server/auth/tokens.ts';
import { openSqliteStore } from '../../../server/storage/sqliteStore.ts';
import { createTestClock } from '../../support/testClock.ts';

function request(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

function from(origin: string | undefined): IncomingMessage {
  return request('127.0.0.1', { host: 'maps.local', ...(origin === undefined ? {} : { origin }) });
}

describe('tokens (R4)', () => {
  it('have 192 random bits and never repeat', () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(isTokenForm(token) && token.length === 32).toBe(true);
    expect(newId()).toMatch(/^[A-Za-z0-9_-]{20}$/);
  });

  it('are compared as secrets and named without telling them', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(digestName('map1', 'key')).toBe(digestName('map1', 'key'));
    expect(digestName('map1', 'key')).not.toBe(digestName('map2', 'key'));
  });

  it('open only their own map, and only in time (R2)', async () => {
    const store = openSqliteStore(':memory:');
    const token = newToken();
    const map = { title: '', generation: 1, createdAt: 0, updatedAt: 0, deletedAt: null };
    const link = {
      id: 'l1',
      mapId: 'm1',
      name: 'edit',
      label: '',
      tokenHash: hashToken(token),
      createdAt: 0,
      expiresAt: 100,
      lastOpenedAt: null,
    } as const;
    await store.createMap({ ...map, id: 'm1' }, [link], []);
    await store.createMap({ ...map, id: 'm2' }, [], []);
    expect((await findAccess(store, 'm1', token, 99))?.role).toBe('editor');
    expect(await findAccess(store, 'm1', token, 100)).toBeNull();
    expect(await findAccess(store, 'm2', token, 99)).toBeNull();
    expect(await findAccess(store, 'm1', newToken(), 99)).toBeNull();
    expect(await findAccess(store, 'm1', null, 99)).toBeNull();
    expect(await findAccess(store, 'm1', '\u0000', 99)).toBeNull();
    await store.close();
  });

  it('come in the Authorization header', () => {
    expect(bearerToken('Bearer abc')).toBe('abc');
    expect(bearerToken('bearer  abc ')).toBe('abc');
    for (const header of [undefined, '', 'Bearer', 'Basic abc', 'Bearer a b'])
      expect(bearerToken(header)).toBeNull();
  });
});

describe('who is at the other end (R9)', () => {
  it('forwarding headers count only behind a configured proxy, and then its own entry', () => {
    const forged = request('203.0.113.1', { 'x-forwarded-for': '127.0.0.1, 198.51.100.7' });
    expect(clientAddress(forged, false)).toBe('203.0.113.1');
    expect(clientAddress(forged, true)).toBe('198.51.100.7');
    expect(clientAddress(request('::ffff:127.0.0.1'), false)).toBe('127.0.0.1');
    expect(isLocalRequest(request('127.0.0.1'))).toBe(true);
    expect(isLocalRequest(request('127.0.0.1', { 'x-forwarded-for': '203.0.113.1' }))).toBe(false);
  });

  it('the site’s own address is PUBLIC_URL, else the host asked for', () => {
    const asked = request('127.0.0.1', {
      host: 'maps.local:4321',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(originOf(asked, null, false)).toBe('http://maps.local:4321');
    expect(originOf(asked, null, true)).toBe('https://evil.example');
    expect(originOf(asked, 'https://maps.example.org', true)).toBe('https://maps.example.org');
  });

  it('an Origin is foreign unless it is this host or PUBLIC_URL (R1)', () => {
    for (const origin of [undefined, 'http://maps.local', 'https://MAPS.local']) {
      expect(isForeignOrigin(from(origin), null, false)).toBe(false);
    }
    for (const origin of [
      'null',
      '',
      'https://maps.local.evil.example',
      'https://evil.example/maps.local',
      'http://maps.local:81',
      'ws://maps.local',
    ]) {
      expect([origin, isForeignOrigin(from(origin), null, false)]).toEqual([origin, true]);
    }
    expect(isForeignOrigin(from('https://maps.example.org'), 'https://maps.example.org', false)).toBe(false);
  });
});

describe('wrong tokens (R7)', () => {
  it('ten a minute are free, then the wait doubles, and time forgives', async () => {
    const clock = createTestClock();
    const failures = createFailures(10, clock);
    for (let i = 0; i < 10; i++) expect(failures.note('a')).toBe(0);
    expect([failures.note('a'), failures.note('a'), failures.note('a')]).toEqual([2, 4, 8]);
    expect(failures.note('b')).toBe(0);
    await clock.pass(61_000);
    expect(failures.note('a')).toBe(0);
  });

  it('waits an hour at most, does not count loopback, and remembers a bounded number of addresses', () => {
    const failures = createFailures(1, createTestClock());
    let longest = 0;
    for (let i = 0; i < 100; i++) longest = Math.max(longest, failures.note('a'));
    expect(longest).toBe(3600);
    for (let i = 0; i < 100; i++) expect(failures.note('127.0.0.1')).toBe(0);
    for (let i = 0; i < 20_000; i++) failures.note(`address ${i}`);
    expect(failures.note('a')).toBe(0);
  });
});
