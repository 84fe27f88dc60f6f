/**
 * Every dialog, panel and page over the map, in the ways it may get tight: words 40 % longer, 200 % (the browser's zoom
 * halves the window), a finger on a tablet, the smallest phone, and a desk at 400 %. One visit a way, one part after the other.
 */
import type { Locator, Page } from '@playwright/test';
import { lengthenWords, overflowing, smallTargets } from './fitHelpers.ts';
import { phoneParts, wideParts, type Part } from './partsOfPage.ts';
import { expect, newContextPage, openTemplate, phone, test } from './support.ts';

async function check(page: Page, part: Part): Promise<void> {
  const shown: Locator = page.getByTestId(part.id);
  await part.open(page);
  await shown.waitFor();
  expect.soft(await smallTargets(shown, part.least ?? 44), `${part.name}: targets`).toEqual([]);
  expect.soft(await overflowing(shown), `${part.name}: overflow`).toEqual([]);
  await page.setViewportSize({ width: 720, height: 450 });
  expect.soft(await overflowing(shown), `${part.name}: overflow at 200 %`).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await lengthenWords(shown);
  expect.soft(await overflowing(shown), `${part.name}: overflow with longer words`).toEqual([]);
  await page.setViewportSize({ width: 1024, height: 768 });
  if (part.close) await part.close(page);
  else {
    await page.keyboard.press('Escape');
    await expect(shown).toHaveCount(0);
  }
}

test('nothing overflows and targets are large enough in every part of the page: a tablet, 200 %, longer words (U20, U60)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, {
    reducedMotion: 'reduce',
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
  });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, person: 'Ana' });
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  for (const part of wideParts) await check(page, part);
  await page.context().close();
});

test('on tablets of every width the way to share stays in the page, and the state of saving is read whole (U20)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, { viewport: { width: 1180, height: 820 }, hasTouch: true });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, person: 'Ana' });
  for (const width of [1180, 1100, 1024, 900, 820]) {
    await page.setViewportSize({ width, height: 820 });
    await expect(page.getByTestId('share-button'), `${width} px`).toBeInViewport({ ratio: 1 });
    const state = await page.getByTestId('save-state').boundingBox();
    const views = await page.getByTestId('view-switch').boundingBox();
    expect((state?.x ?? 0) + (state?.width ?? 0), `${width} px`).toBeLessThanOrEqual(views?.x ?? 0);
  }
  await page.context().close();
});

test('every part of the smallest phone fits 320 px, with targets for fingers and the state of saving in sight (U20, U37, U60)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, {
    ...phone,
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 },
  });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, person: 'Ana' });
  await expect(page.getByTestId('save-state')).toBeInViewport({ ratio: 1 });
  await expect(page.getByTestId('save-state')).toHaveText(/Saved/);
  for (const part of phoneParts) {
    const shown = page.getByTestId(part.id);
    await part.open(page);
    await shown.waitFor();
    expect.soft(await overflowing(shown), `${part.name}: overflow`).toEqual([]);
    expect.soft(await smallTargets(shown, 44), `${part.name}: targets`).toEqual([]);
    await shown.getByRole('button', { name: 'Close' }).first().tap();
    await expect(shown).toHaveCount(0);
  }
  await page.context().close();
});

test('a window of 320 px on a desk, as at 400 %, has every dialog and page of the editor (U60)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, {
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 256 },
  });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, person: 'Ana' });
  const look = async (id: string, name: string): Promise<void> => {
    await page.getByTestId(id).waitFor();
    expect.soft(await overflowing(page.getByTestId(id)), name).toEqual([]);
  };
  await look('phone-view', 'phone');
  await page.getByTestId('touchpoint').first().getByRole('button').click();
  await look('touchpoint-details', 'touchpoint');
  await page.keyboard.press('Escape');
  const choose = async (name: RegExp): Promise<void> => {
    await page.getByTestId('phone-menu').click();
    const menu = page.getByRole('menu');
    expect.soft(await overflowing(menu), 'menu').toEqual([]);
    await menu.getByRole('menuitem', { name }).click();
  };
  const shut = async (id: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId(id)).toHaveCount(0);
  };
  await choose(/^Views/);
  await look('views-dialog', 'Saved views');
  await shut('views-dialog');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(/^Import/)]);
  const rows = 'Step,Stage,Emotion\nCalls us,Calling,1.5\nWaits,,great\nSigns,Signing,2\n';
  await chooser.setFiles({ name: 'steps.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByTestId('import-emptied').waitFor();
  await look('import-dialog', 'import');
  await shut('import-dialog');
  await page.getByTestId('phone-menu').click();
  await page.getByRole('menuitem', { name: /^Table/ }).click();
  await look('table-view', 'Table');
  await page.getByRole('button', { name: 'Show as map' }).click();
  await page.getByTestId('phone-menu').click();
  await page.getByRole('menuitem', { name: /^Insights/ }).click();
  await look('insights-view', 'Insights');
  await page.context().close();
});
