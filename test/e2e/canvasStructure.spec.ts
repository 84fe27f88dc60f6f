/** Stages and lanes on their heads: add, rename, resize, reorder, collapse, delete with or without what is in them. */
import {
  cardNamed,
  expectCount,
  expectStored,
  idOf,
  openSmallMap,
  openToEdit,
  pointOnLink,
  smallMap,
  storedMap,
} from './canvasHelpers.ts';
import { createMap, expect, test } from './support.ts';

test('a name is written whole in the window, however near its edge the head is; the map stays where it is', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 1000, height: 620 });
  await openSmallMap(page, server);
  const canvas = page.getByTestId('canvas');
  const writing = page.getByTestId('canvas-text');
  const whole = async (): Promise<void> => {
    await page.keyboard.type('Looks around for a very long while and then once more'.repeat(2));
    const [outer, inner] = [await canvas.boundingBox(), await writing.boundingBox()];
    if (!outer || !inner) throw new Error('nothing is written');
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
    expect(await canvas.evaluate((frame) => [frame.scrollLeft, frame.scrollTop])).toEqual([0, 0]);
    await page.keyboard.press('Escape');
    await expect(writing).toHaveCount(0);
  };
  const [pane, head] = [await canvas.boundingBox(), await page.getByTestId('stage').nth(1).boundingBox()];
  if (!pane || !head) throw new Error('no head');
  // As wide as leaves forty pixels of the head in view.
  await page.setViewportSize({ width: Math.round(1000 - (pane.x + pane.width - head.x) + 40), height: 620 });
  await page.mouse.dblclick(head.x + 20, head.y + 60);
  await expect(writing).toBeFocused();
  await whole();
  const lane = await page.getByTestId('lane').nth(1).boundingBox();
  if (!lane) throw new Error('no lane');
  await page.setViewportSize({ width: 1000, height: Math.round(lane.y + 60) });
  await page.mouse.dblclick(lane.x + 60, lane.y + 12);
  await expect(writing).toBeFocused();
  await whole();
});

test('a stage is renamed by double click, made wider at its edge and moved by its head', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'stages', 'Look');
  const head = page.locator(`[data-testid="stage"][data-id="${id}"]`);
  await head.dblclick({ position: { x: 120, y: 24 } });
  await page.keyboard.type('Looking around');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'stages', id, { name: 'Looking around' });

  const box = await head.boundingBox();
  if (!box) throw new Error('no head');
  await page.mouse.move(box.x + box.width - 1, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 79, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () =>
      Number((await storedMap(server, map))['stages']?.find((stage) => stage.id === id)?.['width']),
    )
    .toBeGreaterThan(700);

  // The edge of a lane can be taken in its middle too, where the plus comes.
  const lane = await page.getByTestId('lane').nth(2).boundingBox();
  if (!lane) throw new Error('no lane');
  await page.mouse.move(lane.x + 68, lane.y + lane.height - 3);
  await expect(page.getByTestId('lane').nth(2).getByTitle('Add a lane')).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(lane.x + 68, lane.y + lane.height + 57, { steps: 4 });
  await page.mouse.up();
  const thoughts = await idOf(server, map, 'lanes', 'Thoughts');
  await expect
    .poll(async () =>
      Number((await storedMap(server, map))['lanes']?.find((one) => one.id === thoughts)?.['height']),
    )
    .toBeGreaterThan(Math.round(lane.height));
  await expectCount(server, map, 'lanes', 3);

  await page.mouse.move(box.x + 200, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + 1150, box.y + 50, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => (await storedMap(server, map))['stages']?.map((stage) => stage['name']))
    .toEqual(['Buy', 'Looking around']);
  await expect(cardNamed(page, 'Reads reviews')).toHaveAttribute('data-address', 'B1');
});

test('stages and lanes are added by the plus at the end of the heads, and collapse from their menu', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  await page.getByRole('button', { name: 'Add a lane' }).click();
  await page.keyboard.type('Service desk');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await storedMap(server, map))['lanes']?.at(-1))
    .toMatchObject({ name: 'Service desk', kind: 'contact' });
  await page.keyboard.press('Shift+Digit1');
  await page.getByRole('button', { name: 'Add a stage' }).click();
  await page.keyboard.type('Own');
  await page.keyboard.press('Enter');
  await expectCount(server, map, 'stages', 3);

  // Between two heads a plus comes when one points at the edge.
  const edge = page.locator('[data-testid="stage"] [data-hit="stage-edge"]').first();
  await edge.hover({ position: { x: 2, y: 8 } });
  await edge.getByTitle('Add a stage').click();
  await page.keyboard.type('Compare');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await storedMap(server, map))['stages']?.map(({ name }) => name))
    .toEqual(['Look', 'Compare', 'Buy', 'Own']);

  const id = await idOf(server, map, 'lanes', 'Thoughts');
  await page
    .locator(`[data-testid="lane"][data-id="${id}"]`)
    .click({ button: 'right', position: { x: 60, y: 6 } });
  await page.getByRole('menuitem', { name: 'Collapse' }).click();
  await expectStored(server, map, 'lanes', id, { collapsed: true });
});

test('the plus that keys come to is brought into view by the map, and heads stay beside their lanes', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 900, height: 480 });
  const map = await openSmallMap(page, server);
  const plus = page.getByRole('button', { name: 'Add a lane' });
  await page.getByRole('button', { name: 'Menu of stage Look' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Menu of lane Thoughts' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(plus).toBeFocused();
  await expect(plus).toBeInViewport({ ratio: 0.9 });
  const heads = page.locator('[data-part="lane-heads"]');
  expect(await heads.evaluate((element) => element.scrollTop)).toBe(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Service desk');
  await page.keyboard.press('Enter');
  await expectCount(server, map, 'lanes', smallMap.lanes.length + 1);
  await expect(page.getByRole('group', { name: /Service desk/ }).first()).toBeInViewport();
});

test('deleting a stage asks what becomes of its content, and is one step to undo', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'stages', 'Look');
  const target = await idOf(server, map, 'stages', 'Buy');
  const head = page.locator(`[data-testid="stage"][data-id="${id}"]`);
  const ask = async (): Promise<void> => {
    await head.click({ button: 'right', position: { x: 120, y: 20 } });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByTestId('remove-dialog')).toContainText('3 things');
  };
  await ask();
  const choices = page.getByTestId('remove-dialog').locator('button:not([aria-label])');
  await expect(choices).toHaveText(['Move them to “Buy”', 'Delete them too', 'Cancel']);
  const lefts = await choices.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(new Set(lefts.slice(0, 2)).size, 'one under the other').toBe(1);
  await choices.first().click();
  await expectCount(server, map, 'stages', 1);
  expect(
    (await storedMap(server, map))['touchpoints']?.every((touchpoint) => touchpoint['stageId'] === target),
  ).toBe(true);
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'stages', 2);
  await expect(head).toBeVisible();

  await ask();
  await page.getByTestId('remove-dialog').getByRole('button', { name: 'Delete them too' }).click();
  await expectCount(server, map, 'touchpoints', 1);
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'touchpoints', 3);
  await expectCount(server, map, 'insights', 1);
});

test('the picture of the view keeps the links between cards', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const document = { ...smallMap, links: [{ id: 'k1', from: 't1', to: 't2' }] };
  const map = await createMap(server, { document });
  await openToEdit(page, map, { server });
  const link = await pointOnLink(page, server, map);
  const canvas = await page.getByTestId('canvas').boundingBox();
  // A picture gets five seconds, which a busy machine may not have; then it says so, and people ask again.
  test.slow();
  await expect(async () => {
    await page
      .getByRole('application', { name: 'Journey map' })
      .click({ button: 'right', position: { x: 200, y: 260 } });
    await page.getByRole('menuitem', { name: 'Copy this view as image' }).click();
    await expect(page.getByTestId('canvas-status')).toHaveText('Copied the view as an image', {
      timeout: 10_000,
    });
  }).toPass({ timeout: 120_000 });
  const dark = await page.evaluate(
    async ({ x, y }) => {
      const [item] = await navigator.clipboard.read();
      const picture = item && (await createImageBitmap(await item.getType('image/png')));
      if (!picture) return 255;
      const surface = new OffscreenCanvas(picture.width, picture.height);
      const ink = surface.getContext('2d');
      ink?.drawImage(picture, 0, 0);
      const pixels = ink?.getImageData(x - 3, y - 3, 7, 7).data ?? [255];
      let darkest = 255;
      for (let index = 0; index < pixels.length; index += 4)
        darkest = Math.min(darkest, pixels[index] ?? 255);
      return darkest;
    },
    { x: Math.round(link.x - (canvas?.x ?? 0)), y: Math.round(link.y - (canvas?.y ?? 0)) },
  );
  expect(dark).toBeLessThan(150);
});
