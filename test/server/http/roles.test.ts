/** Who may call what (R35), and that nothing may be framed, whoever asks (R11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../../server/http/openApi.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import { hasRole, roleOfLink, type LinkName } from '../../../src/protocol/roles.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap } from '../../support/syncClients.ts';

const linkNames = Object.keys(roleOfLink) as LinkName[];
const mapCalls = calls.filter(({ path }) => path.startsWith('/api/maps/{id}'));

let server: RunningServer;
let map: CreatedMap;

beforeAll(async () => {
  server = await startInProcess();
  map = await makeMap(server.url);
});
afterAll(() => server.stop());

/** Without a body: whoever may is told that it is wrong, whoever may not is told that. */
const ask = ({ method, path }: (typeof calls)[number], of: CreatedMap, as: LinkName) =>
  call(
    server.url,
    method.toUpperCase(),
    path.replace('{id}', of.id).replace(/\{\w+\}/, 'a'.repeat(22)),
    of.links[as].token,
  );

describe.each(mapCalls.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', (_name, one) => {
  it.each(linkNames)('asked with the link of %s looks at the role first (R35)', async (as) => {
    const needed = one.who;
    if (needed !== 'viewer' && needed !== 'editor' && needed !== 'owner')
      throw new Error(`a call about a map is open to ${needed}`);
    const isMaking = needed === 'owner' && one.method === 'delete';
    const { status } = await ask(one, isMaking ? await makeMap(server.url) : map, as);
    if (hasRole(roleOfLink[as], needed)) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(403);
  });

  it('asked with another map’s link is told what an unknown link is told (R35)', async () => {
    const other = await makeMap(server.url);
    const { status } = await ask(one, { ...map, links: other.links }, 'owner');
    expect([401, 404]).toContain(status);
  });
});

it('nobody below an owner has changed anything by asking (R35)', async () => {
  const links = await call(server.url, 'GET', `/api/maps/${map.id}/links`, map.links.owner.token);
  expect(links.body).toHaveLength(linkNames.length);
});

describe('framing (R11)', () => {
  const faultOf = ({ headers }: { readonly headers: Headers }) =>
    [
      /(?:^|; )frame-ancestors 'none'(?:;|$)/.test(headers.get('content-security-policy') ?? ''),
      headers.get('x-frame-options') === 'DENY',
    ].every(Boolean)
      ? []
      : [[...headers].join('\n')];

  it('is refused by every page: no link is embeddable, and a secret behind # tells the server no role', async () => {
    for (const address of ['/', '/index.html', `/m/${map.id}`, `/m/${map.id}?embed=1&view=v1`, '/nonsense'])
      expect(faultOf(await fetch(server.url + address))).toEqual([]);
  });

  it.each(linkNames)('is refused by everything that the link of %s gives', async (as) => {
    for (const one of mapCalls.filter(({ method }) => method === 'get'))
      expect([one.path, faultOf(await ask(one, map, as))]).toEqual([one.path, []]);
  });
});
