/** The server draws a map's first picture ahead: it stands where the map will, answers a click, and leaves no trace. */
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
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

interface Held {
  readonly page: Page;
  readonly glimpse: Locator;
  /** Lets the code come that was held back. */
  letGo(): void;
}

/** A page that has the glimpse and nothing else yet. */
async function held(
  browser: Browser,
  server: Served,
  map: CreatedMap,
  options: BrowserContextOptions = {},
): Promise<Held> {
  const page = await newContextPage(browser, options);
  let letGo = (): void => undefined;
  const come = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(code, async (route) => {
    await come;
    await route.continue();
  });
  await page.goto(server.url + linkPath(map, 'view'));
  const glimpse = page.locator('[data-part="glimpse"]');
  await expect(glimpse).toBeVisible();
  await expect(page.getByTestId('map-page')).toHaveCount(0);
  return { page, glimpse, letGo: () => letGo() };
}

const tablet: BrowserContextOptions = {
  viewport: { width: 1024, height: 768 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1.5,
};

/** How much may differ: index and names of curves come later, and so do Chinese faces. */
for (const [name, template, options, most] of [
  ['light', 'airline-tiers.en', {}, 0.008],
  ['dark, Chinese', 'home-decoration.zh', { colorScheme: 'dark', locale: 'zh-CN' }, 0.02],
  ['on a tablet', 'saas-onboarding-blueprint.en', tablet, 0.01],
] as const)
  test(`cards, stages and lanes of the glimpse stand where the map has them: ${name}`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template });
    await drawnAhead(browser, server, map, options);
    const { page, glimpse, letGo } = await held(browser, server, map, options);
    const place = await glimpse.boundingBox();
    if (!place) throw new Error('the glimpse has no place');
    // Once more in the faces of the page.
    await page.waitForTimeout(1000);
    const ahead = PNG.sync.read(await page.screenshot({ clip: place }));
    letGo();
    await page.locator('[data-testid="canvas"][data-live="true"]').waitFor();
    await expect(glimpse).toHaveCount(0);
    expect(place).toEqual(await page.getByTestId('canvas').boundingBox());
    await page.waitForTimeout(500);
    const live = PNG.sync.read(await page.screenshot({ clip: place }));
    const differing = pixelmatch(ahead.data, live.data, undefined, live.width, live.height, {
      threshold: 0.3,
    });
    expect(differing / (live.width * live.height)).toBeLessThan(most);
    await page.context().close();
  });

test('what is pressed on the glimpse is selected on the map, though the map takes over under the press', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  await drawnAhead(browser, server, map);
  const { page, glimpse, letGo } = await held(browser, server, map);
  const frame = page.locator('[data-part="selection-frame"]');
  await page.mouse.click(2, 894);
  await page.mouse.click(300, 120);
  await expect(frame).toHaveCount(0);
  await page.mouse.move(300, 230);
  await page.mouse.down();
  await expect(frame).toHaveCount(1);
  const framed = await frame.boundingBox();
  letGo();
  await page.getByTestId('touchpoint').first().waitFor();
  await expect(glimpse).toHaveCount(0);
  await page.mouse.up();
  // Framed at the same place.
  await expect(frame).toHaveCount(1);
  const after = await frame.locator('rect').first().boundingBox();
  for (const side of ['x', 'y', 'width', 'height'] as const)
    expect(Math.abs((framed?.[side] ?? 0) - (after?.[side] ?? 99)), side).toBeLessThanOrEqual(2.5);
  await page.context().close();
});

test('a window of another size shows no glimpse of the one before, and keeps what was selected', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  await drawnAhead(browser, server, map);
  const { page, glimpse, letGo } = await held(browser, server, map);
  await page.mouse.click(300, 230);
  await page.setViewportSize({ width: 1100, height: 700 });
  await expect(glimpse).toHaveCount(0);
  letGo();
  await page.getByTestId('touchpoint').first().waitFor();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.context().close();
});

for (const part of ['start', 'wide', 'MapPage'])
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
