// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { drawFile, fileFormats, formatOf } from '../../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { drawOnPage } from '../../../src/panels/takeAway/drawOnPage.ts';
import type { FileThread } from '../../../src/panels/takeAway/fileThread.ts';
import { answerJob } from '../../../src/panels/takeAway/fileJob.ts';
import { takeFile } from '../../../src/panels/takeAway/takeAway.ts';
import type { MapSession } from '../../../src/state/mapSession.ts';
import { templates } from '../../support/templates.ts';

afterEach(() => vi.restoreAllMocks());

/** The page's worker, in this thread. */
const here = (): FileThread => ({ run: (job, tell) => void answerJob(job, tell), end: () => undefined });

function sessionOf(journey: JourneyMap, more: Partial<MapSession> = {}): MapSession {
  return {
    projection: { getState: () => ({ journey }) },
    screen: { getState: () => ({ theme: 'dark' }) },
    images: { blobOf: () => Promise.resolve(null) },
    saveState: { getState: () => ({ kind: 'saved' }) },
    ...more,
  } as unknown as MapSession;
}

function catchBlobs(): Blob[] {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
  return blobs;
}

const firstMap = (): JourneyMap => {
  const [first] = templates;
  if (!first) throw new Error('there is no template');
  return first.map;
};

describe('taking a map away', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'as touchline/1 loses nothing: %s',
    async (_name, map) => {
      const blobs = catchBlobs();
      const name = await takeFile(sessionOf(map), 'json', new Date(2025, 2, 1), { openWorker: here });
      expect(name).toMatch(/ 2025-03-01\.json$/);
      const parsed = parseMapText((await blobs[0]?.text()) ?? '');
      expect(parsed).toEqual({ ok: true, map });
    },
  );

  it('in every format that the page makes gives the bytes that the API and the command line give', async () => {
    const blobs = catchBlobs();
    const journey = firstMap();
    const usual = chooseOptions({});
    const own = fileFormats.filter((format) => format.wants(usual).length === 0);
    for (const [index, format] of own.entries()) {
      const name = await takeFile(sessionOf(journey), format.format, new Date(2025, 2, 1), {
        openWorker: here,
      });
      expect(name.endsWith(` 2025-03-01.${format.ending}`)).toBe(true);
      const bytes = new Uint8Array((await blobs[index]?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(Buffer.compare(bytes, await drawFile(journey, format, chooseOptions({ theme: 'dark' })))).toBe(
        0,
      );
    }
  });
});

describe('a file', () => {
  it.each(fileFormats.filter((row) => row.wants(chooseOptions({})).length === 0).map(({ format }) => format))(
    'never asks who is here nor what is selected, so it shows neither (U44, U53): %s',
    async (format) => {
      catchBlobs();
      const asked: string[] = [];
      const watch = (screen: object, names: readonly string[]) =>
        new Proxy(screen, {
          get(target, name, receiver) {
            if (names.includes(String(name))) asked.push(String(name));
            return Reflect.get(target, name, receiver) as unknown;
          },
        });
      const own = ['selection', 'framed', 'drag', 'editing', 'match', 'dimming', 'zoom'];
      const screen = watch({ theme: 'light', selection: new Set(['t1']) }, own);
      const session = watch(sessionOf(firstMap(), { presence: {} } as Partial<MapSession>), ['presence']);
      Object.assign(session, { screen: { getState: () => screen } });
      await takeFile(session as MapSession, format, new Date(2025, 2, 1), { openWorker: here });
      expect(asked).toEqual([]);
    },
  );
});

describe('drawing on the page', () => {
  const formatNamed = (name: string) => {
    const format = formatOf(name);
    if (!format) throw new Error(`there is no ${name}`);
    return format;
  };

  it('asks the server for what wants the whole fonts, with the options that are not the usual ones', async () => {
    const asked: unknown[] = [];
    const session = sessionOf(firstMap(), {
      askExport: (format, query) => {
        asked.push([format, query]);
        return Promise.resolve(new Uint8Array([1]));
      },
    });
    const shares: (number | null)[] = [];
    const options = chooseOptions({ paper: 'A3', stage: 'A-B', legend: false, lang: 'zh' });
    const bytes = await drawOnPage(session, formatNamed('pdf'), options, {
      onProgress: (share) => shares.push(share),
    });
    expect([...bytes]).toEqual([1]);
    expect(asked).toEqual([['pdf', { stage: 'A-B', legend: 'no', paper: 'A3' }]]);
    expect(shares).toEqual([null]);
  });

  it('tells how far the worker is, and what stopped it', async () => {
    catchBlobs();
    const shares: (number | null)[] = [];
    await drawOnPage(sessionOf(firstMap()), formatNamed('svg'), chooseOptions({}), {
      openWorker: here,
      onProgress: (share) => shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
    const broken = (): FileThread => ({
      run: (_job, tell) => tell({ kind: 'failed', reason: 'out of memory' }),
      end: () => undefined,
    });
    await expect(
      drawOnPage(sessionOf(firstMap()), formatNamed('svg'), chooseOptions({}), { openWorker: broken }),
    ).rejects.toThrow('out of memory');
  });

  it('ends the worker when it is stopped', async () => {
    let ended = 0;
    const stopping = new AbortController();
    const endless = (): FileThread => ({
      run: () => stopping.abort(new Error('stopped')),
      end: () => (ended += 1),
    });
    await expect(
      drawOnPage(sessionOf(firstMap()), formatNamed('svg'), chooseOptions({}), {
        openWorker: endless,
        signal: stopping.signal,
      }),
    ).rejects.toThrow('stopped');
    expect(ended).toBe(1);
  });
});
