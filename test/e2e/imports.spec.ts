/** Files that come in, whole path: read in the worker, shown before anything happens, one step, one undo. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { cardNamed, expectCount, middleOf, openToEdit, smallMap } from './canvasHelpers.ts';
import { createMap, expect, newContextPage, phone, setName, test, waitSaved } from './support.ts';

const csv = 'Step,Stage,Emotion\nCalls us,Calling,1.5\nWaits,,great\nSigns,Signing,2\n';
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Lets go of a file over the canvas. */
async function dropFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([called, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called));
      const drop = { dataTransfer: data, bubbles: true, cancelable: true };
      document.querySelector('[data-testid="canvas"]')?.dispatchEvent(new DragEvent('drop', drop));
    },
    [name, content] as const,
  );
}

/** From now on, how long the page is blocked at most; the answer is a share of the time until it is asked for. */
async function watchBlocking(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const blocked = { longest: 0, from: performance.now() };
    Object.assign(globalThis, { blocked });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocked.longest = Math.max(blocked.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  return () =>
    page.evaluate(() => {
      const { blocked } = globalThis as unknown as { blocked: { longest: number; from: number } };
      return blocked.longest / (performance.now() - blocked.from);
    });
}

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
  await dropFile(page, 'steps.csv', csv);
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

/** From now on: how much of all that the page's thread does is one task, and in how many of 50 ms and more it does it. */
async function watchTasks(
  page: Page,
): Promise<() => Promise<{ share: number; long: number; busyMs: number }>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  const before = await busy();
  return async () => {
    const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    const busyMs = (await busy()) - before;
    return { share: Math.max(0, ...tasks) / busyMs, long: tasks.length, busyMs };
  };
}

test('a map of 1,000 touchpoints comes into an open map, read beside the page, in no single long piece; the map moves as soon as it is there, here and at somebody else (U43)', async ({
  page,
  browser,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  await openToEdit(page, map, { server });
  const other = await newContextPage(browser);
  await openToEdit(other, map, { server, as: 'edit' });
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    dropFile(page, 'large.json', JSON.stringify(largeMap(1000))),
  ]);
  expect(worker.url()).toContain('importWorker');
  await expect(page.getByTestId('import-effects')).toContainText('1000 touchpoints');
  const here = await watchTasks(page);
  const there = await watchTasks(other);
  await page.getByTestId('import-now').click();
  const first = cardNamed(page, '第0个接触点:在门店试用');
  await expect(first).toBeInViewport();
  const before = await middleOf(first);
  await page.mouse.move(700, 500);
  await page.mouse.wheel(40, 0);
  await expect.poll(async () => (await middleOf(first)).x).toBeLessThan(before.x);
  await expect(other.getByTestId('stage')).toHaveCount(smallMap.stages.length + 12);
  await waitSaved(page);
  // Of all its work, as a slow machine is slow in all of it: in one piece it was more than half. Who looks on has less to
  // do in all, a fifth to a third of it in applying the one update.
  for (const [who, told] of [
    ['who imports', await here()],
    ['who looks on', await there()],
  ] as const) {
    expect(told.busyMs, `${who} did nothing that was seen`).toBeGreaterThan(0);
    expect(told.share, `${who}: ${JSON.stringify(told)}`).toBeLessThan(0.45);
  }
  await expectCount(server, map, 'touchpoints', smallMap.touchpoints.length + 1000);
  await page.keyboard.press('Control+z');
  await expectCount(server, map, 'touchpoints', smallMap.touchpoints.length);
  await expect(other.getByTestId('stage')).toHaveCount(smallMap.stages.length);
  await other.context().close();
});

test('a map of 1,000 touchpoints becomes a map of its own on the home page without blocking it for long (U43)', async ({
  page,
  server,
}) => {
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('template').first().waitFor();
  const blocked = await watchBlocking(page);
  const large = JSON.stringify(largeMap(1000));
  await page.getByTestId('import-file').setInputFiles(file('large.json', large));
  await expect(page.getByTestId('import-effects')).toContainText('1000 touchpoints');
  await page.getByTestId('import-now').click();
  await page.locator('[data-testid="canvas"][data-live="true"]').waitFor();
  const first = page.getByTestId('touchpoint').first();
  const before = await middleOf(first);
  await page.mouse.move(700, 500);
  await page.mouse.wheel(40, 0);
  await expect.poll(async () => (await middleOf(first)).x).toBeLessThan(before.x);
  expect(await blocked()).toBeLessThan(0.2);
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
