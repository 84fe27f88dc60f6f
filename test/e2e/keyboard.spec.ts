/** Without a mouse: a whole map by keys alone, and the key table on three platforms. */
import type { Locator, Page } from '@playwright/test';
import { elementStep } from '../../src/canvas/editing/spot.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import {
  cardNamed,
  expectCount,
  idOf,
  openSmallMap,
  openToEdit,
  runAction,
  smallMap,
  storedMap,
} from './canvasHelpers.ts';
import { createMap, expect, newContextPage, setName, test, waitSaved, titleField } from './support.ts';

test('Tab goes from bar to canvas to inspector to status line, one stop for the tools and one for the map (U7)', async ({
  page,
  server,
}) => {
  await openSmallMap(page, server);
  await cardNamed(page, 'Pays').click();
  await page.getByTestId('inspector').waitFor();
  await titleField(page).focus();
  const areas: string[] = [];
  const onCanvas: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const area = await page.evaluate(() => {
      const names = ['toolbar', 'canvas', 'inspector', 'status-line', 'persona-strip', 'top-bar'];
      return names.find((name) => document.activeElement?.closest(`[data-testid="${name}"]`)) ?? 'beyond';
    });
    if (area === 'beyond') break;
    if (area === 'canvas')
      onCanvas.push(
        await page.evaluate(() => {
          const { dataset, role } = document.activeElement as HTMLElement;
          return dataset['act'] ?? dataset['hit'] ?? role ?? '';
        }),
      );
    areas.push(area);
  }
  const order = areas.filter((area, at) => area !== areas[at - 1]);
  // The tools lie within the bar.
  expect(order.filter((area) => area !== 'top-bar')).toEqual([
    'toolbar',
    'persona-strip',
    'canvas',
    'inspector',
    'status-line',
  ]);
  expect(areas.filter((area) => area === 'toolbar')).toHaveLength(1);
  expect(onCanvas).toEqual(['application']);
});

test('arrows reach all of the canvas from its one stop: items, heads of stages and lanes, what adds one, points of the curve (U7)', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const pays = await idOf(server, map, 'touchpoints', 'Pays');
  await page.getByRole('application', { name: 'Journey map' }).focus();
  const head = (name: string) => page.getByRole('button', { name: `Menu of ${name}` });
  for (const [key, thing] of [
    ['ArrowRight', cardNamed(page, 'Reads reviews')],
    ['ArrowUp', head('stage Look')],
    ['ArrowRight', head('stage Buy')],
    ['ArrowRight', page.locator('[data-act="add-stage"]')],
    ['Home', head('stage Look')],
    ['ArrowLeft', head('lane Contact')],
    ['ArrowDown', head('lane Emotion')],
    ['End', head('lane Thoughts')],
    ['ArrowDown', page.locator('[data-act="add-lane"]')],
    ['ArrowUp', head('lane Thoughts')],
    ['Home', head('lane Contact')],
    ['ArrowUp', head('stage Look')],
    ['ArrowRight', head('stage Buy')],
    ['ArrowDown', cardNamed(page, 'Pays')],
    ['Alt+ArrowDown', page.locator(`[data-testid="emotion-point"][data-id="${pays}"]`)],
    ['Alt+ArrowUp', cardNamed(page, 'Pays')],
    ['Alt+ArrowUp', head('stage Buy')],
  ] as const) {
    await page.keyboard.press(key);
    await expect(thing, key).toBeFocused();
  }
});

/** Whatever a hand could do is stopped before the page sees it; a click that a key makes of a button passes. */
async function takeMouseAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'wheel', 'click'])
      addEventListener(
        type,
        (event) => {
          if (event.isTrusted && !(event instanceof MouseEvent && type === 'click' && event.detail === 0))
            event.stopImmediatePropagation();
        },
        true,
      );
  });
}

/** Tab after Tab until a thing has the focus. */
async function tabTo(page: Page, thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await thing.waitFor({ timeout: 10_000 });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no way to ${String(thing)} by ${key}`);
}

/** The map of the page, with the key that the device remembers. */
async function mapOf(page: Page): Promise<CreatedMap> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const token = new URL(page.url()).hash.slice(1);
  const link = { id: '', token, url: '' };
  return { id, links: { owner: link, edit: link, comment: link, view: link } };
}

test('a digit writes no title on a card that has the focus and is no longer selected, a letter does (U6)', async ({
  page,
  server,
}) => {
  await openSmallMap(page, server);
  await page.getByTestId('canvas').locator('.react-flow').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Asks a friend');
  await page.keyboard.press('Enter');
  await expect(cardNamed(page, 'Asks a friend')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(0);
  await page.keyboard.press('4');
  await page.keyboard.press('w');
  await expect(page.getByTestId('canvas-text')).toHaveValue('w');
});

test('a whole map is built, moved, edited, undone and taken away by keyboard alone, from the home page on (U6)', async ({
  page,
  server,
}) => {
  test.slow();
  await takeMouseAway(page);
  await setName(page, '');
  await page.goto(server.url);
  await tabTo(page, page.getByTestId('new-map'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('stage')).toHaveCount(3);
  const map = await mapOf(page);
  const names = async (collection: 'stages' | 'lanes') =>
    (await storedMap(server, map))[collection]?.map((record) => record['name']);
  const stored = async (title: string) =>
    (await storedMap(server, map))['touchpoints']?.find((one) => one['title'] === title);
  const title = titleField(page);
  await tabTo(page, title);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('By keys alone');
  await page.keyboard.press('Enter');

  // Stages: one more, named as it comes, moved by a key, renamed from its head's menu; an empty one goes.
  await runAction(page, 'Add a stage');
  await page.keyboard.type('Return');
  await page.keyboard.press('Enter');
  const head = page.getByRole('button', { name: 'Menu of stage Return' });
  await expect(head).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(async () => (await names('stages'))?.indexOf('Return')).toBe(2);
  await expect(head).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename the stage' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('canvas-text')).toBeFocused();
  await page.keyboard.type('Send back');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete the stage' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names('stages'))?.length).toBe(3);
  await expect.poll(async () => (await names('stages'))?.[1]).toBe('Send back');

  // Lanes: one more below, brought up by a key; another one goes by its name.
  await runAction(page, 'Add a lane');
  await page.keyboard.type('Shop floor');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Menu of lane Shop floor' })).toBeFocused();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => (await names('lanes'))?.indexOf('Shop floor')).toBe(2);
  await runAction(page, 'Opportunities');
  await runAction(page, 'Delete the lane…');
  await expect.poll(async () => (await names('lanes'))?.length).toBe(5);

  // Touchpoints one beside the other, each rated as soon as it has its name.
  const feelings = {
    'Sees the advert': '3',
    'Visits the shop': '4',
    'Pays by card': '5',
    'Sends it back': '1',
  };
  for (const [name, key] of Object.entries(feelings)) {
    await page.keyboard.press('n');
    await expect(page.getByTestId('canvas-text')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(cardNamed(page, name)).toBeFocused();
    await page.keyboard.press(key);
    await expect(cardNamed(page, name)).toHaveAccessibleName(/emotion [+−]?\d/);
  }
  await expect.poll(async () => (await stored('Sends it back'))?.['emotion']).toBe(-2);

  // Moved by keys and by Move to…
  const before = Number((await stored('Sends it back'))?.['t'] ?? 0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => Number((await stored('Sends it back'))?.['t'])).not.toBe(before);
  await page.keyboard.press('m');
  const move = page.getByTestId('move-dialog');
  await tabTo(page, move.getByLabel('Stage', { exact: true }));
  await page.keyboard.type('B');
  await tabTo(page, move.getByRole('button', { name: 'Move', exact: true }));
  await page.keyboard.press('Enter');
  const sendBack = await idOf(server, map, 'stages', 'Send back');
  await expect.poll(async () => (await stored('Sends it back'))?.['stageId']).toBe(sendBack);
  await expect(cardNamed(page, 'Sends it back')).toBeFocused();

  // Scores in the inspector, and back to the canvas.
  const inspector = page.getByTestId('inspector');
  await tabTo(page, inspector.getByRole('tab', { selected: true }));
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  await tabTo(page, inspector.getByRole('spinbutton', { name: 'Importance' }));
  await page.keyboard.press('4');
  await tabTo(page, inspector.getByRole('spinbutton', { name: 'Performance' }));
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => stored('Sends it back')).toMatchObject({ importance: 4, performance: 2 });
  await tabTo(page, page.getByRole('application', { name: 'Journey map' }), 'Shift+Tab');

  // Two links: from here by C, arrows and Enter; from another by name.
  await page.keyboard.press('Escape');
  await runAction(page, 'Sees the advert');
  await page.keyboard.press('c');
  await expect(cardNamed(page, 'Sees the advert')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expectCount(server, map, 'links', 1);
  await runAction(page, 'Pays by card');
  await runAction(page, 'Link to…', 'Sends it back');
  await expectCount(server, map, 'links', 2);

  // Two personas, the second named in the inspector.
  await runAction(page, 'New persona');
  await runAction(page, 'New persona');
  await expectCount(server, map, 'personas', 2);
  await tabTo(page, inspector.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Kim');
  await page.keyboard.press('Enter');
  await idOf(server, map, 'personas', 'Kim');

  // Renamed, duplicated, deleted, undone and done again.
  await runAction(page, 'Visits the shop');
  await page.keyboard.press('F2');
  await page.keyboard.type('Visits the store');
  await page.keyboard.press('Enter');
  await idOf(server, map, 'touchpoints', 'Visits the store');
  await page.keyboard.press('ControlOrMeta+d');
  await expectCount(server, map, 'touchpoints', 5);
  await page.keyboard.press('Delete');
  await expectCount(server, map, 'touchpoints', 4);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCount(server, map, 'touchpoints', 5);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCount(server, map, 'touchpoints', 4);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectCount(server, map, 'touchpoints', 5);
  await page.keyboard.press('ControlOrMeta+z');
  await expectCount(server, map, 'touchpoints', 4);

  // Taken away: by the dialog, whose first format is not the one that is wanted.
  await waitSaved(page);
  await runAction(page, 'Export…');
  const dialog = page.getByTestId('export-dialog');
  await tabTo(page, dialog.getByRole('radiogroup').first().locator('input:checked, [tabindex="0"]').first());
  await tabTo(page, dialog.getByTestId('export-now'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/^By keys alone/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const end = await storedMap(server, map);
  expect(
    Object.fromEntries(
      ['stages', 'lanes', 'touchpoints', 'links', 'personas'].map((name) => [name, end[name]?.length]),
    ),
  ).toEqual({ stages: 3, lanes: 5, touchpoints: 4, links: 2, personas: 2 });
  expect(end['touchpoints']?.map((one) => one['emotion'])).toEqual(expect.arrayContaining([0, 1, 2, -2]));
});

/** Each row: a key, and what one sees when it has worked. The rows go on from each other. */
const keyTable: readonly (readonly [key: string, seen: (page: Page) => Promise<void>, command?: string])[] = [
  ['h', (page) => expect(canvas(page)).toHaveAttribute('data-tool', 'hand')],
  ['v', (page) => expect(canvas(page)).toHaveAttribute('data-tool', 'select')],
  ['c', (page) => expect(canvas(page)).toHaveAttribute('data-tool', 'link')],
  ['Escape', (page) => expect(canvas(page)).toHaveAttribute('data-tool', 'select')],
  ['Mod+a', (page) => expect(frames(page)).toHaveCount(4)],
  ['Escape', (page) => expect(frames(page)).toHaveCount(0)],
  ['ArrowRight', (page) => expect(cardNamed(page, 'Reads reviews')).toBeFocused()],
  [' ', (page) => expect(frames(page)).toHaveCount(1)],
  ['Mod+d', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(4)],
  ['Mod+z', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(3)],
  ['Mod+Shift+z', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(4)],
  ['Mod+z', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(3)],
  ['Mod+y', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(4)],
  ['Delete', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(3)],
  ['Mod+z', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(4)],
  ['Backspace', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(3)],
  ['n', (page) => expect(page.getByTestId('canvas-text')).toBeFocused()],
  ['Enter', (page) => expect(page.getByTestId('touchpoint')).toHaveCount(4)],
  ['5', (page) => expect(cardNamed(page, 'Untitled')).toHaveAccessibleName(/emotion \+2/)],
  ['2', (page) => expect(cardNamed(page, 'Untitled')).toHaveAccessibleName(/emotion −1/)],
  ['0', (page) => expect(cardNamed(page, 'Untitled')).toHaveAccessibleName(/not rated/)],
  ['F2', (page) => expect(page.getByTestId('canvas-text')).toBeFocused()],
  ['Escape', (page) => expect(page.getByTestId('canvas-text')).toHaveCount(0)],
  ['Enter', (page) => expect(page.getByTestId('canvas-text')).toBeFocused()],
  ['Escape', (page) => expect(page.getByTestId('canvas-text')).toHaveCount(0)],
  ['Mod+Shift+l', (page) => expect(page.getByTestId('padlock')).toHaveCount(1)],
  ['Mod+Shift+l', (page) => expect(page.getByTestId('padlock')).toHaveCount(0)],
  ['Shift+F10', (page) => expect(page.getByRole('menu')).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('menu')).toHaveCount(0)],
  ['ContextMenu', (page) => expect(page.getByRole('menu')).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('menu')).toHaveCount(0)],
  ['Shift+Digit2', (page) => expect(page.getByTestId('zoom-value')).not.toHaveValue('100')],
  ['Mod+0', (page) => expect(page.getByTestId('zoom-value')).toHaveValue('100')],
  ['Mod+=', (page) => expect(page.getByTestId('zoom-value')).toHaveValue('110')],
  ['Mod+-', (page) => expect(page.getByTestId('zoom-value')).toHaveValue('100')],
  ['Shift+Digit1', (page) => expect(page.getByTestId('zoom-value')).not.toHaveValue('100')],
  ['Shift+Digit0', (page) => expect(page.getByTestId('zoom-value')).toHaveValue('100')],
  ['t', (page) => expect(page.getByTestId('canvas-text')).toBeFocused()],
  ['x', (page) => expect(page.getByTestId('canvas-text')).toHaveValue('x')],
  ['Escape', (page) => expect(page.getByTestId('canvas-text')).toHaveCount(0)],
  ['Mod+g', (page) => expect(page.getByTestId('element')).toHaveCount(2)],
  ['Escape', (page) => expect(page.getByTestId('canvas-text')).toHaveCount(0)],
  ['Mod+Shift+g', (page) => expect(page.getByTestId('element')).toHaveCount(1)],
  ['t', (page) => expect(page.getByTestId('canvas-text')).toBeFocused()],
  ['y', (page) => expect(page.getByTestId('canvas-text')).toHaveValue('y')],
  ['Escape', (page) => expectNotes(page, 'xy')],
  ['Mod+BracketLeft', (page) => expectNotes(page, 'yx')],
  ['Mod+BracketRight', (page) => expectNotes(page, 'xy')],
  ['Mod+Shift+BracketLeft', (page) => expectNotes(page, 'yx')],
  ['Mod+Shift+BracketRight', (page) => expectNotes(page, 'xy')],
  // On the raster from here on.
  ['ArrowDown', onRaster],
  ['ArrowRight', onRaster],
  ['Shift+ArrowDown', (page) => expectMoved(page, 'y', 5)],
  ['Shift+ArrowRight', (page) => expectMoved(page, 'x', 5)],
  ['ArrowDown', (page) => expectMoved(page, 'y', 1)],
  ['ArrowRight', (page) => expectMoved(page, 'x', 1)],
  ['Shift+ArrowUp', (page) => expectMoved(page, 'y', -5)],
  ['Shift+ArrowLeft', (page) => expectMoved(page, 'x', -5)],
  ['ArrowUp', (page) => expectMoved(page, 'y', -1)],
  ['ArrowLeft', (page) => expectMoved(page, 'x', -1)],
  ['Mod+x', (page) => expectNotes(page, 'x'), 'cut'],
  ['Mod+v', (page) => expectNotes(page, 'xy'), 'paste'],
  ['Mod+c', (page) => expect(page.getByTestId('canvas-status')).toHaveText(/copied/i), 'copy'],
  ['Mod+v', (page) => expect(elements(page)).toHaveCount(3), 'paste'],
  ['Delete', (page) => expect(elements(page)).toHaveCount(2)],
  // As plain text a piece of a map is words like any others: notes.
  ['Mod+Shift+v', (page) => expect(elements(page)).toHaveCount(3), 'pasteAndMatchStyle'],
  ['Mod+z', (page) => expect(elements(page)).toHaveCount(2)],
  ['Mod+f', (page) => expect(page.getByTestId('find-box').getByRole('searchbox')).toBeFocused()],
  ['Escape', (page) => expect(page.getByTestId('find-box')).toHaveCount(0)],
  ['Shift+p', (page) => expect(page.getByTestId('slide')).toBeFocused()],
  ['Escape', (page) => expect(page.getByTestId('present')).toHaveCount(0)],
  ['Mod+/', (page) => expect(page.getByTestId('palette')).toBeVisible()],
  ['Escape', (page) => expect(page.getByTestId('palette')).toHaveCount(0)],
  ['?', (page) => expect(page.getByTestId('help-dialog').getByRole('searchbox')).toBeFocused()],
];
const canvas = (page: Page): Locator => page.getByTestId('canvas');
const elements = (page: Page): Locator => page.getByTestId('element');

/** The notes with one of these letters, in the order in which they are drawn. */
const expectNotes = (page: Page, letters: string): Promise<void> =>
  expect
    .poll(async () => {
      const names = await elements(page).evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
      return names.map((name) => /\b[xy]\b/.exec(name)?.[0] ?? '?').join('');
    })
    .toBe(letters);

/** Where the last free element lies, in map units. */
const placeOfLast = (page: Page): Promise<{ x: number; y: number }> =>
  elements(page)
    .last()
    .evaluate((element) => {
      const { e: x, f: y } = new DOMMatrix(
        element.closest<HTMLElement>('.react-flow__node')?.style.transform,
      );
      return { x, y };
    });
/** Where it was last seen. */
const seenAt = { x: 0, y: 0 };

/** It has gone so many steps along an axis since it was last seen. */
async function expectMoved(page: Page, axis: 'x' | 'y', steps: number): Promise<void> {
  await expect
    .poll(async () => (await placeOfLast(page))[axis] - seenAt[axis])
    .toBeCloseTo(steps * elementStep, 3);
  Object.assign(seenAt, await placeOfLast(page));
}

/** The first press goes to the raster, however far that is. */
async function onRaster(page: Page): Promise<void> {
  await expect(page.getByTestId('canvas-status')).toHaveText(/./);
  Object.assign(seenAt, await placeOfLast(page));
}
const frames = (page: Page): Locator => page.locator('[data-part="selection-frame"]');

/** A key with Cmd, with the command that macOS makes of it. */
async function pressAsMac(page: Page, key: string, command: string): Promise<void> {
  const letter = key.slice(-1);
  const cdp = await page.context().newCDPSession(page);
  const press = {
    key: letter,
    code: `Key${letter.toUpperCase()}`,
    windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
    // Cmd is 4, Shift 8.
    modifiers: key.includes('Shift') ? 12 : 4,
  };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press, commands: [command] });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await cdp.detach();
}

const platforms = [
  [
    'Windows and Linux',
    'Windows NT 10.0; Win64; x64',
    'Control',
    'Meta',
    ['Ctrl+D', 'Ctrl+Shift+Z', 'Ctrl+Shift+L'],
  ],
  ['macOS', 'Macintosh; Intel Mac OS X 10_15_7', 'Meta', 'Control', ['⌘D', '⇧⌘Z', '⇧⌘L']],
] as const;
for (const [name, system, mod, strange, written] of platforms)
  test(`the keys of the table work on ${name}, are written its way, and the other modifier does nothing (U2)`, async ({
    browser,
    server,
  }) => {
    const userAgent = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`;
    const page = await newContextPage(browser, { userAgent, reducedMotion: 'reduce' });
    const map = await createMap(server, { document: smallMap });
    await openToEdit(page, map, { server });
    await page.keyboard.press(`${strange}+a`);
    await page.keyboard.press(`${strange}+k`);
    await expect(frames(page)).toHaveCount(0);
    for (const [at, [key, seen, command]] of keyTable.entries())
      await test.step(`${at}: ${key}`, async () => {
        // The clipboard's keys are the browser's own, and this browser runs on no Mac.
        if (command !== undefined && mod === 'Meta') await pressAsMac(page, key, command);
        else await page.keyboard.press(key.replace('Mod', mod));
        await seen(page);
      });
    for (const keys of written)
      await expect(page.getByTestId('help-dialog').getByText(keys, { exact: true })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press(`${mod}+k`);
    await page.keyboard.type('duplicate');
    await expect(page.getByTestId('palette').getByRole('option').first()).toContainText(written[0]);
    await page.context().close();
  });
