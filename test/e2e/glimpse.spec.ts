/** The server draws a map's first picture ahead: it stands where the map will, answers a click, and leaves no trace. */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { createMap, expect, linkPath, newContextPage, phone, test } from './support.ts';

interface Served {
  readonly url: string;
}

/** React and all that stands on it. */
const code = /\/assets\/start-[^/]*\.js$/;

async function visit(
  browser: Browser,
  server: Served,
  map: CreatedMap,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newContextPage(browser, options);
  await page.goto(server.url + linkPath(map, 'view'));
  return page;
}

/** Somebody opens the map, leaves, and the server draws it for whoever comes next. */
async function drawnAhead(
  browser: Browser,
  server: Served,
  map: CreatedMap,
  options: BrowserContextOptions = {},
): Promise<void> {
  const answers = async (page: Page): Promise<number> => {
    const [answer] = await Promise.all([page.waitForResponse(/\/glimpse\?/), page.reload()]);
    return answer.status();
  };
  const page = await newContextPage(browser, options);
  await page.addInitScript(() => localStorage.clear());
  await page.goto(server.url + linkPath(map, 'view'));
  await expect.poll(() => answers(page), { timeout: 20_000, intervals: [1000] }).toBe(200);
  await page.context().close();
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`cards, stages and lanes of the glimpse stand where the map has them: ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template: 'airline-tiers.en' });
    await drawnAhead(browser, server, map, { colorScheme });
    const page = await newContextPage(browser, { colorScheme });
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(code, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(server.url + linkPath(map, 'view'));
    const glimpse = page.locator('[data-part="glimpse"]');
    await expect(glimpse).toBeVisible();
    const place = await glimpse.boundingBox();
    // Nothing else is there yet, and a click selects.
    await expect(page.getByTestId('map-page')).toHaveCount(0);
    await page.mouse.click(300, 230);
    const frame = page.locator('[data-part="selection-frame"]');
    await expect(frame).toHaveCount(1);
    const framed = await frame.boundingBox();

    letGo();
    await page.getByTestId('touchpoint').first().waitFor();
    await expect(glimpse).toHaveCount(0);
    // What is selected is told beside the map, which takes some of its width.
    const canvas = await page.getByTestId('canvas').boundingBox();
    expect(place).toEqual({ ...canvas, width: page.viewportSize()?.width });
    // The same card is selected on the map, framed at the same place but for the corners of the frame.
    await expect(frame).toHaveCount(1);
    const after = await frame.boundingBox();
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((framed?.[side] ?? 0) - (after?.[side] ?? 99)), side).toBeLessThanOrEqual(8);
    await page.context().close();
  });

for (const part of ['wide', 'MapPage'])
  test(`what keeps the map from opening is not hidden by its glimpse (U42): ${part} is missing`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template: 'airline-tiers.en' });
    await drawnAhead(browser, server, map);
    const page = await newContextPage(browser);
    let fail = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      fail = resolve;
    });
    await page.route(new RegExp(`/assets/${part}[^/]*\\.js$`), async (route) => {
      await held;
      await route.abort();
    });
    await page.goto(server.url + linkPath(map, 'view'));
    const glimpse = page.locator('[data-part="glimpse"]');
    await expect(glimpse).toBeVisible();
    fail();
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    await expect(glimpse).toHaveCount(0);
    await page.context().close();
  });

test('a map that was edited since shows no glimpse of how it was', async ({ browser, server }) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  await drawnAhead(browser, server, map);
  const headers = { authorization: `Bearer ${map.links.owner.token}` };
  const address = `${server.url}/api/maps/${map.id}/document`;
  const file = (await (await fetch(address, { headers })).json()) as { map: { title: string } };
  file.map.title = 'Another title';
  const body = JSON.stringify(file);
  await fetch(address, { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body });
  const page = await newContextPage(browser);
  const [answer] = await Promise.all([
    page.waitForResponse(/\/glimpse\?/),
    page.goto(server.url + linkPath(map, 'view')),
  ]);
  expect(answer.status()).toBe(204);
  await expect(page.getByTestId('map-title')).toHaveText('Another title');
  await page.context().close();
});

test('is asked for by nobody who would not see it: phones, slides, a map alone, a device that knows the map', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  const askedBy = async (page: Page, open: () => Promise<unknown>): Promise<number> => {
    let asked = 0;
    page.on('request', (request) => (asked += request.url().includes('/glimpse?') ? 1 : 0));
    await open();
    return asked;
  };
  const narrow = await newContextPage(browser, phone);
  expect(
    await askedBy(narrow, async () => {
      await narrow.goto(server.url + linkPath(map, 'view'));
      await narrow.getByRole('heading').first().waitFor();
    }),
  ).toBe(0);
  await narrow.context().close();
  const [path = '', key = ''] = linkPath(map, 'view').split('#');
  for (const part of ['present', 'embed']) {
    const page = await newContextPage(browser);
    expect(
      await askedBy(page, async () => {
        await page.goto(`${server.url}${path}?${part}#${key}`);
        await page.waitForLoadState('networkidle');
      }),
      part,
    ).toBe(0);
    await page.context().close();
  }
  const known = await visit(browser, server, map);
  await known.getByTestId('touchpoint').first().waitFor();
  expect(
    await askedBy(known, async () => {
      await known.reload();
      await known.getByTestId('touchpoint').first().waitFor();
    }),
  ).toBe(0);
  await known.context().close();
});
