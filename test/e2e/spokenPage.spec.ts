/**
 * What a screen reader finds around the canvas (U56): the accessibility trees of the parts of the page in both languages,
 * as files that can be read (`spoken/*.txt`; `npx playwright test spoken --update-snapshots` writes them anew).
 */
import type { Locator } from '@playwright/test';
import { expect, newContextPage, openTemplate, phone, test, type TemplateName } from './support.ts';

const samples = [
  ['en', 'en-GB', 'saas-onboarding-blueprint.en'],
  ['zh', 'zh-CN', 'home-decoration.zh'],
] as const satisfies readonly (readonly [string, string, TemplateName])[];

/** Days, sizes of files and addresses change; of long lists the beginning is enough. */
async function expectSpoken(part: Locator, name: string, lines = 120): Promise<void> {
  // What comes a moment later (portraits, counts) is awaited: the same twice.
  let tree = '';
  await expect
    .poll(
      async () => {
        const before = tree;
        tree = await part.ariaSnapshot();
        return tree === before;
      },
      { intervals: [0, 400] },
    )
    .toBe(true);
  const steady = tree
    .replaceAll(/\d{4}-\d\d-\d\d/g, 'DATE')
    .replaceAll(/[\d,.]+ (kB|MB)/g, 'N $1')
    .split('\n')
    .slice(0, lines)
    .join('\n');
  expect(steady).toMatchSnapshot(`${name}.txt`);
}

/** What can be pressed or filled in and has no name: nobody could tell what it is. */
function unnamed(tree: string): string[] {
  const controls =
    /^\s*- '?(button|link|textbox|combobox|checkbox|radio|slider|spinbutton|tab|menuitem|dialog|grid|tablist|radiogroup|group|navigation|region)\b(?! ")/;
  return tree.split('\n').filter((line) => controls.test(line));
}

for (const [language, locale, template] of samples) {
  test(`the parts of a wide page are said by name, kind and order, ${language} (U56)`, async ({
    browser,
    server,
  }) => {
    test.slow();
    const page = await newContextPage(browser, { locale, reducedMotion: 'reduce' });
    await openTemplate(page, template, { server, person: 'Ana' });
    await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : 'en');
    const spoken = (part: string, lines?: number): Promise<void> =>
      expectSpoken(page.getByTestId(part), `${part}-${language}`, lines);

    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await spoken('top-bar');
    await spoken('persona-strip');
    // The checks come when the page has been at rest.
    await expect(page.getByTestId('status-line')).toContainText(language === 'zh' ? '需留意' : 'to check');
    await spoken('status-line');

    await page.getByTestId('touchpoint').first().focus();
    await page.keyboard.press(' ');
    await page.getByTestId('inspector').getByRole('tabpanel').waitFor();
    await spoken('inspector');
    expect(unnamed(await page.locator('body').ariaSnapshot())).toEqual([]);

    // Everybody, the first persona, and what is known about them.
    await page.getByTestId('persona-strip').getByRole('button').nth(2).click();
    const about = page.getByTestId('persona-card').filter({ visible: true });
    await about.getByRole('button').first().waitFor();
    await expectSpoken(about, `persona-card-${language}`);
    await page.keyboard.press('Escape');

    await page.getByTestId('export-menu').click();
    await expectSpoken(page.getByRole('menu'), `export-menu-${language}`);
    await page.getByRole('menuitem').first().click();
    await expect(page.getByTestId('export-preview')).toHaveAttribute('data-state', 'shown');
    await spoken('export-dialog');
    expect(unnamed(await page.getByTestId('export-dialog').ariaSnapshot())).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByTestId('share-button').click();
    await page.getByTestId('share-link').first().waitFor();
    await spoken('share-dialog');
    await page.keyboard.press('Escape');

    const views = page.getByTestId('view-switch').getByRole('radio');
    await views.nth(1).click();
    await page.getByTestId('table-view').getByRole('grid').waitFor();
    await spoken('table-view', 32);
    await views.nth(2).click();
    const short = page.getByTestId('insights-short');
    await expect(short.getByRole('button')).toHaveCount(6);
    await expectSpoken(short, `insights-short-${language}`);
    expect(unnamed(await page.getByTestId('insights-view').ariaSnapshot())).toEqual([]);
    await page.context().close();
  });

  test(`a phone’s page and a touchpoint on it are said by name, kind and order, ${language} (U56)`, async ({
    browser,
    server,
  }) => {
    const page = await newContextPage(browser, { ...phone, locale, reducedMotion: 'reduce' });
    await openTemplate(page, template, { server, person: 'Ana' });
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    // Initials stand there until the portraits are drawn.
    await expect(page.getByTestId('persona-strip').getByRole('img')).toHaveCount(0);
    await expectSpoken(page.getByTestId('phone-view'), `phone-${language}`);
    expect(unnamed(await page.locator('body').ariaSnapshot())).toEqual([]);
    await page.getByTestId('touchpoint').first().getByRole('button').first().tap();
    await expectSpoken(page.getByTestId('touchpoint-details'), `touchpoint-details-${language}`);
    await page.context().close();
  });
}
