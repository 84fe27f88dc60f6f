/** An update applied quickly is the same document as one applied by Yjs: whatever texts and values are in it, and broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyUpdate } from '../../src/document/applyUpdate.ts';

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

/** Two people's edits, as one update. */
function updateOf(edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]): Uint8Array {
  const docs = [new Y.Doc(), new Y.Doc()];
  for (const [index, { key, value, text, at, isNested }] of edits.entries()) {
    const doc = docs[index % 2];
    if (!doc) continue;
    const map = doc.getMap(`m${at % 3}`);
    if (isNested) map.set(key, new Y.Map([[text, value]]));
    else map.set(key, value);
    const words = doc.getText('words');
    words.insert(Math.min(at, words.length), text);
    if (words.length > 20) words.delete(3, 5);
  }
  return Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
}

/** The document and what it says, or that the update is refused. */
function outcome(apply: (doc: Y.Doc, update: Uint8Array) => void, update: Uint8Array): unknown {
  const doc = new Y.Doc();
  doc.clientID = 7;
  try {
    apply(doc, update);
    const maps = ['m0', 'm1', 'm2'].map((name) => JSON.stringify(doc.getMap(name).toJSON()));
    return { bytes: [...Y.encodeStateAsUpdate(doc)].join(' '), maps, words: doc.getText('words').toJSON() };
  } catch {
    return 'refused';
  }
}

describe('an update', () => {
  it('makes the document that Yjs makes of it', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const update = updateOf(edits);
        expect(outcome(applyUpdate, update)).toEqual(outcome(Y.applyUpdate, update));
      }),
    );
  });

  it('that is broken is refused where Yjs refuses it', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        (edits, place, byte, isCut) => {
          const whole = updateOf(edits);
          const broken = isCut ? whole.slice(0, place % whole.length) : whole.slice();
          if (!isCut) broken[place % broken.length] = byte;
          expect(outcome(applyUpdate, broken)).toEqual(outcome(Y.applyUpdate, broken));
        },
      ),
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
