import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, newContextPage, openMap, openTemplate, phone, test } from './support.ts';

async function violations(page: Page): Promise<string[]> {
  const scan = await new AxeBuilder({ page }).analyze();
  return scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

test('from a figure of the Insights to the card on the map, with the keyboard', async ({ page, server }) => {
  await openTemplate(page, 'b2b-trade-sieve.en', { server });
  await page.getByTestId('view-switch').getByRole('radio', { name: 'Insights' }).click();
  await expect(page.getByTestId('insights-sieve')).toContainText('25 of 12,000');
  await page.getByRole('button', { name: 'Concentrate here: 4 touchpoints' }).press('Enter');
  const rows = page.getByTestId('behind-row');
  await expect(rows).toHaveCount(4);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.locator(
    '[data-testid="touchpoint"][aria-label^="Touchpoint Enquiry answered by e-mail"]',
  );
  await expect(card).toBeFocused();
  await expect(card).toBeInViewport();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the Insights, nor behind a figure (U55)', async ({ page, server }) => {
      test.slow();
      await openTemplate(page, 'b2b-trade-sieve.en', { server, as: 'view' });
      await page.getByTestId('view-switch').getByRole('radio', { name: 'Insights' }).click();
      await expect(page.getByTestId('insights-sieve')).toContainText('25 of 12,000');
      expect(await violations(page), 'page').toEqual([]);
      await page.getByRole('button', { name: 'Concentrate here: 4 touchpoints' }).press('Enter');
      await expect(page.getByTestId('behind-row')).toHaveCount(4);
      expect(await violations(page), 'behind a figure').toEqual([]);
    });
  });
}

test('on a phone the Insights stand in one column and lead to the touchpoint’s details', async ({
  browser,
  page,
  server,
}) => {
  test.slow();
  const map = await openTemplate(page, 'airline-tiers.en', { server });
  const small = await newContextPage(browser, phone);
  await openMap(small, map, { server, as: 'view' });
  await small.getByTestId('phone-menu').click();
  await small.getByRole('menuitem', { name: 'Insights' }).click();
  const view = small.getByTestId('insights-view');
  await expect(small.getByTestId('insights-tiers')).toContainText('No inversion');
  expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  expect(await violations(small)).toEqual([]);
  await small
    .getByTestId('insights-pains')
    .getByRole('button', { name: /Delay announcement/ })
    .tap();
  await small.getByTestId('behind-row').first().tap();
  await expect(small.getByRole('dialog')).toContainText('Delay announcement');
  await small.context().close();
});
