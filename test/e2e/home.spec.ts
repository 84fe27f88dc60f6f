import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { parseMapText } from '../../src/model/parseMap.ts';
import {
  createMap,
  expect,
  linkPath,
  newContextPage,
  openTemplate,
  phone,
  setName,
  test,
  waitSaved,
} from './support.ts';

test('a first visit shows six templates with drawn pictures, filled as samples, a blank map and the way to bring a file (U32)', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await expect(page.getByTestId('template')).toHaveCount(6);
  await expect(page.getByTestId('new-map')).toBeVisible();
  await expect(page.getByTestId('import-file')).toBeAttached();
  await expect(page.getByRole('heading', { name: 'Draw your first journey' })).toBeVisible();
  // A picture is drawn when its frame has taken a canvas with ink on it.
  await expect(page.getByTestId('template').locator('[data-drawn="true"]')).toHaveCount(6);
});

test('the key to make maps leaves the address and is kept, also where the home page itself does not come', async ({
  page,
  server,
}) => {
  const key = 'k'.repeat(22);
  await page.route(/\/assets\/(HomeHost|home)-.*\.js/, (route) => route.abort());
  await page.goto(`${server.url}/#${key}`);
  await expect(page).toHaveURL(`${server.url}/`);
  expect(await page.evaluate(() => localStorage.getItem('touchline:create'))).toBe(key);
});

test('the first touchpoint is two actions away (U32)', async ({ page, server }) => {
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('new-map').click();
  await expect(page.getByTestId('stage')).toHaveCount(3);
  await page.locator('[data-testid="canvas"][data-live="true"]').waitFor();
  await page.keyboard.press('n');
  await expect(page.getByTestId('touchpoint')).toHaveCount(1);
  await waitSaved(page);
});

test('a map that was begun empty offers a file and three examples in one’s language; one of them opens as a map of its own (U32)', async ({
  page,
  server,
}) => {
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('language').click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await page.getByTestId('new-map').click();
  const strip = page.getByTestId('start-strip');
  await expect(strip.locator('[data-template]')).toHaveCount(3);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    strip.getByRole('button', { name: '导入文件…' }).click(),
  ]);
  expect(chooser.isMultiple()).toBe(false);
  const empty = page.url();
  await strip.getByRole('button', { name: '家装顾客旅程' }).click();
  await page.getByTestId('touchpoint').first().waitFor();
  expect(page.url()).not.toBe(empty);
  await expect(page).toHaveTitle(/家装顾客旅程/);
});

test('hints of the first minutes are small, go when what they tell is done, and stay away once put away (U34)', async ({
  page,
  server,
}) => {
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('new-map').click();
  const hint = page.getByTestId('hint');
  await expect(hint).toContainText('press N');
  // No tour: nothing is covered but a strip, nothing waits for an answer, the focus is not taken.
  const box = await hint.boundingBox();
  expect(box?.height).toBeLessThan(60);
  expect(box?.width).toBeLessThan(560);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.keyboard.press('n');
  await page.keyboard.type('Begins');
  await page.keyboard.press('Enter');
  await expect(hint).toContainText('Keys 1 to 5');
  await hint.getByRole('button', { name: 'Put this hint away' }).click();
  await expect(hint).toHaveCount(0);
  await waitSaved(page);
  await page.reload();
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  await page.getByTestId('touchpoint').click();
  await page.getByTestId('inspector').waitFor();
  await expect(hint).toHaveCount(0);
  // On the next map as well; what was not put away comes again where it fits.
  await page.goto(server.url);
  await page.getByTestId('new-map').click();
  await expect(hint).toContainText('press N');
});

test('a template opens as my own map and is on the home page afterwards, with its picture, found by what it holds', async ({
  page,
  server,
}) => {
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('template').filter({ hasText: 'Service blueprint' }).click();
  await page.getByTestId('touchpoint').first().waitFor();
  await expect(page).toHaveTitle(/SaaS onboarding: a service blueprint/);
  await page.getByRole('link', { name: 'To my maps' }).click();
  const mine = page.getByTestId('my-map');
  await expect(mine).toHaveCount(1);
  await expect(mine).toContainText('SaaS onboarding: a service blueprint');
  await expect(mine.locator('[data-drawn="true"]')).toHaveCount(1);
  await page.getByTestId('search-maps').fill('spreadsheet');
  await expect(mine).toHaveCount(1);
  await page.getByTestId('search-maps').fill('zebra crossing');
  await expect(mine).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all maps' }).click();
  await mine.getByRole('link').click();
  await page.getByTestId('touchpoint').first().waitFor();
});

test('a map can be forgotten on this device; the server keeps it (R61)', async ({ page, server }) => {
  const map = await openTemplate(page, 'airline-tiers.en', { server });
  await page.getByRole('link', { name: 'To my maps' }).click();
  await page
    .getByTestId('my-map')
    .getByRole('button', { name: /More for/ })
    .click();
  await page.getByRole('menuitem', { name: /Forget on this device/ }).click();
  await page.getByTestId('forget').click();
  await expect(page.getByTestId('my-map')).toHaveCount(0);
  const left = () =>
    page.evaluate(async (id) => {
      const databases = await indexedDB.databases();
      return [...Object.keys(localStorage), ...databases.map(({ name }) => name ?? '')].filter((key) =>
        key.includes(id),
      );
    }, map.id);
  // A database goes when the last who had it open has let go of it.
  await expect.poll(left).toEqual([]);
  const response = await fetch(`${server.url}/api/maps/${map.id}`, {
    headers: { authorization: `Bearer ${map.links.owner.token}` },
  });
  expect(response.status).toBe(200);
});

test('an owner deletes a map for everybody and brings it back from the bin (U41)', async ({
  page,
  browser,
  server,
}) => {
  const map = await openTemplate(page, 'airline-tiers.en', { server });
  await page.getByRole('link', { name: 'To my maps' }).click();
  const mine = page.getByTestId('my-map');
  const bin = page.getByTestId('bin');
  const ask = async () => {
    await mine.getByRole('button', { name: /More for/ }).click();
    await page.getByRole('menuitem', { name: /Delete for everybody/ }).click();
  };
  // Without an answer of the server nothing has changed.
  await ask();
  await page.context().setOffline(true);
  await page.getByTestId('delete').click();
  await expect(page.getByTestId('toast')).toContainText('server');
  await expect(mine).toHaveCount(1);
  await page.context().setOffline(false);
  await ask();
  await page.getByTestId('delete').click();
  await expect(mine).toHaveCount(0);
  await expect(bin).toContainText('deleted');
  const guest = await newContextPage(browser, {});
  await guest.goto(server.url + linkPath(map, 'view'));
  await expect(guest.getByTestId('problem')).toHaveAttribute('data-problem', 'mapDeleted');
  // The bin is still there later, and the map is whole again when it comes out.
  await page.reload();
  await bin.getByRole('button', { name: /Bring back/ }).click();
  await expect(bin).toHaveCount(0);
  await mine.getByRole('link').click();
  await page.getByTestId('touchpoint').first().waitFor();
  await guest.reload();
  await guest.getByTestId('touchpoint').first().waitFor();
  await guest.context().close();
});

test('what has lain in the bin for more than 30 days is forgotten on the device too (U41)', async ({
  page,
  server,
}) => {
  const map = await openTemplate(page, 'airline-tiers.en', { server });
  await page.getByRole('link', { name: 'To my maps' }).click();
  await expect(page.getByTestId('my-map')).toHaveCount(1);
  await page.evaluate((id) => {
    const key = `touchline:map:${id}`;
    const entry = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
    localStorage.setItem(key, JSON.stringify({ ...entry, deletedAt: Date.now() - 31 * 24 * 3_600_000 }));
  }, map.id);
  await page.reload();
  await expect(page.getByTestId('home')).toBeVisible();
  await expect(page.getByTestId('bin')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate((id) => localStorage.getItem(`touchline:map:${id}`), map.id))
    .toBeNull();
});

test('a touchline/1 file becomes a new map; taken away again it is the same file', async ({
  page,
  server,
}) => {
  await setName(page, '');
  await page.goto(server.url);
  const file = 'public/templates/home-decoration.zh.json';
  await page.getByTestId('import-file').setInputFiles(file);
  // What it holds is shown before the map is made.
  await page.getByTestId('import-now').click();
  await page.getByTestId('touchpoint').first().waitFor();
  await page.getByTestId('export-menu').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^Touchline file/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^家装顾客旅程 从看图心动到晒新家 \d{4}-\d\d-\d\d\.json$/);
  const given = parseMapText(readFileSync(file, 'utf8'));
  const taken = parseMapText(readFileSync(await download.path(), 'utf8'));
  if (!given.ok || !taken.ok) throw new Error('a file is not valid');
  // The map's own id and times are the new map's; everything in it is as it was.
  expect({ ...taken.map, map: { ...taken.map.map, id: '', createdAt: null, updatedAt: null } }).toEqual({
    ...given.map,
    map: { ...given.map.map, id: '', createdAt: null, updatedAt: null },
  });
});

test('a wrong file is refused with reasons and JSON paths, and nothing is created', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  const template = JSON.parse(readFileSync('public/templates/airline-tiers.en.json', 'utf8')) as {
    touchpoints: { emotion?: number }[];
  };
  for (const touchpoint of template.touchpoints) touchpoint.emotion = 7;
  await page.getByTestId('import-file').setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(template)),
  });
  await expect(page.getByTestId('reasons').getByRole('listitem').first()).toContainText(
    '$.touchpoints[0].emotion',
  );
  await expect(page.getByTestId('problem')).toContainText('Nothing was created');
  // The same refusal in Chinese, without another try: reasons included.
  await page.getByTestId('language').click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(page.getByTestId('reasons').getByRole('listitem').first()).toHaveText(
    '$.touchpoints[0].emotion 必须是 −2 到 2 之间的数字',
  );
  await expect(page.getByTestId('problem')).toContainText('没有创建任何内容');
  await expect(page.getByTestId('my-map')).toHaveCount(0);
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('not json') });
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'fileUnreadable');
});

test('the SVG of the whole map is drawn from the scene: text stays text, no foreign objects', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.getByTestId('export-menu').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /\(SVG\)/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^SaaS onboarding a service blueprint \d{4}-\d\d-\d\d\.svg$/);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('Agent answers');
  expect(svg).not.toContain('foreignObject');
  expect(svg).not.toContain('<script');
});

test('language and theme are switched and remembered', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByTestId('language').click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(page.getByRole('heading', { name: '我的旅程图' })).toBeVisible();
  await page.getByTestId('theme').click();
  await page.getByRole('menuitem', { name: '深色' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: '我的旅程图' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('both languages are on the device after the first visit: without a network one is changed to and found again', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await (await caches.open('touchline-page')).keys();
        // The page itself comes last.
        if (!kept.some(({ url }) => new URL(url).pathname === '/')) return 0;
        return kept.filter(({ url }) => url.includes('first-words')).length;
      }),
    )
    .toBe(2);
  await page.context().setOffline(true);
  await page.getByTestId('language').click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(page.getByRole('heading', { name: '我的旅程图' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '我的旅程图' })).toBeVisible();
});

test('an address without a page, a map without its key, and a withdrawn link each say what to do (U42)', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/m/nosuchmap`);
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'noToken');
  await page.goto(`${server.url}/m/nosuchmap#wrongtoken`);
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'keyDoesNotFit');
  await expect(page.getByTestId('problem')).not.toContainText('missing');
  await page.goto(`${server.url}/m/nosuchmap#${'x'.repeat(24)}`);
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'linkWithdrawn');
  const map = await createMap(server, { template: 'airline-tiers.en' });
  await page.goto(server.url + linkPath(map, 'view').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  await expect(page.getByTestId('problem')).toHaveAttribute('data-problem', 'linkWithdrawn');
  await page.getByRole('button', { name: 'Go to my maps' }).click();
  await expect(page.getByTestId('home')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the home page has nothing for axe to find and fits 390 and 320 px, ${colorScheme} (U55, U60)`, async ({
    browser,
    server,
  }) => {
    const page = await newContextPage(browser, { ...phone, colorScheme });
    await page.goto(server.url);
    await page.getByTestId('template').first().waitFor();
    const scan = await new AxeBuilder({ page }).analyze();
    expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
}

test('a map on the home page tells how many people are in it now', async ({ page, browser, server }) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  const other = await newContextPage(browser);
  await openTemplate(other, 'saas-onboarding-blueprint.en', { server, map, as: 'view' });
  // Who works on a map here sees its name at home, with how many others are in it.
  await page.goto(server.url);
  const tile = page.getByTestId('my-map').and(page.locator(`[data-id="${map.id}"]`));
  await expect(tile.getByTestId('people-here')).toHaveText(/^[12] here now$/);
  await other.context().close();
});
