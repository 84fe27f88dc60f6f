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
} from './support.ts';
import type { Page } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  // A menu's guards take the focus only to hand it on at once; the rule takes them for hidden stops.
  const scan = await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze();
  return scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a map has nothing for axe to find: empty, full, selected, typing, menu, dialog, viewer, ${colorScheme} (U55)`, async ({
    browser,
    server,
  }) => {
    const page = await newContextPage(browser, { colorScheme });
    const blank = await createMap(server, { title: 'Blank' });
    await openMap(page, blank, { server });
    expect(await violations(page), 'empty').toEqual([]);
    await page.context().close();

    const full = await newContextPage(browser, { colorScheme });
    const map = await openTemplate(full, 'saas-onboarding-blueprint.en', { server });
    expect(await violations(full), 'full').toEqual([]);
    await full.getByTestId('touchpoint').nth(2).click();
    await full.getByTestId('inspector').waitFor();
    expect(await violations(full), 'selected').toEqual([]);
    await full.getByTestId('map-title').focus();
    expect(await violations(full), 'typing').toEqual([]);
    await full.getByTestId('export-menu').click();
    await full.getByRole('menu').waitFor();
    expect(await violations(full), 'menu').toEqual([]);
    await full.keyboard.press('Escape');
    await full.getByTestId('status-line').getByRole('button', { name: 'Help' }).click();
    await full.getByTestId('help-dialog').waitFor();
    expect(await violations(full), 'dialog').toEqual([]);
    await full.context().close();

    const viewer = await newContextPage(browser, { colorScheme });
    await viewer.goto(server.url + linkPath(map, 'view'));
    await viewer.getByTestId('touchpoint').first().waitFor();
    expect(await violations(viewer), 'viewer').toEqual([]);
    await viewer.context().close();
  });
}

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
