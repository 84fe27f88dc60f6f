/** Analyses and readings over HTTP: the same functions as the page, and measured values as an ordinary live edit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellAnalyses, type ToldAnalyses } from '../../../server/analyses.ts';
import { readMap } from '../../../src/document/readMap.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import type { CreatedMap, ProblemReason } from '../../../src/protocol/http.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap, openStockClient } from '../../support/syncClients.ts';
import { until } from '../../support/until.ts';

let server: RunningServer;
let map: CreatedMap;

beforeAll(async () => {
  server = await startInProcess();
});
afterAll(() => server.stop());

const file = {
  format: 'touchline/1',
  map: { id: 'm1', title: 'Kettle', language: 'zh' },
  personas: [{ id: 'p1', name: 'Ana' }],
  tiers: [{ id: 'ti1', name: 'Gold' }],
  stages: [{ id: 's1', name: 'Buy', phase: 'purchase' }],
  lanes: [{ id: 'l1', name: 'Contacts', kind: 'contact' }],
  touchpoints: [
    {
      id: 't1',
      title: 'Checkout',
      stageId: 's1',
      laneId: 'l1',
      emotion: 1,
      byPersona: { p1: { emotion: -2 } },
    },
  ],
  opportunities: [{ id: 'op1', title: 'Faster', touchpointIds: ['t1'] }],
  votes: [{ id: 'v1', targetId: 'op1', voter: 'u1', round: 1, dots: 3 }],
};
const makeKettle = async () => {
  map = await makeMap(server.url, { document: file });
};
const api = (method: string, rest: string, token: string, body?: unknown) =>
  call(server.url, method, `/api/maps/${map.id}${rest}`, token, body);
const analyses = async (token: string, query = '') =>
  (await api('GET', `/analyses${query}`, token)).body as unknown as ToldAnalyses;
const send = (body: unknown, token = map.links.edit.token) => api('POST', '/readings', token, body);
const reasonsOf = (body: unknown) =>
  ((body as { reasons?: readonly ProblemReason[] }).reasons ?? []).map(({ path, code }) => [path, code]);

describe('GET /api/maps/:id/analyses', () => {
  beforeAll(makeKettle);

  it('answers a viewer with what the page computes, checks in the language of the map', async () => {
    const parsed = parseMap({ ...file, votes: [] });
    if (!parsed.ok) throw new Error('no map');
    const today = new Date().toISOString().slice(0, 10);
    const answer = await analyses(map.links.view.token);
    expect(answer).toEqual(JSON.parse(JSON.stringify(tellAnalyses(parsed.map, { on: today }))));
    expect(Object.keys(answer)).toEqual([...Array.from({ length: 23 }, (_, at) => `A${at + 1}`), 'lint']);
    expect(answer.A5).toMatchObject({ value: null, reason: 'nothing-counted' });
    expect(answer.lint.map(({ code }) => code)).toContain('L06');
    expect(answer.lint.find(({ kind }) => kind === 'L04/no-zero')?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('counts votes only from commenter up, as viewers do not see the discussion', async () => {
    const votes = async (token: string) => (await analyses(token)).A11.value?.opportunities[0]?.votes;
    expect(await votes(map.links.view.token)).toBe(0);
    expect(await votes(map.links.comment.token)).toBe(3);
  });

  it('looks from a persona and a tier', async () => {
    expect((await analyses(map.links.view.token, '?persona=p1&tier=ti1')).A4.value?.score).toBe(-2);
    expect((await analyses(map.links.view.token)).A4.value?.score).toBe(1);
  });

  it('refuses a persona or tier the map does not have, and an option that it does not know', async () => {
    const unknown = await api('GET', '/analyses?persona=p9&tier=ti9', map.links.view.token);
    expect([unknown.status, reasonsOf(unknown.body)]).toEqual([
      422,
      [
        ['$.persona', 'refers-to-nothing'],
        ['$.tier', 'refers-to-nothing'],
      ],
    ]);
    expect((await api('GET', '/analyses?stage=s1', map.links.view.token)).status).toBe(422);
    expect((await api('GET', '/analyses', 'x'.repeat(43))).status).toBe(401);
  });
});

describe('POST /api/maps/:id/readings', () => {
  beforeAll(makeKettle);

  it('is a live edit: whoever has the map open sees the value, and the newest one counts', async () => {
    const client = openStockClient(server.url, map.id, map.links.view.token);
    const sent = [
      { touchpointId: 't1', metric: 'emotion', value: -1, n: 40, at: '2025-03-01', source: 'Survey' },
      { touchpointId: 't1', metric: 'emotion', value: 0.5, n: 12, at: '2025-04-01', source: 'Survey' },
      { touchpointId: null, metric: 'wallet-share', value: 24, n: null, at: '2025-04-01', source: 'CRM' },
    ];
    const answer = await send(sent);
    const { ids } = answer.body as unknown as { ids: readonly string[] };
    expect([answer.status, new Set(ids).size]).toEqual([201, 3]);
    await until(() => readMap(client.doc).readings.length === 3);
    expect((await analyses(map.links.view.token)).A4.value?.end).toEqual({ id: 't1', emotion: 0.5 });
    client.close();

    // The same list again, one value corrected: nothing twice.
    const again = await send([sent[0], { ...sent[1], value: 1.5 }, sent[2]]);
    expect((again.body as unknown as { ids: readonly string[] }).ids).toEqual(ids);
    expect((await analyses(map.links.view.token)).A4.value?.end).toEqual({ id: 't1', emotion: 1.5 });
  });

  it('takes all or nothing, and names every fault with its place', async () => {
    const good = { touchpointId: 't1', metric: 'nps', value: 30, n: 5, at: '2025-05-01', source: 'A' };
    const wrong = [
      good,
      { ...good, metric: 'ces', value: 8 },
      { ...good, metric: 'love' },
      { ...good, touchpointId: 't9' },
      { ...good, at: 'May' },
      { ...good, n: 0 },
      { ...good, metric: 'csat', value: 50, counts: [1, 2, 3, 4] },
      { ...good, at: '2025-05-03', counts: [1, 2, 3, 4, 5] },
      { metric: 'nps', value: 1, at: '2025-05-02' },
      7,
    ];
    const answer = await send(wrong);
    expect(answer.status).toBe(422);
    expect(reasonsOf(answer.body)).toEqual(
      expect.arrayContaining([
        ['$[1].value', 'reading-out-of-range'],
        ['$[2].metric', 'not-a-choice'],
        ['$[3].touchpointId', 'refers-to-nothing'],
        ['$[4].at', 'not-a-date'],
        ['$[5].n', 'not-a-number'],
        ['$[6].counts', 'wrong-counts'],
        ['$[7].counts', 'wrong-counts'],
        ['$[8].touchpointId', 'required'],
        ['$[9]', 'not-an-object'],
      ]),
    );
    expect(reasonsOf((await send([good, { ...good, value: 31 }])).body)).toEqual([
      ['$[1]', 'second-reading'],
    ]);
    const { A1 } = await analyses(map.links.view.token);
    expect(A1.reason).toBe('no-survey');
  });

  it('is for editors, and takes a list in JSON only', async () => {
    const one = [{ touchpointId: 't1', metric: 'nps', value: 30, at: '2025-05-01' }];
    expect((await send(one, map.links.comment.token)).status).toBe(403);
    expect((await send(one, 'x'.repeat(43))).status).toBe(401);
    expect((await send({ readings: one })).status).toBe(422);
    expect((await send([])).status).toBe(201);
  });
});
