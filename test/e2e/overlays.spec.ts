import AxeBuilder from '@axe-core/playwright';
import { expect, linkPath, newContextPage, openTemplate, test, waitSaved } from './support.ts';

test('an overlay is laid over the map, read out, drawn into a file, saved in a view and seen by a viewer; checks are marked and put right', async ({
  page,
  browser,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  const card = page.locator('[data-testid="touchpoint"][aria-label^="Touchpoint Imports projects"]');
  await page.getByTestId('overlay-menu').click();
  await page.getByRole('menuitem', { name: /^Pain/ }).click();
  const bar = page.getByTestId('overlay-bar');
  await expect(bar).toContainText('22 of 22 rated');
  await expect(card).toHaveAttribute('aria-label', /\. pain \d+/);
  const [legend] = (await new AxeBuilder({ page }).include('[data-testid="overlay-bar"]').analyze())
    .violations;
  expect(legend).toBeUndefined();

  // As a view, for whoever has the link.
  await page.getByTestId('views-menu').click();
  await page.getByRole('menuitem', { name: 'Save, rename or delete…' }).click();
  const views = page.getByTestId('views-dialog');
  await views.getByTestId('view-name').fill('Where it hurts');
  await views.getByRole('button', { name: 'Save what I see' }).click();
  const viewId = await views.getByTestId('saved-view').getAttribute('data-id');
  await page.keyboard.press('Escape');
  await waitSaved(page);
  const svg = await page.request.get(`${server.url}/api/maps/${map.id}/export.svg?overlay=losses`, {
    headers: { authorization: `Bearer ${map.links.view.token}` },
  });
  expect(await svg.text()).toContain('OVERLAY: LOSSES');
  const viewer = await newContextPage(browser);
  await viewer.goto(server.url + linkPath(map, 'view').replace('#', `?view=${viewId ?? ''}#`));
  await expect(viewer.getByTestId('overlay-bar')).toContainText('22 of 22 rated');

  // The checks: count, list, mark, one step and its undo.
  await page.getByTestId('overlay-bar').getByRole('button', { name: 'Switch off' }).click();
  await expect(bar).toBeHidden();
  const count = page.getByTestId('check-count');
  await expect(count).toHaveText('1 to check');
  await page.keyboard.press('Shift+L');
  const list = page.getByTestId('checks-panel');
  await expect(list.getByTestId('finding')).toHaveCount(1);
  const [wrong] = (await new AxeBuilder({ page }).include('[data-testid="checks-panel"]').analyze())
    .violations;
  expect(wrong).toBeUndefined();
  await list.getByRole('button', { name: 'Set aside' }).click();
  await list.getByLabel('Why it may stay').fill('Known');
  await list.getByRole('button', { name: 'Keep the reason' }).click();
  await expect(count).toHaveText('Nothing to check');
  // Keys of the page work from inside the list, too.
  await list.getByRole('checkbox').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(count).toHaveText('1 to check');
  await list.getByRole('checkbox').focus();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});
