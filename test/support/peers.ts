/**
 * People at work on one map without a network: each has a document, commands and undo; their updates lie in queues
 * until the test delivers them, in any order, or loses them in a cut line. `meet` brings everybody up to date.
 */
import * as Y from 'yjs';
import type { Commands, Undo } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';

export interface Peer {
  readonly doc: Y.Doc;
  readonly commands: Commands;
  readonly undo: Undo;
  /** Updates of others that have not been delivered yet. */
  readonly inbox: Uint8Array[];
  isCut: boolean;
}

export interface Peers {
  readonly all: readonly Peer[];
  /** Applies one waiting update, whichever the number picks. */
  deliver(peer: Peer, pick: number): void;
  /** Everybody exchanges everything, as after reconnecting. */
  meet(): void;
}

/** `count` peers on copies of one map. Client ids are small and fixed, so that a failing run can be repeated. */
export function createPeers(count: number, map: JourneyMap): Peers {
  const origin = new Y.Doc();
  origin.clientID = 1;
  writeContent(origin, map, 'file');
  const start = Y.encodeStateAsUpdate(origin);
  const all = Array.from({ length: count }, (_, index) => createPeer(index + 2, start));
  for (const peer of all) {
    peer.doc.on('update', (update: Uint8Array, source: unknown) => {
      if (source === delivered || peer.isCut) return;
      for (const other of all) if (other !== peer && !other.isCut) other.inbox.push(update);
    });
  }
  return {
    all,
    deliver(peer, pick) {
      const [update] = peer.inbox.splice(pick % Math.max(1, peer.inbox.length), 1);
      if (update) Y.applyUpdate(peer.doc, update, delivered);
    },
    meet() {
      for (const peer of all) {
        peer.isCut = false;
        peer.inbox.length = 0;
      }
      for (let round = 0; round < 2; round += 1) {
        for (const from of all) {
          for (const to of all) {
            if (from !== to) {
              Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), delivered);
            }
          }
        }
      }
    },
  };
}

const delivered = Symbol('delivered');

function createPeer(clientId: number, start: Uint8Array): Peer {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, start, delivered);
  let made = 0;
  const newId = (): string => `n${clientId}-${(made += 1)}`;
  return {
    doc,
    commands: createCommands(doc, { newId }),
    undo: createUndo(doc, { typingPauseMs: 0 }),
    inbox: [],
    isCut: false,
  };
}
