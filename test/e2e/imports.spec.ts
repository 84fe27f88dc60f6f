/** Files that come in, whole path: read in the worker, shown before anything happens, one step, one undo. */
import AxeBuilder from '@axe-core/playwright';
import { strToU8, zipSync } from 'fflate';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { cardNamed, expectCount, openToEdit } from './canvasHelpers.ts';
import { createMap, expect, newContextPage, phone, setName, test, waitSaved } from './support.ts';

const csv = 'Step,Stage,Emotion\nCalls us,Calling,1.5\nWaits,,great\nSigns,Signing,2\n';
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

test('a workbook of ours becomes a map on the home page; a hostile one is refused and nothing is made (R72)', async ({
  page,
  server,
}) => {
  const map = loadTemplate('airline-tiers.en');
  await setName(page, '');
  await page.goto(server.url);
  const bomb = zipSync({ 'xl/workbook.xml': strToU8(' '.repeat(100_000_000)) });
  await page.getByTestId('import-file').setInputFiles(file('bomb.xlsx', bomb));
  await expect(page.getByTestId('reasons')).toContainText('more than 50 MiB');
  await expect(page.getByTestId('my-map')).toHaveCount(0);
  const [, worker] = await Promise.all([
    page.getByTestId('import-file').setInputFiles(file('air.xlsx', toXlsx(map, { lang: 'en' }))),
    page.waitForEvent('worker'),
  ]);
  expect(worker.url()).toContain('importWorker');
  await expect(page.getByTestId('import-effects')).toContainText(`${map.touchpoints.length} touchpoints`);
  await expect(page.getByTestId('import-problems')).toHaveCount(0);
  await page.getByTestId('import-now').click();
  await expect(page.getByTestId('touchpoint').first()).toBeVisible();
});

test('a table dropped on an open map is shown, added as one step and taken back by one undo', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  const { touchpoints, stages } = loadTemplate('airline-tiers.en');
  await openToEdit(page, map, { server });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'steps.csv', { type: 'text/csv' }));
    const drop = { dataTransfer: data, bubbles: true, cancelable: true };
    document.querySelector('[data-testid="canvas"]')?.dispatchEvent(new DragEvent('drop', drop));
  }, csv);
  await expect(page.getByTestId('import-effects')).toContainText('2 new stages');
  await expect(page.getByTestId('import-emptied')).toContainText('Row 3');
  await expectCount(server, map, 'touchpoints', touchpoints.length);
  await page.getByTestId('import-now').press('Enter');
  await expectCount(server, map, 'touchpoints', touchpoints.length + 3);
  await expectCount(server, map, 'stages', stages.length + 2);
  await expect(cardNamed(page, 'Calls us')).toBeInViewport();
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'touchpoints', touchpoints.length);
  await expectCount(server, map, 'stages', stages.length);
});

test('a file is imported into the open map on a phone, too, and one undo takes it back', async ({
  browser,
  server,
}) => {
  const map = await createMap(server, { template: 'airline-tiers.en' });
  const { touchpoints } = loadTemplate('airline-tiers.en');
  const page = await newContextPage(browser, phone);
  await page.goto(map.links.edit.url);
  await waitSaved(page);
  await page.getByTestId('phone-menu').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Import a file…' }).click(),
  ]);
  await chooser.setFiles(file('steps.csv', csv));
  await expect(page.getByTestId('import-effects')).toContainText('2 new stages');
  await page.getByTestId('import-now').click();
  await expectCount(server, map, 'touchpoints', touchpoints.length + 3);
  await page.getByTestId('phone-menu').click();
  await page.getByRole('menuitem', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectCount(server, map, 'touchpoints', touchpoints.length);
  await page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the dialog of imports has nothing for axe to find and fits a phone, ${colorScheme} (U55, U60)`, async ({
    browser,
    server,
  }) => {
    const page = await newContextPage(browser, { ...phone, colorScheme });
    await page.goto(server.url);
    await page.getByTestId('import-file').setInputFiles(file('steps.csv', csv));
    await page.getByTestId('import-emptied').waitFor();
    const scan = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(scan.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const dialog = page.getByTestId('import-dialog');
      expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
    await page.context().close();
  });
