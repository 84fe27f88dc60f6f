import { expect, linkPath, newContextPage, openTemplate, phone, test, waitSaved } from './support.ts';

test('finding dims the rest; matches are walked; a filter narrows map and Table; saved as a view it opens by link for a viewer and on a phone', async ({
  page,
  browser,
  server,
}) => {
  const map = await openTemplate(page, 'home-decoration.zh', { server });
  await page.keyboard.press('ControlOrMeta+f');
  const box = page.getByTestId('find-box');
  const bar = page.getByTestId('filter-bar');
  const [all] = await Promise.all([page.getByTestId('touchpoint').count(), box.waitFor()]);
  expect(all).toBeGreaterThan(1);

  // An address goes to its place.
  await box.getByRole('searchbox').fill('ｂ2');
  await page.keyboard.press('Enter');
  await expect(box.getByRole('status')).toContainText(/^1 of \d+$/);
  await expect(bar).toContainText(/touchpoints/);

  // Choices; the text goes.
  await box.getByRole('searchbox').fill('');
  await box.getByTestId('filter-emotions').click();
  await page.getByRole('menuitemcheckbox', { name: 'Very negative' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Negative', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(bar).toContainText('Emotion: Very negative or Negative');
  await expect(
    page
      .getByTestId('touchpoint')
      .and(page.getByLabel(/, filtered out$/))
      .first(),
  ).toBeAttached();
  await box.getByRole('searchbox').focus();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(bar).toBeVisible();
  const shown = Number(/(\d+) of/.exec((await bar.getByRole('status').textContent()) ?? '')?.[1]);

  await bar.getByRole('button', { name: /Save as view/ }).click();
  const dialog = page.getByTestId('views-dialog');
  await dialog.getByTestId('view-name').fill('不满的时刻');
  await dialog.getByTestId('view-name').press('Enter');
  await expect(dialog.getByTestId('saved-view')).toContainText('不满的时刻');
  const viewId = await dialog.getByTestId('saved-view').getAttribute('data-id');
  await dialog.getByTestId('view-menu').click();
  await page.getByRole('menuitem', { name: /Share a link/ }).click();
  const share = page.getByTestId('share-dialog');
  await expect(share.getByTestId('shared-view')).toHaveValue(viewId ?? '');
  await page.keyboard.press('Escape');
  await waitSaved(page);

  // Escape takes back one thing a press; the filter goes last.
  await page
    .getByTestId('canvas')
    .focus()
    .catch(() => undefined);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await page.getByTestId('views-menu').click();
  await page.getByRole('menuitem', { name: '不满的时刻' }).click();
  await expect(bar).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByTestId('inspector')).toBeVisible();
  await page
    .getByRole('radio', { name: 'Table' })
    .or(page.getByRole('button', { name: 'Table' }))
    .first()
    .click();
  await expect(page.getByTestId('status-line')).toContainText(new RegExp(`^${shown} of `));

  const address = linkPath(map, 'view').replace('#', `?view=${viewId}#`);
  for (const options of [{}, phone]) {
    const other = await newContextPage(browser, options);
    await other.goto(server.url + address);
    await expect(other.getByTestId('filter-bar')).toContainText('Emotion');
    await expect(other.getByTestId('filter-bar').getByRole('status')).toContainText(String(shown));
    await other.getByRole('button', { name: 'Clear filter' }).click();
    await expect(other.getByTestId('filter-bar')).toBeHidden();
    await other.context().close();
  }
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [768, 1024],
] as const) {
  test(`what is found is seen while find and inspector share a column that leaves the map its width, ${width} x ${height}`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height });
    await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
    await page.keyboard.press('ControlOrMeta+f');
    const box = page.getByTestId('find-box');
    await box.getByRole('searchbox').fill('report');
    const pane = page.locator('[data-part="pane"]');
    const before = await pane.boundingBox();
    for (const step of [1, 2, 3, 4]) {
      await box.getByRole('searchbox').press('Enter');
      await expect(box.getByRole('status')).toContainText(`${step} of`);
      await page.getByTestId('inspector').waitFor();
      // The middle of what was found and selected is not under anything.
      const frame = page.locator('[data-part="selection-frame"]');
      await expect
        .poll(async () => {
          const found = await frame.boundingBox();
          const seen = await pane.boundingBox();
          if (!found || !seen) return 'nothing selected';
          return found.x >= seen.x && found.x + found.width <= seen.x + seen.width ? 'seen' : 'cut off';
        })
        .toBe('seen');
    }
    expect((await pane.boundingBox())?.width).toBe(before?.width);
    const [finder, inspector] = await Promise.all([
      box.boundingBox(),
      page.getByTestId('inspector').boundingBox(),
    ]);
    expect((finder?.y ?? 0) + (finder?.height ?? 0)).toBeLessThanOrEqual((inspector?.y ?? 0) + 1);
    expect(finder?.height).toBeGreaterThan(150);
  });
}
