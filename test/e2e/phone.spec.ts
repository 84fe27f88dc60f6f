/** A map on a phone: for viewers and for everybody else, live, readable, and without the code that edits. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  createMap,
  expect,
  newContextPage,
  openMap,
  openTemplate,
  phone,
  swipe,
  test,
  waitSaved,
} from './support.ts';

test('[U51] a viewer reads a journey stage by stage, and no code that edits is fetched', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, phone);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  await expect(page.getByTestId('save-state')).toHaveText('View only, live');
  await page.getByRole('button', { name: 'Stage C, Set up' }).tap();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Set up');
  await page.getByTestId('touchpoint').first().getByRole('button').tap();
  await expect(page.getByTestId('touchpoint-details')).toContainText('Fixes columns by hand, tries again');
  await page.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: /^Next stage/ }).tap();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('First value');
  expect(fetched.filter((path) => /Inspector|[Ee]diting|ShareDialog|MapCanvas/.test(path))).toEqual([]);
  await page.context().close();
});

test('is live: an editor’s change arrives while a viewer reads', async ({ page, browser, server }) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit', person: 'Ana' });
  const viewer = await newContextPage(browser, phone);
  await openMap(viewer, map, { server, as: 'view' });
  await page.getByTestId('touchpoint').filter({ hasText: 'Reads a comparison' }).click();
  await page.getByTestId('inspector').getByRole('textbox', { name: 'Title' }).fill('Hears of it from a peer');
  await page.keyboard.press('Enter');
  await waitSaved(page);
  await expect(viewer.getByTestId('touchpoint').first()).toContainText('Hears of it from a peer');
  await viewer.context().close();
});

test('an editor’s phone shows the same page and the state of saving', async ({ browser, server }) => {
  const page = await newContextPage(browser, phone);
  await openTemplate(page, 'home-decoration.zh', { server, as: 'edit' });
  await expect(page.getByTestId('phone-view')).toBeVisible();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await page.context().close();
});

test('a menu opened before the live session has come stays open, and then knows what an editor may do', async ({
  browser,
  server,
}) => {
  const page = await newContextPage(browser, phone);
  let release = (): void => undefined;
  const isOpened = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/openLive-*.js', async (route) => {
    await isOpened;
    await route.continue();
  });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit' });
  await page.getByTestId('phone-menu').tap();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Insights' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /^Import/ })).toHaveCount(0);
  release();
  await expect(menu.getByRole('menuitem', { name: /^Import/ })).toBeVisible();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await menu.getByRole('menuitem', { name: 'Insights' }).tap();
  await expect(page.getByTestId('insights-view')).toBeVisible();
  await page.context().close();
});

test('a finger wiped to the side changes the stage', async ({ browser, server }) => {
  const page = await newContextPage(browser, phone);
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  await swipe(page, 320, 100, 520);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Start the trial');
  await page.context().close();
});

for (const template of ['saas-onboarding-blueprint.en', 'home-decoration.zh', 'airline-tiers.en'] as const) {
  test(`${template} fits from 320 to 640 px: nothing overflows, no text under 12 px, targets for fingers`, async ({
    browser,
    server,
  }) => {
    const map = await createMap(server, { template });
    for (const viewport of [
      { width: 320, height: 568 },
      { width: 360, height: 640 },
      { width: 390, height: 844 },
      { width: 639, height: 900 },
    ]) {
      const page = await newContextPage(browser, { ...phone, viewport });
      await openMap(page, map, { server, as: 'view' });
      await page.getByTestId('phone-view').waitFor();
      const stages = await page.getByTestId('phone-view').getByTestId('stage').count();
      for (let index = 0; index < stages; index += 1) {
        await page.getByTestId('stage').nth(index).tap();
        expect(await page.evaluate(flaws), `${viewport.width} px, stage ${index}`).toEqual([]);
      }
      await page.context().close();
    }
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`[U55] an automatic check finds nothing, ${scheme}`, async ({ browser, server }) => {
    const page = await newContextPage(browser, { ...phone, colorScheme: scheme });
    await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
    await page.getByRole('button', { name: 'Stage C, Set up' }).tap();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByTestId('touchpoint').first().getByRole('button').tap();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

/** Sideways scrolling of the page, text too small, targets too small for a finger. */
function flaws(): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth)
    found.push(`page ${document.documentElement.scrollWidth} wide`);
  const view = document.querySelector('[data-testid="phone-view"]') as HTMLElement;
  for (const element of view.querySelectorAll<HTMLElement>('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    // Numerals in the pins are part of a drawn sign.
    if (own && !element.closest('svg') && Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      found.push(`small text: ${element.textContent ?? ''}`);
    if (element.matches('button, a') && (box.width < 28 || box.height < 44))
      found.push(`small target: ${element.outerHTML.slice(0, 100)} ${box.width}x${box.height}`);
    const scrolls = element.closest('[data-testid="emotion-curve"], [data-testid="persona-strip"]');
    if (!scrolls && box.right > innerWidth + 0.5)
      found.push(`sticks out: ${element.textContent?.slice(0, 40) ?? ''}`);
  }
  return found;
}
