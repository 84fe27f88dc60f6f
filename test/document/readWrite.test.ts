import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '../../src/document/readMap.ts';
import { IMPORT } from '../../src/document/roots.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { templates } from '../support/templates.ts';

describe('a map written into a document', () => {
  it.each(templates)('[D1] reads back equal: $name', ({ map }) => {
    const doc = new Y.Doc();
    writeContent(doc, map, IMPORT);
    expect(readMap(doc)).toEqual({ ...map, comments: [], votes: [] });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(readMap(copy)).toEqual({ ...map, comments: [], votes: [] });
  });
});
