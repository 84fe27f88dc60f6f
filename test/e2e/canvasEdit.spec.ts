/** Editing on the canvas with mouse and keys, against the real server: what is dropped is what is stored. */
import {
  beginDrag,
  card,
  cardNamed,
  expectCount,
  expectStored,
  idOf,
  middleOf,
  openSmallMap,
  openToEdit,
  pointOnLink,
  runAction,
  smallMap,
  storedMap,
  type FileMap,
} from './canvasHelpers.ts';
import { frameKind } from '../../src/protocol/frames.ts';
import { largeMap } from '../support/largeMap.ts';
import { createMap, expect, test, waitSaved } from './support.ts';

test('a drag shows where the card will land, Escape puts it back without a trace, the drop is stored as one place (U16, U46)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const thing = card(page, id);
  const before = await thing.boundingBox();

  await beginDrag(page, thing, 30, 140);
  await expect(page.locator(`[data-part="landing"][data-id="${id}"]`)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part="landing"]')).toHaveCount(0);
  await page.mouse.up();
  expect(await thing.boundingBox()).toEqual(before);
  await expectStored(server, map, 'touchpoints', id, { t: 0.2 });

  const secondStage = await idOf(server, map, 'stages', 'Buy');
  await beginDrag(page, thing, 500, 110);
  await page.mouse.up();
  await expectStored(server, map, 'touchpoints', id, { stageId: secondStage, row: 1 });
  await page.keyboard.press('Control+z');
  await expectStored(server, map, 'touchpoints', id, {
    stageId: await idOf(server, map, 'stages', 'Look'),
    t: 0.2,
  });
});

test('a drag begins after 4 px and ends without a trace when the pointer is taken away, the focus is lost or the tab is hidden (U16)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const landing = page.locator(`[data-part="landing"][data-id="${id}"]`);
  const before = await card(page, id).boundingBox();
  const from = await middleOf(card(page, id));
  for (const what of ['pointercancel', 'blur', 'visibilitychange']) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 3, from.y);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await expect(landing).toHaveCount(0);
    expect(await card(page, id).boundingBox()).toEqual(before);
    await page.mouse.move(from.x + 6, from.y);
    await expect(landing, 'the drag has begun').toHaveCount(1);
    await page.mouse.move(from.x + 90, from.y + 60, { steps: 3 });
    await page.evaluate((type) => {
      if (type === 'visibilitychange') document.dispatchEvent(new Event(type));
      else if (type === 'blur') window.dispatchEvent(new Event(type));
      else window.dispatchEvent(new PointerEvent(type, { pointerId: 1, bubbles: true }));
    }, what);
    await expect(landing, what).toHaveCount(0);
    await page.mouse.move(from.x + 120, from.y + 90, { steps: 2 });
    await page.mouse.up();
    await expect.poll(() => card(page, id).boundingBox(), { message: what }).toEqual(before);
  }
  await expect(page.getByTestId('toolbar').getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expectStored(server, map, 'touchpoints', id, { t: 0.2 });
});

test('selecting a hundred cards sends nothing of the map; dragging them sends one update, at the drop (U23, U46)', async ({
  page,
  server,
}) => {
  const updates: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      // A sync frame that carries an update; step 1 and step 2 of a sync, presence and pings are others.
      const isUpdate = typeof payload !== 'string' && payload[0] === frameKind.sync && payload[1] === 2;
      if (isUpdate) updates.push(payload.length);
    }),
  );
  const map = await createMap(server, { document: largeMap(120) });
  await openToEdit(page, map, { server });
  await page.keyboard.press('Shift+Digit1');
  await page.getByRole('application').focus();
  await page.keyboard.press('Control+a');
  await expect(page.locator('[data-part="selection-frames"]')).toHaveAttribute('data-count', '120');
  const before = await storedMap(server, map);
  expect(updates).toEqual([]);

  const first = page.getByTestId('touchpoint').first();
  const id = (await first.getAttribute('data-id')) ?? '';
  await beginDrag(page, first, 24, 16);
  await expect(page.locator('[data-part="landing"]').first()).toBeAttached();
  expect(updates).toEqual([]);
  expect(await storedMap(server, map)).toEqual(before);
  await page.mouse.up();
  const placeOf = (from: FileMap) => {
    const one = from['touchpoints']?.find((touchpoint) => touchpoint.id === id);
    return [one?.['stageId'], one?.['laneId'], one?.['t'], one?.['row']];
  };
  await expect.poll(async () => placeOf(await storedMap(server, map))).not.toEqual(placeOf(before));
  await waitSaved(page);
  expect(updates).toHaveLength(1);
});

test('neighbours make room for a card while it is dragged, and only on this screen', async ({
  page,
  server,
}) => {
  await openSmallMap(page, server);
  const moved = cardNamed(page, 'Reads reviews');
  const neighbour = cardNamed(page, 'Visits the shop');
  const before = await neighbour.boundingBox();
  await beginDrag(page, moved, 200, 0);
  await expect
    .poll(async () => (await neighbour.boundingBox())?.y ?? 0)
    .toBeGreaterThan((before?.y ?? 0) + 50);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(async () => (await neighbour.boundingBox())?.y ?? 0).toBe(before?.y);
});

test('a drop that needs another row is shown with it: the lane grows, its head is the marked one, lanes below move down', async ({
  page,
  server,
}) => {
  const low = { ...smallMap, lanes: smallMap.lanes.map((lane) => ({ ...lane, height: undefined })) };
  const map = await createMap(server, { document: low });
  await openToEdit(page, map, { server });
  const head = async (name: string) =>
    page.locator(`[data-testid="lane"][data-id="${await idOf(server, map, 'lanes', name)}"]`);
  const contact = await head('Contact');
  const emotion = await head('Emotion');
  const note = page.locator('[data-hit="cell"]').first();
  const moved = cardNamed(page, 'Reads reviews');
  const before = { emotion: await emotion.boundingBox(), note: await note.boundingBox() };
  await beginDrag(page, moved, 255, 20);
  await expect
    .poll(async () => (await emotion.boundingBox())?.y ?? 0)
    .toBeGreaterThan((before.emotion?.y ?? 0) + 50);
  await expect(contact).toHaveAttribute('data-current', 'true');
  await expect(emotion).toHaveAttribute('data-current', 'false');
  const landing = await page.locator('[data-part="landing"]').boundingBox();
  const band = await contact.boundingBox();
  expect((landing?.y ?? 0) + (landing?.height ?? 0)).toBeLessThanOrEqual(
    (band?.y ?? 0) + (band?.height ?? 0),
  );
  const shown = await note.boundingBox();
  expect((shown?.y ?? 0) - (before.note?.y ?? 0)).toBeCloseTo(
    ((await emotion.boundingBox())?.y ?? 0) - (before.emotion?.y ?? 0),
    0,
  );
  await page.mouse.up();
  await expect(page.locator('[data-part="landing"]')).toHaveCount(0);
  expect((await note.boundingBox())?.y).toBeCloseTo(shown?.y ?? 0, 0);
  await expect(moved).toHaveAttribute('data-address', 'A1');
});

test('the landing has the size of the cards of its lane and lies inside it', async ({ page, server }) => {
  const lanes = [{ id: 'l0', name: 'Evidence', kind: 'evidence' }, ...smallMap.lanes];
  const behind = { id: 't0', title: 'Leaflet', stageId: 's1', laneId: 'l0', t: 0.2 };
  const document = { ...smallMap, lanes, touchpoints: [behind, ...smallMap.touchpoints] };
  const map = await createMap(server, { document });
  await openToEdit(page, map, { server });
  const moved = cardNamed(page, 'Visits the shop');
  const from = await middleOf(moved);
  const to = await middleOf(cardNamed(page, 'Leaflet'));
  await beginDrag(page, moved, to.x - from.x + 20, to.y - from.y);
  const landing = page.locator('[data-part="landing"]');
  const evidence = page.getByTestId('lane').first();
  await expect(evidence).toHaveAttribute('data-current', 'true');
  const inside = async (): Promise<boolean> => {
    const [box, band] = [await landing.boundingBox(), await evidence.boundingBox()];
    return box !== null && band !== null && box.y >= band.y && box.y + box.height <= band.y + band.height;
  };
  await expect.poll(inside).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('several are moved by one drag and come back by one undo, which says so beforehand (U29)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const first = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const second = await idOf(server, map, 'touchpoints', 'Visits the shop');
  await card(page, first).click();
  await card(page, second).click({ modifiers: ['Shift'] });
  await beginDrag(page, card(page, first), 60, 0);
  await page.mouse.up();
  await expectStored(server, map, 'touchpoints', first, { t: 0.32 });
  await expectStored(server, map, 'touchpoints', second, { t: 0.82 });
  await expect(page.getByTestId('toolbar').getByRole('button', { name: 'Undo move 2 items' })).toBeVisible();
  // What the undo brings back comes into view.
  await page.mouse.move(700, 500);
  for (let step = 0; step < 4; step += 1) await page.mouse.wheel(600, 0);
  await expect(card(page, first)).not.toBeInViewport();
  await page.keyboard.press('Control+z');
  await expect(card(page, first)).toBeInViewport();
  await expectStored(server, map, 'touchpoints', first, { t: 0.2 });
  await expectStored(server, map, 'touchpoints', second, { t: 0.7 });
});

test('touchpoints are made by double click, by N, by the toolbar and by typing in an empty cell', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const pane = await page.getByRole('application', { name: 'Journey map' }).boundingBox();
  if (!pane) throw new Error('no canvas');
  const at = (x: number, y: number) => ({ x: pane.x + x, y: pane.y + y });
  const writing = page.getByTestId('canvas-text');
  const name = async (title: string): Promise<void> => {
    await expect(writing).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(cardNamed(page, title)).toBeFocused();
    await page.keyboard.press('Escape');
  };

  const empty = at(160, 230);
  await page.mouse.dblclick(empty.x, empty.y);
  await name('By double click');
  await page.keyboard.press('n');
  await name('By key');
  await page.getByTestId('toolbar').getByRole('button', { name: 'Touchpoint' }).click();
  await name('By toolbar');

  const cell = at(620, 260);
  await page.mouse.click(cell.x, cell.y);
  await page.keyboard.type('By typing');
  await page.keyboard.press('Enter');
  await expectCount(server, map, 'touchpoints', 7);
  const titles = (await storedMap(server, map))['touchpoints']?.map((touchpoint) => touchpoint['title']);
  for (const title of ['By double click', 'By key', 'By toolbar', 'By typing'])
    expect(titles).toContain(title);
});

test('touchpoints made one after the other by N stay in that order to the end of the journey', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const { stages = [] } = await storedMap(server, map);
  const titles = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
  for (const title of titles) {
    await page.keyboard.press('n');
    await expect(page.getByTestId('canvas-text')).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(cardNamed(page, title)).toBeFocused();
  }
  await expectCount(server, map, 'touchpoints', 3 + titles.length);
  const { touchpoints = [] } = await storedMap(server, map);
  const places = titles.map((title) => {
    const made = touchpoints.find((touchpoint) => touchpoint['title'] === title);
    return stages.findIndex(({ id }) => id === made?.['stageId']) + Number(made?.['t']);
  });
  for (const [index, place] of places.entries()) expect(place).toBeGreaterThan(places[index - 1] ?? -1);
});

test('in an empty cell every letter begins the title, also N, T, C, V and H; Esc gives them back to the shortcuts', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const pane = await page.getByRole('application', { name: 'Journey map' }).boundingBox();
  if (!pane) throw new Error('no canvas');
  const click = (x: number, y: number) => page.mouse.click(pane.x + x, pane.y + y);
  const titles = async (): Promise<unknown[]> =>
    ((await storedMap(server, map))['touchpoints'] ?? []).map((touchpoint) => touchpoint['title']);
  const typed = [
    ['Newsletter', 120, 170],
    ['Trial', 420, 170],
    ['Call', 620, 170],
    ['Visit', 420, 280],
    ['+1 help?', 120, 280],
  ] as const;
  for (const [title, x, y] of typed) {
    // The card made before is still selected: one click leaves it and chooses the cell.
    await click(x, y);
    await expect(page.locator('[data-part="cell-spot"]')).toHaveCount(1);
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(cardNamed(page, title)).toBeFocused();
    await expect.poll(titles).toContain(title);
  }
  await expectCount(server, map, 'touchpoints', 8);
  await expectCount(server, map, 'insights', 1);
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'select');

  await click(620, 280);
  await expect(page.locator('[data-part="cell-spot"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part="cell-spot"]')).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'hand');
});

test('typing on a selected card replaces its title, a letter of an input method included, whose Enter chooses no tool; Escape keeps the text (U3, U25)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await card(page, id).click();
  await page.keyboard.type('Was zahlen');
  await page.keyboard.press('Escape');
  await expectStored(server, map, 'touchpoints', id, { title: 'Was zahlen' });

  await page.keyboard.press('F2');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'fu kuan', selectionStart: 7, selectionEnd: 7 });
  await client.send('Input.insertText', { text: '付款' });
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'touchpoints', id, { title: '付款' });
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'select');
});

test('Delete and Backspace delete the selection, and in a text only letters (U5)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  await cardNamed(page, 'Reads reviews').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(cardNamed(page, 'eads review')).toBeVisible();
  await expectCount(server, map, 'touchpoints', 3);
  await page.keyboard.press('Backspace');
  await expectCount(server, map, 'touchpoints', 2);
  await cardNamed(page, 'Pays').click();
  await page.keyboard.press('Delete');
  await expectCount(server, map, 'touchpoints', 1);
});

test('keys set emotions, and arrows take a card to the next place of the grid', async ({ page, server }) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Reads reviews');
  await card(page, id).click();
  await page.keyboard.press('5');
  await expectStored(server, map, 'touchpoints', id, { emotion: 2 });
  await page.keyboard.press('1');
  await expectStored(server, map, 'touchpoints', id, { emotion: -2 });
  await page.keyboard.press('ArrowRight');
  await expectStored(server, map, 'touchpoints', id, { t: 0.3 });
  await page.keyboard.press('ArrowDown');
  await expectStored(server, map, 'touchpoints', id, { row: 1 });
});

test('a point of the curve is dragged, stepped and typed; each is one step', async ({ page, server }) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Visits the shop');
  const point = page.locator(`[data-testid="emotion-point"][data-id="${id}"]`);
  await beginDrag(page, point, 0, -60);
  await expect(page.locator('[data-testid="emotion-point"]').first()).toBeVisible();
  await page.mouse.up();
  await expect
    .poll(async () =>
      Number(
        (await storedMap(server, map))['touchpoints']?.find((touchpoint) => touchpoint.id === id)?.[
          'emotion'
        ],
      ),
    )
    .toBeGreaterThan(0);
  await page.keyboard.press('Control+z');
  await expectStored(server, map, 'touchpoints', id, { emotion: -1 });
  await point.focus();
  await page.keyboard.press('ArrowUp');
  await expectStored(server, map, 'touchpoints', id, { emotion: -0.9 });
  await page.keyboard.type('+1,4');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'touchpoints', id, { emotion: 1.4 });

  // Digits set the value at once, as on a card; Enter opens the number.
  await point.focus();
  await page.keyboard.press('5');
  await expectStored(server, map, 'touchpoints', id, { emotion: 2 });
  await point.focus();
  await page.keyboard.press('1');
  await expectStored(server, map, 'touchpoints', id, { emotion: -2 });
  await expect(page.getByTestId('emotion-number')).toHaveCount(0);
  await point.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('0.6');
  await page.keyboard.press('Enter');
  await expectStored(server, map, 'touchpoints', id, { emotion: 0.6 });
  await point.focus();
  await page.keyboard.press('0');
  await expect(point).toHaveCount(0);
  await expect(card(page, id)).toBeFocused();
  await expect
    .poll(async () => {
      const touchpoint = (await storedMap(server, map))['touchpoints']?.find((one) => one.id === id);
      return touchpoint?.['emotion'] ?? null;
    })
    .toBeNull();
});

test('links are drawn from a port, labelled, selected and deleted; ports are 24 px at every zoom (U20)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const from = await idOf(server, map, 'touchpoints', 'Reads reviews');
  const to = await idOf(server, map, 'touchpoints', 'Pays');
  // What lies under the points 11 px from the middle of each port.
  const missed = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="link-port"]')].flatMap((port) => {
        const { x, y, width, height } = port.getBoundingClientRect();
        const points = [
          [-11, 0],
          [11, 0],
          [0, -11],
          [0, 11],
        ] as const;
        return points
          .filter(([dx, dy]) => document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy) !== port)
          .map(([dx, dy]) => `${port.dataset['side'] ?? ''} ${dx} ${dy}`);
      }),
    );
  for (const zoom of ['25', '100', '200']) {
    await page.getByTestId('zoom-value').fill(zoom);
    await page.getByTestId('zoom-value').press('Enter');
    await runAction(page, 'Reads reviews');
    await expect(page.getByTestId('palette')).toHaveCount(0);
    await card(page, from).hover();
    await expect(page.getByTestId('link-port')).toHaveCount(4);
    await expect.poll(missed, { message: `${zoom} %` }).toEqual([]);
  }
  await page.keyboard.press('Shift+Digit1');
  await card(page, from).hover();
  const port = page.locator(`[data-testid="link-port"][data-id="${from}"][data-side="top"]`);
  const start = await middleOf(port);
  const end = await middleOf(card(page, to));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  await expectCount(server, map, 'links', 1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('straight away');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await storedMap(server, map))['links']?.[0])
    .toMatchObject({ from, to, label: 'straight away' });
  await page.keyboard.press('Escape');
  const link = await pointOnLink(page, server, map);
  await page.mouse.click(link.x, link.y);
  await page.keyboard.press('Delete');
  await expectCount(server, map, 'links', 0);
});

test('a link is drawn by keys alone (U6)', async ({ page, server }) => {
  const map = await openSmallMap(page, server);
  const to = await idOf(server, map, 'touchpoints', 'Pays');
  await page.getByRole('application', { name: 'Journey map' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cardNamed(page, 'Reads reviews')).toBeFocused();
  await page.keyboard.press(' ');
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await expect(cardNamed(page, 'Visits the shop')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cardNamed(page, 'Pays')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await storedMap(server, map))['links']?.[0]).toMatchObject({ to });
});

test('what is copied is pasted beside it and into another map; a range of a spreadsheet becomes touchpoints, as plain text notes (U27)', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const one = await createMap(server, { document: smallMap });
  const two = await createMap(server, { document: smallMap });
  await openToEdit(page, one, { server });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(page.getByTestId('canvas-status')).toHaveText(/Copied/);
  await page.keyboard.press('Control+v');
  await expectCount(server, one, 'touchpoints', 6);
  await waitSaved(page);
  await openToEdit(page, two, { server });
  await page.getByRole('application', { name: 'Journey map' }).focus();
  await page.keyboard.press('Control+v');
  await expectCount(server, two, 'touchpoints', 6);
  await page.keyboard.press('Control+z');
  await expectCount(server, two, 'touchpoints', 3);
  await page.evaluate(() => navigator.clipboard.writeText('Calls us\t3\nGets an offer\t4\nSigns\t5'));
  await page.keyboard.press('Control+v');
  await page.getByTestId('import-now').click();
  await expectCount(server, two, 'touchpoints', 6);
  await page.keyboard.press('Control+z');
  await expectCount(server, two, 'touchpoints', 3);
  await page.keyboard.press('Control+Shift+v');
  await expectCount(server, two, 'elements', 3);
  expect((await storedMap(server, two))['elements']?.map((note) => note['text'])).toEqual([
    'Calls us · 3',
    'Gets an offer · 4',
    'Signs · 5',
  ]);
  await expectCount(server, two, 'touchpoints', 3);
});

test('duplicating keeps the links inside, by key and by Alt and drag (U28)', async ({ page, server }) => {
  const document = { ...smallMap, links: [{ id: 'k1', from: 't1', to: 't2' }] };
  const map = await createMap(server, { document });
  await openToEdit(page, map, { server });
  await cardNamed(page, 'Reads reviews').click();
  await cardNamed(page, 'Visits the shop').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+d');
  await expectCount(server, map, 'links', 2);
  await expectCount(server, map, 'touchpoints', 5);
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'touchpoints', 3);
  await page.keyboard.down('Alt');
  await beginDrag(page, cardNamed(page, 'Pays'), 40, 120);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expectCount(server, map, 'touchpoints', 4);
});

test('Tab leaves a text for the next field with what was typed, Shift+Enter breaks its line (U25)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await card(page, id).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Pays');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('by card');
  await expect(page.getByTestId('canvas-text')).toHaveValue('Pays\nby card');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('canvas-text')).toHaveCount(0);
  await expectStored(server, map, 'touchpoints', id, { title: 'Pays\nby card' });
  await expect(page.getByTestId('inspector').getByLabel('Channel')).toBeFocused();
});

test('in a note Enter breaks the line; Escape, Ctrl+Enter and leaving it keep what was written (U25)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'insights', 'Is it worth it?');
  const writing = page.getByTestId('canvas-text');
  for (const [leave, text] of [
    ['Escape', 'Is it worth it?\n1'],
    ['Control+Enter', 'Is it worth it?\n1\n2'],
    ['elsewhere', 'Is it worth it?\n1\n2\n3'],
  ] as const) {
    await page.locator(`[data-testid="insight"][data-id="${id}"]`).dblclick();
    await expect(writing).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(text.slice(-1));
    await expect(writing).toHaveValue(text);
    if (leave === 'elsewhere') await cardNamed(page, 'Pays').click();
    else await page.keyboard.press(leave);
    await expect(writing, leave).toHaveCount(0);
    await expectStored(server, map, 'insights', id, { text });
  }
});

test('a frame drawn over empty paper selects what it meets', async ({ page, server }) => {
  await openSmallMap(page, server);
  const pane = await page.getByRole('application', { name: 'Journey map' }).boundingBox();
  if (!pane) throw new Error('no canvas');
  await page.mouse.move(pane.x + 4, pane.y + 300);
  await page.mouse.down();
  await page.mouse.move(pane.x + 480, pane.y + 20, { steps: 5 });
  await expect(page.getByTestId('marquee')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(2);
});

test('the menu opens by right click, Shift+F10 and the Menu key, works by arrows and letters, and gives the focus back (U30)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const pays = cardNamed(page, 'Pays');
  await pays.click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await pays.focus();
  await page.keyboard.press('ContextMenu');
  await expect(page.getByRole('menu')).toBeVisible();
  const items = page.getByRole('menuitem');
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.first()).toBeFocused();
  await page.keyboard.type('dup');
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(pays).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectCount(server, map, 'touchpoints', 2);
});

test('a text longer than what it lies on is seen whole while it is typed, beyond the edge of its card', async ({
  page,
  server,
}) => {
  await openToEdit(page, await createMap(server, { document: smallMap }), { server });
  await cardNamed(page, 'Pays').dblclick();
  const box = page.getByTestId('canvas-text');
  await expect(box).toBeFocused();
  const before = (await box.boundingBox())?.height ?? 0;
  await box.fill('Pays with a card that is not hers, as the one she brought is refused three times in a row');
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(before * 1.5);
  expect(await box.evaluate(({ clientHeight, scrollHeight }) => scrollHeight - clientHeight)).toBe(0);
});
