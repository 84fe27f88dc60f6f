/**
 * U36 as a law: whatever happens between pages and server (delays, cuts, lost acknowledgements, a killed server), a
 * page that shows "Saved" has nothing that the durable copy lacks; and when everything has come through, all copies
 * are equal and every page is Saved.
 */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { digest } from '../../src/document/digest.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { connectMap } from '../../src/sync/connectMap.ts';
import { buildMap } from '../support/buildMap.ts';
import type { Peer } from '../support/peers.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';
import { serverFrames, socketPairs, type FarEnd } from '../support/testSocketPair.ts';
import { until } from '../support/until.ts';

const start = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', 'l2'],
  personas: ['p1'],
  touchpoints: ['t1', 't2', 't3'],
});

interface Line {
  readonly socket: FarEnd;
  /** Writing frames taken on this socket. */
  taken: number;
  acknowledged: number;
}

/** A server as PROTOCOL.md has it, one step at a time: takes a frame, stores all it took, acknowledges, is killed. */
function stepServer() {
  let live = new Y.Doc();
  writeContent(live, start, 'file');
  let durable = Y.encodeStateAsUpdate(live);
  let toRelay: { readonly update: Uint8Array; readonly from: Line }[] = [];
  const lines: Line[] = [];

  const isUp = ({ socket }: Line): boolean => socket.isOpen();
  const server = {
    durableDoc(): Y.Doc {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, durable);
      return doc;
    },
    open(socket: FarEnd): void {
      socket.open();
      socket.send(serverFrames.stepOne(live));
      lines.push({ socket, taken: 0, acknowledged: 0 });
    },
    takeOne(pick: number): void {
      const waiting = lines.filter((line) => isUp(line) && line.socket.waiting.length > 0);
      const line = waiting[pick % Math.max(1, waiting.length)];
      const sent = line?.socket.waiting.shift();
      if (!line || !sent) return;
      if (sent.kind === 'step1')
        line.socket.send(serverFrames.stepTwo(Y.encodeStateAsUpdate(server.durableDoc(), sent.stateVector)));
      if (sent.kind !== 'step2' && sent.kind !== 'update') return;
      Y.applyUpdate(live, sent.update);
      expect(live.store.pendingStructs).toBeNull();
      line.taken += 1;
      toRelay.push({ update: sent.update, from: line });
    },
    store(): void {
      durable = Y.encodeStateAsUpdate(live);
      for (const { update, from } of toRelay) {
        for (const line of lines)
          if (line !== from && isUp(line)) line.socket.send(serverFrames.update(update));
      }
      toRelay = [];
    },
    acknowledge(pick: number): void {
      const line = lines.filter(isUp)[pick % Math.max(1, lines.filter(isUp).length)];
      // Only what is durable: frames of this line that wait to be relayed are not stored yet.
      if (line) line.acknowledged = line.taken - toRelay.filter(({ from }) => from === line).length;
      if (line && line.acknowledged > 0) line.socket.send(serverFrames.stored(line.acknowledged));
    },
    cut(pick: number): void {
      lines.filter(isUp)[pick % Math.max(1, lines.filter(isUp).length)]?.socket.close(1006);
    },
    kill(): void {
      for (const line of lines) if (isUp(line)) line.socket.close(1006);
      live = server.durableDoc();
      toRelay = [];
    },
    waits: (): boolean => lines.some((line) => isUp(line) && line.socket.waiting.length > 0),
  };
  return server;
}

type Happening =
  | { readonly what: 'edit'; readonly page: number; readonly edit: Parameters<typeof makeEdit>[1] }
  | { readonly what: 'take' | 'acknowledge' | 'cut' | 'retry'; readonly pick: number }
  | { readonly what: 'store' | 'kill' };

const pick = fc.nat({ max: 5 });
const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('edit' as const), page: pick, edit: arbitraryEdit }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ what: fc.constantFrom('take' as const, 'acknowledge' as const), pick }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('store' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('cut' as const, 'retry' as const, 'retry' as const), pick }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('kill' as const) }) },
);

beforeEach(() => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

async function openPages(count: number, server: ReturnType<typeof stepServer>) {
  const pairs = socketPairs();
  let known = 0;
  const pages = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc();
    let made = 0;
    const connection = connectMap({
      mapId: 'm1',
      token: 'secret',
      role: 'editor',
      generation: 1,
      doc,
      deviceKey: 'k'.repeat(24),
      baseUrl: 'ws://server',
      WebSocketClass: pairs.WebSocketClass,
      random: () => 1,
    });
    const peer: Peer = {
      doc,
      commands: createCommands(doc, { newId: () => `n${index}-${(made += 1)}` }),
      undo: createUndo(doc),
      inbox: [],
      isCut: false,
    };
    return { connection, peer };
  });
  await until(() => pairs.sockets.length === count, 'the sockets');
  return {
    pages,
    /** Opens the sockets that pages have asked for. */
    greet: (): void => {
      for (; known < pairs.sockets.length; known += 1) {
        const socket = pairs.sockets[known];
        if (socket) server.open(socket);
      }
    },
  };
}

async function play(count: number, happenings: readonly Happening[]): Promise<void> {
  const server = stepServer();
  const { pages, greet } = await openPages(count, server);
  greet();
  const pageAt = (index: number) => pages[index % count];
  const checkSaved = (): void => {
    const durable = server.durableDoc();
    for (const { connection, peer } of pages) {
      if (connection.saveState.getState().kind !== 'saved') continue;
      const before = digest(durable);
      Y.applyUpdate(durable, Y.encodeStateAsUpdate(peer.doc));
      expect(digest(durable)).toBe(before);
    }
  };
  for (const happening of happenings) {
    if (happening.what === 'edit') {
      const page = pageAt(happening.page);
      if (page) makeEdit(page.peer, happening.edit);
    } else if (happening.what === 'take') server.takeOne(happening.pick);
    else if (happening.what === 'acknowledge') server.acknowledge(happening.pick);
    else if (happening.what === 'cut') server.cut(happening.pick);
    else if (happening.what === 'retry') pageAt(happening.pick)?.connection.retry();
    else if (happening.what === 'store') server.store();
    else server.kill();
    greet();
    checkSaved();
  }
  for (const { connection } of pages) connection.retry();
  greet();
  while (server.waits()) server.takeOne(0);
  server.store();
  for (let index = 0; index < count; index += 1) server.acknowledge(index);
  for (const { connection, peer } of pages) {
    expect(connection.saveState.getState()).toEqual({ kind: 'saved' });
    expect(digest(peer.doc)).toBe(digest(server.durableDoc()));
  }
  await Promise.all(pages.map(({ connection }) => connection.destroy()));
}

describe('"Saved"', () => {
  it('is never shown for what the server could lose, and always comes in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(arbitraryHappening, { maxLength: 60 }), play),
      runs(60),
    );
  });
});
