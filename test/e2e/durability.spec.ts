/**
 * The whole path under the worst conditions: the server is killed (`kill -9`) while people edit, and comes back on the
 * same address with what it had stored.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startServer, type ChildServer } from '../support/startServer.ts';
import { card, expectStored } from './canvasHelpers.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { createMap, expect, newContextPage, openMap, phone, test, waitSaved } from './support.ts';

/** As a file, so that the ids are known. */
const document = writeMap(loadTemplate('saas-onboarding-blueprint.en'));

/** A server that may be killed and started again at the same address, with the same data. */
async function withServer(
  act: (server: () => ChildServer, revive: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'touchline-durability-'));
  let server = await startServer({ dataDir });
  const port = new URL(server.url).port;
  try {
    await act(
      () => server,
      async () => {
        server = await startServer({ dataDir, env: { PORT: port } });
      },
    );
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Sets the emotion of a card with a key: 1 to 5 is -2 to +2. */
async function rate(page: Page, id: string, key: string): Promise<void> {
  await card(page, id).click();
  await page.keyboard.press(key);
}

/** Waits until the device has all that this page used and all that an editor may ask for. */
async function keptOnDevice(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const cache = await caches.open('touchline-page');
          const kept = new Set((await cache.keys()).map((request) => request.url));
          const used = performance.getEntriesByType('resource').map((entry) => entry.name);
          const parts = (await (await fetch('/parts.json')).json()) as string[];
          const wanted = [
            ...used.filter((url) => url.includes('/assets/')),
            ...parts.map((part) => new URL(part, location.origin).href),
          ];
          return wanted.length > 50 ? wanted.filter((url) => !kept.has(url)) : ['the list of parts'];
        }),
      { message: 'not kept on this device', timeout: 60_000 },
    )
    .toEqual([]);
}

test('cut off, edited, reloaded without any network, and back: everything arrives (R51, U38)', async ({
  page,
}) => {
  await withServer(async (server, revive) => {
    const map = await createMap(server(), { document });
    await openMap(page, map, { server: server(), as: 'edit' });
    await rate(page, 'tp01', '5');
    await waitSaved(page);
    await keptOnDevice(page);

    await server().kill();
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
    await rate(page, 'tp02', '1');
    await expect(card(page, 'tp02')).toHaveAccessibleName(/−2/);

    // Nobody is asked: it is kept on this device.
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual([]);
    await expect(card(page, 'tp02')).toHaveAccessibleName(/−2/);
    await rate(page, 'tp03', '5');

    await revive();
    await waitSaved(page);
    await expectStored(server(), map, 'touchpoints', 'tp02', { emotion: -2 });
    await expectStored(server(), map, 'touchpoints', 'tp03', { emotion: 2 });
  });
});

test('the server is killed while two people edit and a phone looks on: all three end equal and complete (R38)', async ({
  page,
  browser,
}) => {
  await withServer(async (server, revive) => {
    const map = await createMap(server(), { document });
    await openMap(page, map, { server: server(), as: 'edit', person: 'Aino' });
    const other = await newContextPage(browser);
    await openMap(other, map, { server: server(), as: 'edit', person: 'Jo' });
    const viewer = await newContextPage(browser, phone);
    await openMap(viewer, map, { server: server(), as: 'view' });

    await rate(page, 'tp01', '1');
    await rate(other, 'tp02', '5');
    await waitSaved(page);
    await waitSaved(other);
    await server().kill();
    await rate(page, 'tp03', '1');
    await rate(other, 'tp04', '5');
    await revive();

    await Promise.all([waitSaved(page), waitSaved(other)]);
    const emotions = { tp01: -2, tp02: 2, tp03: -2, tp04: 2 };
    for (const [id, emotion] of Object.entries(emotions)) {
      await expectStored(server(), map, 'touchpoints', id, { emotion });
      const name = emotion > 0 ? /\+2/ : /−2/;
      await expect(card(page, id)).toHaveAccessibleName(name);
      await expect(card(other, id)).toHaveAccessibleName(name);
    }
    await expect(viewer.locator('[data-testid="touchpoint"][data-id="tp02"]')).toContainText('+2');
    await other.context().close();
    await viewer.context().close();
  });
});
