/** A map presented: its stages as slides, by keys, for everybody, live (U50). */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COLLECTION_LIMITS } from '../../src/model/limits.ts';
import { card, expectCount, idOf, openSmallMap, openToEdit, smallMap, storedMap } from './canvasHelpers.ts';
import { overflowing, smallTargets } from './fitHelpers.ts';
import {
  createMap,
  expect,
  linkPath,
  newContextPage,
  phone,
  setName,
  swipe,
  test,
  waitSaved,
} from './support.ts';

const mostStages = COLLECTION_LIMITS.stages;
const blueprint = 'saas-onboarding-blueprint.en';
const slide = (page: Page): Locator => page.getByTestId('slide');
const place = (page: Page): Locator => page.getByTestId('present-place');

/** Opens the address of presenting itself. */
async function openPresenting(
  page: Page,
  map: Parameters<typeof linkPath>[0],
  { server, as = 'view', at = '' }: { server: { url: string }; as?: 'view' | 'edit' | 'owner'; at?: string },
): Promise<void> {
  await setName(page, '');
  await page.goto(server.url + linkPath(map, as).replace('#', `?present${at && `=${at}`}#`));
  await slide(page).waitFor();
}

/** The letter of the stage that is shown; '' for the overview. */
const letterShown = (page: Page): Promise<string | undefined> =>
  slide(page)
    .getAttribute('aria-label')
    .then((name) => /^Stage (\w+)/.exec(name ?? '')?.[1] ?? '');

test('[U50] keys turn the stages as slides, Esc leaves, and the map is as it was: view, camera, selection and focus', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: blueprint });
  await openToEdit(page, map, { server });
  const chosen = page.getByTestId('touchpoint').filter({ hasText: 'Invites the team' });
  await chosen.click();
  await page.keyboard.press('Shift+2');
  const transform = () =>
    page.locator('.react-flow__viewport').evaluate((element) => element.style.transform);
  let before = '';
  await expect(async () => {
    before = await transform();
    await page.waitForTimeout(300);
    expect(await transform()).toBe(before);
  }).toPass();

  await page.keyboard.press('Shift+P');
  await expect(slide(page)).toBeFocused();
  await expect(slide(page), 'the stage of what is selected').toHaveAccessibleName('Stage C, Set up');
  await expect(place(page)).toHaveText('Stage 3 of 7');
  await expect(page).toHaveURL(/\?present=.*#[\w-]{16,}$/);
  for (const tool of ['top-bar', 'toolbar', 'persona-strip', 'status-line', 'inspector', 'canvas'])
    await expect(page.getByTestId(tool), tool).toBeHidden();

  for (const [key, letter] of [
    ['ArrowRight', 'D'],
    ['ArrowDown', 'E'],
    ['PageDown', 'F'],
    [' ', 'G'],
    ['Enter', 'G'],
    ['ArrowLeft', 'F'],
    ['ArrowUp', 'E'],
    ['PageUp', 'D'],
    ['Shift+ ', 'C'],
    ['Backspace', 'B'],
    ['End', 'G'],
    ['Home', ''],
    ['ArrowLeft', ''],
    ['f', 'F'],
    ['b', 'B'],
    ['z', 'B'],
    ['Control+ArrowRight', 'B'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => letterShown(page), { message: key }).toBe(letter);
  }
  await expect(page.getByTestId('present-status')).toHaveText('Stage B, Start the trial');
  await page.keyboard.press('.');
  await expect(page.getByTestId('black-screen')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('black-screen')).toHaveCount(0);
  expect(await letterShown(page), 'the first turn brings the light back').toBe('B');

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('present')).toHaveCount(0);
  await expect(page.getByTestId('toolbar')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/m/${map.id}#`));
  expect(await transform()).toBe(before);
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await expect(page.locator('[data-testid="touchpoint"]:focus')).toContainText('Invites the team');
});

test('[U50] the browser’s Back leaves, Forward presents again, a reload stays at its slide, and the key is never lost', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  const { href } = new URL(page.url());
  await page.locator('[data-tool="present"]').click();
  await expect(slide(page)).toHaveAttribute('data-slide', 'overview');
  await page.keyboard.press('End');
  const last = await slide(page).getAttribute('data-slide');
  await expect.poll(() => new URL(page.url()).searchParams.get('present')).toBe(last);
  await page.reload();
  await expect(slide(page)).toHaveAttribute('data-slide', last ?? '');
  expect(page.url()).toContain(map.links.owner.token);
  await page.goBack();
  await expect(page.getByTestId('present')).toHaveCount(0);
  await expect(page.getByTestId('canvas')).toBeVisible();
  expect(page.url()).toBe(href);
  await page.goForward();
  await expect(slide(page)).toHaveAttribute('data-slide', last ?? '');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas')).toBeVisible();
  expect(page.url()).toBe(href);
});

test('[U50] pressing twice goes one step: into the presentation, and out of it to the map', async ({
  page,
  server,
}) => {
  const map = await openSmallMap(page, server);
  await page.locator('[data-tool="present"]').dblclick();
  await slide(page).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('present')).toHaveCount(0);
  await page.keyboard.press('Shift+P');
  await page.getByTestId('leave-present').dblclick();
  await expect(page.getByTestId('present')).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/m/${map.id}#`));
  // A dialog is no presentation: the map behind it stays to be seen.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByTestId('canvas')).toBeVisible();
});

test('[U50] under a black screen nothing can be reached, and a pen turns slides as a mouse does', async ({
  page,
  server,
}) => {
  await openPresenting(page, await createMap(server, { template: blueprint }), { server });
  const cdp = await page.context().newCDPSession(page);
  const pen = { x: 700, y: 300, button: 'left', clickCount: 1, pointerType: 'pen' } as const;
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...pen });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pen });
  await expect(slide(page)).toHaveAccessibleName(/^Stage A/);
  await page.keyboard.press('.');
  await page.getByTestId('black-screen').waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('present-bar').locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('black-screen'), 'Esc does one thing (U9)').toHaveCount(0);
  await page.keyboard.press('.');
  await page.keyboard.press('c');
  await expect(page.getByTestId('black-screen')).toHaveCount(0);
  await expect(slide(page)).toHaveAccessibleName(/^Stage C/);
  await page.keyboard.press('?');
  await expect(page.getByTestId('help-dialog').getByText('Black screen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('help-dialog')).toHaveCount(0);
  await expect(slide(page)).toBeVisible();
});

test('[U50] what edits the map does nothing while it is presented', async ({ page, server }) => {
  const map = await openSmallMap(page, server);
  const id = await idOf(server, map, 'touchpoints', 'Pays');
  await card(page, id).click();
  await page.keyboard.press('Shift+P');
  await slide(page).waitFor();
  // Also with the focus on nothing at all, as after a click beside everything.
  for (const leave of [false, true]) {
    if (leave) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of [
      'Delete',
      'n',
      '1',
      '5',
      'Control+x',
      'Control+v',
      'Control+d',
      'm',
      'F2',
      'Control+z',
    ])
      await page.keyboard.press(key);
    await page.keyboard.press('Shift+ArrowRight');
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas')).toBeVisible();
  await expect(page.getByTestId('palette')).toHaveCount(0);
  await waitSaved(page);
  await expectCount(server, map, 'touchpoints', 3);
  await expect(card(page, id)).toHaveAccessibleName(/emotion \+1\.0/);
  expect(await idOf(server, map, 'touchpoints', 'Pays')).toBe(id);
});

test('[U50] a view link presents at once, fetches nothing of the canvas, and is live; a stage that is removed gives way to its neighbour', async ({
  page,
  browser,
  server,
}) => {
  const map = await openSmallMap(page, server, 'Ana');
  const viewer = await newContextPage(browser);
  const fetched: string[] = [];
  viewer.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await openPresenting(viewer, map, { server });
  await expect(viewer.getByTestId('present-status')).toHaveText(/^Overview/);
  await viewer.keyboard.press('a');
  await expect(slide(viewer).getByRole('listitem').first()).toContainText('Reads reviews');
  expect(fetched.filter((file) => /\/wide-|LiveCanvas|seenParts|[Ee]diting/.test(file))).toEqual([]);

  await page.getByTestId('touchpoint').filter({ hasText: 'Reads reviews' }).click();
  await page.getByTestId('inspector').getByRole('textbox', { name: 'Title' }).fill('Asks a friend');
  await page.keyboard.press('Enter');
  await expect(slide(viewer).getByRole('listitem').filter({ hasText: 'Asks a friend' })).toHaveCount(1);
  await expect(viewer.getByTestId('slide-drawing')).toContainText('Asks a friend');

  await expect(viewer.getByTestId('stage-ruler').getByRole('listitem')).toHaveCount(3);
  const look = await idOf(server, map, 'stages', 'Look');
  const { stages = [], touchpoints = [], insights = [], ...rest } = await storedMap(server, map);
  const put = await fetch(`${server.url}/api/maps/${map.id}/document`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${map.links.owner.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...rest,
      stages: stages.filter(({ id }) => id !== look),
      touchpoints: touchpoints.filter((one) => one['stageId'] !== look),
      insights: insights.filter((one) => one['stageId'] !== look),
    }),
  });
  expect(put.ok).toBe(true);
  await expect(viewer.getByTestId('stage-ruler').getByRole('listitem')).toHaveCount(2);
  await expect(slide(viewer)).toHaveAccessibleName('Stage A, Buy');

  // The map is fetched when somebody leaves for it.
  await viewer.keyboard.press('Escape');
  await viewer.locator('[data-testid="canvas"][data-live="true"]').waitFor();
  await expect(viewer.getByTestId('save-state')).toHaveText('View only, live');
  await viewer.context().close();
});

test('[U50] the share dialog gives links that present', async ({ page, browser, server }) => {
  await openSmallMap(page, server);
  await page.getByTestId('share-button').click();
  const dialog = page.getByTestId('share-dialog');
  await dialog.getByTestId('shared-presenting').check();
  await dialog.getByTestId('make-link').click();
  const address = await dialog.getByTestId('fresh-link').getByTestId('share-address').inputValue();
  expect(address).toMatch(/\/m\/[\w-]+\?present#[\w-]{16,}$/);
  const viewer = await newContextPage(browser);
  await viewer.goto(address);
  await expect(slide(viewer)).toHaveAttribute('data-slide', 'overview');
  await viewer.context().close();
});

test('[U50] a link that is withdrawn while it is presented says so, as on the map', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  const viewer = await newContextPage(browser);
  await openPresenting(viewer, map, { server });
  await fetch(`${server.url}/api/maps/${map.id}/links/${map.links.view.id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${map.links.owner.token}` },
  });
  await expect(viewer.locator('[data-problem="linkWithdrawn"]')).toBeVisible();
  await expect(viewer.getByTestId('present')).toHaveCount(0);
  await viewer.context().close();
});

test('[U50] the bar goes when the mouse rests, keeps its room, and comes back at a movement and for the focus', async ({
  page,
  server,
}) => {
  await openPresenting(page, await createMap(server, { template: blueprint }), { server });
  const bar = page.getByTestId('present-bar');
  const present = page.getByTestId('present');
  const drawing = await page.getByTestId('slide-drawing').boundingBox();
  await expect(present).toHaveAttribute('data-resting', 'true');
  await expect(bar).toHaveCSS('opacity', '0');
  expect(await page.getByTestId('slide-drawing').boundingBox()).toEqual(drawing);
  await page.keyboard.press('ArrowRight');
  await expect(slide(page)).toHaveAccessibleName(/^Stage A/);
  await expect(present, 'a key that turns a page brings no tools').toHaveAttribute('data-resting', 'true');
  await page.mouse.move(300, 300);
  await expect(present).not.toHaveAttribute('data-resting');
  await expect(present).toHaveAttribute('data-resting', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('previous-slide')).toBeFocused();
  await expect(present).not.toHaveAttribute('data-resting');
  // A button that has the focus keeps its space bar; what a mouse has pressed does not take the focus.
  await page.keyboard.press(' ');
  await expect(slide(page)).toHaveAttribute('data-slide', 'overview');
  await slide(page).focus();
  await page.getByTestId('next-slide').click();
  await page.getByTestId('next-slide').click();
  await page.getByTestId('previous-slide').click();
  await expect(slide(page)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(slide(page)).toHaveAccessibleName(/^Stage B/);
  await slide(page).click({ position: { x: 600, y: 400 } });
  await expect(slide(page), 'a click goes on').toHaveAccessibleName(/^Stage C/);
  await page.mouse.wheel(0, 400);
  await page.mouse.wheel(300, 0);
  await page
    .getByTestId('stage-ruler')
    .getByRole('button', { name: /^Stage F/ })
    .click();
  await expect(slide(page)).toHaveAccessibleName(/^Stage F/);
  await expect(place(page)).toHaveText('Stage 6 of 7');
});

test('[U50] full screen by Shift+F and its button; leaving it as other programs do ends the show', async ({
  page,
  server,
}) => {
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await openPresenting(page, await createMap(server, { document: smallMap }), { server });
  await page.keyboard.press('Shift+F');
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('Shift+F');
  await expect.poll(isFull).toBe(false);
  await expect(slide(page)).toBeVisible();
  await page.getByTestId('full-screen').click();
  await expect.poll(isFull).toBe(true);
  // As the browser's own Esc does.
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.getByTestId('present')).toHaveCount(0);
});

test('[U50] a finger turns the slides of a tablet, and its targets are large enough (U20)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, {
    viewport: { width: 844, height: 390 },
    hasTouch: true,
    isMobile: true,
  });
  await openPresenting(page, await createMap(server, { template: blueprint }), { server });
  await swipe(page, 600, 300, 150);
  await expect(slide(page)).toHaveAccessibleName(/^Stage A/);
  await swipe(page, 600, 300, 150);
  await expect(slide(page)).toHaveAccessibleName(/^Stage B/);
  await swipe(page, 300, 600, 150);
  await expect(slide(page)).toHaveAccessibleName(/^Stage A/);
  await page.touchscreen.tap(400, 150);
  await expect(page.getByTestId('present')).not.toHaveAttribute('data-resting');
  await expect(slide(page), 'a tap only shows the bar').toHaveAccessibleName(/^Stage A/);
  expect(await smallTargets(page.getByTestId('present-bar'), 44)).toEqual([]);
  await page.context().close();
});

test('[U50] a map of as many stages as there may be keeps its ruler: targets of 24, the one that is shown in sight', async ({
  page,
  server,
}) => {
  const stages = Array.from({ length: mostStages }, (_, index) => ({
    id: `s${index}`,
    name: `Stage number ${index + 1} of a long journey`,
  }));
  const map = await createMap(server, {
    document: { ...smallMap, stages, touchpoints: [], insights: [] },
  });
  await page.setViewportSize({ width: 1024, height: 768 });
  await openPresenting(page, map, { server });
  await page.keyboard.press('End');
  await expect(place(page)).toHaveText(`Stage ${mostStages} of ${mostStages}`);
  const ruler = page.getByTestId('stage-ruler');
  const current = ruler.locator('[aria-current]');
  for (const width of [1024, 640]) {
    await page.setViewportSize({ width, height: 768 });
    expect(await smallTargets(ruler, 24)).toEqual([]);
    await page.keyboard.press('Home');
    await expect(current).toBeInViewport();
    await page.keyboard.press('End');
    await expect(current).toBeInViewport({ ratio: 0.9 });
    for (const id of ['previous-slide', 'next-slide', 'leave-present'])
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`[U55] axe finds nothing in a presentation, nor is anything cut off, ${theme}`, async ({
    browser,
    server,
  }) => {
    const page = await newContextPage(browser, { colorScheme: theme });
    await openPresenting(page, await createMap(server, { template: blueprint }), { server });
    for (const key of ['Home', 'c']) {
      await page.keyboard.press(key);
      await page.mouse.move(200, key === 'c' ? 200 : 300);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    // 200 %: the browser's zoom halves the window.
    for (const [width, height] of [
      [1440, 900],
      [720, 450],
      [640, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(page.getByTestId('slide-drawing')).toHaveAttribute('width', String(width));
      expect(await overflowing(page.getByTestId('present-bar')), `${width}`).toEqual([]);
      await expect(page.getByTestId('leave-present')).toBeInViewport({ ratio: 1 });
    }
    await page.context().close();
  });

test('[U59] with reduced motion the bar comes and goes at once, and slides never move', async ({
  browser,
  server,
}) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await newContextPage(browser, { reducedMotion });
    await openPresenting(page, await createMap(server, { document: smallMap }), { server });
    const moves = () => page.evaluate(() => document.getAnimations().length);
    await page.mouse.move(300, 300);
    await page.keyboard.press('ArrowRight');
    await expect(slide(page)).toHaveAccessibleName(/^Stage A/);
    expect(await moves()).toBe(0);
    const fade = reducedMotion === 'reduce' ? '0s' : '0.12s';
    await expect(page.getByTestId('present-bar')).toHaveCSS('transition-duration', fade);
    await page.context().close();
  }
});

test('[U50] in Chinese: found by its other names, and every word is there', async ({ browser, server }) => {
  const page = await newContextPage(browser, { locale: 'zh-CN' });
  const map = await createMap(server, { template: 'home-decoration.zh' });
  await openToEdit(page, map, { server });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('幻灯片放映');
  await expect(page.getByTestId('palette').getByRole('option').first()).toContainText('放映');
  await page.keyboard.press('Enter');
  await expect(slide(page)).toHaveAccessibleName(/^总览/);
  await page.keyboard.press('d');
  await expect(slide(page)).toHaveAccessibleName('阶段 D：方案签约');
  await expect(place(page)).toHaveText('第 4 个阶段，共 7 个');
  await expect(page.getByTestId('leave-present')).toContainText('退出');
  expect(await overflowing(page.getByTestId('present-bar'))).toEqual([]);
  await page.context().close();
});

test('[U50] a phone presents its own view of the stages, without tools; arrows, Esc and a way out are there', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, phone);
  const map = await createMap(server, { template: blueprint });
  await setName(page, '');
  await page.goto(server.url + linkPath(map, 'edit').replace('#', '?present#'));
  await page.getByTestId('phone-view').waitFor();
  await expect(page.getByTestId('phone-menu')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Start the trial');
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Advocate');
  await page.getByTestId('touchpoint').first().getByRole('button').tap();
  await page.getByTestId('touchpoint-details').waitFor();
  await expect(page.getByRole('button', { name: 'Edit in the table' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('touchpoint-details')).toHaveCount(0);
  await page.getByTestId('leave-present').tap();
  await expect(page.getByTestId('phone-menu')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/m/${map.id}#`));
  await page.context().close();
});

test('[U50] presenting is fetched when somebody presents: neither the first picture nor the live map has it', () => {
  const dist = path.resolve(import.meta.dirname, '../../dist');
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { readonly file: string; readonly imports?: readonly string[] }
  >;
  const whole = (key: string, seen = new Set<string>()): ReadonlySet<string> => {
    expect(manifest[key], key).toBeDefined();
    if (!seen.has(key)) for (const imported of manifest[key]?.imports ?? []) whole(imported, seen.add(key));
    return seen.add(key);
  };
  const code = (keys: ReadonlySet<string>): string =>
    [...keys].map((key) => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8')).join('\n');
  expect(code(whole('src/app/presentParts.ts'))).toContain('stage-ruler');
  for (const part of [
    'src/app/wideParts.ts',
    'src/app/NarrowMap.tsx',
    'src/app/openLive.ts',
    'src/canvas/LiveCanvas.tsx',
  ])
    expect(code(whole(part)), part).not.toContain('stage-ruler');
});
