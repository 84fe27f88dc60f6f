import { AxeBuilder } from '@axe-core/playwright';
import {
  createMap,
  expect,
  linkPath,
  newContextPage,
  openMap,
  openTemplate,
  setName,
  test,
  waitSaved,
  titleField,
} from './support.ts';
import type { Page } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  // A menu's guards take the focus only to hand it on at once; the rule takes them for hidden stops.
  const scan = await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze();
  const looked = [...scan.passes, ...scan.incomplete, ...scan.violations];
  expect(
    looked.map(({ id }) => id),
    'contrast was looked at',
  ).toContain('color-contrast');
  return scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme} (U55)`, () => {
    test.use({ colorScheme });

    test('on a blank map and on a full one', async ({ page, browser, server }) => {
      test.slow();
      await openMap(page, await createMap(server, { title: 'Blank' }), { server });
      expect(await violations(page), 'blank').toEqual([]);
      const full = await newContextPage(browser, { colorScheme });
      await openTemplate(full, 'saas-onboarding-blueprint.en', { server });
      expect(await violations(full), 'full').toEqual([]);
      await full.context().close();
    });

    test('with something selected, a field open, a menu, a dialog', async ({ page, server }) => {
      test.slow();
      await openTemplate(page, 'airline-tiers.en', { server });
      await page.getByTestId('touchpoint').nth(2).click();
      await page.getByTestId('inspector').waitFor();
      await titleField(page).focus();
      expect(await violations(page), 'selected and typing').toEqual([]);
      await page.getByTestId('export-menu').click();
      await page.getByRole('menu').waitFor();
      expect(await violations(page), 'menu').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('status-line').getByRole('button', { name: 'Help' }).click();
      await page.getByTestId('help-dialog').waitFor();
      expect(await violations(page), 'dialog').toEqual([]);
    });

    test('while a card’s text is edited, and offline', async ({ page, server }) => {
      test.slow();
      await openTemplate(page, 'airline-tiers.en', { server });
      await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
      await page.getByTestId('touchpoint').nth(2).dblclick();
      await expect(page.getByTestId('canvas-text')).toBeFocused();
      expect(await violations(page), 'editing a card’s text').toEqual([]);
      await page.keyboard.type('Kept on this device');
      await page.context().setOffline(true);
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
      await expect(page.getByTestId('save-state')).toContainText('1 change');
      expect(await violations(page), 'offline').toEqual([]);
    });

    test('for those who only look on', async ({ page, server }) => {
      test.slow();
      await openTemplate(page, 'airline-tiers.en', { server, as: 'view' });
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('in forced colours what is selected, what has the focus and the faces are still told apart (U58)', async ({
  page,
  server,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openTemplate(page, 'airline-tiers.en', { server });
  const card = page.getByTestId('touchpoint').nth(2);
  await card.focus();
  await page.keyboard.press(' ');
  const frame = page.locator('[data-part="selection-frame"] rect').first();
  const canvas = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  await expect(frame).toBeVisible();
  await expect(frame).not.toHaveCSS('stroke', canvas);
  await expect(frame).not.toHaveCSS('stroke', 'none');
  for (const part of [card, page.getByTestId('share-button')]) {
    await part.focus();
    await page.keyboard.press('Shift');
    await expect(part).toHaveCSS('outline-style', 'solid');
    await expect(part).not.toHaveCSS('outline-color', canvas);
  }
  // What is chosen has a ground of its own, and the picture on it another ink; marks that carry meaning keep theirs.
  const inspector = page.getByTestId('inspector');
  const chosen = [
    page.getByTestId('view-switch').getByRole('radio', { checked: true }),
    page.locator('button[data-tool="select"]'),
    inspector.getByRole('radiogroup', { name: 'Evidence level' }).getByRole('radio', { checked: true }),
  ];
  for (const one of chosen) {
    await expect(one).not.toHaveCSS('background-color', canvas);
    const ground = await one.evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect(one).not.toHaveCSS('color', ground);
  }
  const faces = inspector.getByRole('radiogroup', { name: 'Emotion' }).getByRole('radio');
  for (const face of [faces.first(), faces.last()])
    await expect(face).not.toHaveCSS('background-color', canvas);
});

test('find goes to a touchpoint by its words and to a place by its address; lanes can be hidden on this screen', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByTestId('find-box').getByRole('searchbox').fill('nps survey');
  await page.getByTestId('find-box').getByRole('searchbox').fill('opens the first report');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('touchpoint').filter({ hasText: 'Opens the first' })).toBeInViewport();
  await expect(page.getByTestId('inspector-address')).toHaveText('D2');
  const far = page.getByTestId('stage').nth(6);
  await expect(far).not.toBeInViewport();
  await page.getByTestId('find-box').getByRole('searchbox').fill('G2');
  await expect(far).toBeInViewport();
  await page.getByTestId('lanes-menu').click();
  const lanes = page.getByTestId('lane');
  const before = await lanes.count();
  await page.getByRole('menuitemcheckbox', { name: /Backstage/ }).click();
  await expect(lanes).toHaveCount(before - 1);
});

test('the help lists every action and is searched (U11)', async ({ page, server }) => {
  await openTemplate(page, 'airline-tiers.en', { server });
  await page.getByTestId('canvas').click({ position: { x: 700, y: 300 } });
  await page.keyboard.press('?');
  await expect(page.getByTestId('help-dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('redo');
  await expect(page.getByTestId('help-dialog').getByRole('row')).toHaveCount(2);
  // The first press empties the search, the second closes (U9: one thing a press).
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('help-dialog')).toHaveCount(0);
  await page.getByTestId('status-line').getByRole('button', { name: 'Help' }).click();
  await expect(page.getByTestId('help-dialog').getByRole('searchbox')).toBeFocused();
});

test('a part that cannot be fetched is told of over the map, which stays; it comes when it can be fetched again (R51, U42)', async ({
  browser,
  server,
}) => {
  // A service worker would ask for the parts past the rules of this test.
  const page = await newContextPage(browser, { serviceWorkers: 'block' });
  await openTemplate(page, 'airline-tiers.en', { server, as: 'view' });
  for (const part of ['**/assets/HelpHost-*', '**/assets/Menu-*'])
    await page.route(part, (route) => route.abort());
  await page.getByTestId('canvas').click({ position: { x: 700, y: 300 } });
  await page.keyboard.press('?');
  const note = page.getByTestId('problem');
  await expect(note).toHaveAttribute('data-problem', 'overMissing');
  await expect(page.getByTestId('touchpoint').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await page.getByTestId('export-menu').click();
  await expect(page.getByTestId('toast')).toContainText('could not be fetched');
  await page.unrouteAll();
  await page.getByTestId('canvas').click({ position: { x: 700, y: 300 } });
  await page.keyboard.press('?');
  await expect(page.getByTestId('help-dialog').getByRole('searchbox')).toBeFocused();
  await expect(page.getByTestId('help-dialog')).toHaveCSS('position', 'fixed');
  await page.context().close();
});

test('sharing is in reach at 200 % zoom and on a tablet held upright; tools that give way are in a menu', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  for (const width of [640, 720, 768, 900, 1024]) {
    await page.setViewportSize({ width, height: 450 });
    await expect(page.getByTestId('share-button')).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('export-menu')).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize({ width: 720, height: 450 });
  await page.getByTestId('more-tools').click();
  await expect(page.getByRole('menuitem', { name: 'Frame beside the map' })).toBeVisible();
});

test('a wrong token that is remembered does not lock a better one out', async ({ page, server }) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  await setName(page, '');
  await page.goto(server.url + linkPath(map, 'owner'));
  await page.getByTestId('touchpoint').first().waitFor();
  await page.goto('about:blank');
  await page.goto(server.url + linkPath(map, 'view'));
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'view-only');
  await page.goto('about:blank');
  await page.goto(`${server.url}/m/${map.id}`);
  await waitSaved(page);
  await expect(page.getByTestId('map-page')).toHaveAttribute('data-role', 'owner');
});

test('the header says Offline as soon as the browser does, keeps what is edited, and saves it when it is back (U36)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'airline-tiers.en', { server });
  await waitSaved(page);
  await page.context().setOffline(true);
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'offline', { timeout: 1000 });
  await titleField(page).fill('Renamed offline');
  await page.keyboard.press('Enter');
  await expect(state).toContainText('1 change kept on this device');
  await page.context().setOffline(false);
  await waitSaved(page);
});

test('a persona’s card comes by resting on the chip, by the keyboard and by a press, and Escape closes it', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'airline-tiers.en', { server });
  // With what edits the strip gets a button more, and the chips may move from under a mouse at rest.
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  const chip = page.getByTestId('persona').first();
  const card = chip.getByTestId('persona-card');
  const portrait = chip.getByRole('button', { name: /^About / });
  await chip.getByRole('button', { pressed: true }).hover();
  await expect(card.locator('blockquote')).toBeVisible();
  await page.mouse.move(700, 500);
  await expect(card).toBeHidden();

  await portrait.click();
  await page.mouse.move(700, 500);
  await expect(card.getByRole('heading')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await page.keyboard.press('Shift+Tab');
  await expect(card).toBeVisible();
  // The portrait, whose journey, the large card, and what edits.
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();
  await expect(page.getByTestId('inspector')).toContainText('Persona');
});
