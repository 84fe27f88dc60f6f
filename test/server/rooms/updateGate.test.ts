/** The gate for updates: what passes, what is a gap, what is refused, and that reading agrees with Yjs. */
import * as fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { standardLimits } from '../../../server/limits.ts';
import { judgeUpdate, type KnownState } from '../../../server/rooms/updateGate.ts';
import { isPlainValue, readUpdate } from '../../../server/rooms/updateReader.ts';
import { runs } from '../../support/runs.ts';

function knownOf(doc: Y.Doc, owners: Readonly<Record<number, string>> = {}): KnownState {
  return {
    clockOf: (client) => Y.getState(doc.store, client),
    ownerOf: (client) => owners[client],
    ownedIds: Object.keys(owners).length,
  };
}
const nobody = knownOf(new Y.Doc());

function judge(update: Uint8Array, known: KnownState = nobody, person = 'ana') {
  return judgeUpdate(update, person, known, standardLimits);
}

function updateOf(change: (doc: Y.Doc) => void, clientId = 1): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** Bytes by hand: varuints, strings and raw bytes. */
function build(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else encoding.writeUint8Array(encoder, part);
    }
  });
}

describe('what passes', () => {
  it('an honest first update claims its client id', () => {
    const update = updateOf((doc) => doc.getMap('map').set('title', 'x'));
    expect(judge(update)).toEqual({ kind: 'pass', newIds: [1], adds: true, plain: null });
  });

  it('deletions of anybody’s content pass and add nothing', () => {
    const base = updateOf((doc) => doc.getMap('map').set('title', 'x'));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base);
    const before = Y.encodeStateVector(doc);
    doc.getMap('map').delete('title');
    const deletion = Y.encodeStateAsUpdate(doc, before);
    expect(judge(deletion, knownOf(doc, { 1: 'ben' }))).toEqual({
      kind: 'pass',
      newIds: [],
      adds: false,
      plain: null,
    });
  });

  it('[P15] content the server has already may be sent again by anybody', () => {
    const update = updateOf((doc) => doc.getMap('map').set('title', 'x'));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    expect(judge(update, knownOf(doc, { 1: 'ben' }))).toEqual({
      kind: 'pass',
      newIds: [],
      adds: false,
      plain: null,
    });
  });
});

describe('gaps (R26)', () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('t').insert(0, 'first');
  const first = Y.encodeStateAsUpdate(doc);
  const vector = Y.encodeStateVector(doc);
  doc.getText('t').insert(5, 'second');
  const second = Y.encodeStateAsUpdate(doc, vector);

  it('an update whose predecessor is missing', () => {
    expect(judge(second).kind).toBe('gap');
    const server = new Y.Doc();
    Y.applyUpdate(server, first);
    expect(judge(second, knownOf(server, { 1: 'ana' })).kind).toBe('pass');
  });

  it('an update with a hole inside', () => {
    doc.getText('t').insert(0, 'third');
    const third = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(Y.mergeUpdates([first, second])));
    expect(judge(Y.mergeUpdates([first, third])).kind).toBe('gap');
  });

  it('an update that stands beside or deletes content of others that is missing', () => {
    const other = new Y.Doc();
    other.clientID = 2;
    Y.applyUpdate(other, first);
    const before = Y.encodeStateVector(other);
    other.getText('t').insert(3, 'in the middle');
    expect(judge(Y.encodeStateAsUpdate(other, before)).kind).toBe('gap');
    const deleting = Y.encodeStateVector(other);
    other.getText('t').delete(0, 1);
    const update = Y.diffUpdate(Y.encodeStateAsUpdate(other), deleting);
    expect(judge(update).kind).toBe('gap');
  });
});

describe('what is refused', () => {
  it('[P15] new content under the client id of another person (R27)', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    doc.getText('t').insert(0, 'mine');
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(forged);
    forged.clientID = 1;
    forged.getText('t').insert(0, 'not mine');
    const update = Y.encodeStateAsUpdate(forged, before);
    expect(judge(update, knownOf(doc, { 1: 'ben' })).kind).toBe('refuse');
    expect(judge(update, knownOf(doc, { 1: 'ana' })).kind).toBe('pass');
    expect(judge(update, knownOf(doc)).kind).toBe('refuse');
  });

  it('[P16] eleven bytes that claim 2^31 clock values (R28)', () => {
    const update = build(1, 1, 5, 0, new Uint8Array([0]), 2 ** 31, 0);
    expect(update.length).toBeLessThanOrEqual(11);
    expect(judge(update).kind).toBe('refuse');
  });

  it('[P16] a clock beyond all counting', () => {
    expect(judge(build(1, 1, 5, Number.MAX_SAFE_INTEGER - 1, new Uint8Array([0]), 100, 0)).kind).toBe(
      'refuse',
    );
  });

  it('[P16] more than 64 new client ids at once, or 100,000 on a map (R29)', () => {
    const updates = Array.from({ length: 65 }, (_, i) =>
      updateOf((doc) => doc.getText('t').insert(0, 'x'), i + 1),
    );
    expect(judge(Y.mergeUpdates(updates)).kind).toBe('refuse');
    expect(judge(Y.mergeUpdates(updates.slice(1))).kind).toBe('pass');
    const full = { ...nobody, ownedIds: 100_000 };
    expect(judge(updates[0] ?? new Uint8Array(), full).kind).toBe('refuse');
  });

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`[P16] the key ${key} in a map, a value, a root and a format (R33)`, () => {
      const value = JSON.parse(`{"a": [{"${key}": 1}]}`) as object;
      const updates = [
        updateOf((doc) => doc.getMap('map').set(key, 1)),
        updateOf((doc) => doc.getMap('map').set('a', value)),
        updateOf((doc) => doc.getMap(key).set('a', 1)),
        updateOf((doc) => doc.getText('t').insert(0, 'x', { [key]: 1 })),
        updateOf((doc) => doc.getText('t').insertEmbed(0, value)),
      ];
      // Yjs itself loses such a key in plain objects, so that one is made by hand: an item of kind "any" in a root.
      const any = build(
        1,
        1,
        1,
        0,
        new Uint8Array([8]),
        1,
        'map',
        1,
        new Uint8Array([118]),
        1,
        key,
        new Uint8Array([126]),
        0,
      );
      expect([...updates, any].map((update) => judge(update).kind)).toContain('refuse');
      for (const update of [updates[0], updates[2], updates[3], updates[4], any]) {
        expect(judge(update ?? new Uint8Array()).kind).toBe('refuse');
      }
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    });
  }

  it('[P16] values nested deeper than 32, however they are written (R30, R31)', () => {
    const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)]);
    expect(judge(updateOf((doc) => doc.getMap('map').set('a', nest(32)))).kind).toBe('pass');
    expect(judge(updateOf((doc) => doc.getMap('map').set('a', nest(33)))).kind).toBe('refuse');
    expect(judge(updateOf((doc) => doc.getText('t').insertEmbed(0, { a: nest(40) }))).kind).toBe('refuse');
    const deep = new Uint8Array(500_000).fill(117).map((byte, i) => (i % 2 === 0 ? byte : 1));
    expect(judge(build(1, 1, 1, 0, new Uint8Array([8]), 1, 'map', 1, deep)).kind).toBe('refuse');
  });

  it('[P16] documents inside the document', () => {
    expect(judge(updateOf((doc) => doc.getMap('map').set('a', new Y.Doc()))).kind).toBe('refuse');
  });

  it('[P16] format V2, bytes after the end, and a client named twice (R30)', () => {
    const doc = new Y.Doc();
    doc.getMap('map').set('title', 'x');
    expect(judge(Y.encodeStateAsUpdateV2(doc)).kind).toBe('refuse');
    const update = Y.encodeStateAsUpdate(doc);
    expect(judge(new Uint8Array([...update, 0])).kind).toBe('refuse');
    const gc = new Uint8Array([0]);
    expect(judge(build(2, 1, 5, 0, gc, 1, 1, 5, 1, gc, 1, 0)).kind).toBe('refuse');
  });

  it('[P16] deletions that overlap, go back or name a client twice, as each would be walked again (R30)', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    doc.getText('t').insert(0, 'abcdef');
    const known = knownOf(doc, { 1: 'ben' });
    expect(judge(build(0, 1, 1, 2, 0, 2, 3, 2), known).kind).toBe('pass');
    expect(judge(build(0, 1, 1, 2, 0, 3, 3, 2), known).kind).toBe('pass');
    expect(judge(build(0, 1, 1, 2, 0, 4, 3, 2), known).kind).toBe('refuse');
    expect(judge(build(0, 1, 1, 2, 3, 2, 0, 2), known).kind).toBe('refuse');
    expect(judge(build(0, 1, 1, 1, 3, 0), known).kind).toBe('refuse');
    expect(judge(build(0, 2, 1, 1, 0, 2, 1, 1, 3, 2), known).kind).toBe('refuse');
  });

  it('answers to hostile sizes within 100 ms (R30)', () => {
    const hostile = [
      build(2 ** 40),
      build(1, 2 ** 40, 1, 0),
      build(0, 2 ** 40),
      build(0, 1, 1, 2 ** 40),
      build(1, 1, 1, 0, new Uint8Array([8]), 1, 'map', 2 ** 40),
      build(1, 1, 1, 0, new Uint8Array([4]), 1, 'map', 2 ** 40),
    ];
    const start = performance.now();
    for (const update of hostile) expect(judge(update).kind).toBe('refuse');
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('reading agrees with Yjs', () => {
  const edit = fc.oneof(
    fc.record({
      do: fc.constant('text' as const),
      at: fc.nat(50),
      text: fc.string({ unit: 'grapheme', maxLength: 8 }),
    }),
    fc.record({ do: fc.constant('cut' as const), at: fc.nat(50), count: fc.nat(5) }),
    fc.record({
      do: fc.constant('set' as const),
      key: fc.string({ maxLength: 5 }),
      // fast-check likes the keys that the gate refuses (R33).
      value: fc.jsonValue({ maxDepth: 4 }).filter((value) => isPlainValue(value, 32)),
    }),
    fc.record({ do: fc.constant('map' as const), key: fc.string({ maxLength: 5 }) }),
    fc.record({ do: fc.constant('bold' as const), at: fc.nat(50) }),
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function applyEdit(doc: Y.Doc, one: Edit): void {
    const note = doc.getText('note');
    const at = 'at' in one ? Math.min(one.at, note.length) : 0;
    switch (one.do) {
      case 'text':
        return note.insert(at, one.text);
      case 'cut':
        return note.delete(at, Math.min(one.count, note.length - at));
      case 'bold':
        return note.format(at, Math.min(3, note.length - at), { bold: true });
      case 'set':
        doc.getMap('map').set(`k${one.key}`, one.value);
        return;
      case 'map':
        doc.getMap('map').set(`m${one.key}`, new Y.Map([['x', 1]]));
    }
  }

  it('the same clocks as Y.parseUpdateMeta, for whole documents and differences', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), edit), { maxLength: 30 }), fc.nat(30), (edits, cut) => {
        const docs = [1, 2, 3].map((id) => {
          const doc = new Y.Doc();
          doc.clientID = id;
          return doc;
        });
        let vector = Y.encodeStateVector(new Y.Doc());
        edits.forEach(([who, one], index) => {
          const doc = docs[who];
          if (!doc) return;
          applyEdit(doc, one);
          for (const other of docs)
            Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
          if (index === cut) vector = Y.encodeStateVector(doc);
        });
        for (const update of [
          Y.encodeStateAsUpdate(docs[0] ?? new Y.Doc()),
          Y.encodeStateAsUpdate(docs[1] ?? new Y.Doc(), vector),
        ]) {
          const reading = readUpdate(update, standardLimits);
          const { from, to } = Y.parseUpdateMeta(update);
          const expected = [...from].map(([client, start]) => ({
            client,
            from: start,
            to: to.get(client) ?? 0,
          }));
          expect(reading.ok && reading.facts.ranges.toSorted((a, b) => a.client - b.client)).toEqual(
            expected.toSorted((a, b) => a.client - b.client),
          );
          expect(reading.ok && reading.facts.holes).toBe(false);
          // Merged ones too: that is how offline edits come.
          expect(readUpdate(Y.mergeUpdates([update, update]), standardLimits).ok).toBe(true);
        }
      }),
      runs(300),
    );
  });

  it('what passes the gate leaves nothing pending, whatever bytes were changed', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 10 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        (edits, changes) => {
          const doc = new Y.Doc();
          doc.clientID = 1;
          for (const one of edits) applyEdit(doc, one);
          const update = Y.encodeStateAsUpdate(doc);
          for (const [at, value] of changes) update[at % update.length] = value;
          if (judge(update).kind !== 'pass') return;
          const server = new Y.Doc();
          try {
            Y.applyUpdate(server, update);
          } catch {
            // Allowed: the room throws its live document away and closes the sender.
            return;
          }
          expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null]);
        },
      ),
      runs(2000),
    );
  });
});
