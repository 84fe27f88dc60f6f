/** The export dialog in the browser: worker, preview, a picture of the size that was asked for, a PDF of the server, a logo, axe. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { PNG } from 'pngjs';
import { png } from '../support/pictures.ts';
import { storedMap } from './canvasHelpers.ts';
import { expect, openTemplate, test } from './support.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`a part of the map is previewed and taken away as picture and PDF, ${theme} (U43, U53, U55)`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openTemplate(page, 'home-decoration.zh', { server });
    await page.getByTestId('export-menu').click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    const dialog = page.getByTestId('export-dialog');
    const preview = dialog.getByTestId('export-preview');
    await dialog.getByRole('radio', { name: /^PNG/ }).check();
    await dialog.getByRole('radio', { name: 'Stages' }).click();
    await dialog.getByRole('radio', { name: 'Width' }).click();
    await dialog.getByLabel('px wide').fill('1234');
    await dialog.getByLabel('px wide').press('Enter');
    await expect(preview).toHaveAttribute('data-state', 'shown');
    await expect(preview.getByRole('img')).toBeVisible();
    await expect(dialog.getByText(/1,234 × [\d,]+ px/)).toBeVisible();
    expect(
      (await new AxeBuilder({ page }).include('[data-testid="export-dialog"]').analyze()).violations,
    ).toEqual([]);

    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByTestId('export-now').click(),
    ]);
    const drawn = PNG.sync.read(readFileSync(await picture.path()));
    expect(drawn.width).toBe(1234);
    const shades = new Set(
      Array.from({ length: 4000 }, (_, at) =>
        drawn.data.readUInt32BE(Math.floor((at * drawn.data.length) / 16000) * 4),
      ),
    );
    expect(shades.size).toBeGreaterThan(5);

    await dialog.getByRole('radio', { name: /^PDF/ }).check();
    await expect(preview).toHaveAttribute('data-state', 'shown');
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByTestId('export-now').click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/^家装顾客旅程.*\.pdf$/);
    expect(
      readFileSync(await sheet.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await expect(dialog.getByTestId('export-status')).toHaveText(/^Saved 家装/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
}

test('a logo chosen for the map stands on the sheet that is exported', async ({ page, server }) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('About this map');
  await page.getByRole('option', { name: /About this map/ }).click();
  const logo = page.getByTestId('inspector').getByRole('group', { name: 'Logo', exact: true });
  await logo
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png(240, 80) });
  await expect(logo.getByRole('button', { name: 'Remove the picture' })).toBeVisible();
  await expect.poll(async () => JSON.stringify(await storedMap(server, map))).toContain('"width":240');
  await page.getByTestId('export-menu').click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByTestId('export-dialog');
  await dialog.getByRole('radio', { name: /^SVG/ }).check();
  const [drawn] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByTestId('export-now').click(),
  ]);
  expect(readFileSync(await drawn.path(), 'utf8')).toMatch(/<image [^>]*href="data:image\//);
});

test('a picture goes to the clipboard in the size that was asked for', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTemplate(page, 'airline-tiers.en', { server });
  await page.getByTestId('export-menu').click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByTestId('export-dialog');
  await dialog.getByRole('radio', { name: /^PNG/ }).check();
  await dialog.getByRole('radio', { name: 'Width' }).click();
  await dialog.getByLabel('px wide').fill('900');
  await dialog.getByLabel('px wide').press('Enter');
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByText('Copied to the clipboard')).toBeVisible();
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await item?.getType('image/png');
    return picture ? (await createImageBitmap(picture)).width : null;
  });
  expect(width).toBe(900);
});
