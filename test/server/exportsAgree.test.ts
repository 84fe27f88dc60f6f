/**
 * Page, API and command line make the same file of the same map with the same options: every format, with every option that
 * it takes set to something else than usual. (A PNG of the page is painted by the browser: test/e2e/largePicture.spec.ts.)
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../../server/cli/command.ts';
import { runCommand } from '../../server/cli/runCommand.ts';
import { drawTools } from '../../server/exports/drawTools.ts';
import { emojiKey } from '../../src/export/emojiPictures.ts';
import { chooseOptions, writeOptions, type OptionName } from '../../src/export/exportOptions.ts';
import { fileFormats, type FileFormat } from '../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap, writeMapText } from '../../src/model/writeMap.ts';
import { drawOnPage, type Drawable } from '../../src/panels/takeAway/drawOnPage.ts';
import { answerJob } from '../../src/panels/takeAway/fileJob.ts';
import type { FileThread } from '../../src/panels/takeAway/fileThread.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { loadExport } from '../../src/sync/exportsApi.ts';
import { buildMap } from '../support/buildMap.ts';
import { startInProcess, type RunningServer } from '../support/startServer.ts';
import { call } from '../support/syncClients.ts';

const document = buildMap({
  map: { title: 'Two stages 两个阶段 🎉', language: 'en', updatedAt: '2025-03-01T01:00:00Z' },
  stages: ['s1', 's2'],
  lanes: ['l1', { id: 'l2', kind: 'emotion' }, { id: 'l3', kind: 'backstage' }],
  personas: ['p1', 'p2'],
  touchpoints: [
    { id: 't1', title: 'Reads reviews 📦', emotion: -1.5, importance: 4 },
    { id: 't2', title: '扫码下单', emotion: 1, t: 0.7 },
    { id: 't3', title: 'Pays', stageId: 's2', emotion: 0.5, personaIds: ['p2'] },
    { id: 't4', title: 'Packs', stageId: 's2', laneId: 'l3' },
  ],
  links: [{ id: 'k1', from: 't1', to: 't2' }],
  elements: [{ id: 'fe1', text: 'A note' }],
  views: [{ id: 'v1', name: 'Bad', emotions: ['negative', 'very-negative'] }],
});

/** Bundles that set every option; a page has either a scale or a width, and a part of either kind. */
const bundles: readonly (readonly [string, Partial<Record<OptionName, string>>])[] = [
  ['as usual', {}],
  [
    'a part, other look',
    {
      stage: 'A',
      persona: 'p2',
      view: 'v1',
      title: 'no',
      legend: 'no',
      theme: 'dark',
      ground: 'clear',
      text: 'outlines',
      paper: 'A4',
      spread: 'tiles',
      scale: '0.5',
      lang: 'zh',
      encoding: 'gb18030',
      overlay: 'pain',
    },
  ],
  [
    'a selection, other sheet',
    {
      select: 't1,t3',
      curves: 'base,p1',
      date: 'no',
      logo: 'no',
      notes: 'no',
      marks: 'yes',
      compact: 'yes',
      grey: 'yes',
      text: 'embedded',
      spread: 'stages',
      width: '300',
      lang: 'zh',
    },
  ],
  ['a report', { content: 'report', paper: 'Letter', persona: 'p1' }],
];

let server: RunningServer;
let map: CreatedMap;
/** As the server has it. */
let journey: JourneyMap;

beforeAll(async () => {
  server = await startInProcess();
  const made = await call(server.url, 'POST', '/api/maps', null, { document: writeMap(document) });
  map = made.body;
  const { body } = await call(server.url, 'GET', `/api/maps/${map.id}/document`, map.links.view.token);
  const parsed = parseMap(body);
  if (!parsed.ok) throw new Error('the document is no map');
  journey = parsed.map;
});
afterAll(() => server.stop());
afterEach(() => vi.unstubAllGlobals());

const require = createRequire(import.meta.url);
const readPackage = (file: string) =>
  JSON.parse(readFileSync(require.resolve(`@iconify-json/fluent-emoji-flat/${file}`), 'utf8')) as never;

/** What a page reaches by addresses without a host: the server, and the emoji beside the page. */
function stubPage(): void {
  const names: Readonly<Record<string, string>> = readPackage('chars.json');
  const { icons }: { icons: Readonly<Record<string, { body: string }>> } = readPackage('icons.json');
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const emoji = /^\/emoji\/(.*)\.svg$/.exec(address)?.[1];
    if (emoji === undefined) return real(`${server.url}${address}`, init);
    const body = icons[names[emoji] ?? '']?.body;
    return Promise.resolve(
      new Response(body === undefined ? '' : `<svg>${body}</svg>`, { status: body ? 200 : 404 }),
    );
  });
}

async function byPage(format: FileFormat, wished: Readonly<Record<string, string>>): Promise<Uint8Array> {
  stubPage();
  const session: Drawable = {
    projection: { getState: () => ({ journey }) } as Drawable['projection'],
    images: { blobOf: () => Promise.resolve(null) } as unknown as Drawable['images'],
    saveState: { getState: () => ({ kind: 'saved' }) } as Drawable['saveState'],
    askExport: (name, query, signal) => loadExport(map.id, map.links.view.token, name, query, signal),
  };
  const openWorker = (): FileThread => ({
    run: (job, tell) => void answerJob(structuredClone(job), tell),
    end: () => undefined,
  });
  return drawOnPage(session, format, chooseOptions(wished), { openWorker });
}

async function byApi({ format }: FileFormat, wished: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const query = new URLSearchParams(wished).toString();
  const answer = await fetch(`${server.url}/api/maps/${map.id}/export.${format}?${query}`, {
    headers: { authorization: `Bearer ${map.links.view.token}` },
  });
  expect(answer.status, query).toBe(200);
  return answer.bytes();
}

async function byCommand(
  { format }: FileFormat,
  wished: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  let printed: Uint8Array = new Uint8Array();
  const terminal = {
    read: () => Promise.resolve(writeMapText(journey)),
    out: (content: string | Uint8Array) =>
      (printed = typeof content === 'string' ? new TextEncoder().encode(content) : content),
    err: () => undefined,
  } as unknown as Terminal;
  const flags = Object.entries(wished).flatMap(([name, value]) => [`--${name}`, value]);
  expect(await runCommand(['export', 'map.json', '--to', format, '--out', '-', ...flags], terminal)).toBe(0);
  return printed;
}

describe.each(fileFormats.map((row) => [row.format, row] as const))('%s', (name, format) => {
  it.each(bundles)('is the same bytes from page, API and command line: %s', async (_name, bundle) => {
    const wished = Object.fromEntries(
      Object.entries(bundle).filter(([option]) => format.takes.includes(option as OptionName)),
    );
    // Large enough to read, small enough to be drawn in a moment.
    if (name === 'png') wished['width'] = '300';
    const [api, command] = [await byApi(format, wished), await byCommand(format, wished)];
    expect(api.length).toBeGreaterThan(50);
    // Not compared as lists of numbers: their difference would take minutes to print.
    expect(Buffer.compare(api, command)).toBe(0);
    // What the server draws for a page takes a second each time: asked for once.
    const isDrawnHere = format.wants(chooseOptions(wished)).length === 0;
    if (isDrawnHere || (name !== 'png' && 'theme' in bundle))
      expect(Buffer.compare(api, await byPage(format, wished))).toBe(0);
  });

  it('hands each of its options on unchanged, from page to server', () => {
    for (const option of format.takes) {
      const told = bundles.flatMap(([, bundle]) => bundle[option] ?? []);
      expect(told.length, option).toBeGreaterThan(0);
      for (const value of told) {
        const options = chooseOptions({ [option]: value });
        expect(options[option]).not.toEqual(chooseOptions({})[option]);
        expect(chooseOptions(writeOptions(options, format.takes))).toEqual(options);
      }
    }
  });
});

it('the emoji of the map have a picture, so that all three draw it', async () => {
  const pictures = await drawTools.readEmoji?.(new Set(['🎉', '📦']));
  expect([...(pictures?.keys() ?? [])].map(emojiKey)).toHaveLength(2);
});
