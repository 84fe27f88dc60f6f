/** A large map: few cards are mounted at any zoom, and those that are only drawn can be taken in hand all the same. */
import { PNG } from 'pngjs';
import type { Page } from '@playwright/test';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { resolvePaint } from '../../src/theme/colours.ts';
import { largeMap } from '../support/largeMap.ts';
import { openToEdit, storedMap } from './canvasHelpers.ts';
import { createMap, expect, test } from './support.ts';

const mostMounted = 400;

async function openLarge(
  page: Page,
  server: { readonly url: string },
  touchpoints: number,
): Promise<{ layout: MapLayout; map: Awaited<ReturnType<typeof createMap>> }> {
  const map = await createMap(server, { document: largeMap(touchpoints) });
  const parsed = parseMap(await storedMap(server, map));
  if (!parsed.ok) throw new Error('the stored map is not valid');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openToEdit(page, map, { server });
  return { layout: layoutMap(parsed.map, layoutOptionsFor(parsed.map)), map };
}

/** A point of the map on the screen. */
function onScreen(page: Page, point: { x: number; y: number }): Promise<{ x: number; y: number }> {
  return page.evaluate(({ x, y }) => {
    const viewport = document.querySelector('.react-flow__viewport');
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!viewport || !pane) throw new Error('no canvas');
    const { a, e, f } = new DOMMatrix(getComputedStyle(viewport).transform);
    return { x: pane.x + e + x * a, y: pane.y + f + y * a };
  }, point);
}

const middle = (box: { x: number; y: number; width: number; height: number }) => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

/** The cards whose middle lies well inside the pane. */
async function inView(page: Page, layout: MapLayout): Promise<{ id: string; x: number; y: number }[]> {
  const pane = await page.locator('.react-flow').boundingBox();
  if (!pane) throw new Error('no canvas');
  const origin = await onScreen(page, { x: 0, y: 0 });
  const unit = await onScreen(page, { x: 1000, y: 0 });
  const zoom = (unit.x - origin.x) / 1000;
  return [...layout.cards.values()].flatMap((box) => {
    const at = middle(box);
    const point = { x: origin.x + at.x * zoom, y: origin.y + at.y * zoom };
    const isInside =
      point.x > pane.x + 60 &&
      point.x < pane.x + pane.width - 400 &&
      point.y > pane.y + 60 &&
      point.y < pane.y + pane.height - 60;
    return isInside ? [{ id: box.id, ...point }] : [];
  });
}

/** How many of these points show the paper or the desk instead of a card, in a picture of the page as it is now. */
async function blankOf(page: Page, points: readonly { x: number; y: number }[]): Promise<number> {
  const picture = PNG.sync.read(await page.screenshot());
  const empty = new Set([resolvePaint('paper', 'light'), resolvePaint('desk', 'light')]);
  return points.filter(({ x, y }) => {
    const at = (Math.round(y) * picture.width + Math.round(x)) * 4;
    const colour = `#${picture.data.subarray(at, at + 3).toString('hex')}`;
    return empty.has(colour);
  }).length;
}

test('on a map of 2,000 touchpoints at most 400 cards are mounted at every zoom, whatever is selected', async ({
  page,
  server,
}) => {
  test.slow();
  await openLarge(page, server, 2000);
  const mounted = page.locator('.react-flow__node');
  const pane = page.getByRole('application', { name: 'Journey map' });
  for (const percent of [100, 60, 45, 31, 20, 10]) {
    await page.getByTestId('zoom-value').fill(String(percent));
    await page.getByTestId('zoom-value').press('Enter');
    await expect(page.getByTestId('zoom-value')).toHaveValue(new RegExp(`^${percent}`));
    await pane.focus();
    await page.keyboard.press('Control+a');
    expect(await mounted.count()).toBeLessThanOrEqual(mostMounted);
    await page.keyboard.press('Escape');
    expect(await mounted.count()).toBeLessThanOrEqual(mostMounted);
  }
});

test('cards that are only drawn are selected, opened by menu and by double click, and dragged', async ({
  page,
  server,
}) => {
  test.slow();
  const { layout, map } = await openLarge(page, server, 2000);
  await page.keyboard.press('Shift+Digit1');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  const cards = await inView(page, layout);
  expect(cards.length).toBeGreaterThan(300);
  const [first, second] = [cards[20], cards[200]];
  if (!first || !second) throw new Error('not enough cards in view');

  await page.mouse.click(first.x, first.y);
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await expect(page.locator(`[data-testid="touchpoint"][data-id="${first.id}"]`)).toHaveCount(1);

  await page.mouse.click(second.x, second.y, { button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(page.locator(`[data-testid="touchpoint"][data-id="${second.id}"]`)).toHaveCount(1);
  await page.keyboard.press('Escape');

  const before = (await storedMap(server, map))['touchpoints']?.find(({ id }) => id === second.id);
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(second.x + 60, second.y, { steps: 6 });
  // Nothing is written while it lasts.
  expect((await storedMap(server, map))['touchpoints']?.find(({ id }) => id === second.id)).toEqual(before);
  await page.mouse.up();
  await expect
    .poll(async () => (await storedMap(server, map))['touchpoints']?.find(({ id }) => id === second.id))
    .not.toEqual(before);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await storedMap(server, map))['touchpoints']?.find(({ id }) => id === second.id))
    .toMatchObject({ t: before?.['t'], stageId: before?.['stageId'] });

  await page.mouse.dblclick(first.x, first.y);
  await expect(page.getByTestId('canvas-text')).toBeVisible();
});

test('nothing is blank in the middle of a pan and of a zoom', async ({ page, server }) => {
  test.slow();
  const { layout } = await openLarge(page, server, 2000);
  await page.keyboard.press('Shift+Digit0');
  await page.mouse.move(700, 500);
  // Far past what was mounted, without a moment of rest, and the picture at once.
  for (let step = 0; step < 8; step += 1) await page.mouse.wheel(320, 90);
  let cards = await inView(page, layout);
  expect(cards.length).toBeGreaterThan(8);
  // A card's middle may lie between two letters, but never on paper: its ground is lighter.
  expect(await blankOf(page, cards)).toBe(0);

  await page.keyboard.down('Control');
  for (let step = 0; step < 12; step += 1) await page.mouse.wheel(0, 60);
  cards = await inView(page, layout);
  expect(cards.length).toBeGreaterThan(40);
  expect(await blankOf(page, cards)).toBe(0);
  await page.keyboard.up('Control');
});

test('many dragged at once follow the pointer as one picture and come to lie by one step', async ({
  page,
  server,
}) => {
  test.slow();
  const { layout, map } = await openLarge(page, server, 300);
  await page.keyboard.press('Shift+Digit1');
  const cards = await inView(page, layout);
  const lead = cards[3];
  if (!lead) throw new Error('no card in view');
  await page.getByRole('application', { name: 'Journey map' }).focus();
  await page.keyboard.press('Control+a');
  await page.mouse.move(lead.x, lead.y);
  await page.mouse.down();
  await page.mouse.move(lead.x + 40, lead.y, { steps: 4 });
  const ghost = page.locator('[data-part="ghost"]');
  await expect(ghost).toHaveCount(1);
  expect(await blankOf(page, [{ x: lead.x + 40, y: lead.y }])).toBe(0);
  const before = (await storedMap(server, map))['touchpoints'] ?? [];
  await page.keyboard.press('Escape');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up();
  expect((await storedMap(server, map))['touchpoints']).toEqual(before);

  await page.mouse.move(lead.x, lead.y);
  await page.mouse.down();
  await page.mouse.move(lead.x + 40, lead.y, { steps: 4 });
  await page.mouse.up();
  await expect(ghost).toHaveCount(0);
  const places = async () =>
    ((await storedMap(server, map))['touchpoints'] ?? []).map(
      ({ t, stageId }) => `${String(stageId)} ${String(t)}`,
    );
  const old = before.map(({ t, stageId }) => `${String(stageId)} ${String(t)}`);
  await expect.poll(places).not.toEqual(old);
  await page.keyboard.press('Control+z');
  await expect.poll(places).toEqual(old);
});
