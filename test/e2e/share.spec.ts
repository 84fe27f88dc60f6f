import AxeBuilder from '@axe-core/playwright';
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

test('the owner copies the first links, makes a further one and withdraws it; its reader is cut off within 2 s (R5)', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('template').filter({ hasText: 'Contacts by customer tier' }).click();
  await page.getByTestId('touchpoint').first().waitFor();
  await page.getByTestId('share-button').click();
  const dialog = page.getByTestId('share-dialog');
  for (const name of ['edit', 'comment', 'view'])
    await expect(dialog.getByTestId(`links-${name}`).getByTestId('share-link')).toHaveCount(1);
  await dialog
    .getByTestId('links-view')
    .getByRole('button', { name: /Copy link/ })
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/m\/[\w-]+#[\w-]{20,}$/);

  await dialog.getByRole('radio', { name: 'View' }).click();
  await dialog.getByTestId('link-label').fill('Stakeholders');
  await dialog.getByTestId('make-link').click();
  const address = await dialog.getByTestId('fresh-link').getByTestId('share-address').inputValue();

  const reader = await newContextPage(browser);
  await reader.goto(address);
  await reader.getByTestId('touchpoint').first().waitFor();
  await expect(reader.getByTestId('save-state')).toHaveAttribute('data-state', 'view-only');

  const row = dialog.getByTestId('share-link').filter({ hasText: 'Stakeholders' });
  await row.getByRole('button', { name: /Withdraw/ }).click();
  await expect(dialog.getByTestId('withdraw-question')).toContainText('Stakeholders');
  await dialog.getByTestId('withdraw-question').getByRole('button', { name: 'Keep' }).click();
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /Withdraw/ }).click();
  await dialog.getByTestId('withdraw-question').getByRole('button', { name: 'Withdraw' }).click();
  await expect(reader.getByTestId('problem')).toHaveAttribute('data-problem', 'linkWithdrawn', {
    timeout: 2000,
  });
  await expect(row).toHaveCount(0);
  await expect(dialog.getByRole('status')).toHaveText('Withdrew the link Stakeholders');
  await reader.context().close();
  await page.context().close();
});

test('a view link opens without any prompt, live, without editing code, and offers no way to change the map (U33, U51)', async ({
  browser,
  page,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  const viewer = await newContextPage(browser);
  const scripts: string[] = [];
  viewer.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await viewer.goto(server.url + linkPath(map, 'view'));
  await viewer.getByTestId('touchpoint').first().waitFor();
  await expect(viewer.getByTestId('name-prompt')).toHaveCount(0);
  await expect(viewer.getByTestId('save-state')).toHaveText(/View only, live/);
  expect(
    scripts.filter((url) =>
      /Inspector|EditingLayer|editActions|createCommands|openEditing|ShareDialog/.test(url),
    ),
  ).toEqual([]);
  await expect(viewer.getByTestId('toolbar').getByRole('button', { name: 'Touchpoint' })).toHaveCount(0);
  // Everything known about a touchpoint is there to read.
  await viewer.getByTestId('touchpoint').first().click();
  await expect(viewer.getByTestId('reading-panel')).toContainText('Emotion');
  await expect(viewer.getByTestId('map-title')).toHaveJSProperty('tagName', 'H1');

  const title = titleField(page);
  await title.fill('A new name for all');
  await title.press('Enter');
  await expect(viewer.getByTestId('map-title')).toHaveText('A new name for all');
  await expect(viewer).toHaveTitle(/A new name for all/);
  await viewer.context().close();
});

test('who holds a link that is not the owner’s is told what it is worth and may pass it on', async ({
  page,
  server,
}) => {
  const map = await openTemplate(page, 'airline-tiers.en', { server, as: 'edit' });
  await page.getByTestId('share-button').click();
  const dialog = page.getByTestId('share-dialog');
  await expect(dialog).toContainText('You hold a link that can edit this map.');
  await expect(dialog.getByTestId('share-address')).toHaveValue(server.url + linkPath(map, 'edit'));
  await expect(dialog.getByTestId('make-link')).toHaveCount(0);
});

test('a name is asked once, can be skipped, and is remembered; others see it (U33, U44)', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  const one = await newContextPage(browser);
  await one.goto(server.url + linkPath(map, 'edit'));
  await one.getByTestId('name-prompt').getByRole('button', { name: 'Skip' }).click();
  await one.reload();
  await one.getByTestId('touchpoint').first().waitFor();
  await expect(one.getByTestId('name-prompt')).toHaveCount(0);

  const two = await newContextPage(browser);
  await two.goto(server.url + linkPath(map, 'edit'));
  await two.getByTestId('name-prompt').getByRole('textbox').fill('Aino Niemi');
  await two.keyboard.press('Enter');
  await expect(one.getByTestId('people').getByRole('img', { name: 'Aino Niemi' })).toBeVisible();
  await expect(two.getByTestId('name-prompt')).toHaveCount(0);
  await one.context().close();
  await two.context().close();
});

test('the address without its key still opens on a device that knows it', async ({ page, server }) => {
  const map = await openTemplate(page, 'airline-tiers.en', { server });
  await page.goto('about:blank');
  await page.goto(`${server.url}/m/${map.id}`);
  await page.getByTestId('touchpoint').first().waitFor();
  await waitSaved(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the share dialog has nothing for axe to find, ${colorScheme} (U55)`, async ({ browser, server }) => {
    const page = await newContextPage(browser, { colorScheme });
    const map = await createMap(server, { template: 'airline-tiers.en' });
    await openMap(page, map, { server });
    await page.getByTestId('share-button').click();
    await page.getByTestId('share-link').first().waitFor();
    const scan = await new AxeBuilder({ page }).include('[data-testid="share-dialog"]').analyze();
    expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });
}
