/** What a viewer's page loads before it shows anything: by the build's own manifest, and as a browser asks for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions } from '@playwright/test';
import { createMap, expect, linkPath, newContextPage, phone, test } from './support.ts';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const dist = path.resolve(import.meta.dirname, '../../dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/** A chunk and all it imports statically, by manifest key. */
function withImports(keys: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    withImports(manifest[key]?.imports ?? [], seen);
  }
  return seen;
}

const entry = 'index.html';
const frame = [entry, 'src/app/start.tsx', 'src/app/MapPage.tsx'];
/** All that is needed until the map is drawn. */
const wide = withImports([...frame, 'src/app/wideParts.ts']);
const narrow = withImports([...frame, 'src/app/NarrowMap.tsx']);
/** The words of the first picture, of which a page waits for one language. */
const words = ['first-words-en', 'first-words-zh'];

test('a viewer’s page loads no editing code: no inspector, commands, share dialog or editing canvas; what makes a map live comes after its first picture', () => {
  for (const lazy of [
    'src/panels/inspector/Inspector.tsx',
    'src/panels/share/ShareDialog.tsx',
    'src/canvas/editing/EditingLayer.tsx',
    'src/canvas/editing/editRuns.ts',
    'src/app/PaletteHost.tsx',
    'src/app/WideInsights.tsx',
    'src/app/NarrowInsights.tsx',
    'src/app/openEditing.ts',
    'src/app/openLive.ts',
    'src/canvas/LiveCanvas.tsx',
  ]) {
    expect(Object.keys(manifest), `${lazy} is a chunk of its own`).toContain(lazy);
    expect([...wide], lazy).not.toContain(lazy);
    expect([...narrow], lazy).not.toContain(lazy);
  }
  const code = [...wide, ...narrow]
    .map((key) => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8'))
    .join('\n');
  // Words that only the editing parts' own sources hold.
  for (const word of ['make-link', 'touchline/fragment', 'inspector-address'])
    expect(code.includes(word), word).toBe(false);
});

test('the phone page measures no text, so it loads no tables of advances', () => {
  const code = [...narrow]
    .map((key) => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8'))
    .join('\n');
  expect(code).not.toContain('an advance table is not made of runs');
});

test('home needs nothing of the frame that only a map has around it', () => {
  const home = withImports([entry, 'src/app/start.tsx', 'src/app/HomeHost.tsx']);
  const around = withImports(['src/app/wideParts.ts']);
  const text = (key: string): string => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8');
  const holding = (keys: ReadonlySet<string>): string[] =>
    [...keys].filter((key) => text(key).includes('persona-strip'));
  expect(holding(around)).toHaveLength(1);
  expect(holding(home)).toEqual([]);
});

test('the words of the first picture come in the one language that is read', () => {
  const text = (key: string): string => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8');
  const early = [...wide, ...narrow].map(text).join('\n');
  for (const [language, opening, other] of [
    ['first-words-en', 'Opening the map', '正在打开'],
    ['first-words-zh', '正在打开', 'Opening the map'],
  ] as const) {
    expect(text(language)).toContain(opening);
    expect(text(language)).not.toContain(other);
    expect(early).not.toContain(opening);
  }
});

test('browsers are told which files a first picture runs whole, and React is none of them', () => {
  const told = [...wide]
    .map((key) => manifest[key]?.file ?? '')
    .filter((file) =>
      readFileSync(path.join(dist, file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
    )
    .map((file) => path.basename(file).split('-')[0]);
  expect(new Set(told)).toEqual(new Set(['draw', 'map', 'wide']));
});

test('what makes a map live comes in few files, as each waits for its turn: sixteen of script for who edits', () => {
  const live = [
    'src/canvas/seenParts.ts',
    'src/app/seenParts.ts',
    'src/app/openLive.ts',
    'src/canvas/LiveCanvas.tsx',
    'src/canvas/editing/EditingLayer.tsx',
    'src/app/openEditing.ts',
  ];
  const files = [...withImports(live)].filter((key) => !wide.has(key));
  expect(files.length).toBeGreaterThanOrEqual(live.length);
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(16);
});

const mostBytes = 180 * 1024;

const sizeOf = (file: string): number => gzipSync(readFileSync(path.join(dist, file))).length;

test('a viewer’s page needs at most 180 KB of compressed script before the map is drawn', () => {
  const pages = [
    ['wide', wide],
    ['narrow', narrow],
  ] as const;
  for (const [name, keys] of pages.flatMap(([page, parts]) =>
    words.map((language) => [`${page}, ${language}`, new Set([...parts, language])] as const),
  )) {
    const bytes = [...keys]
      .map((key) => manifest[key]?.file ?? '')
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + sizeOf(file), 0);
    expect(bytes, name).toBeGreaterThan(0);
    expect(bytes, name).toBeLessThanOrEqual(mostBytes);
  }
});

const visits: readonly (readonly [string, BrowserContextOptions])[] = [
  ['wide, English', { locale: 'en-GB' }],
  ['wide, Chinese', { locale: 'zh-CN' }],
  ['phone, English', { ...phone, locale: 'en-GB' }],
  ['phone, Chinese', { ...phone, locale: 'zh-CN' }],
];
for (const [name, options] of visits)
  test(`all script a view link has asked for when its first picture is painted weighs at most 180 KB compressed: ${name}`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template: 'ecommerce-crm.zh-en' });
    const page = await newContextPage(browser, options);
    await page.goto(server.url + linkPath(map, 'view'));
    await page.getByTestId('touchpoint').first().waitFor();
    const asked = await page.evaluate(() => {
      const [picture] = performance.getEntriesByName('first-picture');
      if (!picture) throw new Error('the page painted no first picture');
      return performance
        .getEntriesByType('resource')
        .filter(({ name: url, startTime }) => startTime < picture.startTime && url.endsWith('.js'))
        .map(({ name: url }) => new URL(url).pathname);
    });
    const files = [...new Set(asked)];
    expect(files.length).toBeGreaterThan(5);
    const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
    expect(bytes, files.join(' ')).toBeLessThanOrEqual(mostBytes);
    // What the map goes on with is asked for after it.
    const later = /(openLive|live|LiveCanvas|seenParts|seen|openEditing|commands|serviceWorker)\b/;
    expect(files.filter((file) => later.test(file))).toEqual([]);
    expect(
      files.filter((file) => file.includes('first-words')),
      'one language',
    ).toHaveLength(1);
    await page.context().close();
  });

test('the mark of the first picture stands where the map is drawn, not before', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'saas-onboarding-blueprint.en' });
  const page = await newContextPage(browser);
  await page.addInitScript(() => {
    new MutationObserver((_changes, watcher) => {
      if (!document.querySelector('[data-part="underlay"][data-drawn="true"]')) return;
      watcher.disconnect();
      performance.mark('test-drawn');
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-drawn'] });
  });
  await page.goto(server.url + linkPath(map, 'view'));
  await page.getByTestId('touchpoint').first().waitFor();
  const [drawn, picture] = await page.evaluate(() =>
    ['test-drawn', 'first-picture'].map((name) => performance.getEntriesByName(name)[0]?.startTime),
  );
  expect(drawn).toBeGreaterThan(0);
  expect(picture).toBeGreaterThanOrEqual(drawn ?? Infinity);
  await page.context().close();
});
