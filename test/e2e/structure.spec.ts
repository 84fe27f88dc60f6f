/** Structure gestures in the browser: split, merge, duplicate, tidy, move to…, lock, and dragging at the rim, by hand and by key. */
import {
  card,
  cardNamed,
  expectCount,
  expectStored,
  idOf,
  middleOf,
  openSmallMap,
  runAction,
  storedMap,
} from './canvasHelpers.ts';
import { expect, openMap, test, waitSaved } from './support.ts';

test('a stage is split where it was clicked, merged again, and duplicated with its content, each one step', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const stages = async () => (await storedMap(server, map))['stages']?.map((stage) => stage['name']);
  const look = await idOf(server, map, 'stages', 'Look');
  const shop = await idOf(server, map, 'touchpoints', 'Visits the shop');
  const head = page.locator(`[data-testid="stage"][data-id="${look}"]`);
  const box = await head.boundingBox();
  if (!box) throw new Error('no head');
  await head.click({ button: 'right', position: { x: box.width / 2, y: 12 } });
  await page.getByRole('menuitem', { name: 'Split the stage' }).click();
  await page.keyboard.type('Choose');
  await page.keyboard.press('Enter');
  await expect.poll(stages).toEqual(['Look', 'Choose', 'Buy']);
  await expectStored(server, map, 'touchpoints', shop, {
    stageId: await idOf(server, map, 'stages', 'Choose'),
  });
  await expect(cardNamed(page, 'Visits the shop')).toHaveAttribute('data-address', 'B1');

  // By key: of the stage in which something is selected.
  await cardNamed(page, 'Reads reviews').click();
  await runAction(page, 'Merge with the next stage');
  await expect.poll(stages).toEqual(['Look / Choose', 'Buy']);
  await expectStored(server, map, 'touchpoints', shop, { stageId: look });

  await runAction(page, 'Duplicate the stage with its content');
  await page.keyboard.press('Enter');
  await expect.poll(stages).toEqual(['Look / Choose', 'Look / Choose (copy)', 'Buy']);
  await expectCount(server, map, 'touchpoints', 5);
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'touchpoints', 3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stages())?.length).toBe(3);
});

test('move to… takes a selection to another stage, lane and time without a drag (U19), and tidy spreads the map', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  await cardNamed(page, 'Reads reviews').focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('m');
  const dialog = page.getByTestId('move-dialog');
  await dialog.getByLabel('Stage', { exact: true }).selectOption({ label: 'B  Buy' });
  await dialog.getByLabel('Time').selectOption({ label: 'At a point of the stage, in %' });
  await dialog.getByLabel('Percent of the stage').fill('45');
  await dialog.getByLabel('Row').fill('2');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  const buy = await idOf(server, map, 'stages', 'Buy');
  await expectStored(server, map, 'touchpoints', id, { stageId: buy, t: 0.45, row: 1 });

  await runAction(page, 'Tidy the whole map');
  await expectStored(server, map, 'touchpoints', id, { stageId: buy, t: 0.75 });
  await page.keyboard.press('Control+z');
  await expectStored(server, map, 'touchpoints', id, { t: 0.45, row: 1 });
});

test('what is locked shows a padlock and stays; the owner locks the structure for all (U31)', async ({
  page,
  browser,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  await card(page, id).click();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.locator(`[data-testid="padlock"][data-id="${id}"]`)).toBeAttached();
  await expect(page.getByTestId('link-port')).toHaveCount(0);
  const from = await middleOf(card(page, id));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 300, from.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId('toast')).toContainText('It is locked');
  await page.keyboard.press('Delete');
  await runAction(page, 'Lock stages and lanes for everybody');
  await waitSaved(page);

  const other = await browser.newPage();
  await openMap(other, map, { server, as: 'edit' });
  await other.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  const head = other.getByTestId('stage').first();
  await head.click({ button: 'right', position: { x: 100, y: 20 } });
  await expect(other.getByRole('menuitem', { name: /stages and lanes/ })).toHaveCount(0);
  await other.getByRole('menuitem', { name: 'Make the stage wider' }).click();
  await expect(other.getByTestId('toast')).toContainText('Stages and lanes are locked for everybody');
  await other.close();

  await runAction(page, 'Unlock stages and lanes');
  await card(page, id).click();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByTestId('padlock')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expectStored(server, map, 'touchpoints', id, { t: 0.3 });
  await expect.poll(async () => (await storedMap(server, map))['stages']?.[0]?.['width']).toBe(640);
});

test('a drag aligns with other cards and moves the view at its rim (U21, U22)', async ({ page, server }) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const from = await middleOf(card(page, id));
  const to = await middleOf(cardNamed(page, 'Visits the shop'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x - 3, to.y + 140, { steps: 5 });
  await expect(page.locator('[data-part="guide"]')).toHaveCount(1);
  const pane = await page.getByTestId('canvas').boundingBox();
  const stage = page.getByTestId('stage').first();
  const before = (await stage.boundingBox())?.x ?? 0;
  // What the drag took up is shown in the inspector when it is dropped, so the canvas reaches the rim of the page.
  const edge = pane ? pane.x + pane.width : 0;
  await page.mouse.move(edge - 12, to.y + 140, { steps: 4 });
  await expect.poll(async () => (await stage.boundingBox())?.x ?? -9999).toBeLessThan(before - 100);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectStored(server, map, 'touchpoints', id, { t: 0.2 });
});
