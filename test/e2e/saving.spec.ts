/** "Saved" is the server's word alone: what the header says while acknowledgements are late, refused or lost. */
import type { Page, WebSocketRoute } from '@playwright/test';
import { serverFrames } from '../support/testSocketPair.ts';
import { frameKind } from '../../src/protocol/frames.ts';
import { expectStored, idOf, openToEdit, smallMap } from './canvasHelpers.ts';
import { createMap, expect, test, titleField, waitSaved } from './support.ts';

/** A line whose acknowledgements can be held back. Everything else passes. */
interface Line {
  hold: boolean;
  held: (string | Buffer)[];
  sockets: WebSocketRoute[];
}

async function throughLine(page: Page): Promise<Line> {
  const line: Line = { hold: false, held: [], sockets: [] };
  await page.routeWebSocket(/\/sync\/[^/]+$/, (socket) => {
    const server = socket.connectToServer();
    line.sockets.push(socket);
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
  const map = await createMap(server, { document: smallMap });
  await openToEdit(page, map, { server });
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
  socket().send(Buffer.from(serverFrames.notice({ kind: 'saving-again', detail: '' })));
  await waitSaved(page);

  // Lost: the line breaks before the word has come. It is kept here, and sent again.
  line.hold = true;
  await rename('Lost on the way');
  await expect.poll(() => line.held.length).toBeGreaterThan(0);
  await expect(state).toHaveAttribute('data-state', 'saving');
  line.held = [];
  line.hold = false;
  await socket().close({ code: 3001 });
  await expect(state).toHaveAttribute('data-state', 'offline');
  await expect(state).toContainText('1 change');
  await waitSaved(page);
  await expect(titleField(page)).toHaveValue('Lost on the way');
  await expectStored(server, map, 'touchpoints', await idOf(server, map, 'touchpoints', 'Pays'), { t: 0.4 });
});
