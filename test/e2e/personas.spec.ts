/** A persona, the whole path: card, picture, journey, ribbons, another map; and what a reader on a phone sees. */
import { png } from '../support/pictures.ts';
import { storedMap } from './canvasHelpers.ts';
import { createMap, expect, linkPath, openMap, openTemplate, test } from './support.ts';

test('the card is filled in beside its drawing, given a picture, and copied to another map with it', async ({
  page,
  server,
}) => {
  const other = await createMap(server, { template: 'airline-tiers.en' });
  await openMap(page, other, { server });
  const map = await openTemplate(page, 'b2b-trade-sieve.en', { server });
  await page.getByRole('button', { name: 'About Marta, buyer' }).click();
  await page.getByTestId('persona-card').getByRole('button', { name: 'Whole card' }).click();
  const sheet = page.getByTestId('persona-sheet');
  const poster = sheet.getByTestId('persona-poster');
  await expect(poster.getByText('Second source by June')).toBeVisible();

  await sheet.getByRole('button', { name: 'Edit', exact: true }).click();
  await sheet.getByLabel('Role', { exact: true }).fill('Chief buyer');
  await sheet.getByLabel('Role', { exact: true }).press('Tab');
  await expect(poster.getByText(/^Chief buyer/)).toBeVisible();
  await sheet.getByRole('radio', { name: 'Headscarf' }).check();
  await sheet
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'marta.png',
      mimeType: 'image/png',
      buffer: png(300, 300),
    });
  await expect(poster.locator('image')).toBeVisible();
  const stored = async (id: string, name: string) =>
    (await storedMap(server, id === map.id ? map : other))['personas']?.find((one) => one['name'] === name);
  await expect
    .poll(() => stored(map.id, 'Marta, buyer'))
    .toMatchObject({ role: 'Chief buyer', avatar: { hair: 'scarf' } });
  const portrait = (await stored(map.id, 'Marta, buyer'))?.['portrait'];
  expect(portrait).toMatch(/^[0-9a-f]{64}$/);

  await sheet.getByTestId('copy-persona').click();
  await page.getByRole('menuitem', { name: /Airline/i }).click();
  await page.waitForURL(`**/m/${other.id}*`);
  await expect(sheet.getByRole('heading', { name: 'Marta, buyer' })).toBeVisible();
  await expect(poster.locator('image')).toBeVisible();
  await expect.poll(() => stored(other.id, 'Marta, buyer')).toMatchObject({ role: 'Chief buyer', portrait });
  await expect
    .poll(async () => {
      const answer = await fetch(`${server.url}/api/maps/${other.id}/images/${String(portrait)}`, {
        headers: { authorization: `Bearer ${other.links.view.token}` },
      });
      return answer.status;
    })
    .toBe(200);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(other.id, 'Marta, buyer')).toBeUndefined();
});

test('keys show one persona’s journey and compare curves; a saved view brings both back to a viewer', async ({
  page,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.keyboard.press('j');
  const bar = page.getByTestId('journey-bar');
  await expect(bar).toContainText('The journey of Lena, agency owner');
  const compare = page.getByTestId('compare-curves');
  await page.keyboard.press('r');
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  // The button is the same action.
  await compare.click();
  await expect(compare).toHaveAttribute('aria-pressed', 'false');
  await compare.click();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('views-menu').click();
  await page.getByRole('menuitem', { name: 'Save, rename or delete…' }).click();
  await page.getByRole('button', { name: 'Save what I see' }).click();
  await expect
    .poll(async () => (await storedMap(server, map))['views']?.[0])
    .toMatchObject({ ribbons: true });
  const view = (await storedMap(server, map))['views']?.[0]?.['id'];
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  const [path, key] = linkPath(map, 'view').split('#');
  await page.goto(`${server.url}${path}?view=${String(view)}#${key}`);
  await expect(bar).toContainText('Lena, agency owner');
  await expect(page.getByTestId('compare-curves')).toHaveAttribute('aria-pressed', 'true');
  await bar.getByRole('button', { name: 'Card' }).click();
  await expect(page.getByTestId('persona-poster')).toContainText('Profit by client');
  await expect(page.getByTestId('persona-sheet').getByRole('button', { name: 'Edit' })).toBeHidden();
});

test('with three personas at 1440 px the bar of points of view gives up its caption and keeps the words of its buttons', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  const strip = page.getByTestId('persona-strip');
  await expect(strip).toHaveAttribute('data-brief', 'caption');
  await page.setViewportSize({ width: 1100, height: 900 });
  await expect(strip).toHaveAttribute('data-brief', 'words');
});

test('the bar of points of view gives up words before personas are cut: nothing but the chips’ own row scrolls (U60)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'airline-tiers.en', { server });
  const strip = page.getByTestId('persona-strip');
  const add = strip.locator('> button[title="Add persona"]');
  await add.click();
  await expect(strip.getByTestId('persona')).toHaveCount(3);
  for (const width of [1440, 1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await strip.evaluate((bar) => {
      const inner = bar.getBoundingClientRect();
      return [...bar.children]
        .filter((part) => {
          // The caption goes first of all.
          if (getComputedStyle(part).display === 'none') return false;
          const box = part.getBoundingClientRect();
          const icon = part.querySelector(':scope > svg')?.getBoundingClientRect();
          return (
            box.right > inner.right + 0.5 || box.width < 24 || (icon && icon.right > box.right + 0.5) || false
          );
        })
        .map((part) => part.textContent);
    });
    expect(cut, `${width} px`).toEqual([]);
    const gaping = await strip.evaluate((bar) =>
      [...bar.querySelectorAll<HTMLElement>(':scope > button')]
        .filter((button) => button.scrollHeight > button.clientHeight && button.offsetWidth > 36)
        .map((button) => button.textContent),
    );
    expect(gaping, `without words as wide as the icon, ${width} px`).toEqual([]);
  }
  await expect(add).toBeInViewport({ ratio: 1 });
});
