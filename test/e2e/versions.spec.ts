import {
  expect,
  newContextPage,
  openMap,
  openTemplate,
  phone,
  test,
  waitSaved,
  titleField,
} from './support.ts';

test('[U40] a version is named, looked at and restored while another edits; nobody is cut off, and it can be undone (R48)', async ({
  browser,
  page,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, person: 'Ana' });
  const other = await newContextPage(browser);
  await openMap(other, map, { server, as: 'edit', person: 'Ben' });
  const title = titleField(page);
  const otherTitle = titleField(other);
  const first = await title.inputValue();

  await page.getByTestId('versions-button').click();
  const dialog = page.getByTestId('versions-dialog');
  await dialog.getByTestId('version-name').fill('Before the workshop');
  await dialog.getByTestId('keep-version').click();
  const named = dialog.getByTestId('version').filter({ hasText: 'Before the workshop' });
  await expect(named).toContainText('Ana');
  await expect(named).toContainText('As now');
  await page.keyboard.press('Escape');

  await otherTitle.fill('What Ben made of it');
  await otherTitle.press('Enter');
  await waitSaved(other);
  await expect(title).toHaveValue('What Ben made of it');

  await page.getByTestId('versions-button').click();
  await named.click();
  await expect(dialog.getByTestId('version-title')).toHaveText('Before the workshop');
  await expect(dialog.locator('canvas')).toHaveAttribute('data-drawn', 'true');
  await dialog.getByTestId('restore-version').click();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveValue(first);
  await expect(otherTitle).toHaveValue(first);
  await expect(other.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');

  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click();
  await expect(otherTitle).toHaveValue('What Ben made of it');
  await page.getByTestId('versions-button').click();
  await expect(dialog.locator('[data-testid="version"][data-kind="restored"]')).toHaveCount(2);
  // Ben's work was a version before it was replaced, with his name.
  await expect(dialog.locator('[data-testid="version"][data-kind="before"]')).toContainText('Ben');

  const kept = dialog.locator('[data-testid="version"][data-kind="named"]');
  await kept.click();
  await dialog.getByTestId('version-menu').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog.getByTestId('version-new-name').fill('Before the meeting');
  await page.keyboard.press('Enter');
  await expect(dialog.getByTestId('version-title')).toHaveText('Before the meeting');
  await dialog.getByTestId('version-menu').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(kept).toHaveCount(0);
  await other.context().close();
});

test('[U40] on a phone a viewer looks at a version and goes back, and is offered nothing that changes the map', async ({
  browser,
  page,
  server,
}) => {
  const map = await openTemplate(page, 'home-decoration.zh', { server });
  await page.getByTestId('versions-button').click();
  await page.getByTestId('version-name').fill('第一稿');
  await page.getByTestId('version-name').press('Enter');
  await expect(page.getByTestId('version')).toContainText('第一稿');
  const viewer = await newContextPage(browser, phone);
  await openMap(viewer, map, { server, as: 'view' });
  await viewer.getByTestId('phone-menu').tap();
  await viewer.getByRole('menuitem', { name: 'Versions' }).tap();
  await viewer.getByTestId('version').tap();
  await expect(viewer.locator('canvas[data-drawn="true"]')).toBeVisible();
  await expect(viewer.getByTestId('restore-version')).toHaveCount(0);
  await expect(viewer.getByTestId('version-name')).toHaveCount(0);
  await viewer.getByRole('button', { name: 'Back to the list' }).tap();
  await expect(viewer.getByTestId('version')).toBeVisible();
  await viewer.context().close();
});
