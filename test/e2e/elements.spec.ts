/** Free elements, the whole path: notes, a frame, an image, sorting into the map, what others and files see. */
import type { Page } from '@playwright/test';
import { png } from '../support/pictures.ts';
import { expectCount, expectStored, idOf, middleOf, openSmallMap, storedMap } from './canvasHelpers.ts';
import { expect, openMap, test } from './support.ts';

const element = (page: Page, id: string) => page.locator(`[data-testid="element"][data-id="${id}"]`);

test('notes begin beside the map, are moved, and are sorted into it; each is one step', async ({
  page,
  server,
}) => {
  // The camera goes where it shall be at once, so that a place on the screen stays one.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const map = await openSmallMap(page, server);
  await page.locator('[data-testid="toolbar"] [data-tool="newNote"]').click();
  const text = page.getByTestId('canvas-text');
  await expect(text).toBeFocused();
  await page.keyboard.press('Escape');
  await expectCount(server, map, 'elements', 0);

  await page.keyboard.press('t');
  await expect(text).toBeFocused();
  // An input method's Enter confirms its word and not the note (U3).
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: 'wei shen me',
    selectionStart: 11,
    selectionEnd: 11,
  });
  await devtools.send('Input.insertText', { text: '为什么' });
  await expect(text).toHaveValue('为什么');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Control+Enter');
  const id = await idOf(server, map, 'elements', '为什么\ntwo');
  await expectStored(server, map, 'elements', id, { kind: 'note' });

  const storedX = async () => (await storedMap(server, map))['elements']?.[0]?.['x'];
  const begun = await storedX();
  await page.keyboard.press('ArrowRight');
  await expect.poll(storedX).not.toBe(begun);
  const moved = await storedX();
  const from = await middleOf(element(page, id));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 8, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectStored(server, map, 'elements', id, { x: moved });

  const corner = page.locator('[data-testid="resize-corner"][data-corner="se"]');
  const grip = await middleOf(corner);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 40, grip.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => Number((await storedMap(server, map))['elements']?.[0]?.['width'] ?? 0))
    .toBeGreaterThan(190);

  // Onto the first touchpoint's lane: the landing is shown, the drop makes a touchpoint of it.
  const card = page.locator('[data-testid="touchpoint"]').first();
  await page.keyboard.press('Shift+Digit1');
  const start = await middleOf(element(page, id));
  const target = await middleOf(card);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(target.x + 150, target.y, { steps: 8 });
  await expect(page.locator(`[data-part="landing"][data-id="${id}"]`)).toHaveCount(1);
  await page.mouse.up();
  await expectCount(server, map, 'elements', 0);
  const made = await idOf(server, map, 'touchpoints', '为什么\ntwo');
  expect(made).not.toBe('');
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'elements', 1);
});

test('an image is stored once on the server, seen by viewers, kept in files, and refused without a connection', async ({
  page,
  server,
  browser,
}) => {
  const map = await openSmallMap(page, server);
  const addAll = async (...files: readonly (readonly [string, Buffer])[]) => {
    const choosing = page.waitForEvent('filechooser');
    await page.locator('[data-testid="toolbar"] [data-tool="newImage"]').click();
    await (await choosing).setFiles(files.map(([name, buffer]) => ({ name, mimeType: 'image/png', buffer })));
  };
  const add = (name: string, bytes: Buffer) => addAll([name, bytes]);
  await add('the_shelf.png', png(600, 400));
  await expectCount(server, map, 'elements', 1);
  const id = (await storedMap(server, map))['elements']?.[0]?.id ?? '';
  await expectStored(server, map, 'elements', id, { kind: 'image', text: 'the shelf', width: 320 });
  await expect(element(page, id).locator('image')).toHaveAttribute('href', /^blob:/);

  // It has the focus, so that keys are about it; several come at once, none on another.
  await expect(element(page, id)).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expectStored(server, map, 'elements', id, { y: 40 });
  await addAll(['second.png', png(60, 40)], ['third.png', png(80, 40)]);
  await expectCount(server, map, 'elements', 3);
  const lefts = (await storedMap(server, map))['elements']?.map(({ x }) => x);
  expect(new Set(lefts).size).toBe(3);
  for (const left of [2, 1]) {
    await page.keyboard.press('Delete');
    await expectCount(server, map, 'elements', left);
    if (left === 2) await element(page, await idOf(server, map, 'elements', 'second')).click();
  }

  await add('page.png', Buffer.from('<script>alert(1)</script>'));
  await expect(page.getByText('This is no picture that can be shown.')).toBeVisible();

  const other = await browser.newContext();
  const viewer = await other.newPage();
  const asked: string[] = [];
  viewer.on('request', (request) => asked.push(request.url()));
  await openMap(viewer, map, { server, as: 'view' });
  await viewer.keyboard.press('Shift+Digit1');
  await expect(element(viewer, id).locator('image')).toHaveAttribute('href', /^blob:/);
  const fetched = asked.filter((url) => url.includes('/images/'));
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.join()).not.toContain(map.links.view.token);
  await expect(viewer.locator('[data-tool="newImage"]')).toHaveCount(0);
  const svg = await fetch(`${server.url}/api/maps/${map.id}/export.svg`, {
    headers: { authorization: `Bearer ${map.links.view.token}` },
  });
  expect(await svg.text()).toContain('data:image/jpeg;base64,');
  await other.close();

  await page.context().setOffline(true);
  await add('later.png', png(30, 20));
  await expect(page.getByText('There is no connection, so the picture was not added')).toBeVisible();
  await page.context().setOffline(false);
  await expectCount(server, map, 'elements', 1);
});
