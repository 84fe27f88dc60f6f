// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../src/app/safeStorage.ts';
import { readForHome } from '../../../src/panels/import/homeImport.ts';
import { FILE_BYTES } from '../../../src/model/limits.ts';
import { writeMap } from '../../../src/model/writeMap.ts';
import { loadTemplate } from '../../support/arbitraryMap.ts';
import { readHere } from '../../support/importing.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { findMaps } from '../../../src/panels/home/findMaps.ts';
import {
  makeBlankMap,
  makeFromMap,
  makeFromTemplate,
  type Workshop,
} from '../../../src/panels/home/makeMap.ts';
import { writeWhen } from '../../../src/panels/home/writeWhen.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import { rememberedMap, type DeviceMap } from '../../../src/state/deviceMaps.ts';
import type { MapWish } from '../../../src/sync/linksApi.ts';
import type { Failure } from '../../../src/sync/mapsApi.ts';
import { homeWords } from '../../../src/words/home.ts';
import { problemWords } from '../../../src/words/problems.ts';

const link = (name: string) => ({ id: `l-${name}`, token: `token-of-${name}-000`, url: '' });
const created: CreatedMap = {
  id: 'new1',
  links: { owner: link('owner'), edit: link('edit'), comment: link('comment'), view: link('view') },
};

const shopThatReads = { ...workshop().workshop, read: readHere };

function workshop(failure?: Failure) {
  const wishes: MapWish[] = [];
  const made: Workshop = {
    storage: memoryStorage(),
    createToken: null,
    now: () => 1_700_000_000_000,
    languages: ['en-IE', 'en'],
    create: (wish) => {
      wishes.push(wish);
      return Promise.resolve(failure ? { ok: false, failure } : { ok: true, value: created });
    },
  };
  return { wishes, workshop: made };
}

describe('making a map', () => {
  it.each(['en', 'zh'] as const)(
    'blank has three stages and lanes to begin in, in %s, and is a valid file',
    async (language) => {
      const { wishes, workshop: shop } = workshop();
      const made = await makeBlankMap(shop, homeWords[language]);
      expect(made).toEqual({ ok: true, id: 'new1', token: 'token-of-owner-000' });
      const parsed = parseMap(wishes[0]?.document);
      expect(parsed.ok && parsed.map.stages.map(({ name }) => name)).toEqual(homeWords[language].blankStages);
      expect(parsed.ok && parsed.map.map.language).toBe(language);
      expect(parsed.ok && parsed.map.map.currency).toBe(language === 'en' ? 'EUR' : 'CNY');
    },
  );

  it('is remembered on this device as mine, with all four links', async () => {
    const { workshop: shop } = workshop();
    await makeFromTemplate(shop, 'airline-tiers.en', 'Airline');
    const map = rememberedMap(shop.storage, 'new1');
    expect(map?.role).toBe('owner');
    expect(Object.values(map?.links ?? {}).map(({ name }) => name)).toEqual([
      'owner',
      'edit',
      'comment',
      'view',
    ]);
  });

  it('from a file that is not JSON says so and asks the server for nothing', async () => {
    const read = await readForHome(shopThatReads, new File(['{"format": "touch'], 'x.json'), 'en');
    expect('problem' in read && read.problem.problem).toBe('fileUnreadable');
  });

  it('from a wrong file gives up to 50 reasons with their JSON paths', async () => {
    const touchpoints = Array.from({ length: 80 }, (_, index) => ({
      id: `t${index}`,
      title: 'x',
      stageId: 'nowhere',
      laneId: 'nowhere',
    }));
    const file = { format: 'touchline/1', map: { id: 'm', title: 'M' }, stages: [], lanes: [], touchpoints };
    const read = await readForHome(shopThatReads, new File([JSON.stringify(file)], 'x.json'), 'en');
    const problem = 'problem' in read ? read.problem : null;
    expect(problem?.problem).toBe('fileRefused');
    expect(problem?.reasons).toHaveLength(50);
    expect(problem?.reasons?.[0]?.path).toMatch(/^\$\.touchpoints\[0\]\./);
  });

  it('from a file over 20 MiB is refused before it is read (R71)', async () => {
    const large = {
      size: FILE_BYTES + 1,
      name: 'x.json',
      arrayBuffer: () => Promise.reject(new Error('was read')),
    } as unknown as File;
    const read = await readForHome(shopThatReads, large, 'en');
    expect('problem' in read && read.problem.problem).toBe('fileTooLarge');
  });

  it('from what was imported sends the whole map', async () => {
    const { wishes, workshop: shop } = workshop();
    const map = loadTemplate('airline-tiers.en');
    expect(await makeFromMap(shop, map)).toMatchObject({ ok: true, id: 'new1' });
    expect(wishes).toEqual([{ document: writeMap(map) }]);
  });

  it.each([
    [{ kind: 'offline' }, 'createOffline'],
    [{ kind: 'refused', status: 401, problem: null }, 'createForbidden'],
    [{ kind: 'refused', status: 429, problem: null }, 'tooMany'],
    [{ kind: 'refused', status: 503, problem: null }, 'cannotCreate'],
  ] as const)('that fails with %j is explained', async (failure, problem) => {
    const { workshop: shop } = workshop(failure);
    const made = await makeFromTemplate(shop, 'airline-tiers.en', 'Airline');
    expect(made.ok ? null : made.problem.problem).toBe(problem);
    expect(shop.storage.length).toBe(0);
  });
});

describe('finding a map', () => {
  const maps = [
    { id: 'a', title: 'Airline trip', words: 'Booking\nAt the gate' },
    { id: 'b', title: '家装顾客旅程', words: '到店量房' },
  ] as unknown as DeviceMap[];

  it.each([
    ['gate airline', ['a']],
    ['ＡＩＲＬＩＮＥ', ['a']],
    ['量房', ['b']],
    ['  ', ['a', 'b']],
    ['nothing', []],
  ])('by %j gives %j (U60)', (text, ids) => {
    expect(findMaps(maps, text).map(({ id }) => id)).toEqual(ids);
  });
});

describe('when a map was opened', () => {
  const now = new Date(2025, 2, 12, 15).getTime();
  it.each([
    [now - 4 * 60_000, 'en', '4 minutes ago'],
    [now - 26 * 3_600_000, 'en', 'yesterday'],
    [now - 26 * 3_600_000, 'zh', '昨天'],
    [new Date(2025, 1, 3).getTime(), 'en', '3 February'],
    [new Date(2024, 1, 3).getTime(), 'zh', '2024年2月3日'],
    [now + 9_000_000, 'en', 'just now'],
  ] as const)('is written in words', (at, language, words) => {
    expect(writeWhen(at, now, language)).toBe(words);
  });
});

describe('problems in words', () => {
  it.each(['en', 'zh'] as const)(
    'say what happened, what is safe and what to do next, in %s (U42)',
    (language) => {
      for (const [key, { title, happened, safe, next }] of Object.entries(problemWords[language])) {
        for (const part of [title, happened, safe, next]) expect(part.length, key).toBeGreaterThan(3);
      }
    },
  );
});
