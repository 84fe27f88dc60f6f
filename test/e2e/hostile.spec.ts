/** What people type is text: in the app whatever field it stands in (R67), and in files that are opened by themselves (R74). */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeMap } from '../../src/model/writeMap.ts';
import { hostileMap, payloads } from '../support/hostile.ts';
import { openToEdit } from './canvasHelpers.ts';
import { createMap, expect, newContextPage, setName, test, titleField } from './support.ts';

/** Notes what ran, what the browser's policy stopped, what opened, and what was asked of others than `home`. */
async function watch(page: Page, home: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.exposeFunction('ran', () => faults.push('a payload ran'));
  await page.exposeFunction('stopped', (what: string) => faults.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { stopped } = window as unknown as { stopped: (what: string) => void };
      stopped(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('popup', (popup) => faults.push(`opened ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !/^(?:data|blob):/.test(request.url()))
      faults.push(`asked ${request.url()}`);
  });
  return faults;
}

test('nothing runs in the app: canvas, forms, table, insights, people, messages (R67)', async ({
  page,
  browser,
  server,
}) => {
  const map = await createMap(server, { document: writeMap(hostileMap()) });
  const faults = await watch(page, server.url);
  await openToEdit(page, map, { server, person: payloads[2] ?? '' });
  await expect(titleField(page)).toHaveValue(/ran\(\)/);

  // Another person whose name is one: in the list of people and at their cursor.
  const other = await newContextPage(browser);
  const theirs = await watch(other, server.url);
  await openToEdit(other, map, { server, as: 'edit', person: payloads[6] ?? '' });
  await other.getByTestId('touchpoint').first().click();
  await expect(page.locator('[data-part="other-selection"]').first()).toBeAttached();
  await other.context().close();
  expect(theirs).toEqual([]);

  await page.getByTestId('touchpoint').nth(2).click();
  await page.getByTestId('inspector').waitFor();
  for (const tab of await page.getByTestId('inspector').getByRole('tab').all()) await tab.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette').getByRole('combobox').fill('ran');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+L');
  await page.getByTestId('checks-panel').waitFor();

  for (const [name, view] of [
    ['Table', 'table-view'],
    ['Insights', 'insights-view'],
  ] as const) {
    await page.getByTestId('view-switch').getByRole('radio', { name }).click();
    await expect(page.getByTestId(view)).toContainText('ran()');
  }

  // A file that is refused tells its reasons, with what is written in it.
  const wrong = {
    format: 'touchline/1',
    map: { id: payloads[0], title: payloads[1], language: payloads[6] },
  };
  const name = '"><img src=x onerror=ran()>.json';
  await page.goto(server.url);
  await page
    .getByTestId('import-file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(wrong)) });
  await page.getByTestId('reasons').waitFor();

  expect(faults).toEqual([]);
});

test('an SVG and an HTML file, opened by themselves, run nothing foreign and ask nobody (R67, R74)', async ({
  page,
  server,
}, info) => {
  const map = await createMap(server, { document: writeMap(hostileMap()) });
  await setName(page, '');
  const faults = await watch(page, 'file:');
  for (const format of ['svg', 'html']) {
    const answer = await fetch(`${server.url}/api/maps/${map.id}/export.${format}`, {
      headers: { authorization: `Bearer ${map.links.view.token}` },
    });
    const file = info.outputPath(`map.${format}`);
    writeFileSync(file, await answer.bytes());
    await page.goto(`file://${file}`);
    await expect(page.locator('[data-role="touchpoint"]').first()).toBeAttached();
    expect(await page.locator('parsererror').count()).toBe(0);
    const scripts = await page.locator('script').count();
    expect(scripts).toBe(format === 'svg' ? 0 : 1);
    expect([format, faults]).toEqual([format, []]);
  }
});
