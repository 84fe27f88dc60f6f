import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { applyUpdate } from '../../src/document/applyUpdate.ts';

describe('a record that came with the first content', () => {
  it('is heard from its collection, and refuses to be listened to alone', () => {
    const other = new Y.Doc();
    // As much as is worth being read by ourselves.
    other.getMap('records').set('a', new Y.Map([['title', 'x'.repeat(5000)]]));
    const doc = new Y.Doc();
    applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const record = doc.getMap('records').get('a') as Y.Map<unknown>;
    const heard = vi.fn();
    doc.getMap('records').observeDeep(heard);
    record.set('title', 'after');
    expect(heard).toHaveBeenCalledOnce();
    expect(() => record.observe(() => undefined)).toThrow(TypeError);
    expect(() => record.observeDeep(() => undefined)).toThrow(TypeError);
  });
});

describe('a value that several items of a first content hold', () => {
  it('stays theirs when one of them is overwritten, deleted and kept', () => {
    const others = new Y.Doc({ gc: false });
    const records = others.getMap<Y.Map<unknown>>('records');
    // What overwrites the last item of all follows it at once.
    for (let index = 0; index < 400; index += 1)
      records.set(
        `r${index}`,
        new Y.Map(index === 399 ? [['a', 'same']] : Object.entries({ a: 'same', b: 1 })),
      );
    const first = Y.encodeStateAsUpdate(others);
    records.get('r399')?.set('a', 'one');
    records.get('r399')?.set('a', 'two');
    const doc = new Y.Doc({ gc: false });
    applyUpdate(doc, first);
    applyUpdate(doc, Y.encodeStateAsUpdate(others, Y.encodeStateVector(doc)));
    expect(doc.getMap('records').toJSON()).toEqual(records.toJSON());
    const again = new Y.Doc();
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
    expect(again.getMap('records').toJSON()).toEqual(records.toJSON());
  });
});
