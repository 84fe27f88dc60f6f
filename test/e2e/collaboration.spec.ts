/** Two and three people on one map: cursors, selections, drags while they last, typing in one note, deletions under one's hands. */
import type { Page } from '@playwright/test';
import {
  beginDrag,
  card,
  cardNamed,
  expectStored,
  idOf,
  middleOf,
  openSmallMap,
  openSmallMapForTwo,
  openToEdit,
  storedMap,
} from './canvasHelpers.ts';
import { expect, newContextPage, test } from './support.ts';

test('three on one map: each sees the others’ discs, cursors with names, selection and changes; who has gone is gone (U44); cursors never take a click and can be hidden (U45)', async ({
  page,
  browser,
  server,
}) => {
  const { map, other } = await openSmallMapForTwo(page, browser, server);

  const third = await newContextPage(browser);
  await openToEdit(third, map, { server, as: 'edit', person: 'Mei' });

  const cursorOf = (on: Page, name: string) => on.getByTestId('cursor').filter({ hasText: name });
  const everyone = [
    [page, 'Ana'],
    [other, 'Jonas'],
    [third, 'Mei'],
  ] as const;
  for (const [own, name] of everyone) {
    const at = await middleOf(cardNamed(own, 'Pays'));
    await own.mouse.move(at.x, at.y);
    for (const [seen] of everyone.filter(([one]) => one !== own)) {
      await expect(seen.getByTestId('people').getByRole('img', { name })).toBeVisible();
      await expect(cursorOf(seen, name)).toBeVisible();
    }
    await expect(cursorOf(own, name)).toHaveCount(0);
  }
  await cardNamed(other, 'Pays').click();
  await expect(page.locator('[data-part="other-selection"]')).toHaveCount(1);

  await other.keyboard.press('F2');
  await other.keyboard.type('Pays by card');
  await other.keyboard.press('Enter');
  await expect(cardNamed(page, 'Pays by card')).toBeVisible();

  // Two cursors lie over the card; a press at their tips goes to it.
  const at = await middleOf(cardNamed(page, 'Pays by card'));
  await expect(cursorOf(page, 'Mei')).toBeVisible();
  await page.mouse.click(at.x + 2, at.y + 3);
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Hide others’ cursors');
  await expect(page.getByTestId('palette').getByRole('option').first()).toContainText('Hide others’ cursors');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cursor')).toHaveCount(0);
  await expect(page.getByTestId('people').getByRole('img', { name: 'Mei' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show others’ cursors');
  await expect(page.getByTestId('palette').getByRole('option').first()).toContainText('Show others’ cursors');
  await page.keyboard.press('Enter');
  await expect(cursorOf(page, 'Mei')).toBeVisible();

  // Ten seconds after leaving (U44), whoever stays is still here.
  await other.context().close();
  await expect(cursorOf(page, 'Jonas')).toHaveCount(0, { timeout: 10_000 });
  await expect(page.getByTestId('people').getByRole('img', { name: 'Jonas' })).toHaveCount(0);
  await expect(cursorOf(page, 'Mei')).toHaveCount(1);
  await expect(page.getByTestId('people').getByRole('img', { name: 'Mei' })).toBeVisible();
  await third.context().close();
  await expect(page.getByTestId('cursor')).toHaveCount(0);
});

test('a card is seen moving while another drags it, and is stored once at the drop (U46)', async ({
  page,
  browser,
  server,
}) => {
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  const before = await card(page, id).boundingBox();

  await beginDrag(other, card(other, id), 90, 60);
  await expect
    .poll(async () => Math.round(((await card(page, id).boundingBox())?.x ?? 0) - (before?.x ?? 0)))
    .toBe(90);
  await expectStored(server, map, 'touchpoints', id, { t: 0.4 });
  await other.mouse.up();
  await expect
    .poll(
      async () =>
        (await storedMap(server, map))['touchpoints']?.find((touchpoint) => touchpoint.id === id)?.['t'],
    )
    .not.toBe(0.4);
  await expect.poll(async () => await card(page, id).evaluate((element) => element.style.translate)).toBe('');
  await other.context().close();
});

test('a card deleted while I drag it is gone, and the page goes on', async ({ page, browser, server }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await beginDrag(page, card(page, id), 60, 30);
  await card(other, id).click();
  await other.keyboard.press('Delete');
  await expect(card(page, id)).toHaveCount(0);
  await page.mouse.move(700, 400);
  await page.mouse.up();
  await cardNamed(page, 'Reads reviews').click();
  await page.keyboard.press('5');
  await expectStored(server, map, 'touchpoints', await idOf(server, map, 'touchpoints', 'Reads reviews'), {
    emotion: 2,
  });
  expect(errors).toEqual([]);
  await other.context().close();
});

test('two people typing in one note keep both texts, and carets stay (U26)', async ({
  page,
  browser,
  server,
}) => {
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  const id = await idOf(server, map, 'insights', 'Is it worth it?');
  const note = (who: typeof page) => who.locator(`[data-testid="insight"][data-id="${id}"]`);
  for (const who of [page, other]) {
    await note(who).dblclick();
    await expect(who.getByTestId('canvas-text')).toBeFocused();
  }
  await page.keyboard.press('Home');
  await other.keyboard.press('End');
  await Promise.all([page.keyboard.type('Really: '), other.keyboard.type(' I wonder')]);
  for (const who of [page, other])
    await expect(who.getByTestId('canvas-text')).toHaveValue('Really: Is it worth it? I wonder');
  await page.keyboard.type('now ');
  for (const who of [page, other])
    await expect(who.getByTestId('canvas-text')).toHaveValue('Really: now Is it worth it? I wonder');
  await expectStored(server, map, 'insights', id, { text: 'Really: now Is it worth it? I wonder' });
  await other.context().close();
});

test('two people who press Enter in one title at the same moment keep both their words (D44)', async ({
  page,
  browser,
  server,
}) => {
  const other = await newContextPage(browser);
  const releases = [await holdable(page), await holdable(other)];
  const map = await openSmallMap(page, server, 'Ana');
  await openToEdit(other, map, { server, as: 'edit', person: 'Jonas' });
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  for (const who of [page, other]) {
    await card(who, id).dblclick();
    await expect(who.getByTestId('canvas-text')).toBeFocused();
  }
  await page.keyboard.press('Home');
  await page.keyboard.type('Soon ');
  await other.keyboard.press('End');
  await other.keyboard.type(' in cash');
  const release = releases.map((hold) => hold());
  await page.keyboard.press('Enter');
  await other.keyboard.press('Enter');
  await expect(cardNamed(page, 'Soon Pays')).toBeVisible();
  await expect(cardNamed(other, 'Pays in cash')).toBeVisible();
  for (const go of release) go();
  for (const who of [page, other]) await expect(cardNamed(who, 'Soon Pays in cash')).toBeVisible();
  await expectStored(server, map, 'touchpoints', id, { title: 'Soon Pays in cash' });
  await other.context().close();
});

test('when somebody deletes what I write in, my text stays and can be made anew (U24)', async ({
  page,
  browser,
  server,
}) => {
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await card(page, id).dblclick();
  await page.keyboard.type('Pays at the counter');
  await card(other, id).click();
  await other.keyboard.press('Delete');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByTestId('canvas-text')).toHaveValue('Pays at the counter');
  // Typing goes on, and what is copied is what stands there then.
  await page.getByTestId('canvas-text').press('End');
  await page.keyboard.type(', in cash');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Pays at the counter, in cash');
  await page.getByRole('button', { name: 'Restore as new' }).click();
  await expect
    .poll(async () =>
      (await storedMap(server, map))['touchpoints']?.some(
        (touchpoint) => touchpoint['title'] === 'Pays at the counter, in cash',
      ),
    )
    .toBe(true);
  await other.context().close();
});

test('undo takes back my steps only, names each, says what others have made of it, and brings it into view (U29)', async ({
  page,
  browser,
  server,
}) => {
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  const [mine, theirs] = [
    await idOf(server, map, 'touchpoints', 'Reads reviews'),
    await idOf(server, map, 'touchpoints', 'Pays'),
  ];
  const undoButton = (name: string) => page.getByTestId('toolbar').getByRole('button', { name, exact: true });
  await card(page, mine).click();
  await page.keyboard.press('5');
  await page.keyboard.press('ArrowDown');
  await expect(undoButton('Undo move')).toBeVisible();
  await expectStored(server, map, 'touchpoints', mine, { emotion: 2, row: 1 });
  // Theirs comes after mine, and is no step of mine.
  await card(other, theirs).click();
  await other.keyboard.press('1');
  await card(other, mine).click();
  await other.keyboard.press('2');
  await expectStored(server, map, 'touchpoints', mine, { emotion: -1 });
  await expect(card(page, mine)).toHaveAccessibleName(/emotion −1/);
  await expect(undoButton('Undo move')).toBeVisible();

  await page.mouse.move(700, 500);
  for (let step = 0; step < 4; step += 1) await page.mouse.wheel(600, 0);
  await expect(card(page, mine)).not.toBeInViewport();
  await page.keyboard.press('Control+z');
  await expect(card(page, mine)).toBeInViewport();
  const rowOf = async () =>
    (await storedMap(server, map))['touchpoints']?.find(({ id }) => id === mine)?.['row'] ?? 0;
  await expect.poll(rowOf).toBe(0);
  await expectStored(server, map, 'touchpoints', mine, { emotion: -1 });

  // The next step is one that others have overwritten: it stays, and that is said.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Left as it is: others have changed it since')).toBeVisible();
  await expectStored(server, map, 'touchpoints', mine, { emotion: -1 });
  await expectStored(server, map, 'touchpoints', theirs, { emotion: -2 });
  await expect(undoButton('Undo')).toBeVisible();
  await other.context().close();
});

/** A page whose line from the server can be held; what it gives holds it, and gives what lets all through again. */
async function holdable(page: Page): Promise<() => () => void> {
  let isHeld = false;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/\/sync\/[^/]+$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return () => {
    isHeld = true;
    return () => {
      isHeld = false;
      for (const send of held.splice(0)) send();
    };
  };
}
