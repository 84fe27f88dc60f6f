/**
 * Two pages that bring one map to this program's schema at once (R57). The schema has had one number so far (SCHEMA.md
 * D3), so a migration is the stamp that the first write sets; whatever further step comes must keep these laws.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { digest } from '../../src/document/digest.ts';
import { readMap } from '../../src/document/readMap.ts';
import { schemaOf, schemaVersion, stampSchema } from '../../src/document/roots.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';

const exchange = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('migrating', () => {
  it('[R57] at once on two pages gives one content, and running it again changes nothing', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const [a, b] = [new Y.Doc(), new Y.Doc()];
        writeContent(a, map, 'file');
        // As an earlier program left it: without the number.
        a.getMap('meta').delete('schema');
        Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
        const before = readMap(a);
        for (const doc of [a, b]) stampSchema(doc);
        exchange(a, b);
        expect(digest(a)).toBe(digest(b));
        expect([schemaOf(a), schemaOf(b)]).toEqual([schemaVersion, schemaVersion]);
        expect(readMap(b)).toEqual(before);
        const once = Y.encodeStateVector(a);
        stampSchema(a);
        expect(Y.encodeStateVector(a)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});
