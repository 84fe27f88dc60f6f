/** A map alone, as it stands within another page: `?embed`, on a wide and on a narrow frame. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { overflowing, smallTargets } from './fitHelpers.ts';
import { createMap, expect, linkPath, newContextPage, openTemplate, phone, test } from './support.ts';

const blueprint = 'saas-onboarding-blueprint.en';
const frame = { width: 800, height: 450 };
type Server = { readonly url: string };

async function openEmbedded(
  page: Page,
  server: Server,
  map: Parameters<typeof linkPath>[0],
  as: 'view' | 'edit' | 'owner' = 'view',
  query = '?embed',
): Promise<void> {
  await page.goto(server.url + linkPath(map, as).replace('#', `${query}#`));
  await page.locator('[data-testid="canvas"][data-live="true"], [data-testid="phone-view"]').waitFor();
  // A first picture is not live yet.
  await page.waitForFunction(() => performance.getEntriesByName('live-picture').length > 0);
}

/** Where the camera is, once it rests. */
async function cameraAt(page: Page): Promise<string> {
  const read = () => page.locator('.react-flow__viewport').evaluate((element) => element.style.transform);
  let at = '';
  await expect(async () => {
    at = await read();
    await page.waitForTimeout(150);
    expect(await read()).toBe(at);
  }).toPass();
  return at;
}

const zoomOf = (transform: string): number => Number(/scale\(([\d.]+)\)/.exec(transform)?.[1]);

test('?embed shows the map alone, fitted and to be looked at, whatever the link may do elsewhere', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: blueprint });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEmbedded(page, server, map, 'owner');
  for (const part of ['top-bar', 'toolbar', 'persona-strip', 'status-line', 'name-prompt', 'inspector'])
    await expect(page.getByTestId(part), part).toHaveCount(0);
  const pane = await page.locator('[data-part="pane"]').boundingBox();
  const first = await page.getByTestId('stage').first().boundingBox();
  const last = await page.getByTestId('stage').last().boundingBox();
  if (!pane || !first || !last) throw new Error('the map is not there');
  expect(first.x, 'all of it is seen').toBeGreaterThan(pane.x);
  expect(last.x + last.width).toBeLessThan(pane.x + pane.width);

  const cards = await page.getByTestId('touchpoint').count();

  // Keys of other parts of the page do nothing, those that move about do; nothing can be changed.
  for (const key of ['n', '?', 'o', 'Shift+L', 'Shift+P', 'Control+k', 'Delete'])
    await page.keyboard.press(key);
  await expect(page.locator('dialog[open], [data-testid="checks"], [data-testid="overlay-bar"]')).toHaveCount(
    0,
  );
  const before = zoomOf(await cameraAt(page));
  await page.keyboard.press('Control+=');
  await expect.poll(async () => zoomOf(await cameraAt(page))).toBeGreaterThan(before);
  await page.keyboard.press('Shift+1');
  await expect.poll(async () => zoomOf(await cameraAt(page))).toBe(before);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => zoomOf(await cameraAt(page))).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(async () => zoomOf(await cameraAt(page))).toBe(before);
  await expect(page.getByTestId('touchpoint'), 'nothing was made or taken away').toHaveCount(cards);

  await page.getByTestId('touchpoint').filter({ hasText: 'Pays' }).click();
  await expect(page.getByTestId('reading-panel').getByRole('heading').first()).toContainText('Pays');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('reading-panel')).toHaveCount(0);
  await page.locator('.react-flow').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-testid="touchpoint"]:focus-within')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((found) => found.id)).toEqual([]);
});

test('an address without its key shows no map, also where it was open by that key before', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: blueprint });
  await openEmbedded(page, server, map, 'owner');
  await page.evaluate(() => {
    location.hash = '';
  });
  await expect(page.getByRole('heading', { name: 'The key in this address does not fit' })).toBeVisible();
  await expect(page.getByTestId('embedded-map')).toHaveCount(0);
});

test('without the network both say that they show what was seen last', async ({ browser, server }) => {
  const map = await createMap(server, { template: blueprint });
  for (const viewport of [frame, { width: 390, height: 844 }]) {
    const page = await newContextPage(browser, { viewport });
    await openEmbedded(page, server, map);
    await page.context().setOffline(true);
    await expect(page.getByText('Offline: as it was last seen')).toBeVisible({ timeout: 20_000 });
    await page.context().close();
  }
});

test('the one link leads to the same address without embed, in a tab of its own', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: blueprint });
  await page.setViewportSize(frame);
  await openEmbedded(page, server, map, 'view', '?embed=abc');
  const link = page.getByRole('link');
  await expect(link).toHaveCount(1);
  await expect(link).toHaveText('Open in Touchline');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('href', linkPath(map, 'view'));
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await opened.getByTestId('top-bar').waitFor();
  expect(await smallTargets(page.getByTestId('embed-corner'), 24)).toEqual([]);
});

test('nothing is kept on the device, none of its keys is used, and nobody on the map sees who looks', async ({
  browser,
  page,
  server,
}) => {
  const map = await openTemplate(page, blueprint, { server, person: 'Aino' });
  const key = `touchline:map:${map.id}`;
  const people = page.getByTestId('people').getByRole('img');
  const alone = await people.count();
  const other = await newContextPage(browser, { viewport: frame });
  await openEmbedded(other, server, map);
  await other.getByTestId('touchpoint').first().click({ force: true });
  // Live: what is changed comes, and by then the map would have been remembered.
  const title = page.locator('input[data-testid="map-title"]');
  await title.fill('Another title');
  await title.blur();
  await expect(other).toHaveTitle('Another title · Touchline');
  expect(await people.count()).toBe(alone);
  await other.goto('about:blank');
  await other.goto(`${server.url}/favicon.svg`);
  expect(
    await other.evaluate(async () => ({
      kept: Object.keys(localStorage),
      copies: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    })),
  ).toEqual({ kept: [], copies: 0, workers: 0 });
  await other.context().close();

  // This device holds the owner's key.
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeTruthy();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['authorization']) asked.push(request.url());
  });
  await page.goto('about:blank');
  await page.goto(`${server.url}/m/${map.id}?embed`);
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'keyDoesNotFit');
  expect(asked).toEqual([]);
});

test('the wheel is the page’s around where there is no more of the map; Ctrl and wheel zoom', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: blueprint });
  await page.setViewportSize(frame);
  await openEmbedded(page, server, map);
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.evaluate(() => {
    document.addEventListener(
      'wheel',
      (event) => setTimeout(() => (document.body.dataset['taken'] = String(event.defaultPrevented))),
      true,
    );
  });
  const turn = async (dx: number, dy: number): Promise<string> => {
    await page.evaluate(() => delete document.body.dataset['taken']);
    await page.mouse.wheel(dx, dy);
    await expect(page.locator('body')).toHaveAttribute('data-taken');
    return (await page.locator('body').getAttribute('data-taken')) ?? '';
  };
  const whole = await cameraAt(page);
  await page.mouse.move(450, 250);
  for (const [dx, dy] of [
    [0, 120],
    [0, -120],
    [120, 0],
  ] as const)
    expect(await turn(dx, dy), `${dx} ${dy}`).toBe('false');
  expect(await cameraAt(page)).toBe(whole);
  await page.keyboard.down('Control');
  for (let step = 0; step < 4; step += 1) expect(await turn(0, -200)).toBe('true');
  await page.keyboard.up('Control');
  const near = await cameraAt(page);
  expect(zoomOf(near)).toBeGreaterThan(zoomOf(whole) * 2);
  expect(await turn(0, 60), 'there is more below').toBe('true');
  expect(await cameraAt(page)).not.toBe(near);
  await expect.poll(async () => turn(0, 400), { message: 'and at its end the page goes on' }).toBe('false');
});

test('a frame that grows shows more, until somebody has moved about in it', async ({ page, server }) => {
  const map = await createMap(server, { template: blueprint });
  await page.setViewportSize(frame);
  await openEmbedded(page, server, map);
  expect(zoomOf(await cameraAt(page)), 'titles are read').toBeGreaterThan(0.305);
  await expect(page.getByTestId('stage').filter({ hasText: 'Advocate' })).not.toBeInViewport();
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect(page.getByTestId('stage').filter({ hasText: 'Advocate' })).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const near = zoomOf(await cameraAt(page));
  await page.setViewportSize(frame);
  expect(zoomOf(await cameraAt(page))).toBe(near);
});

test('in a narrow frame it is the route, without its bar', async ({ browser, server }) => {
  const map = await createMap(server, { template: 'home-decoration.zh' });
  const page = await newContextPage(browser, { ...phone, locale: 'zh-CN', colorScheme: 'dark' });
  await openEmbedded(page, server, map, 'edit');
  await expect(page.getByTestId('phone-view')).toBeVisible();
  await expect(page.getByTestId('top-bar')).toHaveCount(0);
  await expect(page.getByTestId('open-out')).toHaveText('在 Touchline 中打开');
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: '表格' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await overflowing(page.getByTestId('embedded-map'))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((found) => found.id)).toEqual([]);
  await page.context().close();
});

test('presented within another page the slides leave to the map alone', async ({ page, server }) => {
  const map = await createMap(server, { template: blueprint });
  await page.setViewportSize(frame);
  await page.goto(server.url + linkPath(map, 'edit').replace('#', '?embed&present#'));
  await page.getByTestId('slide').waitFor();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('slide')).toHaveAccessibleName(/^Stage A/);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('embedded-map')).toBeVisible();
  await expect(page.getByTestId('top-bar')).toHaveCount(0);
  await expect(page).toHaveURL(/\?embed#/);
});
