/** The inspector in the browser: edits reach map and server, two people share a text, everything can be reached and read. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createMap, expect, newContextPage, openMap, openTemplate, test, waitSaved } from './support.ts';

const importing = 'Imports projects from a spreadsheet';
const inspectorOf = (page: Page) => page.getByTestId('inspector');

/** Selects the touchpoint of the pictures by finding it, so that it is in view. */
async function selectImporting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find and filter' }).click();
  await page.getByRole('searchbox').fill('Imports projects');
  await page.getByTestId('find-box').getByText(importing).click();
  await page.keyboard.press('Escape');
  await expect(inspectorOf(page).getByTestId('inspector-address')).toHaveText('C2');
}

test('what is changed in the inspector stands on the card and is saved', async ({ page, server }) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit' });
  await selectImporting(page);
  const inspector = inspectorOf(page);
  await inspector.getByRole('textbox', { name: 'Title' }).fill('Brings in the old spreadsheet');
  await page.keyboard.press('Enter');
  await inspector.getByRole('radio', { name: '+1, pleased', exact: true }).click();
  await inspector.getByRole('combobox', { name: 'Owner', exact: true }).fill('Growth squad');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('touchpoint').filter({ hasText: 'Brings in the old' })).toHaveCount(1);
  await waitSaved(page);
  await page.reload();
  await openMap(page, map, { server, as: 'edit' });
  const stored = (await (
    await fetch(`${server.url}/api/maps/${map.id}/document`, {
      headers: { authorization: `Bearer ${map.links.edit.token}` },
    })
  ).json()) as {
    touchpoints: { title: string; emotion: number; owner: string }[];
  };
  expect(stored.touchpoints.find(({ title }) => title === 'Brings in the old spreadsheet')).toMatchObject({
    emotion: 1,
    owner: 'Growth squad',
  });
});

test('[U26] two people type in one text, one of them composing: both texts survive', async ({
  page,
  browser,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit', person: 'Ana' });
  const other = await newContextPage(browser);
  await openMap(other, map, { server, as: 'edit', person: 'Bo' });
  for (const one of [page, other]) {
    await selectImporting(one);
    await inspectorOf(one)
      .getByRole('tab', { name: /^Notes/ })
      .click();
  }
  const mine = inspectorOf(page).getByRole('textbox', { name: 'Doing' });
  const theirs = inspectorOf(other).getByRole('textbox', { name: 'Doing' });
  await mine.focus();
  await page.keyboard.press('Control+End');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'dao ru', selectionStart: 6, selectionEnd: 6 });
  await theirs.focus();
  await other.keyboard.press('Control+Home');
  await other.keyboard.type('Bo says: ');
  await waitSaved(other);
  // The composition is still open and untouched.
  await expect(mine).toHaveValue('Fixes columns by hand, tries againdao ru');
  await devtools.send('Input.insertText', { text: '导入' });
  const both = 'Bo says: Fixes columns by hand, tries again导入';
  await expect(mine).toHaveValue(both);
  await expect(theirs).toHaveValue(both);
  await page.keyboard.type('!');
  await expect(theirs).toHaveValue(`${both}!`);
  await other.context().close();
});

test('[U24] somebody deletes what I am writing in: my text stays and can be restored', async ({
  page,
  browser,
  server,
}) => {
  const map = await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit', person: 'Ana' });
  const other = await newContextPage(browser);
  await openMap(other, map, { server, as: 'edit', person: 'Bo' });
  await selectImporting(page);
  await inspectorOf(page)
    .getByRole('tab', { name: /^Notes/ })
    .click();
  await inspectorOf(page).getByRole('textbox', { name: 'Doing' }).fill('Half a thought');
  await selectImporting(other);
  await inspectorOf(other).getByTestId('inspector-menu').click();
  await other.getByRole('menuitem', { name: 'Delete' }).click();
  const gone = page.getByTestId('gone');
  await expect(gone.getByRole('textbox')).toHaveValue('Half a thought');
  await gone.getByRole('button', { name: 'Restore it' }).click();
  await expect(inspectorOf(page).getByRole('textbox', { name: 'Title' })).toHaveValue(importing);
  await expect(inspectorOf(other).getByTestId('inspector-address')).toHaveCount(0);
  await other.context().close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`[U55] an automatic check finds nothing in any tab, ${scheme}`, async ({ page, server }) => {
    // Six scans: each takes seconds on a busy machine.
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit' });
    await selectImporting(page);
    for (const tab of ['Basics', 'Message', 'Work', 'Score', 'Notes']) {
      await inspectorOf(page)
        .getByRole('tab', { name: new RegExp(`^${tab}`) })
        .click();
      const { violations } = await new AxeBuilder({ page }).include('[data-testid="inspector"]').analyze();
      expect(violations.map(({ id, nodes }) => `${tab}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
    await page.getByTestId('map-facts').click();
    const { violations } = await new AxeBuilder({ page }).include('[data-testid="inspector"]').analyze();
    expect(violations.map(({ id, nodes }) => `map: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
}

test('[U20] everything that is pressed is at least 24 px each way', async ({ page, server }) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'edit' });
  await selectImporting(page);
  for (const tab of ['Basics', 'Message', 'Work', 'Score', 'Notes']) {
    await inspectorOf(page)
      .getByRole('tab', { name: new RegExp(`^${tab}`) })
      .click();
    expect(await page.evaluate(smallTargets), tab).toEqual([]);
  }
});

test('[U60] nothing overflows in Chinese or when words are 40 % longer', async ({ page, server }) => {
  const map = await createMap(server, { template: 'saas-onboarding-blueprint.en' });
  await openMap(page, map, { server, as: 'edit' });
  await selectImporting(page);
  const tabs = inspectorOf(page).getByRole('tab');
  for (const language of ['longer', 'zh'] as const) {
    if (language === 'zh') {
      await page.getByTestId('language').click();
      await page.getByRole('menuitem', { name: /中文/ }).click();
    }
    for (let index = 0; index < 5; index += 1) {
      await tabs.nth(index).click();
      if (language === 'longer') await page.evaluate(lengthenWords);
      expect(await page.evaluate(overflowing), `${language} tab ${index}`).toEqual([]);
    }
  }
});

/** What can be pressed in the inspector and is under 24 px (a label's whole row counts for its box). */
function smallTargets(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    '[data-testid="inspector"] :is(button, select, input, textarea, a)',
  );
  return [...targets].flatMap((target) => {
    const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
    return width === 0 || (width >= 23.5 && height >= 23.5)
      ? []
      : [`${target.outerHTML.slice(0, 120)} ${width}x${height}`];
  });
}

/** Makes each label and button 40 % longer, as another language might. */
function lengthenWords(): void {
  const walker = document.createTreeWalker(
    document.querySelector('[data-testid="inspector"]') as HTMLElement,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (text.trim().length > 1 && !/^[\d−+.%→ –]+$/.test(text))
      node.textContent = text + 'n'.repeat(Math.ceil(text.length * 0.4));
  }
}

/** Elements that stand out of the panel at the right, or whose words are wider than they are and not cut on purpose. */
function overflowing(): string[] {
  const panel = document.querySelector('[data-testid="inspector"]') as HTMLElement;
  const right = panel.getBoundingClientRect().right;
  return [...panel.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('[role="tablist"]')) return [];
    return box.right > right + 0.5
      ? [`${element.tagName} ${element.textContent?.slice(0, 40) ?? ''} ${Math.round(box.right - right)}`]
      : [];
  });
}
