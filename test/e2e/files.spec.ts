/** Files that the page makes: whole, in its own worker, while the map stays usable. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { extractText, getDocumentProxy } from 'unpdf';
import { layoutSheets } from '../../src/export/sheets.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { linesOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';
import { expect, openTemplate, test } from './support.ts';

test('a Chinese map as a picture: exact size, every card drawn, every letter there, made beside the page', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'home-decoration.zh', { server });
  await page.getByRole('button', { name: /^(Export|导出)$/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.waitForEvent('worker', (worker) => worker.url().includes('fileWorker')),
    page.getByRole('menuitem', { name: /PNG/ }).click(),
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
