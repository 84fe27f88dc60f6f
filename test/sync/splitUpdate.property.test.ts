import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { digest } from '../../src/document/digest.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { splitUpdate } from '../../src/sync/splitUpdate.ts';
import { buildMap } from '../support/buildMap.ts';
import { createPeers } from '../support/peers.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';

const start = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', 'l2'],
  personas: ['p1'],
  touchpoints: ['t1', 't2', 't3'],
});

/** Applies parts as the server does: one that leaves a gap is refused. */
function applyAll(doc: Y.Doc, parts: readonly Uint8Array[]): void {
  for (const part of parts) {
    Y.applyUpdate(doc, part);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
}

describe('a large update in parts (P7)', () => {
  it('is the same content, and no part refers to what comes later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 2 }), arbitraryEdit), { maxLength: 40 }),
        fc.integer({ min: 30, max: 400 }),
        (edits, maxBytes) => {
          const peers = createPeers(3, start);
          const server = new Y.Doc();
          for (const { doc } of peers.all.slice(0, 1)) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
          for (const [index, edit] of edits) {
            const peer = peers.all[index];
            if (peer) makeEdit(peer, edit);
            if (edit.a % 3 === 0) peers.meet();
          }
          peers.meet();
          const [first] = peers.all;
          if (!first) return;
          const update = Y.encodeStateAsUpdate(first.doc, Y.encodeStateVector(server));
          applyAll(server, splitUpdate(update, maxBytes));
          expect(digest(server)).toBe(digest(first.doc));
        },
      ),
      runs(100),
    );
  });

  it('is left alone when it is small, and keeps to the limit when it is not', () => {
    const doc = new Y.Doc();
    let made = 0;
    const commands = createCommands(doc, { newId: () => `n${(made += 1)}` });
    writeContent(doc, start, null);
    const small = Y.encodeStateAsUpdate(doc);
    expect(splitUpdate(small, 1 << 20)).toEqual([small]);
    for (let round = 0; round < 8; round += 1)
      commands.duplicate(
        doc.getMap('touchpoints').size > 600 ? ['t1'] : [...doc.getMap('touchpoints').keys()],
      );
    const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 8192);
    expect(parts.length).toBeGreaterThan(4);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(8192 * 1.1);
    const server = new Y.Doc();
    applyAll(server, parts);
    expect(digest(server)).toBe(digest(doc));
  });
});
