/**
 * The page as a reader meets it, in a real browser against the real server and the built page: a view link opened cold
 * (nothing kept on the device), opened again, and the home page of somebody with 200 maps.
 *
 * A map counts as drawn in the first frame in which its underlay is painted (wide) or its cards are laid out (phone);
 * the script before it is every script file that had arrived by then, compressed one by one with gzip.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { findChromium } from '../../scripts/launch/chromium.mjs';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { layoutThumbnail } from '../../src/layout/thumbnail.ts';
import { mapPicturePx } from '../../src/panels/home/pictureSizes.ts';
import { rememberMap, rememberPicture } from '../../src/state/deviceMaps.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { templates } from '../support/templates.ts';
import { median } from './figures.ts';
import type { Outcome, Row, Target } from './results.ts';
import { ServerProcess } from './serverProcess.ts';
import { untilBrowserRests } from './untilBrowserRests.ts';

const homeMaps = 200;

interface Profile {
  readonly name: string;
  readonly context: BrowserContextOptions;
  /** A phone's processor and network. */
  readonly slow: boolean;
  readonly drawnMs: number;
}

const narrow: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
};
const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const phone: Profile = { name: 'phone', context: narrow, slow: true, drawnMs: 3000 };
const desktop: Profile = { name: 'desktop', context: wide, slow: false, drawnMs: 800 };
const profiles: readonly Profile[] = [
  phone,
  { name: 'a phone’s speed, wide screen', context: wide, slow: true, drawnMs: 3000 },
  desktop,
];
const opened = [
  { template: 'saas-onboarding-blueprint.en', language: 'English' },
  { template: 'home-decoration.zh', language: 'Chinese' },
];
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

export async function benchPage(rounds: number): Promise<Outcome> {
  const server = new ServerProcess();
  await server.start();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const rows: Row[] = [];
    for (const { template, language } of opened) {
      const map = await server.createMap({ template });
      for (const profile of profiles) {
        const first: Visit[] = [];
        const again: Visit[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const context = await browser.newContext(profile.context);
          first.push(await visit(browser, context, profile, server.url, map));
          await keptOnDevice(context, map);
          again.push(await visit(browser, context, profile, server.url, map));
          await context.close();
        }
        rows.push(...rowsOf(`view link, cold, ${profile.name}, ${language}`, first, profile.drawnMs, true));
        rows.push(...rowsOf(`the same again, ${profile.name}, ${language}`, again, profile.drawnMs, false));
      }
    }
    rows.push(await home(browser, server.url, rounds));
    return {
      rows,
      notes: [
        `Medians of ${rounds} visits, each in a browser context of its own. Phone: processor 4 times slower, 1.6 Mbit/s, 150 ms, through the browser’s own emulation.`,
        'Again: a new tab of the same device, with its service worker and its local copy.',
      ],
    };
  } finally {
    await browser.close();
    await server.dispose();
  }
}

interface Visit {
  readonly drawnMs: number;
  readonly liveMs: number;
  readonly scriptKiB: number;
  readonly allKiB: number;
}

async function visit(
  browser: Browser,
  context: BrowserContext,
  profile: Profile,
  serverUrl: string,
  map: CreatedMap,
): Promise<Visit> {
  const page = await context.newPage();
  // Before it is slowed: a slowed browser never rests.
  await untilBrowserRests(await browser.newBrowserCDPSession());
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (profile.slow) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await devtools.send('Network.emulateNetworkConditions', slowNetwork);
  }
  const started = new Map<
    string,
    { readonly url: string; readonly at: number; readonly isScript: boolean }
  >();
  const arrived: {
    readonly url: string;
    readonly ms: number;
    readonly isScript: boolean;
    readonly bytes: number;
  }[] = [];
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) =>
    started.set(requestId, { url: request.url, at: timestamp, isScript: type === 'Script' }),
  );
  let beganAt = 0;
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = started.get(requestId);
    beganAt ||= request?.at ?? 0;
    if (request) arrived.push({ ...request, ms: (timestamp - beganAt) * 1000, bytes: encodedDataLength });
  });
  await page.addInitScript(watchDrawing);
  await page.goto(map.links.view.url, { waitUntil: 'commit' });
  await page.waitForFunction(() => Reflect.get(window, 'benchLive') !== undefined, null, { polling: 100 });
  const drawnMs = await page.evaluate(() => Reflect.get(window, 'benchDrawn') as number);
  const liveMs = await page.evaluate(() => Reflect.get(window, 'benchLive') as number);
  const before = arrived.filter(({ ms }) => ms <= drawnMs);
  const scripts = new Set(before.filter(({ isScript }) => isScript).map(({ url }) => url));
  await page.close();
  let script = 0;
  for (const url of scripts) script += await gzipped(url, serverUrl);
  return {
    drawnMs,
    liveMs,
    scriptKiB: script / 1024,
    allKiB: before.reduce((sum, { bytes }) => sum + bytes, 0) / 1024,
  };
}

/** Runs in the page: notes when the map is drawn, and when its cards can be worked with. */
function watchDrawing(): void {
  const look = (): void => {
    const isSeen = (selector: string): boolean => {
      const found = document.querySelector(selector);
      return found !== null && found.getBoundingClientRect().width > 0;
    };
    const onPhone = isSeen('[data-testid="phone-view"] [data-testid="touchpoint"]');
    const drawn = onPhone || isSeen('[data-part="underlay"][data-drawn="true"]');
    if (drawn && Reflect.get(window, 'benchDrawn') === undefined)
      Reflect.set(window, 'benchDrawn', performance.now());
    if (onPhone || isSeen('[data-testid="canvas"] [data-testid="touchpoint"]'))
      Reflect.set(window, 'benchLive', performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const sizes = new Map<string, number>();

async function gzipped(url: string, serverUrl: string): Promise<number> {
  const file = url.replace(serverUrl, '');
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const bytes = gzipSync(new Uint8Array(await answer.arrayBuffer())).length;
  sizes.set(file, bytes);
  return bytes;
}

/** Waits until the service worker holds the page, as it does for whoever has read a map for a moment. */
async function keptOnDevice(context: BrowserContext, map: CreatedMap): Promise<void> {
  const page = await context.newPage();
  await page.goto(map.links.view.url);
  await page.getByTestId('touchpoint').first().waitFor();
  // Asked again and again in the page: to wait for a function that answers later is to wait for nothing.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open('touchline-page');
    const isKept = async (): Promise<boolean> => {
      const kept = (await cache.keys()).map((request) => request.url);
      const used = performance.getEntriesByType('resource').map(({ name }) => name);
      return (
        kept.length > 1 && used.filter((url) => url.includes('/assets/')).every((url) => kept.includes(url))
      );
    };
    while (!(await isKept())) await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await page.close();
}

/** What comes from the device costs no network, so its script is told but held to nothing. */
function rowsOf(workload: string, visits: readonly Visit[], drawnMs: number, isFirst: boolean): Row[] {
  const of = (pick: (visit: Visit) => number): number => median(visits.map(pick));
  const row = (figure: string, unit: string, ours: number, targets: readonly Target[]): Row => ({
    suite: 'page',
    workload,
    figure,
    unit,
    ours,
    peers: {},
    targets,
  });
  return [
    row(
      'map drawn',
      'ms',
      of((one) => one.drawnMs),
      [atMost(drawnMs)],
    ),
    row(
      'cards to work with',
      'ms',
      of((one) => one.liveMs),
      [],
    ),
    row(
      'script before it is drawn',
      'KB gzip',
      of((one) => one.scriptKiB),
      isFirst ? [atMost(180)] : [],
    ),
    row(
      'everything before it is drawn',
      'KB',
      of((one) => one.allKiB),
      [],
    ),
  ];
}

function atMost(value: number): Target {
  return { against: 'absolute', is: '<=', value };
}

/** The home page with 200 maps, each with its small picture: usable when the first row is drawn and can be pressed. */
async function home(browser: Browser, url: string, rounds: number): Promise<Row> {
  const kept = rememberedHome();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext(desktop.context);
    const page = await context.newPage();
    await page.goto(`${url}/favicon.svg`);
    await page.evaluate((entries) => {
      for (const [key, value] of entries) localStorage.setItem(key, value);
    }, kept);
    await page.addInitScript(watchHome);
    await untilBrowserRests(await browser.newBrowserCDPSession());
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => Reflect.get(window, 'benchHome') !== undefined, null, { polling: 100 });
    times.push(await page.evaluate(() => Reflect.get(window, 'benchHome') as number));
    await context.close();
  }
  return {
    suite: 'page',
    workload: `home page, ${homeMaps} maps with pictures, desktop`,
    figure: 'usable',
    unit: 'ms',
    ours: median(times),
    peers: {},
    targets: [atMost(500)],
  };
}

/** What a device holds that has opened 200 maps. */
function rememberedHome(): [string, string][] {
  const storage = memoryStorage();
  for (let index = 0; index < homeMaps; index += 1) {
    const map = templates[index % templates.length]?.map;
    if (!map) continue;
    const id = `bench${index}`;
    rememberMap(storage, {
      id,
      title: `${map.map.title} ${index}`,
      role: index % 3 === 0 ? 'viewer' : 'owner',
      token: 'bench-token-of-22-chars',
      generation: 1,
      openedAt: Date.now() - index * 3_600_000,
      words: map.touchpoints.map(({ title }) => title).join('\n'),
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    rememberPicture(
      storage,
      id,
      layoutThumbnail(map, layout, 'map', mapPicturePx.width, mapPicturePx.height),
    );
  }
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').map((key) => [
    key,
    storage.getItem(key) ?? '',
  ]);
}

/** Runs in the page: notes when all maps are listed and the pictures in view are painted. */
function watchHome(): void {
  const look = (): void => {
    const tiles = [...document.querySelectorAll('[data-testid="my-map"]')];
    const inView = tiles.filter((tile) => tile.getBoundingClientRect().top < innerHeight);
    const isReady =
      inView.length > 0 && inView.every((tile) => tile.querySelector('canvas[data-drawn="true"]') !== null);
    if (isReady) Reflect.set(window, 'benchHome', performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
