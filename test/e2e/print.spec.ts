/** The browser's own print of a map's page. */
import { extractText, getDocumentProxy } from 'unpdf';
import type { Page } from '@playwright/test';
import { expect, openTemplate, test, titleField } from './support.ts';

/** What comes out of the browser's print: sizes in points and the text of each page. */
async function print(page: Page): Promise<{ pages: { width: number; height: number }[]; text: string[] }> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const pages = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { width, height } = (await pdf.getPage(at)).getViewport({ scale: 1 });
    pages.push({ width, height });
  }
  const { text } = await extractText(pdf, { mergePages: false });
  return { pages, text: text.map((one) => one.replace(/\s+/g, ' ')) };
}

test('the browser prints the whole map on one landscape page with title, date and legend and without tools, and of the Insights their report (U52)', async ({
  page,
  server,
}) => {
  test.slow();
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server });
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/printing-[^/]*\.js$/.test(name)),
  );
  const title = await titleField(page).inputValue();
  const [firstStage = ''] = await page.getByTestId('stage').allInnerTexts();
  expect(title).not.toBe('');
  let printed = await print(page);
  await expect
    .poll(async () => (printed = await print(page)).text.join(' '), { message: 'the sheet is printed' })
    .toContain('HOW TO READ A TOUCHPOINT');
  expect(printed.pages.length).toBe(1);
  const [sheet] = printed.pages;
  expect(sheet?.width).toBeGreaterThan(sheet?.height ?? Infinity);
  const [text = ''] = printed.text;
  expect(text).toContain(title);
  expect(text).toContain(firstStage.split('\n')[0]?.trim());
  expect(text).toMatch(/DRAWN \d{1,2} \w+ 20\d\d/);
  // Readable in grey: what a colour tells of a feeling stands there as a number as well.
  expect(text).toMatch(/[+−][12]\.\d/);
  for (const tool of ['Share', 'Saved', 'Undo', '100%']) expect(text).not.toContain(tool);
  // The page on the screen is as it was.
  await expect(page.getByTestId('canvas')).toBeVisible();
  expect(await page.locator('body > div').count()).toBe(1);

  // An open persona's card is what is printed, alone on an upright page.
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('j');
  await page.getByTestId('journey-bar').getByRole('button', { name: 'Card' }).click();
  const card = page.getByTestId('persona-sheet');
  const called = await card.getByRole('heading').first().innerText();
  await expect(card.getByRole('button', { name: 'Print' })).toBeVisible();
  printed = await print(page);
  expect(printed.pages.length).toBe(1);
  expect(printed.pages[0]?.height).toBeGreaterThan(printed.pages[0]?.width ?? Infinity);
  expect(printed.text[0]).toContain(called);
  expect(printed.text[0]).not.toContain('Save as SVG');
  await card.getByRole('button', { name: 'Close' }).click();

  await page.getByTestId('view-switch').getByRole('radio', { name: 'Insights' }).click();
  await page.getByTestId('insights-view').waitFor();
  printed = await print(page);
  expect(printed.pages.length).toBeGreaterThan(2);
  for (const { width, height } of printed.pages) expect(width).toBeGreaterThan(height);
  for (const one of printed.text) expect(one.trim()).not.toBe('');
});
