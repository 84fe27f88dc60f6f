/** The HTTP calls, from outside: what they do, who may, and the sentence when they do not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../../server/http/openApi.ts';
import { drawTools } from '../../../server/exports/drawTools.ts';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { drawFile, fileFormats, formatOf } from '../../../src/export/fileFormats.ts';
import { readSource } from '../../../src/import/readSource.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { writeMap } from '../../../src/model/writeMap.ts';
import type { CreatedMap, LinkFacts, LinkWish, Problem } from '../../../src/protocol/http.ts';
import { journeyNames } from '../../support/importing.ts';
import { largeMap } from '../../support/largeMap.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap, openStockClient, type Answer } from '../../support/syncClients.ts';
import { until } from '../../support/until.ts';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
const templateFile = (id: string): unknown =>
  JSON.parse(readFileSync(path.join(projectFolder, 'public/templates', `${id}.json`), 'utf8'));
const templateIds = [
  'airline-tiers.en',
  'b2b-trade-sieve.en',
  'ecommerce-crm.zh-en',
  'home-decoration.zh',
  'real-estate-sales.zh',
  'saas-onboarding-blueprint.en',
];

let server: RunningServer;
let map: CreatedMap;

beforeAll(async () => {
  server = await startInProcess();
  map = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
});
afterAll(() => server.stop());

const api = (
  method: string,
  address: string,
  token: string | null,
  body?: unknown,
  headers?: Record<string, string>,
) => call(server.url, method, address, token, body, headers);
const mapPath = (rest = '') => `/api/maps/${map.id}${rest}`;

/** The map's share links as its owner sees them. */
const links = async (): Promise<readonly LinkFacts[]> =>
  (await api('GET', mapPath('/links'), map.links.owner.token)).body as unknown as LinkFacts[];

/** What is wrong with a refusal: it is problem details with a sentence of what happened, what is safe, what to do. */
function faultsOf(answer: Answer, status: number): readonly string[] {
  const { title, detail } = answer.body;
  const faults = {
    [`status ${answer.status}`]: answer.status !== status || answer.body['status'] !== status,
    'no problem details': answer.headers.get('content-type') !== 'application/problem+json',
    'no title': title.length < 6,
    'no sentences': detail.split('. ').length < 2,
  };
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

describe('making maps', () => {
  it('gives an id and four links with tokens of 128 bits and more, the secret behind # (R3, R4)', async () => {
    const made = await makeMap(server.url);
    for (const link of Object.values(made.links)) {
      expect(link.token).toMatch(/^[A-Za-z0-9_-]{22,}$/);
      expect(link.url).toBe(`${server.url}/m/${made.id}#${link.token}`);
    }
    expect(new Set(Object.values(made.links).map((link) => link.token)).size).toBe(4);
  });

  it('makes a blank map with three stages, in the language asked for', async () => {
    const blank = await makeMap(server.url, {});
    const { body } = await api('GET', `/api/maps/${blank.id}/document`, blank.links.view.token);
    expect(body['stages']).toHaveLength(3);
    const chinese = await api('POST', '/api/maps', null, {}, { 'accept-language': 'zh-CN,zh;q=0.9' });
    const facts = await api('GET', `/api/maps/${chinese.body.id}`, chinese.body.links.view.token);
    expect(facts.body.title).toBe('未命名旅程图');
  });

  for (const id of templateIds) {
    it(`copies the template ${id} under new ids, title kept`, async () => {
      const made = await makeMap(server.url, { template: id });
      const { body } = await api('GET', `/api/maps/${made.id}/document`, made.links.view.token);
      const original = parseMap(templateFile(id));
      const copy = parseMap(body);
      if (!original.ok || !copy.ok) throw new Error('a template is no map');
      expect(copy.map.map.title).toBe(original.map.map.title);
      expect(copy.map.touchpoints.map((one) => one.title)).toEqual(
        original.map.touchpoints.map((one) => one.title),
      );
      expect(copy.map.touchpoints[0]?.id).not.toBe(original.map.touchpoints[0]?.id);
    });

    it(`keeps a document equal over import and export: ${id}`, async () => {
      const file = parseMap(templateFile(id));
      if (!file.ok) throw new Error('a template is no map');
      const written = writeMap(file.map);
      const made = await makeMap(server.url, { document: written });
      const { body } = await api('GET', `/api/maps/${made.id}/document`, made.links.comment.token);
      expect(body).toEqual(written);
    });

    it(`gives a Touchline file that comes back byte for byte: ${id}`, async () => {
      const fileOf = async (document: unknown) => {
        const made = await makeMap(server.url, { document: document as object });
        const answer = await fetch(`${server.url}/api/maps/${made.id}/export.json`, {
          headers: { authorization: `Bearer ${made.links.view.token}` },
        });
        return answer.bytes();
      };
      const first = await fileOf(templateFile(id));
      const read = readSource(first, 'map.touchline.json', journeyNames);
      if (!read.ok || !read.journeys?.[0]) throw new Error('our own file was not read');
      const second = await fileOf(writeMap(read.journeys[0].journey));
      expect(Buffer.compare(first, second)).toBe(0);
    });
  }

  it('gives facts and content in one compressed answer, the content without comments and votes for every role', async () => {
    const comments = [
      {
        id: 'c1',
        targetId: 'tp01',
        author: { id: 'a1', name: 'Ana' },
        text: 'Why?',
        at: '2026-01-01T00:00:00Z',
      },
    ];
    const made = await makeMap(server.url, {
      document: { ...(templateFile('saas-onboarding-blueprint.en') as object), comments },
    });
    const { token } = made.links.owner;
    const plain = await api('GET', `/api/maps/${made.id}`, token);
    const both = await api('GET', `/api/maps/${made.id}?with=content`, token, undefined, {
      'accept-encoding': 'br',
    });
    const { content, ...facts } = both.body as unknown as { content: object };
    expect(facts).toEqual(plain.body);
    expect(both.headers.get('content-encoding')).toBe('br');
    const viewed = await api('GET', `/api/maps/${made.id}/document`, made.links.view.token);
    expect(content).toEqual(viewed.body);
    expect(JSON.stringify(content)).not.toContain('Why?');
    expect((await api('GET', `/api/maps/${made.id}?with=all`, token)).status).toBe(422);
    expect((await api('GET', `/api/maps/${made.id}?with=content`, 'no-such-token-at-all')).status).toBe(401);
  });

  it('tells how many people have the map open when it is asked for that, and not otherwise', async () => {
    const made = await makeMap(server.url, { title: 'Quiet' });
    const { token } = made.links.view;
    const plain = await api('GET', `/api/maps/${made.id}`, token);
    expect(plain.body).not.toHaveProperty('here');
    const asked = await api('GET', `/api/maps/${made.id}?with=here`, token);
    expect(asked.body).toEqual({ ...plain.body, here: 0 });
    expect((await api('GET', `/api/maps/${made.id}?with=here`, 'no-such-token-at-all')).status).toBe(401);
  });

  it('gives the content as it is now, also when it was asked for before', async () => {
    const made = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
    const { token } = made.links.edit;
    const content = async () =>
      (await api('GET', `/api/maps/${made.id}?with=content`, token)).body['content'] as {
        map: { title: string };
      };
    const before = await content();
    expect(await content()).toEqual(before);
    const changed = { ...before, map: { ...before.map, title: 'Another title' } };
    expect((await api('PUT', `/api/maps/${made.id}/document`, token, changed)).status).toBe(204);
    expect((await content()).map.title).toBe('Another title');
  });

  it.each(templateIds)(
    'gives a new map of %s as it lies in its document, to the letter',
    async (template) => {
      const made = await makeMap(server.url, { template });
      const { token } = made.links.view;
      const text = (answer: unknown) => JSON.stringify(answer);
      const { content } = (await api('GET', `/api/maps/${made.id}?with=content`, token)).body as unknown as {
        content: object;
      };
      expect(text(content)).toBe(text((await api('GET', `/api/maps/${made.id}/document`, token)).body));
    },
  );

  it('shows comments and votes from commenter up only', async () => {
    const file = templateFile('airline-tiers.en') as { touchpoints: { id: string }[] };
    const targetId = file.touchpoints[0]?.id;
    const comments = [
      { id: 'c1', targetId, author: { id: 'a1', name: 'Ana' }, text: 'Why?', at: '2026-01-01T00:00:00Z' },
    ];
    const made = await makeMap(server.url, { document: { ...file, comments } });
    const asViewer = await api('GET', `/api/maps/${made.id}/document`, made.links.view.token);
    const asCommenter = await api('GET', `/api/maps/${made.id}/document`, made.links.comment.token);
    expect(asViewer.body['comments']).toBeUndefined();
    expect(asCommenter.body['comments']).toMatchObject([{ id: 'c1', text: 'Why?' }]);
  });

  it('refuses a wrong document whole, with reasons and their places', async () => {
    const file = templateFile('airline-tiers.en') as { touchpoints: object[] };
    const wrong = { ...file, touchpoints: [{ ...file.touchpoints[0], emotion: 7 }] };
    const answer = await api('POST', '/api/maps', null, { document: wrong });
    expect(faultsOf(answer, 422)).toEqual([]);
    expect(answer.body.code).toBe('wrong-content');
    expect(answer.body.reasons).toContainEqual({
      path: '$.touchpoints[0].emotion',
      code: 'not-a-number',
      values: { whole: false, min: -2, max: 2 },
      message: 'must be a number from −2 to 2',
      value: 7,
    });
  });

  it('says the reasons in English whatever language is asked for, with the code for other tongues', async () => {
    const answer = await api('POST', '/api/maps', null, { document: {} }, { 'accept-language': 'zh-CN' });
    expect(answer.body.reasons).toEqual([
      {
        path: '$.format',
        code: 'other-format',
        values: { named: null, format: 'touchline/1' },
        message: 'the format is missing or not a text; only "touchline/1" can be read',
        value: 'nothing',
      },
    ]);
  });

  it('refuses broken JSON, other content types, unknown keys, both sources, unknown templates', async () => {
    expect(faultsOf(await api('POST', '/api/maps', null, '{"title": '), 400)).toEqual([]);
    expect(
      faultsOf(await api('POST', '/api/maps', null, 'title=x', { 'content-type': 'text/plain' }), 400),
    ).toEqual([]);
    expect(faultsOf(await api('POST', '/api/maps', null, { titel: 'x' }), 422)).toEqual([]);
    expect(faultsOf(await api('POST', '/api/maps', null, { title: 'x'.repeat(121) }), 422)).toEqual([]);
    expect(faultsOf(await api('POST', '/api/maps', null, { template: 'a', document: {} }), 422)).toEqual([]);
    expect(faultsOf(await api('POST', '/api/maps', null, { document: [] }), 422)).toEqual([]);
    const unknown = await api('POST', '/api/maps', null, { template: '../../package' });
    expect(faultsOf(unknown, 404)).toEqual([]);
    expect(unknown.body.detail).toContain('airline-tiers.en');
  });

  it('refuses keys that would change other objects (R33)', async () => {
    const text = `{"document": {"format": "touchline/1", "map": {"id": "m", "title": "t"}, "stages": [], "lanes": [], "__proto__": {"x": 1}}}`;
    expect(faultsOf(await api('POST', '/api/maps', null, text), 422)).toEqual([]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('refuses a body over 20 MiB, announced or not', async () => {
    const large = `{"title": "${'x'.repeat(21 * 1024 * 1024)}"}`;
    expect(faultsOf(await api('POST', '/api/maps', null, large), 413)).toEqual([]);
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024));
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent++ < 30) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const unannounced = await fetch(`${server.url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      // The line is closed while the rest is still being sent: also an answer.
      () => 413,
    );
    expect(unannounced).toBe(413);
  });

  it('refuses pages of other sites (R12)', async () => {
    expect(
      faultsOf(await api('POST', '/api/maps', null, {}, { origin: 'https://evil.example' }), 403),
    ).toEqual([]);
    const cross = await api('DELETE', mapPath(), map.links.owner.token, undefined, {
      origin: 'https://evil.example',
    });
    expect(faultsOf(cross, 403)).toEqual([]);
  });

  it('lists the templates with what they hold', async () => {
    const { body } = await api('GET', '/api/templates', null);
    const list = body as unknown as { id: string; counts: Record<string, number> }[];
    expect(list.map((one) => one.id)).toEqual(templateIds);
    expect(list[0]).toMatchObject({
      language: 'en',
      industry: 'Airline',
      counts: { touchpoints: 29, stages: 7 },
    });
  });
});

describe('reading and replacing', () => {
  it('tells title, role, generation and limits', async () => {
    const { body } = await api('GET', mapPath(), map.links.comment.token);
    expect(body).toMatchObject({
      id: map.id,
      title: 'SaaS onboarding: a service blueprint',
      role: 'commenter',
      generation: 1,
    });
    expect(body.limits).toMatchObject({ touchpoints: 5000, frameBytes: 1024 * 1024 });
    expect(Date.parse(body.updatedAt)).toBeGreaterThan(0);
  });

  it('answers the same to a wrong token, no token, another map’s token and an unknown map (R2)', async () => {
    const other = await makeMap(server.url);
    const answers = await Promise.all([
      api('GET', mapPath(), 'wrong-token-wrong-token'),
      api('GET', mapPath(), null),
      api('GET', mapPath(), other.links.owner.token),
      api('GET', '/api/maps/no-such-map', map.links.owner.token),
      api('GET', '/api/maps/no-such-map/document', 'x'),
      api('DELETE', '/api/maps/no-such-map', null),
    ]);
    for (const answer of answers) {
      expect(faultsOf(answer, 401)).toEqual([]);
      expect(answer.body).toEqual(answers[0]?.body);
    }
  });

  it('replaces the content live for all and keeps the new title', async () => {
    const made = await makeMap(server.url);
    const client = openStockClient(server.url, made.id, made.links.view.token);
    await until(() => client.provider.synced);
    const answer = await api(
      'PUT',
      `/api/maps/${made.id}/document`,
      made.links.edit.token,
      templateFile('home-decoration.zh'),
    );
    expect(answer.status).toBe(204);
    await until(() => client.doc.getMap('touchpoints').size > 0);
    const { body } = await api('GET', `/api/maps/${made.id}`, made.links.view.token);
    expect(body.title).toBe(client.doc.getMap('map').get('title'));
    client.close();
  });

  it('draws the whole map as SVG, the same bytes as the page, in both themes', async () => {
    const ask = (query: string) =>
      fetch(`${server.url}${mapPath(`/export.svg${query}`)}`, {
        headers: { authorization: `Bearer ${map.links.view.token}` },
      });
    const light = await ask('');
    expect(light.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const { body } = await api('GET', mapPath('/document'), map.links.view.token);
    const file = parseMap(body);
    const svg = formatOf('svg');
    if (!file.ok || !svg) throw new Error('the document is no map');
    const page = async (wished: Readonly<Record<string, unknown>>) =>
      new TextDecoder().decode(await drawFile(file.map, svg, chooseOptions(wished), drawTools));
    expect(await light.text()).toBe(await page({}));
    expect(await (await ask('?theme=dark&stage=A')).text()).toBe(await page({ theme: 'dark', stage: 'A' }));
    expect((await ask('?theme=pink')).status).toBe(422);
    // An id that names nothing (any more) is never taken for the whole map.
    for (const option of ['stage', 'persona', 'view', 'select', 'curves']) {
      const refused = await ask(`?${option}=gone`);
      expect(refused.status).toBe(422);
      const { code, reasons } = (await refused.json()) as Problem;
      expect([code, reasons]).toMatchObject(['wrong-content', [{ path: `$.${option}` }]]);
    }
    expect((await ask('?stage=ZZ')).status).toBe(422);
  });

  it.each(fileFormats.map((row) => [row.format, row] as const))(
    'gives the map as %s: the bytes of the page’s export, under a name from title and date (U54)',
    async (name, format) => {
      const ask = (query: string, token: string) =>
        fetch(`${server.url}${mapPath(`/export.${name}${query}`)}`, {
          headers: { authorization: `Bearer ${token}` },
        });
      const answer = await ask('', map.links.view.token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(format.mediaType);
      expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
        new RegExp(
          `^attachment; filename="map.${format.ending}"; filename\\*=UTF-8''.* \\d{4}-\\d\\d-\\d\\d\\.${format.ending}$`,
        ),
      );
      const { body } = await api('GET', mapPath('/document'), map.links.view.token);
      const file = parseMap(body);
      if (!file.ok) throw new Error('the document is no map');
      const page = await drawFile(file.map, format, chooseOptions({}), drawTools);
      // Not compared as lists of numbers: their difference would take minutes to print.
      expect(Buffer.compare(await answer.bytes(), page)).toBe(0);
      expect((await ask('?colour=pink', map.links.view.token)).status).toBe(422);
      expect((await ask('', 'x'.repeat(30))).status).toBe(401);
    },
  );

  it('takes the options of an export posted as well, so that a selection of a thousand cards is a PDF', async () => {
    const large = largeMap(1000) as { touchpoints: { id: string }[] };
    const made = await api('POST', '/api/maps', null, { document: large });
    const address = `/api/maps/${made.body.id}/export`;
    const { token } = made.body.links.view;
    const post = (name: string, options: unknown) =>
      fetch(`${server.url}${address}.${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(options),
      });
    const select = large.touchpoints.map(({ id }) => id.padEnd(40, '_')).join(',');
    expect(select.length).toBeGreaterThan(16_384);
    expect((await post('pdf', { select })).status).toBe(422);
    const pdf = await post('pdf', { select: large.touchpoints.map(({ id }) => id).join(',') });
    expect(pdf.status).toBe(200);
    expect(new TextDecoder().decode((await pdf.bytes()).subarray(0, 5))).toBe('%PDF-');
    const get = await fetch(`${server.url}${address}.csv?lang=zh`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.compare(await (await post('csv', { lang: 'zh' })).bytes(), await get.bytes())).toBe(0);
    expect((await post('csv', { colour: 'pink' })).status).toBe(422);
    expect((await post('csv', { select: 'x'.repeat(500_000) })).status).toBe(413);
    expect((await post('csv', 'nonsense')).status).toBe(422);
    expect((await fetch(`${server.url}${address}.csv`, { method: 'POST' })).status).toBe(401);
  });

  it('refuses a wrong replacement whole and changes nothing', async () => {
    const before = await api('GET', mapPath('/document'), map.links.view.token);
    expect(
      faultsOf(await api('PUT', mapPath('/document'), map.links.edit.token, { format: 'touchline/2' }), 422),
    ).toEqual([]);
    const after = await api('GET', mapPath('/document'), map.links.view.token);
    expect(after.body).toEqual(before.body);
  });

  it('asks for the right role, with 403 and a sentence', async () => {
    const { view, comment, edit } = map.links;
    for (const { token } of [view, comment])
      expect(faultsOf(await api('PUT', mapPath('/document'), token, {}), 403)).toEqual([]);
    for (const { token } of [view, comment, edit]) {
      expect(faultsOf(await api('DELETE', mapPath(), token), 403)).toEqual([]);
      expect(faultsOf(await api('GET', mapPath('/links'), token), 403)).toEqual([]);
      expect(faultsOf(await api('POST', mapPath('/links'), token, { name: 'edit' }), 403)).toEqual([]);
      expect(faultsOf(await api('DELETE', mapPath(`/links/${edit.id}`), token), 403)).toEqual([]);
    }
  });

  it('puts a deleted map out of reach', async () => {
    const made = await makeMap(server.url);
    expect((await api('DELETE', `/api/maps/${made.id}`, made.links.owner.token)).status).toBe(204);
    expect(faultsOf(await api('GET', `/api/maps/${made.id}`, made.links.owner.token), 404)).toEqual([]);
    expect(faultsOf(await api('GET', `/api/maps/${made.id}/document`, made.links.view.token), 404)).toEqual(
      [],
    );
  });

  it('brings a deleted map back for its owner alone, as it was, with its links (U41)', async () => {
    const made = await makeMap(server.url, { template: 'airline-tiers.en' });
    const { owner, edit, view } = made.links;
    const at = `/api/maps/${made.id}`;
    const before = (await api('GET', `${at}/document`, view.token)).body;
    await api('DELETE', at, owner.token);
    expect(faultsOf(await api('POST', `${at}/undelete`, edit.token), 403)).toEqual([]);
    expect((await api('GET', at, view.token)).status).toBe(404);
    expect((await api('POST', `${at}/undelete`, owner.token)).status).toBe(204);
    expect((await api('GET', `${at}/document`, view.token)).body).toEqual(before);
    const client = openStockClient(server.url, made.id, edit.token);
    await until(() => client.provider.synced);
    client.close();
    // Asked again: it is where it shall be.
    expect((await api('POST', `${at}/undelete`, owner.token)).status).toBe(204);
  });
});

describe('share links', () => {
  it('lists them without tokens, and says which is mine and who is here', async () => {
    const list = await links();
    expect(list.map((link) => [link.name, link.role, link.mine])).toEqual([
      ['owner', 'owner', true],
      ['edit', 'editor', false],
      ['comment', 'commenter', false],
      ['view', 'viewer', false],
    ]);
    expect(JSON.stringify(list)).not.toContain(map.links.edit.token);
    const client = openStockClient(server.url, map.id, map.links.view.token);
    await until(() => client.provider.synced);
    expect((await links()).find((link) => link.name === 'view')?.here).toBe(1);
    client.close();
    await until(
      async () => (await links()).find((link) => link.name === 'view')?.lastOpenedAt !== null,
      'the time of opening',
    );
  });

  it('makes further ones with label and expiry, and the token works', async () => {
    const wish: LinkWish = { name: 'edit', label: '  Workshop in May ', expiresAt: '2999-01-01T00:00:00Z' };
    const { status, body } = await api('POST', mapPath('/links'), map.links.owner.token, wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'edit',
      role: 'editor',
      label: 'Workshop in May',
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    const token = String(body['token']);
    expect(body['url']).toBe(`${server.url}/m/${map.id}#${token}`);
    expect((await api('GET', mapPath(), token)).body.role).toBe('editor');
  });

  it('an expired link opens nothing', async () => {
    const wish: LinkWish = { name: 'edit', expiresAt: '2020-01-01T00:00:00Z' };
    const { body } = await api('POST', mapPath('/links'), map.links.owner.token, wish);
    expect(faultsOf(await api('GET', mapPath(), String(body['token'])), 401)).toEqual([]);
  });

  it('withdraws one; the others go on; the last owner link stays', async () => {
    const { body } = await api('POST', mapPath('/links'), map.links.owner.token, { name: 'view' });
    const gone = await api('DELETE', mapPath(`/links/${body.id}`), map.links.owner.token);
    expect(gone.status).toBe(204);
    expect(faultsOf(await api('GET', mapPath(), String(body['token'])), 401)).toEqual([]);
    expect((await api('GET', mapPath(), map.links.view.token)).status).toBe(200);
    expect(faultsOf(await api('DELETE', mapPath(`/links/${body.id}`), map.links.owner.token), 404)).toEqual(
      [],
    );
    expect(
      faultsOf(await api('DELETE', mapPath(`/links/${map.links.owner.id}`), map.links.owner.token), 409),
    ).toEqual([]);
  });

  it('refuses wishes that make no sense, with reasons', async () => {
    const owner = map.links.owner.token;
    for (const wish of [
      {},
      { name: 'king' },
      { name: 'edit', expiresAt: 'tomorrow' },
      { name: 'edit', role: 'owner' },
    ]) {
      const answer = await api('POST', mapPath('/links'), owner, wish);
      expect(faultsOf(answer, 422)).toEqual([]);
      expect(answer.body.reasons?.length).toBeGreaterThan(0);
    }
    expect(
      faultsOf(await api('POST', mapPath('/links'), owner, { name: 'edit', label: 'x'.repeat(70_000) }), 413),
    ).toEqual([]);
  });
});

describe('beside the API', () => {
  it('says that it is well, and gives figures to this machine only', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    const metrics = await fetch(`${server.url}/metrics`);
    expect(await metrics.text()).toMatch(/^touchline_sockets \d+$/m);
    const forwarded = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(forwarded.status).toBe(401);
  });

  it('tries the store once a second at most, however often it is asked how it is', async () => {
    let tries = 0;
    const asked = await startInProcess({
      replace: {
        wrapStore: (store) => ({
          ...store,
          probe: () => {
            tries++;
            return store.probe();
          },
        }),
      },
    });
    for (let i = 0; i < 20; i++) expect((await fetch(`${asked.url}/healthz`)).status).toBe(200);
    await asked.stop();
    expect(tries).toBeLessThan(5);
  });

  it('describes every call in the OpenAPI file, and every described call is there', async () => {
    const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    for (const one of calls) {
      expect(Object.keys(paths[one.path] ?? {})).toContain(one.method);
      const address = one.path.replace('{id}', 'x').replace(/\{\w+\}/, 'y');
      const answer = await fetch(server.url + address, { method: one.method.toUpperCase() });
      await answer.text();
      expect([one.path, answer.status === 404]).toEqual([one.path, false]);
      expect([one.path, [one.status, 503, ...one.problems]]).toEqual([
        one.path,
        expect.arrayContaining([answer.status]),
      ]);
    }
  });

  it('answers an unknown address with a problem', async () => {
    expect(faultsOf(await api('GET', '/api/nothing', null), 404)).toEqual([]);
    expect(faultsOf(await api('POST', '/anything', null, {}), 404)).toEqual([]);
  });
});
