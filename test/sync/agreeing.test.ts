/** Pages at work on the real server are never taken for copies that have come apart (R37): every digest they hear is theirs. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { createUndo } from '../../src/document/undo.ts';
import { frameKind } from '../../src/protocol/frames.ts';
import { roleOfLink, type LinkName } from '../../src/protocol/roles.ts';
import { connectMap, type MapConnection } from '../../src/sync/connectMap.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { startInProcess, type RunningServer } from '../support/startServer.ts';
import { call, makeMap } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: RunningServer;
const connections: MapConnection[] = [];
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.destroy()));
  await server.stop();
});

describe('pages that work together', () => {
  it('[R37] agree with the server whenever it asks: random work, undo, a restored version', async () => {
    server = await startInProcess({ replace: { limits: { digestMs: 1, digestQuietMs: 0 } } });
    const map = await makeMap(server.url, { template: 'home-decoration.zh' });
    let pages = 0;
    const open = (link: LinkName) => {
      const doc = new Y.Doc();
      const heard = { sockets: 0, digests: 0 };
      class Listening extends WebSocket {
        constructor(...given: ConstructorParameters<typeof WebSocket>) {
          super(...given);
          heard.sockets++;
          this.on('message', (data: Buffer | ArrayBuffer) => {
            if (new Uint8Array(data)[0] === frameKind.digest) heard.digests++;
          });
        }
      }
      const connection = connectMap({
        mapId: map.id,
        token: map.links[link].token,
        role: roleOfLink[link],
        generation: 1,
        doc,
        deviceKey: `device-key-number-${(pages += 1)}`,
        baseUrl: server.url.replace('http', 'ws'),
        WebSocketClass: Listening as unknown as typeof globalThis.WebSocket,
      });
      connections.push(connection);
      let made = 0;
      const commands = createCommands(doc, { newId: () => `n${doc.clientID}-${(made += 1)}` });
      return { doc, connection, heard, commands, undo: createUndo(doc) };
    };
    const [ana, ben, viewer] = [open('edit'), open('edit'), open('view')];
    const all = [ana, ben, viewer];
    await Promise.all(all.map(({ connection }) => connection.ready));
    const at = `/api/maps/${map.id}/versions`;
    const { body } = await call(server.url, 'POST', at, map.links.edit.token, { title: 'Start' });
    const work = fc.sample(arbitraryEdit, { numRuns: 120, seed: 37 });
    for (const [index, edit] of work.entries()) {
      const page = index % 2 === 0 ? ana : ben;
      makeEdit(page, edit);
      if (index % 7 === 0) page.undo.undo();
      if (index % 40 === 39) {
        const before = all.map(({ heard }) => heard.digests);
        await until(() => all.every(({ heard }, which) => heard.digests > (before[which] ?? 0)));
      }
      if (index === 60) await call(server.url, 'POST', `${at}/${body.id}/restore`, map.links.edit.token, {});
    }
    const saved = () =>
      [ana, ben].every(({ connection }) => connection.saveState.getState().kind === 'saved');
    await until(saved, 'all saved');
    const before = all.map(({ heard }) => heard.digests);
    await until(() => all.every(({ heard }, which) => heard.digests > (before[which] ?? 0) + 1));
    // Whoever differs opens another socket at once.
    expect(all.map(({ heard }) => heard.sockets)).toEqual([1, 1, 1]);
    expect(all.map(({ connection }) => connection.closed.getState())).toEqual([null, null, null]);
  });
});
