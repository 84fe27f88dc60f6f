/** R75: a map that is larger than a canvas may be still becomes a picture, and nowhere a blank one. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { readPngRows } from '../support/pngRows.ts';
import { createMap, expect, openMap, test } from './support.ts';

test('a map of 1,000 touchpoints as a picture has its exact size, and every card in it is drawn; the map can be moved about all the while (R75, U43)', async ({
  page,
  server,
}) => {
  test.slow();
  const document = largeMap(1000);
  const map = await createMap(server, { document });
  await openMap(page, map, { server, as: 'view' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('PNG');
  await expect(page.getByTestId('palette').getByRole('option').first()).toContainText('PNG');
  const head = page.getByTestId('stage').first();
  const middle = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.mouse.move(middle.width / 2, middle.height / 2);
  // What the page paints meanwhile: the longest pause beside the whole, so that a slow machine is as good as a fast one.
  await page.evaluate(() => {
    const seen = { from: performance.now(), last: performance.now(), longest: 0, frames: 0 };
    Object.assign(globalThis, { seen });
    requestAnimationFrame(function count(now) {
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      seen.frames += 1;
      requestAnimationFrame(count);
    });
  });
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const made = { isDone: false };
  const downloading = page.waitForEvent('download').then((file) => {
    made.isDone = true;
    return file;
  });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('palette')).toHaveCount(0);
  let moves = 0;
  for (let way = 60; !made.isDone; way = -way) {
    const before = await head.boundingBox();
    await page.mouse.wheel(way, 0);
    await expect.poll(async () => (await head.boundingBox())?.x, { intervals: [20] }).not.toBe(before?.x);
    if (!made.isDone) moves += 1;
  }
  const download = await downloading;
  const { longest, frames, from, last } = await page.evaluate(
    () => (globalThis as unknown as { seen: Record<'longest' | 'frames' | 'from' | 'last', number> }).seen,
  );
  expect(moves, 'the wheel was answered while the file was made').toBeGreaterThan(2);
  expect(workers).not.toEqual([]);
  expect(frames).toBeGreaterThan(10);
  expect(longest, `of ${last - from} ms`).toBeLessThan((last - from) / 3);
  const png = PNG.sync.read(readFileSync(await download.path()));
  const parsed = parseMap(document);
  if (!parsed.ok) throw new Error('the large map is no map');
  const [sheet] = layoutSheets(parsed.map, chooseOptions({}));
  expect([png.width, png.height]).toEqual([Math.round(sheet.width), Math.round(sheet.height)]);
  // Many canvases' worth of pixels.
  expect(png.width * png.height).toBeGreaterThan(20_000_000);
  const cards = sheet.groups.filter(({ role }) => role === 'touchpoint');
  expect(cards).toHaveLength(1000);
  const blank = cards.filter(({ box }) => {
    const colours = new Set<number>();
    const y = Math.round(box.y + box.height / 2);
    for (let row = y - 12; row <= y + 12; row += 2)
      for (let x = box.x + 2; x < box.x + box.width - 2; x += 1)
        colours.add(png.data.readUInt32BE(4 * (row * png.width + Math.round(x))));
    return colours.size < 3;
  });
  expect(blank.map(({ title }) => title)).toEqual([]);
});

test('four times as large as the screen shows it, beyond what a canvas may be, a picture is exact and whole (R75)', async ({
  page,
  server,
}) => {
  test.slow();
  const document = largeMap(200);
  const map = await createMap(server, { document });
  await openMap(page, map, { server, as: 'view' });
  await page.getByTestId('export-menu').click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByTestId('export-dialog');
  await dialog.getByRole('radio', { name: /^PNG/ }).check();
  await dialog.getByRole('radio', { name: '4×' }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByTestId('export-now').click(),
  ]);
  const parsed = parseMap(document);
  if (!parsed.ok) throw new Error('the large map is no map');
  const [sheet] = layoutSheets(parsed.map, chooseOptions({}));
  const cards = sheet.groups
    .filter(({ role }) => role === 'touchpoint')
    .map(({ box, title }) => ({ box, title, colours: new Set<number>() }));
  const png = readFileSync(await download.path());
  const { width, height } = await readPngRows(png, (row, y) => {
    if (y % 8 > 0) return;
    for (const { box, colours } of cards) {
      if (y < 4 * box.y || y > 4 * (box.y + box.height)) continue;
      for (let x = Math.ceil(4 * box.x + 8); x < 4 * (box.x + box.width) - 8; x += 3)
        colours.add(((row[3 * x] ?? 0) << 16) + ((row[3 * x + 1] ?? 0) << 8) + (row[3 * x + 2] ?? 0));
    }
  });
  expect([width, height]).toEqual([Math.round(4 * sheet.width), Math.round(4 * sheet.height)]);
  // Wider than any canvas.
  expect(width).toBeGreaterThan(16_384);
  expect(cards).toHaveLength(200);
  expect(cards.filter(({ colours }) => colours.size < 6).map(({ title }) => title)).toEqual([]);
});
