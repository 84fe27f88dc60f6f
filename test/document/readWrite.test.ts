import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { digest } from '../../src/document/digest.ts';
import { readDiscussion, readMap } from '../../src/document/readMap.ts';
import { schemaOf, schemaVersion } from '../../src/document/roots.ts';
import { ranksFor, writeContent, writeDiscussion } from '../../src/document/writeContent.ts';
import { recordFrom } from '../../src/model/clamp.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { isRank } from '../../src/model/rank.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

function written(map: JourneyMap): Y.Doc {
  const doc = new Y.Doc();
  writeContent(doc, map, 'file');
  return doc;
}

function commandsOf(doc: Y.Doc) {
  return createCommands(doc, { newId: () => 'new' });
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** As the map's document holds it: comments and votes lie in another one. */
const withoutDiscussion = (map: JourneyMap): JourneyMap => ({ ...map, comments: [], votes: [] });

/** Replacing keeps records where they are, so that the order of lists without an order is not the file's. */
function sorted(map: JourneyMap): unknown {
  const ordered = new Set(['tiers', 'personas', 'stages', 'lanes', 'channels']);
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => [
      name,
      Array.isArray(value) && !ordered.has(name) ? value.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : value,
    ]),
  );
}

describe('a map written into a document', () => {
  it.each(templates)('[D1] reads back equal, also from a copy: $name', ({ map }) => {
    const doc = written(map);
    expect(readMap(doc)).toEqual(withoutDiscussion(map));
    expect(readMap(copyOf(doc))).toEqual(withoutDiscussion(map));
    expect(digest(copyOf(doc))).toBe(digest(doc));
  });

  it('[D1] reads back equal, whatever a valid map holds', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        expect(readMap(written(map))).toEqual(withoutDiscussion(map));
      }),
      runs(200),
    );
  });

  it('[D11] comes in the same order on every copy, also records that different people added', () => {
    const doc = written(buildMap({ touchpoints: ['t2', 't1'] }));
    const [a, b] = [copyOf(doc), copyOf(doc)];
    const place = { title: 'New', stageId: 's1', laneId: 'l1' };
    createCommands(a, { newId: () => 'x' }).create('touchpoints', place);
    createCommands(b, { newId: () => 'y' }).create('touchpoints', place);
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const order = readMap(a).touchpoints.map(({ id }) => id);
    expect(readMap(b).touchpoints.map(({ id }) => id)).toEqual(order);
    expect(order.indexOf('t2')).toBeLessThan(order.indexOf('t1'));
  });

  it('[D2] keeps comments and votes in a document of their own', () => {
    fc.assert(
      fc.property(arbitraryMap(), ({ comments, votes }) => {
        const doc = new Y.Doc();
        writeDiscussion(doc, { comments, votes }, 'file');
        expect(readDiscussion(doc)).toEqual({ comments, votes });
      }),
      runs(100),
    );
  });

  it('[D3] carries the number of its schema', () => {
    expect(schemaOf(new Y.Doc())).toBe(0);
    expect(schemaOf(written(buildMap()))).toBe(schemaVersion);
  });

  it('[D4] stores no defaults', () => {
    const doc = written(buildMap({ touchpoints: ['t1'] }));
    const record = doc.getMap('touchpoints').get('t1');
    expect([...(record as Y.Map<unknown>).keys()].toSorted()).toEqual(['place', 'title']);
  });

  it('[D10] tells a brand of nothing but defaults from no brand', () => {
    expect(readMap(written(buildMap())).brand).toBeNull();
    expect(readMap(written(buildMap({ brand: {} }))).brand).toMatchObject({ name: '', messages: [] });
  });
});

describe('[D12] replacing content', () => {
  it('leaves a document with the new content and nothing of the old', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), (before, after) => {
        const doc = written(before);
        writeContent(doc, after, 'file');
        expect(sorted(readMap(doc))).toEqual(sorted(withoutDiscussion(after)));
      }),
      runs(100),
    );
  });

  it('empties old texts before it writes new ones, as an id may come back in another collection', () => {
    const doc = written(buildMap({ opportunities: [{ id: 'x', description: 'old' }] }));
    writeContent(doc, buildMap({ stages: [{ id: 'x', description: 'new' }] }), 'file');
    expect(readMap(doc).stages[0]?.description).toBe('new');
  });

  it('by what is there already writes nothing', () => {
    for (const { map } of templates) {
      const doc = written(map);
      let updates = 0;
      doc.on('update', () => (updates += 1));
      writeContent(doc, readMap(doc), 'file');
      expect(updates).toBe(0);
    }
  });

  it('writes one value when one value differs', () => {
    const map = buildMap({ touchpoints: ['t1', 't2'] });
    const doc = written(map);
    let bytes = 0;
    doc.on('update', (update: Uint8Array) => (bytes += update.length));
    const [first, ...rest] = map.touchpoints;
    if (first) writeContent(doc, { ...map, touchpoints: [{ ...first, emotion: 2 }, ...rest] }, 'file');
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(40);
  });

  it('keeps roots and keys that a newer version wrote', () => {
    const doc = written(buildMap());
    doc.getMap('whiteboards').set('w1', 'something new');
    writeContent(doc, buildMap({ stages: ['s9'] }), 'file');
    expect(doc.getMap('whiteboards').get('w1')).toBe('something new');
  });

  it('keeps the ranks that still rise', () => {
    expect(ranksFor(['a1', 'a2', 'a3'])).toEqual(['a1', 'a2', 'a3']);
    const moved = ranksFor(['a2', 'a3', 'a1', null]);
    expect(moved.slice(0, 2)).toEqual(['a2', 'a3']);
    expect(moved.toSorted()).toEqual(moved);
    expect(moved.every(isRank)).toBe(true);
  });
});

describe('[D13] content that anybody may have written', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 3 });
  const roots = [
    'map',
    'brand',
    'extra',
    'stages',
    'lanes',
    'touchpoints',
    'links',
    'personas',
    'snapshots',
    'dismissals',
    'elements',
    'views',
    'text/t1/need',
    'what',
  ];
  const keys = [
    't1',
    'title',
    'place',
    'rank',
    'byPersona/p1',
    'tone',
    '__proto__',
    'constructor',
    '~x',
    '',
    'stageId',
  ];

  it('is read without an exception, and the repaired map is sound (R31, R33)', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...roots),
            fc.constantFrom(...keys),
            fc.constantFrom(...keys),
            fc.boolean(),
            anything,
          ),
        ),
        (writes) => {
          const doc = written(buildMap({ touchpoints: ['t1'] }));
          for (const [root, id, key, nested, value] of writes) {
            try {
              const target = doc.getMap(root);
              if (!nested) target.set(id, value as string);
              else {
                const inner = target.get(id);
                if (inner instanceof Y.Map) inner.set(key, value);
                else target.set(id, new Y.Map([[key, value]]));
              }
            } catch {
              // Yjs refuses to store some values; whatever it stores must be readable.
            }
          }
          const map = readMap(copyOf(doc));
          const parsed = parseMap(writeMap(repairMap(map)));
          expect(parsed.ok ? [] : parsed.reasons).toEqual([]);
          expect(Object.getPrototypeOf(map.touchpoints[0] ?? {})).toBe(Object.prototype);
          expect(({} as { x?: unknown }).x).toBeUndefined();
        },
      ),
      runs(300),
    );
  });

  it('is read into a record as a file with the same values is (R31)', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', 'a', 'x'.repeat(9999), 'half \ud800', 0.25, -9, 1e9, true, null, ['a', 3, 'b b']),
    );
    const plain = ['title', 'owner', 'channelId', 'emotion', 'importance', 'tags', 'mood', 'polls'];
    const places = ['stageId', 'laneId', 't', 'row'];
    const content = fc.record({
      plain: fc.dictionary(fc.constantFrom(...plain), value, { noNullPrototype: true }),
      place: fc.option(fc.dictionary(fc.constantFrom(...places), value, { noNullPrototype: true })),
      byPersona: fc.option(fc.dictionary(fc.constantFrom('p1', 'p2', 'not an id'), value, { minKeys: 1 })),
      need: fc.constantFrom('', 'warmth', 'x'.repeat(99_999)),
    });
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), (contents) => {
        const doc = new Y.Doc();
        const files = contents.map(({ plain: fields, place, byPersona, need }, index) => {
          const entries = Object.entries(byPersona ?? {});
          doc
            .getMap('touchpoints')
            .set(
              `t${index}`,
              new Y.Map<unknown>([
                ...Object.entries(fields),
                ...(place ? [['place', place] as const] : []),
                ...entries.map(([id, entry]) => [`byPersona/${id}`, entry] as const),
              ]),
            );
          if (need !== '') doc.getText(`text/t${index}/need`).insert(0, need);
          const file = { ...fields, ...place, need, ...(byPersona ? { byPersona } : {}) };
          return recordFrom('touchpoints', `t${index}`, file);
        });
        expect(readMap(copyOf(doc)).touchpoints).toEqual(files);
      }),
      runs(300),
    );
  });

  it('[D9] keeps unknown fields of a record and writes them back (R56)', () => {
    const map = buildMap({
      touchpoints: [{ id: 't1', extra: { mood: { deep: [1, null] }, rank: 'x', place: 'here', '~y': 1 } }],
    });
    const doc = written(map);
    expect(readMap(doc)).toEqual(map);
    commandsOf(doc).update('touchpoints', ['t1'], { title: 'Edited' });
    expect(readMap(doc).touchpoints[0]?.extra).toEqual(map.touchpoints[0]?.extra);
  });

  it('shows what a newer version wrote as a shared type as plain data', () => {
    const doc = written(buildMap({ touchpoints: ['t1'] }));
    const record = doc.getMap('touchpoints').get('t1') as Y.Map<unknown>;
    record.set('polls', Y.Array.from([new Y.Map([['yes', 3]]), new Y.Text('why')]));
    expect(readMap(doc).touchpoints[0]?.extra).toEqual({ polls: [{ yes: 3 }, 'why'] });
  });
});

describe('the digest', () => {
  it('[D18] is equal for the same content whatever the order of edits, and another for other content', () => {
    const doc = written(buildMap({ touchpoints: ['t1', 't2'] }));
    const [a, b] = [copyOf(doc), copyOf(doc)];
    commandsOf(a).update('touchpoints', ['t1'], { title: 'A', description: 'words' });
    commandsOf(b).openText('touchpoints', 't2', 'need').splice(0, 0, 'b');
    expect(digest(a)).not.toBe(digest(b));
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(digest(a)).toBe(digest(b));
  });

  it('counts values of unknown roots, and not roots that are only defined', () => {
    const doc = written(buildMap());
    const before = digest(doc);
    doc.getMap('newer');
    doc.getText('text/s1/goal');
    expect(digest(doc)).toBe(before);
    doc.getMap('newer').set('a', new Uint8Array([1]));
    expect(digest(doc)).not.toBe(before);
  });
});
