/**
 * Screen and file agree: the canvas and the SVG of the same scene, the latter drawn by another program, differ in less
 * than 1 % of pixels for each template, for saved views and for maps of 10, 200 and 1,000 cards (of these a part from their
 * middle), in both themes, and break their lines at the same places.
 */
import type { Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { toSvg } from '../../src/export/svg.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { layoutPart } from '../../src/export/sheets.ts';
import type { Box, Point, Scene } from '../../src/layout/scene.ts';
import type { JourneyMap, SavedView } from '../../src/model/journeyMap.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { drawSvg } from '../support/drawSvg.ts';
import { exportMap } from '../support/exportMap.ts';
import { templates } from '../support/templates.ts';
import { createMap, expect, openMap, test } from './support.ts';

/** Room for the heads and bars around the grid. */
const furniture = { width: 400, height: 300 };
const mostDifferent = 0.01;
/** Pixels of a dense screen for one of the page. */
const dense = 2;

/** The grid alone, without heads: what the canvas shows inside its pane. */
function gridScene(journey: JourneyMap, layout: MapLayout): Scene {
  const { width, height, groups } = layout;
  return { width, height, title: journey.map.title, language: 'en', background: 'paper', groups };
}

/** Those groups that the canvas shows as elements. */
function cardsOf(journey: JourneyMap, layout: MapLayout): Scene {
  const scene = gridScene(journey, layout);
  const roles = new Set(['touchpoint', 'insight', 'opportunity', 'action']);
  return { ...scene, groups: scene.groups.filter(({ role }) => roles.has(role)) };
}

function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => unescape(match[1] ?? '')).toSorted();
}

/** Where the grid's corner lies on the screen, read from a card on the page; null while those of a new place are to come. */
async function cornerOnScreen(page: Page, { cards }: MapLayout): Promise<Point | null> {
  const seen = await page.evaluate(() => {
    const shown = document.querySelector<HTMLElement>('[data-testid="touchpoint"]');
    const { x = 0, y = 0 } = shown?.getBoundingClientRect() ?? {};
    return shown && { id: shown.dataset['id'] ?? '', x, y };
  });
  const card = cards.get(seen?.id ?? '');
  if (!card || !seen) return null;
  // Boxes of the page are told in single precision.
  const whole = (value: number) => Math.round(value * 1000) / 1000;
  return { x: whole(seen.x - card.x), y: whole(seen.y - card.y) };
}

/** Pans with the wheel until a point of the grid lies in the pane's corner, on whole pixels; gives that corner. */
async function panToCorner(page: Page, layout: MapLayout, { x, y }: Point): Promise<Point> {
  const pane = await page.locator('.react-flow').boundingBox();
  if (!pane) throw new Error('no canvas');
  const corner = { x: Math.ceil(pane.x) + 2, y: Math.ceil(pane.y) + 2 };
  const target = { x: corner.x - x, y: corner.y - y };
  await expect(page.getByTestId('touchpoint').first()).toBeVisible();
  const start = await cornerOnScreen(page, layout);
  if (!start) throw new Error('the map has no card on the screen');
  await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2);
  // A wheel is turned by pixels of the screen.
  const ratio = await page.evaluate(() => devicePixelRatio);
  await page.mouse.wheel((start.x - target.x) * ratio, (start.y - target.y) * ratio);
  await expect.poll(() => cornerOnScreen(page, layout)).toEqual(target);
  // Out of the way: nothing hovered.
  await page.mouse.move(2, 2);
  return corner;
}

function unescape(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
  };
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (mark) => marks[mark] ?? mark);
}

interface Shown {
  readonly journey: JourneyMap;
  readonly layout: MapLayout;
  /** The query of a saved view; empty: the whole map. */
  readonly query: string;
  /** Of the grid, in whole units, on a dense screen; not given: all of it, on a usual one. */
  readonly part?: Box;
}

/** In both themes the map on the screen and the file of its layout, drawn by another program, are the same picture. */
async function expectSame(
  page: Page,
  server: { readonly url: string },
  { journey, layout, query, part }: Shown,
): Promise<void> {
  const scene = gridScene(journey, layout);
  const view = part ?? { x: 0, y: 0, width: Math.floor(layout.width), height: Math.floor(layout.height) };
  const { width, height } = view;

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: width + furniture.width, height: height + furniture.height });
  const map = await createMap(server, { document: writeMap(journey) });
  await openMap(page, map, { server, as: 'view', query });
  await page.keyboard.press('Shift+Digit0');
  await page.evaluate(() => document.fonts.ready);
  // Furniture of the screen that lies over the grid and is in no file.
  await page.addStyleTag({ content: '[class*="endLabels"] { visibility: hidden; }' });
  // What is far from the screen is not on the page.
  if (!part) await expect(page.getByTestId('touchpoint')).toHaveCount(layout.cards.size);
  const corner = await panToCorner(page, layout, view);

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme });
    await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
    const size = part ? { width: width * dense, height: height * dense } : { width, height };
    const svg = toSvg(scene, part ? { theme, part: { view, ...size } } : { theme });
    const drawn = PNG.sync.read(Buffer.from(await drawSvg(svg)));
    const file = new PNG(size);
    PNG.bitblt(drawn, file, 0, 0, size.width, size.height, 0, 0);
    // The canvas paints what lies under the cards a moment after the page wears its theme.
    await expect
      .poll(async () => {
        const screenshot = PNG.sync.read(await page.screenshot({ clip: { ...corner, width, height } }));
        const different = pixelmatch(screenshot.data, file.data, undefined, size.width, size.height, {
          threshold: 0.1,
        });
        return different / (size.width * size.height);
      })
      .toBeLessThan(mostDifferent);
  }
}

for (const { name, map: journey } of templates) {
  test(`canvas and SVG of ${name} are the same picture in both themes (U53)`, async ({ page, server }) => {
    // Both know what day it is: actions past their due date say so.
    const today = new Date().toISOString().slice(0, 10);
    const layout = layoutMap(journey, { ...layoutOptionsFor(journey), today });
    await expectSame(page, server, { journey, layout, query: '' });

    // The cards are elements, the rest is drawn by the painter from the very lines of the scene.
    const shown = await page.locator('.react-flow text').allTextContents();
    expect(shown.toSorted()).toEqual(linesOf(toSvg(cardsOf(journey, layout), { theme: 'light' })));
  });
}

/** The map that exports are measured with, without the pictures below its grid: no server keeps them here. */
function mapOf(cards: number): Omit<Shown, 'query'> {
  const journey = { ...exportMap(cards).map, elements: [] };
  return { journey, layout: layoutMap(journey, layoutOptionsFor(journey)) };
}

for (const count of [10, 200]) {
  test(`canvas and SVG of ${count} cards are the same picture in both themes (U53)`, async ({
    page,
    server,
  }) => {
    await expectSame(page, server, { ...mapOf(count), query: '' });
  });
}

test.describe('on a dense screen', () => {
  // Of nothing but cards, as there, the edges of small letters alone, which each program smooths in its own way, come to
  // 1.2 % of a coarse screen's pixels.
  test.use({ deviceScaleFactor: dense });

  test('canvas and SVG of the middle of 1,000 cards are the same picture in both themes (U53)', async ({
    page,
    server,
  }) => {
    // As much as a usual screen shows: of much more at once no card is an element.
    const part = { x: 2700, y: 1200, width: 1500, height: 900 };
    await expectSame(page, server, { ...mapOf(1000), query: '', part });
  });
});

const views: readonly (readonly [template: string, view: Partial<SavedView>])[] = [
  ['b2b-trade-sieve.en', { channelIds: ['ch-mail', 'ch-video'], hiddenLaneIds: ['l-sup'], everyone: false }],
  ['home-decoration.zh', { emotions: ['negative', 'very-negative'] }],
  ['home-decoration.zh', { leadPersonaId: 'p2', ribbons: true }],
];
for (const [name, fields] of views) {
  test(`canvas and file of a saved view of ${name} are the same picture: ${Object.keys(fields).join(', ')} (U53)`, async ({
    page,
    server,
  }) => {
    const template = templates.find((one) => one.name === name);
    if (!template) throw new Error(`there is no template ${name}`);
    const view = { ...defaultsOf('views'), id: 'v', name: 'A view', ...fields };
    const journey = { ...template.map, views: [view] };
    const { layout, slice } = layoutPart(journey, chooseOptions({ view: 'v' }));
    expect(slice.dimmed.size).toBeGreaterThan(0);
    await expectSame(page, server, { journey, layout, query: '?view=v' });
  });
}
