/** Files that the page makes: whole, in its own worker, while the map stays usable. */
import { readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { extractText, getDocumentProxy } from 'unpdf';
import { layoutSheets } from '../../src/export/sheets.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { linesOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';
import { createMap, expect, openTemplate, test } from './support.ts';

test('a Chinese map as a picture: exact size, every card drawn, every letter there, made beside the page (U43, U53)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'home-decoration.zh', { server });
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').getByRole('combobox').fill('PNG');
  await expect(page.getByRole('option')).toHaveText([/PNG/]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.waitForEvent('worker', (worker) => worker.url().includes('fileWorker')),
    page.keyboard.press('Enter'),
  ]);
  const png = PNG.sync.read(readFileSync(await download.path()));
  const map = templates.find(({ name }) => name === 'home-decoration.zh')?.map;
  if (!map) throw new Error('there is no such template');
  const [sheet] = layoutSheets(map, chooseOptions({}));
  expect([png.width, png.height]).toEqual([Math.round(sheet.width), Math.round(sheet.height)]);
  // Every line of text left ink where the scene says that it stands.
  const lost = sheet.groups.flatMap(({ items, origin }) =>
    items.flatMap((item) => {
      if (item.kind !== 'text' || item.font.size < 11) return [];
      const colours = new Set<number>();
      for (let y = item.y - item.font.size * 0.7; y < item.y; y += 1)
        for (let x = item.x; x < item.x + item.width; x += 1)
          colours.add(
            png.data.readUInt32BE(4 * (Math.round(y + origin.y) * png.width + Math.round(x + origin.x))),
          );
      return colours.size > 2 ? [] : [item.text];
    }),
  );
  expect(lost).toEqual([]);
});

test('a PDF comes from the server with what was typed last, and can be searched', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /PDF/ }).click(),
  ]);
  const document = await getDocumentProxy(new Uint8Array(readFileSync(await download.path())));
  const { text } = await extractText(document, { mergePages: true });
  const map = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
  if (!map) throw new Error('there is no such template');
  const bare = (words: string) => words.normalize('NFKC').replaceAll(/\s+/gu, '');
  // The server dates a new map today.
  const [sheet] = layoutSheets(map, chooseOptions({ date: false }));
  const lines = sheet.groups.flatMap(({ items }) => linesOf(items));
  expect(lines.filter((line) => !bare(text).includes(bare(line)))).toEqual([]);
});

test('the HTML file is looked at offline: it moves, zooms, opens details by keyboard and has both themes', async ({
  page,
  server,
}, info) => {
  const map = await createMap(server, { template: 'saas-onboarding-blueprint.en' });
  const answer = await fetch(`${server.url}/api/maps/${map.id}/export.html`, {
    headers: { authorization: `Bearer ${map.links.view.token}` },
  });
  const file = info.outputPath('map.html');
  writeFileSync(file, await answer.bytes());
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) asked.push(request.url());
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`file://${file}`);
  const view = () => page.locator('#map svg').getAttribute('viewBox');
  const whole = await view();
  await page.keyboard.press('+');
  await expect.poll(view).not.toBe(whole);
  await page.keyboard.press('0');
  await expect.poll(view).toBe(whole);
  await page.mouse.move(700, 400);
  await page.mouse.down();
  await page.mouse.move(600, 350, { steps: 3 });
  await page.mouse.up();
  await expect.poll(view).not.toBe(whole);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#details')).toBeVisible();
  await expect(page.locator('#details article:visible h2')).toHaveText(/\w/);
  await page.keyboard.press('Escape');
  await expect(page.locator('#details')).toBeHidden();
  await expect(page.locator('#map [role=button]:focus')).toHaveCount(1);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  expect(await ground()).not.toBe(light);
  expect([asked, errors]).toEqual([[], []]);
});

test('the HTML file on a phone: begins where cards can be read, goes by stages, opens details by touch and lists them all', async ({
  browser,
  server,
}, info) => {
  const map = await createMap(server, { template: 'real-estate-sales.zh' });
  const answer = await fetch(`${server.url}/api/maps/${map.id}/export.html`, {
    headers: { authorization: `Bearer ${map.links.view.token}` },
  });
  const file = info.outputPath('phone.html');
  writeFileSync(file, await answer.bytes());
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`file://${file}`);
  const head = (index: number) => page.locator('#map [data-role=stage-head]').nth(index);
  const leftOf = async (index: number) => (await head(index).boundingBox())?.x ?? Number.NaN;
  await expect.poll(() => leftOf(0)).toBeGreaterThan(-20);
  // The first stage's first contact in the list of the template, so in sight.
  const card = page.locator('#map [data-role=touchpoint]').filter({ hasText: '短视频看房' });
  expect((await card.boundingBox())?.width).toBeGreaterThan(150);
  await page.getByRole('button', { name: '下一阶段' }).tap();
  await expect.poll(() => leftOf(1)).toBeLessThan(40);
  await page.getByRole('button', { name: '上一阶段' }).tap();
  await expect.poll(() => leftOf(0)).toBeGreaterThan(-20);

  await card.tap();
  const title = page.locator('#details article:visible h2');
  await expect(title).toHaveCount(1);
  await page.getByRole('button', { name: '关闭' }).tap();
  await expect(page.locator('#details')).toBeHidden();
  await page.getByRole('button', { name: /列表/ }).tap();
  const all = await page.locator('#details article').count();
  expect(all).toBeGreaterThan(28);
  await expect(title).toHaveCount(all);
  await page.locator('#details article').nth(3).tap();
  await expect(title).toHaveCount(1);
  await expect(page.locator('#details article:visible dl')).toBeVisible();
  await page.getByRole('button', { name: '关闭' }).tap();
  await expect(title).toHaveCount(all);
  await page.getByRole('button', { name: '关闭' }).tap();
  await expect(page.locator('#details')).toBeHidden();
  await context.close();
});
