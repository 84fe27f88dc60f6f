import {
  beginDrag,
  card,
  expectStored,
  idOf,
  middleOf,
  openSmallMap,
  openToEdit,
  smallMap,
} from './canvasHelpers.ts';
import { createMap, expect, newContextPage, openMap, test, titleField } from './support.ts';

test('the palette does things and goes places by names of both languages and by addresses (U10)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const palette = page.getByTestId('palette');
  const field = palette.getByRole('combobox');
  const first = palette.getByRole('option').first();

  // To a touchpoint by its name, then an action on it, found by its Chinese name, from inside a text.
  await titleField(page).focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('visits');
  await expect(first).toHaveText('A1Visits the shopTouchpoint');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.getByTestId('inspector-address')).toHaveText('A1');
  await expect(page.locator('[data-testid="touchpoint"]:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+/');
  await expect(field).toBeFocused();
  await page.keyboard.type('移到阶段');
  await expect(first).toHaveText('Move to stage');
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('heading')).toHaveText('Move to stage');
  await page.keyboard.type('buy');
  await page.keyboard.press('Enter');
  const visits = await idOf(server, map, 'touchpoints', 'Visits the shop');
  const buy = await idOf(server, map, 'stages', 'Buy');
  await expectStored(server, map, 'touchpoints', visits, { stageId: buy });

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('b1');
  await expect(first).toHaveText('B1Buy · ContactPlace');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);

  // What opens a text puts the focus there, once the palette has closed.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('rename the stage');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Order');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'stages', buy, { name: 'Order' });
});

test('what is typed before the palette has come is in it, Enter included; Escape gives it up (U10)', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  const coming = Promise.withResolvers<void>();
  await page.route(/\/assets\/PaletteHost-/, async (route) => {
    await coming.promise;
    await route.continue();
  });
  await openToEdit(page, map, { server });
  const palette = page.getByTestId('palette');
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await card(page, id).click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('hh');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.insertText', { text: '情绪 +2' });
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'select');
  coming.resolve();
  await expectStored(server, map, 'touchpoints', id, { emotion: 2 });
  await expect(palette).toHaveCount(0);
});

test('the palette keeps the focus when other parts of the page come while it is open: Enter does what is meant (U10)', async ({
  browser,
  server,
}) => {
  // What is fetched through the service worker cannot be held up.
  const page = await newContextPage(browser, { serviceWorkers: 'block' });
  const map = await createMap(server, { document: smallMap });
  const asked = Promise.withResolvers<void>();
  const coming = Promise.withResolvers<void>();
  await page.route(/\/assets\/Importing-/, async (route) => {
    asked.resolve();
    await coming.promise;
    await route.continue();
  });
  await openMap(page, map, { server, as: 'view' });
  const palette = page.getByTestId('palette');
  const field = palette.getByRole('combobox');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  // What the page fetches when nobody has touched it for a while.
  await asked.promise;
  await page.keyboard.type('dark');
  await expect(palette).toBeVisible();
  await expect(field).toBeFocused();
  const arrived = page.waitForResponse(/\/assets\/Importing-/).then((response) => response.finished());
  coming.resolve();
  await arrived;
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.context().close();
});

test('single-letter keys can be switched off and stay off (U8); Escape takes back one thing a press (U9)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const canvas = page.getByTestId('canvas');
  await page.keyboard.press('h');
  await expect(canvas).toHaveAttribute('data-tool', 'hand');

  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await page.keyboard.press('v');
  await card(page, id).click();
  await beginDrag(page, card(page, id), 60, 40);
  await expect(page.locator('[data-part="landing"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part="landing"]')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.keyboard.press('F2');
  await expect(page.getByTestId('canvas-text')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' now');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas-text')).toHaveCount(0);
  await expectStored(server, map, 'touchpoints', id, { title: 'Pays now', t: 0.4 });
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.keyboard.press('h');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(0);
  await expect(canvas).toHaveAttribute('data-tool', 'hand');
  await page.keyboard.press('Escape');
  await expect(canvas).toHaveAttribute('data-tool', 'select');

  await page.keyboard.press('?');
  await page.getByTestId('letter-keys').uncheck();
  await page.getByTestId('help-dialog').getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  await page.keyboard.press('h');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette').waitFor();
  await expect(canvas).toHaveAttribute('data-tool', 'select');
});

test('with the setting for a mouse the plain wheel zooms at the pointer, over map and heads (U13)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  await page.keyboard.press('?');
  await page.getByTestId('wheel-use').getByRole('radio', { name: 'Zooms' }).click();
  await page.getByTestId('help-dialog').getByRole('button', { name: 'Close' }).click();
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const zoom = page.getByTestId('zoom-value');
  const before = Number(await zoom.inputValue());
  const at = await middleOf(card(page, id));
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -200);
  await expect.poll(async () => Number(await zoom.inputValue())).toBeGreaterThan(before);
  const after = await middleOf(card(page, id));
  expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(1);
  const larger = Number(await zoom.inputValue());
  const head = await middleOf(page.getByTestId('stage').first());
  await page.mouse.move(head.x, head.y);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => Number(await zoom.inputValue())).toBeLessThan(larger);
});
