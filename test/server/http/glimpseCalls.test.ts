/** Which glimpses a server answers with, on a clock that stands still but for the test. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Glimpse } from '../../../src/glimpse/glimpse.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { makeMap, openBareClient } from '../../support/syncClients.ts';
import { createTestClock, type TestClock } from '../../support/testClock.ts';
import { until } from '../../support/until.ts';

let clock: TestClock;
let server: RunningServer;

beforeEach(async () => {
  clock = createTestClock();
  server = await startInProcess({ replace: { clock } });
});
afterEach(() => server.stop());

const window = { width: 1440, height: 776, theme: 'light', today: '2026-01-01' };

function ask(map: CreatedMap, wish: object = window, headers: Readonly<Record<string, string>> = {}) {
  const query = new URLSearchParams(wish as Record<string, string>);
  return fetch(`${server.url}/api/maps/${map.id}/glimpse?${query}`, {
    headers: { authorization: `Bearer ${map.links.view.token}`, ...headers },
  });
}

describe('the call for a glimpse', () => {
  it('has nothing first, and what was drawn meanwhile next, also of a map that was entered without asking', async () => {
    const entered = await makeMap(server.url, { template: 'b2b-trade-sieve.en' });
    const asked = await makeMap(server.url, { template: 'airline-tiers.en' });
    expect((await ask(asked)).status).toBe(204);
    const client = await openBareClient(server.url, entered.id, ['touchline', entered.links.edit.token]);
    await client.close();
    await clock.pass(3000);
    await until(async () => (await ask(asked)).status === 200);
    // The clock stands: what is asked for now is not looked at.
    await until(async () => (await ask(entered)).status === 200);
    const { calls, boxes } = (await (await ask(entered)).json()) as Glimpse;
    expect(calls.length).toBeGreaterThan(100);
    expect(boxes.length).toBeGreaterThan(5);
  });

  it('takes any window, and refuses what is none', async () => {
    const map = await makeMap(server.url, {});
    for (const size of [
      { width: 640, height: 100 },
      { width: 7680, height: 4320 },
    ])
      expect((await ask(map, { ...window, ...size })).status).toBe(204);
    for (const wrong of [{ width: 0 }, { height: 'high' }, { theme: 'red' }, { today: 'monday' }])
      expect((await ask(map, { ...window, ...wrong })).status).toBe(422);
  });

  it('answers nothing in an encoding that was not asked for', async () => {
    const map = await makeMap(server.url, {});
    expect((await ask(map, window, { 'accept-encoding': 'identity' })).status).toBe(204);
    await clock.pass(60_000);
    expect((await ask(map, window, { 'accept-encoding': 'identity' })).status).toBe(204);
  });

  it('is for nobody without a link of that map (R2)', async () => {
    const map = await makeMap(server.url, {});
    const other = await makeMap(server.url, {});
    const answer = await ask(map, window, { authorization: `Bearer ${other.links.owner.token}` });
    expect(answer.status).toBe(401);
  });
});
