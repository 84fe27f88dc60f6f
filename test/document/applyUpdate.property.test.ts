/** An update applied quickly is the same document as one applied by Yjs: whatever texts and values are in it, and broken. */
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { applyUpdate } from '../../src/document/applyUpdate.ts';
import { latestItems } from '../../src/document/structs.ts';

const anyText = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('', 'title', '__proto__', 'a'.repeat(64), 'a'.repeat(65), '第 1 步', 'é', '\u0000'),
);
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    anyText,
    fc.double({ noNaN: true }),
    // Few, so that equal ones come together; -0 is another value than 0.
    fc.constantFrom(0, -0, 1, 'a', ''),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 4 }),
    // Not what Yjs itself cannot write again: an object whose prototype came with it.
    fc.dictionary(
      anyText.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;
const edit = fc.record({
  key: anyText,
  value: anyValue,
  text: anyText,
  at: fc.nat(9),
  isNested: fc.boolean(),
});

type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function write(doc: Y.Doc, { key, value, text, at, isNested }: Edit): void {
  const map = doc.getMap(`m${at % 3}`);
  if (isNested) map.set(key, new Y.Map([[text, value]]));
  else map.set(key, value);
  const list = doc.getArray('list');
  list.insert(Math.min(at, list.length), [value, value]);
  if (list.length > 6) list.delete(at % 4, 2);
  const words = doc.getText('words');
  words.insert(Math.min(at, words.length), text);
  if (words.length > 20) words.delete(3, 5);
}

/**
 * Two people's edits, as one update; `more` bytes of text make it one that brings much. Now and then one hears of the
 * other's, so that what one wrote rests on what the other did, both ways.
 */
function updateOf(edits: readonly Edit[], more = 0): Uint8Array {
  const docs = [new Y.Doc(), new Y.Doc()];
  docs[0]?.getText('much').insert(0, 'x'.repeat(more));
  for (const [index, one] of edits.entries()) {
    const doc = docs[index % 2];
    if (doc) write(doc, one);
    const other = docs[(index + 1) % 2];
    if (doc && other && one.at % 3 === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  return Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
}

/** The document and what it says, or that the update is refused. */
function outcome(
  apply: (doc: Y.Doc, update: Uint8Array) => void,
  update: Uint8Array,
  later: readonly Edit[] = [],
): unknown {
  const doc = new Y.Doc();
  doc.clientID = 7;
  try {
    apply(doc, update);
    const undo = new Y.UndoManager(['m0', 'm1', 'm2'].map((name) => doc.getMap(name)));
    for (const one of later) write(doc, one);
    undo.undo();
    const maps = ['m0', 'm1', 'm2'].map((name) => JSON.stringify(doc.getMap(name).toJSON()));
    const list = JSON.stringify(doc.getArray('list').toJSON());
    const words = doc.getText('words').toJSON();
    return { bytes: [...Y.encodeStateAsUpdate(doc)].join(' '), maps, list, words };
  } catch {
    return 'refused';
  }
}

describe('an update', () => {
  it('makes the document that Yjs makes of it', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 12 }),
        fc.constantFrom(0, 5000),
        fc.array(edit, { maxLength: 4 }),
        (edits, more, later) => {
          const update = updateOf(edits, more);
          expect(outcome(applyUpdate, update, later)).toEqual(outcome(Y.applyUpdate, update, later));
        },
      ),
    );
  });

  it('of which a part is missing makes the document that Yjs makes of it, also when the part comes later', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 12 }), fc.nat(), (edits, cut) => {
        const docs = [new Y.Doc(), new Y.Doc()];
        const parts: Uint8Array[] = [];
        for (const [index, doc] of docs.entries())
          doc.on('update', (update: Uint8Array, origin: unknown) => {
            if (origin === 'heard') return;
            parts.push(update);
            const other = docs[(index + 1) % 2];
            if (other) Y.applyUpdate(other, update, 'heard');
          });
        docs[0]?.getText('much').insert(0, 'x'.repeat(5000));
        for (const [index, one] of edits.entries()) {
          const doc = docs[index % 2];
          if (doc) write(doc, one);
        }
        const lost = parts[cut % parts.length] ?? new Uint8Array();
        const others = Y.mergeUpdates(parts.filter((part) => part !== lost));
        const both = (apply: typeof applyUpdate) => {
          const doc = new Y.Doc();
          apply(doc, others);
          const before = [...Y.encodeStateAsUpdate(doc)].join(' ');
          apply(doc, lost);
          return [before, [...Y.encodeStateAsUpdate(doc)].join(' '), doc.store.pendingStructs];
        };
        expect(both(applyUpdate)).toEqual(both(Y.applyUpdate));
      }),
    );
  });

  it('with what several people put under the same keys, in what another deletes, is the document that Yjs makes of it', () => {
    const few = fc.constantFrom('a', 'b');
    const step = fc.record({
      who: fc.nat(2),
      path: fc.array(few, { minLength: 1, maxLength: 3 }),
      what: fc.constantFrom('map', 'map', 'value', 'delete', 'hear'),
    });
    const putIn = (doc: Y.Doc, path: readonly string[], what: string): void => {
      let map: Y.Map<unknown> = doc.getMap('m0');
      for (const key of path.slice(0, -1)) {
        const next = map.get(key);
        if (!(next instanceof Y.Map)) return;
        map = next;
      }
      const key = path.at(-1) ?? '';
      if (what === 'delete') map.delete(key);
      else map.set(key, what === 'map' ? new Y.Map([['a', 1]]) : what);
    };
    const heard = (apply: typeof applyUpdate, update: Uint8Array): unknown => {
      const doc = new Y.Doc();
      const told: unknown[] = [];
      doc
        .getMap('m0')
        .observe(({ keysChanged }) => told.push(['a', 'b'].filter((key) => keysChanged.has(key))));
      apply(doc, update);
      return [told, JSON.stringify(doc.getMap('m0').toJSON()), [...Y.encodeStateAsUpdate(doc)].join(' ')];
    };
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        docs[0]?.getText('much').insert(0, 'x'.repeat(5000));
        for (const { who, path, what } of steps) {
          const [doc, other] = [docs[who], docs[(who + 1) % 3]];
          if (!doc || !other) continue;
          if (what === 'hear') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
          else putIn(doc, path, what);
        }
        const update = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
        expect(heard(applyUpdate, update)).toEqual(heard(Y.applyUpdate, update));
      }),
      { numRuns: 400 },
    );
  });

  it('that brings much has equal values held once', () => {
    const source = new Y.Doc();
    for (const name of ['a', 'b']) source.getMap(name).set('stage', 'Buying');
    source.getText('much').insert(0, 'x'.repeat(5000));
    const doc = new Y.Doc();
    applyUpdate(doc, Y.encodeStateAsUpdate(source));
    const [one, other] = ['a', 'b'].map((name) =>
      latestItems(doc.getMap(name)).get('stage')?.content.getContent(),
    );
    expect(one).toEqual(['Buying']);
    expect(one).toBe(other);
  });

  it('that brings much keeps 0 and -0 apart', () => {
    const source = new Y.Doc();
    for (const value of [0, -0]) source.getMap('m').set(`of ${1 / value}`, value);
    source.getText('much').insert(0, 'x'.repeat(5000));
    const doc = new Y.Doc();
    applyUpdate(doc, Y.encodeStateAsUpdate(source));
    expect(doc.getMap('m').toJSON()).toEqual({ 'of Infinity': 0, 'of -Infinity': -0 });
  });

  it('that is broken is refused where Yjs refuses it', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        fc.constantFrom(0, 5000),
        (edits, place, byte, isCut, more) => {
          const whole = updateOf(edits, more);
          const broken = isCut ? whole.slice(0, place % whole.length) : whole.slice();
          if (!isCut) broken[place % broken.length] = byte;
          expect(outcome(applyUpdate, broken)).toEqual(outcome(Y.applyUpdate, broken));
        },
      ),
    );
  });

  it('that claims more values than it has bytes is refused before room is made for them', () => {
    const encoder = encoding.createEncoder();
    for (const number of [1, 1, 1, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 8);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'list');
    encoding.writeVarUint(encoder, 30_000_000);
    for (let index = 0; index < 5000; index += 1) encoding.writeAny(encoder, 'x');
    const from = vi.spyOn(Array, 'from');
    expect(() => applyUpdate(new Y.Doc(), encoding.toUint8Array(encoder))).toThrow(TypeError);
    expect(from).not.toHaveBeenCalled();
    from.mockRestore();
  });

  it('of very many clients, each resting on the next, makes the document that Yjs makes of it', () => {
    const encoder = encoding.createEncoder();
    const clients = 300;
    encoding.writeVarUint(encoder, clients);
    for (let client = clients; client > 0; client -= 1) {
      for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8(encoder, client > 1 ? 4 | 128 : 4);
      if (client > 1) for (const number of [client - 1, 0]) encoding.writeVarUint(encoder, number);
      else {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, 'words');
      }
      encoding.writeVarString(encoder, 'a');
    }
    encoding.writeVarUint(encoder, 0);
    const update = encoding.toUint8Array(encoder);
    const includes = vi.spyOn(Array.prototype, 'includes');
    const made = outcome(applyUpdate, update);
    // Whoever waits is not looked for among all who wait.
    expect(includes).not.toHaveBeenCalled();
    includes.mockRestore();
    expect(made).toEqual(outcome(Y.applyUpdate, update));
  });

  it('of a first content is told once, as it came, before what observers of it write', () => {
    const source = new Y.Doc();
    source.getText('much').insert(0, 'x'.repeat(5000));
    source.getMap('m').set('a', 1);
    const update = Y.encodeStateAsUpdate(source);
    const doc = new Y.Doc();
    const other = new Y.Doc();
    const told: Uint8Array[] = [];
    doc.getMap('m').observe(({ transaction }) => {
      if (!transaction.local) doc.getMap('n').set('seen', told.length);
    });
    doc.on('update', (one: Uint8Array) => {
      told.push(one);
      Y.applyUpdate(other, one);
    });
    applyUpdate(doc, update);
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(update);
    expect(told[0], 'a copy that nobody writes into').not.toBe(update);
    expect(other.getMap('n').toJSON()).toEqual({ seen: 0 });
    expect(Y.encodeStateAsUpdate(other)).toEqual(Y.encodeStateAsUpdate(doc));
    doc.getMap('m').set('b', 2);
    applyUpdate(doc, Y.encodeStateAsUpdate(source));
    expect(told, 'what comes after it is told as ever').toHaveLength(3);
    expect(other.getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
  });

  it('of a first content within a transaction is told with what else that writes', () => {
    const source = new Y.Doc();
    source.getText('much').insert(0, 'x'.repeat(5000));
    const [doc, other] = [new Y.Doc(), new Y.Doc()];
    doc.on('update', (one: Uint8Array) => Y.applyUpdate(other, one));
    doc.transact(() => {
      applyUpdate(doc, Y.encodeStateAsUpdate(source));
      doc.getMap('m').set('mine', 2);
    });
    expect(other.getMap('m').toJSON()).toEqual({ mine: 2 });
    expect(other.getText('much')).toHaveLength(5000);
  });

  it('tells whoever listens a document like its own, as Yjs does', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const update = updateOf(edits, 5000);
        const heard = (apply: typeof applyUpdate): string => {
          const [doc, other] = [new Y.Doc(), new Y.Doc()];
          doc.on('update', (one: Uint8Array) => Y.applyUpdate(other, one));
          apply(doc, update);
          return [...Y.encodeStateAsUpdate(other)].join(' ');
        };
        expect(heard(applyUpdate)).toEqual(heard(Y.applyUpdate));
      }),
    );
  });

  it('says who made it, as Yjs does', () => {
    const doc = new Y.Doc();
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    applyUpdate(doc, updateOf([{ key: 'a', value: 1, text: 'b', at: 0, isNested: false }]), 'server');
    expect(origins).toEqual(['server']);
  });
});
