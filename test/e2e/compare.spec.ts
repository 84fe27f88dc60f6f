import { AxeBuilder } from '@axe-core/playwright';
import { expect, openTemplate, test, titleField } from './support.ts';

test('a future state is made, opened and compared with the present; the address leads there again', async ({
  page,
  server,
}) => {
  test.slow();
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.getByTestId('view-switch').getByRole('radio', { name: 'Insights' }).click();
  await page.getByTestId('compare').click();
  await page.getByTestId('make-future').click();
  await page.waitForURL((url) => !url.pathname.endsWith(map.id));
  await expect(page.getByTestId('top-bar')).toContainText('Future state');
  await expect(titleField(page)).toHaveValue(/ \(future state\)$/);
  await expect(
    page.getByText('This is the new future state of “SaaS onboarding', { exact: false }),
  ).toBeVisible();
  // Opened as a map of its own, on the view that this device showed last.
  await page.getByTestId('compare').click();
  await page.getByRole('button', { name: /^Present state: SaaS onboarding/ }).click();
  const changed = page.getByTestId('compare-changed');
  await expect(changed).toContainText('0 touchpoints');
  await expect(page.getByTestId('compare-figures')).toContainText('40 of 40 matched');
  expect(new URL(page.url()).searchParams.get('compare')).toBe(`map:${map.id}`);
  const scan = await new AxeBuilder({ page }).analyze();
  expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  await page.reload();
  await expect(page.getByTestId('compare-figures')).toContainText('40 of 40 matched');
  await page.getByTestId('compare-close').click();
  await expect(page.getByTestId('insights-sieve')).toBeVisible();
  expect(new URL(page.url()).searchParams.has('compare')).toBe(false);
});
