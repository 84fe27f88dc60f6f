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
