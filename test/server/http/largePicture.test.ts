/** R75: a picture that would be too large is refused with a sentence, and a smaller one of the same map is drawn. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMap } from '../../../src/model/writeMap.ts';
import { buildMap } from '../../support/buildMap.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap } from '../../support/syncClients.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startInProcess();
});
afterAll(() => server.stop());

it('is told by the option that made it so large (R75)', async () => {
  const document = writeMap(
    buildMap({
      stages: Array.from({ length: 20 }, (_, index) => ({ id: `s${index}`, width: 2400 })),
      lanes: Array.from({ length: 10 }, (_, index) => ({ id: `l${index}`, height: 1200 })),
    }),
  );
  const map = await makeMap(server.url, { document });
  const draw = (query: string) =>
    call(server.url, 'GET', `/api/maps/${map.id}/export.png?${query}`, map.links.view.token);
  for (const [query, path] of [
    ['scale=4', '$.scale'],
    ['width=100000', '$.width'],
  ] as const) {
    const { status, body } = await draw(query);
    expect([query, status, body['code']]).toEqual([query, 422, 'wrong-content']);
    expect(body['reasons']).toEqual([
      expect.objectContaining({ path, message: expect.stringContaining('1,073,741,824 pixels') }),
    ]);
  }
  expect((await draw('width=600')).status).toBe(200);
});
