/** "Saved" is the server's word alone: what the header says while acknowledgements are late, refused or lost. */
import type { Page, WebSocketRoute } from '@playwright/test';
import { serverFrames } from '../support/testSocketPair.ts';
import { frameKind } from '../../src/protocol/frames.ts';
import { expectStored, idOf, openSmallMap } from './canvasHelpers.ts';
import { expect, test, titleField, waitSaved } from './support.ts';

/** A line whose acknowledgements can be held back. Everything else passes. */
interface Line {
  hold: boolean;
  held: (string | Buffer)[];
  /** New sockets are closed as soon as they open. */
  isCut: boolean;
  sockets: WebSocketRoute[];
}

async function throughLine(page: Page): Promise<Line> {
  const line: Line = { hold: false, held: [], isCut: false, sockets: [] };
  await page.routeWebSocket(/\/sync\/[^/]+$/, (socket) => {
    line.sockets.push(socket);
    if (line.isCut) return void socket.close({ code: 3001 });
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      const isStored = typeof message !== 'string' && message[0] === frameKind.stored;
      if (isStored && line.hold) line.held.push(message);
      else socket.send(message);
    });
  });
  return line;
}

test('an acknowledgement that is late, refused or lost is never taken for Saved (U36)', async ({
  page,
  server,
}) => {
  const line = await throughLine(page);
  const map = await openSmallMap(page, server);
  await waitSaved(page);
  const state = page.getByTestId('save-state');
  const socket = (): WebSocketRoute => {
    const last = line.sockets.at(-1);
    if (!last) throw new Error('no line to the server');
    return last;
  };
  const rename = async (title: string): Promise<void> => {
    await titleField(page).fill(title);
    await titleField(page).press('Enter');
  };
  const storedTitle = async (): Promise<unknown> => {
    const answer = await fetch(`${server.url}/api/maps/${map.id}`, {
      headers: { authorization: `Bearer ${map.links.owner.token}` },
    });
    return ((await answer.json()) as { title: unknown }).title;
  };

  // Late: the server has it long since, and still it is not said.
  line.hold = true;
  await rename('Late');
  await expect.poll(storedTitle).toBe('Late');
  await expect(state).toHaveAttribute('data-state', 'saving');
  line.hold = false;
  for (const message of line.held.splice(0)) socket().send(message);
  await waitSaved(page);

  // Refused: the server says that it cannot write, and says so until it can.
  socket().send(Buffer.from(serverFrames.notice({ kind: 'cannot-save', detail: 'disk full' })));
  await expect(state).toHaveAttribute('data-state', 'cannot-save');
  await expect(state).toContainText('your changes are kept on this device');
  // The reason is read whole at every width, without hovering (U37).
  for (const width of [640, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const reason = state.locator('[data-part="seen"]');
    await expect(reason.locator('[data-text*="your changes are kept on this device"]')).toBeVisible();
    expect(await reason.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
    await expect(page.getByTestId('share-button')).toBeInViewport({ ratio: 1 });
  }
  socket().send(Buffer.from(serverFrames.notice({ kind: 'saving-again', detail: '' })));
  await waitSaved(page);

  // Lost: the line breaks before the word has come. It is kept here, and sent again.
  line.hold = true;
  await rename('Lost on the way');
  await expect.poll(() => line.held.length).toBeGreaterThan(0);
  await expect(state).toHaveAttribute('data-state', 'saving');
  // Held to the last: a word that came for a later frame would stand for this one, too.
  await socket().close({ code: 3001 });
  line.held = [];
  line.hold = false;
  await expect(state).toHaveAttribute('data-state', 'offline');
  await expect(state.locator('[data-text*="1 change"]').first()).toBeAttached();
  await waitSaved(page);
  await expect(titleField(page)).toHaveValue('Lost on the way');
  await expectStored(server, map, 'touchpoints', await idOf(server, map, 'touchpoints', 'Pays'), { t: 0.4 });
});

test('a lost line is tried again by itself at growing intervals, with a countdown, and at once when asked (U39)', async ({
  page,
  server,
}) => {
  await page.clock.install();
  const line = await throughLine(page);
  await openSmallMap(page, server);
  await waitSaved(page);
  const state = page.getByTestId('save-state');
  const tries = (): number => line.sockets.length;
  const first = tries();

  line.isCut = true;
  await page.clock.pauseAt(Date.now() + 1000);
  await line.sockets.at(-1)?.close({ code: 3001 });
  await expect(state).toContainText('trying again in 1 s');
  for (const [atMost, next] of [
    [500, 1],
    [1000, 2],
    [2000, 4],
    [4000, 8],
  ] as const) {
    const before = tries();
    await page.clock.runFor(atMost);
    await expect.poll(tries).toBe(before + 1);
    // Somewhere in the upper half of its span, in whole seconds.
    await expect(state).toContainText(new RegExp(`trying again in [${Math.ceil(next / 2)}-${next}] s`));
  }
  expect(tries()).toBe(first + 4);

  line.isCut = false;
  await state.getByRole('button', { name: 'Try now' }).click();
  await expect.poll(tries).toBe(first + 5);
  await page.clock.resume();
  await waitSaved(page);
});
