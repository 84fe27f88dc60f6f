import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { card, expectStored, idOf, openToEdit, smallMap, storedMap } from './canvasHelpers.ts';
import {
  createMap,
  expect,
  newContextPage,
  openMap,
  openTemplate,
  phone,
  test,
  waitSaved,
} from './support.ts';

async function showTable(page: Page): Promise<void> {
  await page.getByTestId('view-switch').getByRole('radio', { name: 'Table' }).click();
  await page.getByTestId('table-grid').waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette').getByRole('combobox')).toBeFocused();
}

function cell(page: Page, id: string, field: string) {
  return page.locator(`[data-testid="table-row"][data-id="${id}"] [data-field="${field}"]`);
}

test('a small map is built, moved, edited and undone in the Table with the keyboard alone (U6, U57)', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'click', 'touchstart'])
      addEventListener(type, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  });
  const map = await createMap(server, {
    document: {
      format: 'touchline/1',
      map: { id: 'new', title: 'By keys' },
      stages: [{ id: 's1', name: 'Look' }],
      lanes: [{ id: 'l1', name: 'Contact', kind: 'contact' }],
    },
  });
  await openToEdit(page, map, { server });
  await openPalette(page);
  await page.keyboard.type('show as table');
  await page.keyboard.press('Enter');
  await page.getByTestId('table-grid').waitFor();

  // Titles one below the other, then a second stage with one of its own.
  await expect(page.locator('[data-kind="empty"] [data-field="title"]')).toBeFocused();
  await page.keyboard.type('Sees the advert');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Reads reviews');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('Buy');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pays');
  // Scores of the row: Tab over the channel to the emotion.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cashier');
  await page.keyboard.press('Enter');
  const pays = await idOf(server, map, 'touchpoints', 'Pays');
  await expectStored(server, map, 'touchpoints', pays, {
    emotion: 1,
    importance: 5,
    performance: 3,
    owner: 'Cashier',
  });

  // The second row moves into the next stage, and undo takes it back.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  const reads = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const buy = await idOf(server, map, 'stages', 'Buy');
  await expectStored(server, map, 'touchpoints', reads, { stageId: buy });
  await page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(
      async () => (await storedMap(server, map))['touchpoints']?.find(({ id }) => id === reads)?.['stageId'],
    )
    .not.toBe(buy);

  // A link by the palette, and back to the map, where it all stands.
  await openPalette(page);
  await page.keyboard.type('link to');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('palette').getByRole('heading')).toHaveText('Link to…');
  await page.keyboard.type('pays');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await storedMap(server, map))['links']?.length ?? 0).toBe(1);
  await openPalette(page);
  await page.keyboard.type('show as map');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('touchpoint')).toHaveCount(3);
  await page.reload();
  await expect(page.getByTestId('touchpoint')).toHaveCount(3);
});

test('a composition begins in the cell and its Enter does not leave it (U3)', async ({ page, server }) => {
  const map = await createMap(server, { document: smallMap });
  await openMap(page, map, { server });
  await showTable(page);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await cell(page, id, 'title').click();
  const session = await page.context().newCDPSession(page);
  await page.keyboard.press('n');
  await page.keyboard.press('Backspace');
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await expect(page.getByTestId('cell-editor')).toHaveValue('ni');
  await session.send('Input.insertText', { text: '你好' });
  await expect(page.getByTestId('cell-editor')).toHaveValue('你好');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'touchpoints', id, { title: '你好' });
});

test('the Table is live: another’s canvas and my rows show the same, with who is where', async ({
  page,
  browser,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  await openMap(page, map, { server, person: 'Ann' });
  await showTable(page);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  const other = await newContextPage(browser);
  await openToEdit(other, map, { server, as: 'edit', person: 'Ben' });
  await cell(page, id, 'emotion').click();
  await page.keyboard.press('1');
  await expect(card(other, id)).toHaveAttribute('aria-label', /emotion −2\.0/);
  await card(other, id).click();
  await expect(page.locator(`[data-id="${id}"] [title="Ben here"]`)).toBeVisible();
  await other.keyboard.press('5');
  await expect(cell(page, id, 'emotion')).toHaveAttribute('aria-label', '+2.0, delighted');
  await other.context().close();
});

test('on a phone the Table is the way to edit: a second tap opens a cell, nothing overflows', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, phone);
  const map = await createMap(server, { document: smallMap });
  await openMap(page, map, { server });
  await waitSaved(page);
  await page.getByTestId('phone-menu').tap();
  await page.getByRole('menuitem', { name: 'Table' }).tap();
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await cell(page, id, 'title').tap();
  await expect(page.getByTestId('cell-editor')).toHaveCount(0);
  await cell(page, id, 'title').tap();
  await page.getByTestId('cell-editor').fill('Pays by phone');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'touchpoints', id, { title: 'Pays by phone' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const low = await page
    .getByTestId('table-row')
    .first()
    .evaluate((row) => row.getBoundingClientRect().height);
  expect(low).toBeGreaterThanOrEqual(44);
  await page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the Table and the palette, ${colorScheme} (U55, U57)`, async ({
    browser,
    server,
  }) => {
    test.slow();
    const page = await newContextPage(browser, { colorScheme });
    await openTemplate(page, 'airline-tiers.en', { server });
    await showTable(page);
    await page.locator('[data-kind="touchpoint"] [data-field="emotion"]').first().click();
    const scan = async () =>
      (await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
      );
    expect(await scan(), 'chosen').toEqual([]);
    await page.keyboard.press('F2');
    await page.getByTestId('emotion-picker').waitFor();
    expect(await scan(), 'typing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    expect(await scan(), 'choosing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByTestId('palette').waitFor();
    expect(await scan(), 'palette').toEqual([]);
    await page.context().close();
  });
}
