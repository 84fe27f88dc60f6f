/** What is on the screen before a map is live: on the first visit from one answer of the server, later from the device. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { expectCount, idOf, smallMap } from './canvasHelpers.ts';
import { createMap, expect, linkPath, newContextPage, phone, test } from './support.ts';

/** Scripts that make a map live are kept back until the function is called. */
const holdLiveParts = (page: Page) => hold(page, /\/assets\/(openLive|live|LiveCanvas)-/);

/** Scripts are kept back until the function is called. */
async function hold(page: Page, scripts: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(scripts, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

const drawn = '[data-part="underlay"][data-drawn="true"]';

/** A map of its own at its first picture: what makes it live comes when `release` is called. */
async function openHeld(
  page: Page,
  server: { readonly url: string },
  { role, ...content }: { readonly role: 'view' | 'edit' } & Parameters<typeof createMap>[1],
): Promise<{ readonly map: CreatedMap; readonly release: () => void }> {
  const map = await createMap(server, content);
  const release = await holdLiveParts(page);
  await page.goto(server.url + linkPath(map, role));
  await page.locator(drawn).waitFor();
  return { map, release };
}

test('a view link shows the map before anything that makes it live has come, and then goes on in the same place', async ({
  page,
  server,
}) => {
  const { release } = await openHeld(page, server, {
    role: 'view',
    template: 'saas-onboarding-blueprint.en',
  });
  await expect(page.getByTestId('stage').first()).toBeVisible();
  await expect(page.getByTestId('touchpoint')).toHaveCount(0);
  const head = await page.getByTestId('stage').nth(1).boundingBox();
  release();
  await page.getByTestId('touchpoint').first().waitFor();
  expect(await page.getByTestId('stage').nth(1).boundingBox()).toEqual(head);
  await expect(page.getByTestId('save-state')).toContainText('live');
});

test('who may edit sees their tools at once, and can use them when the map is live', async ({
  page,
  server,
}) => {
  const { release } = await openHeld(page, server, {
    role: 'edit',
    template: 'saas-onboarding-blueprint.en',
  });
  const tool = page.getByTestId('toolbar').locator('[data-tool="newTouchpoint"]');
  await expect(tool).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByTestId('save-state')).not.toHaveAttribute('data-state', 'saved');
  release();
  await expect(tool).not.toHaveAttribute('aria-disabled');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
});

test('a click on the first picture selects; the live map goes on with it and tells its details', async ({
  page,
  server,
}) => {
  const { release } = await openHeld(page, server, {
    role: 'edit',
    template: 'saas-onboarding-blueprint.en',
  });
  const frame = page.locator('[data-part="selection-frame"]');
  await expect(async () => {
    const pane = await page.locator('[data-part="pane"]').boundingBox();
    if (!pane) throw new Error('the pane is not there to be clicked on');
    await page.mouse.click(pane.x + 80, pane.y + 110);
    await expect(frame).toHaveCount(1, { timeout: 500 });
  }).toPass();
  const before = await frame.boundingBox();
  const pane = page.locator('[data-part="pane"]');
  const { width } = (await pane.boundingBox()) ?? { width: 0 };
  release();
  await page.getByTestId('inspector').waitFor();
  expect((await pane.boundingBox())?.width, 'room is given up with the live map, not before').toBeLessThan(
    width,
  );
  await page.getByTestId('touchpoint').first().waitFor();
  await expect(frame).toHaveCount(1);
  // Its line may still have to find its width.
  await expect(async () => {
    const after = await frame.boundingBox();
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
  }).toPass({ timeout: 5000 });
});

test('a click that begins on the first picture and ends when the map could be live selects all the same', async ({
  page,
  server,
}) => {
  const { release } = await openHeld(page, server, {
    role: 'view',
    template: 'saas-onboarding-blueprint.en',
  });
  await page.locator('[data-part="pane"]').hover({ position: { x: 80, y: 110 } });
  await page.mouse.down();
  const parts = page.waitForResponse(/\/assets\/LiveCanvas-.*js/);
  const socket = page.waitForEvent('websocket');
  release();
  await (await parts).finished();
  await (await socket).waitForEvent('framereceived');
  // Long enough for the live map to take over, if it did not wait.
  await page.waitForTimeout(1000);
  await page.mouse.up();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.getByTestId('touchpoint').first().waitFor();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
});

test('keys pressed on the first picture are not lost: N, and the title that follows it (U6)', async ({
  page,
  server,
}) => {
  const { map, release } = await openHeld(page, server, { role: 'edit', document: smallMap });
  await page.keyboard.press('n');
  await page.keyboard.type('Called early');
  release();
  await expect(page.getByTestId('canvas-text')).toHaveValue('Called early');
  await page.keyboard.press('Enter');
  await idOf(server, map, 'touchpoints', 'Called early');
  await expectCount(server, map, 'touchpoints', 4);
});

test('a file asked for on the first picture holds the map when its part comes after the live map has', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  const makeLive = await hold(page, /\/assets\/(openLive|LiveCanvas)-/);
  const takeAway = await hold(page, /\/assets\/takeAway-/);
  const asked = page.waitForRequest(/\/assets\/takeAway-/);
  await page.goto(server.url + linkPath(map, 'view'));
  await page.locator(drawn).waitFor();
  await page.getByTestId('export-menu').click();
  await page.locator('[data-id="takeSvg"]').click();
  await asked;
  makeLive();
  await page.getByTestId('touchpoint').first().waitFor();
  const download = page.waitForEvent('download');
  takeAway();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Reads reviews');
});

test('a menu that was opened on the first picture stays open and keeps the focus when the live map comes', async ({
  page,
  server,
}) => {
  const { release } = await openHeld(page, server, { role: 'edit', document: smallMap });
  const button = page.getByTestId('export-menu');
  await button.focus();
  await page.keyboard.press('Enter');
  const second = page.getByRole('menuitem').nth(1);
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(second).toBeFocused({ timeout: 500 });
  }).toPass();
  await second.evaluate((item) => item.setAttribute('data-before', ''));
  release();
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  await expect(second).toBeFocused();
  await expect(second, 'the same menu, not one like it').toHaveAttribute('data-before');
  // What comes with the right to edit is at its place at once.
  const [last, add] = await Promise.all([
    page.getByTestId('stage').last().boundingBox(),
    page.locator('[data-act="add-stage"]').boundingBox(),
  ]);
  expect(add?.x).toBeGreaterThan((last?.x ?? 0) + (last?.width ?? 0));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
});

for (const [name, options] of [
  ['wide screen', {}],
  ['phone', phone],
] as const) {
  test(`the second visit draws the map from the device while the server does not answer at all, ${name}`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template: 'home-decoration.zh' });
    const first = await newContextPage(browser, options);
    await first.goto(server.url + linkPath(map, 'view'));
    await first.getByTestId('touchpoint').first().waitFor();
    await expect(first.getByTestId('save-state')).toHaveAttribute('data-state', 'view-only');
    const again = await first.context().newPage();
    await again.route('**/api/**', () => new Promise(() => undefined));
    // Opened, but nobody at the other end ever says a word.
    await again.routeWebSocket(/\/sync\//, () => undefined);
    await again.goto(server.url + linkPath(map, 'view'));
    await again.getByTestId('touchpoint').first().waitFor();
    await expect(again.getByTestId('touchpoint').first()).toBeVisible();
    await first.context().close();
  });
}

test('the page is drawn however late its words come: nothing that reads them runs before', async ({
  browser,
  server,
}) => {
  for (const path of ['/', linkPath(await createMap(server, { document: smallMap }), 'view')]) {
    const page = await newContextPage(browser, phone);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route(/first-words-/, async (route) => {
      await held;
      await route.continue();
    });
    const others = page.waitForResponse(/\/assets\/(HomePage|NarrowMap|narrow)-/);
    await page.goto(server.url + path, { waitUntil: 'commit' });
    await (await others).finished();
    // All else has run by then: a page that begins without its words is broken for good.
    await page.waitForTimeout(500);
    release();
    await page.getByTestId(path === '/' ? 'home' : 'phone-view').waitFor();
    await page.context().close();
  }
});
