/** Small rooms take plain edits without a live document; what comes of them is what a live document makes of them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { standardLimits } from '../../../server/limits.ts';
import { newContent, RoomContent, titleOf } from '../../../server/rooms/content.ts';
import { encodePart } from '../../../src/document/updateParts.ts';
import { judgeUpdate } from '../../../server/rooms/updateGate.ts';
import { digest } from '../../../src/document/digest.ts';
import { enterRoom, exchange, mapId, openPages } from '../../support/roomHarness.ts';
import { runs } from '../../support/runs.ts';

const noLimit = { spentMs: () => 0, budgetMs: 1000 };
const author = 7;

/** A map with a title that was changed, records with values, one of them deleted, and a text: so that there is all to hit. */
function begin(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getMap('map').set('title', 'First');
  doc.getMap('map').set('title', 'Second');
  doc.getText('note').insert(0, 'some words');
  for (const id of ['a', 'b', 'c']) {
    const record = new Y.Map<unknown>([
      ['title', id],
      ['row', 1],
    ]);
    doc.getMap('touchpoints').set(id, record);
    record.set('row', 2);
  }
  doc.getMap('touchpoints').delete('c');
  const other = new Y.Doc();
  other.clientID = author;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getMap<Y.Map<unknown>>('touchpoints').get('a')?.set('row', 3);
  return Y.encodeStateAsUpdate(other);
}

function open(base: Uint8Array): RoomContent {
  const content = new RoomContent({ snapshot: base, updates: [] });
  content.live();
  content.rest();
  return content;
}

function judge(content: RoomContent, update: Uint8Array) {
  const known = { clockOf: (id: number) => content.clockOf(id), ownerOf: () => 'me', ownedIds: 2 };
  return judgeUpdate(update, 'me', known, standardLimits);
}

const place = fc.record({ client: fc.constantFrom(1, author), clock: fc.nat(40) });
/** Values behind any item and deletions of anything, as bytes that an honest page would never send among them. */
const edit = fc.record({
  behind: fc.array(place, { minLength: 1, maxLength: 3 }),
  value: fc.jsonValue({ maxDepth: 2 }),
  gone: fc.option(place, { nil: null }),
  isKey: fc.boolean(),
});

function updateOf(content: RoomContent, one: typeof edit extends fc.Arbitrary<infer T> ? T : never) {
  const from = content.clockOf(author);
  const known = (at: { client: number; clock: number }) =>
    Y.createID(at.client, at.clock % content.clockOf(at.client));
  const items = one.behind.map(
    (at, index) =>
      new Y.Item(
        Y.createID(author, from + index),
        null,
        known(at),
        null,
        null,
        null,
        one.isKey ? 'row' : null,
        new Y.ContentAny([one.value]),
      ),
  );
  const gone = one.gone && known(one.gone);
  return encodePart(items, new Map(gone ? [[gone.client, [{ clock: gone.clock, len: 1 }]]] : []));
}

/** What is stored with an edit in it. */
function applied(content: RoomContent, edit: Uint8Array): Y.Doc {
  const doc = content.copy();
  Y.applyUpdate(doc, edit);
  return doc;
}

const meaning = (doc: Y.Doc) => ({
  digest: digest(doc),
  title: titleOf(doc),
  vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))],
});

describe('plain edits', () => {
  it('come to the same with and without a live document, whatever they are put behind and delete', () => {
    let taken = 0;
    const law = fc.property(
      fc.array(edit, { maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (edits, pause) => {
        const resting = open(begin());
        const living = open(begin());
        for (const [index, one] of edits.entries()) {
          if (index % pause === 0) resting.tidy();
          const update = updateOf(resting, one);
          const verdict = judge(resting, update);
          if (verdict.kind !== 'pass') throw new Error(`the gate says ${verdict.kind}`);
          const plain = verdict.plain && resting.applyPlain(update, verdict.plain);
          if (plain) {
            taken += 1;
            // Nobody looks at the title after a plain edit.
            expect(titleOf(applied(resting, plain))).toBe(titleOf(living.live()));
          } else {
            resting.apply(update, noLimit);
            resting.settle();
            resting.rest();
          }
          resting.settle();
          living.apply(update, noLimit);
          living.settle();
          expect(resting.clockOf(author)).toBe(living.clockOf(author));
        }
        const joined = new Y.Doc();
        const { step2, updates } = resting.answer(Uint8Array.of(0));
        for (const update of [step2, ...updates]) Y.applyUpdate(joined, update);
        expect(meaning(joined)).toEqual(meaning(living.live()));
        expect(meaning(resting.live())).toEqual(meaning(living.live()));
      },
    );
    fc.assert(law, runs(50));
    expect(taken).toBeGreaterThan(20);
  });

  it('are no longer than they claim: whatever touches the title, brings a record or a first value is none', () => {
    const content = open(begin());
    const page = new Y.Doc();
    page.clientID = author;
    Y.applyUpdate(page, content.full());
    const isPlain = (change: () => void) => {
      const before = Y.encodeStateVector(page);
      const update: { bytes: Uint8Array } = { bytes: new Uint8Array() };
      const keep = (bytes: Uint8Array) => (update.bytes = bytes);
      page.on('update', keep);
      change();
      page.off('update', keep);
      expect(Y.encodeStateVector(page)).not.toEqual(before);
      const verdict = judge(content, update.bytes);
      const plain =
        verdict.kind === 'pass' && verdict.plain && content.applyPlain(update.bytes, verdict.plain);
      content.settle();
      if (!plain) {
        content.apply(update.bytes, noLimit);
        content.settle();
        content.rest();
      }
      return Boolean(plain);
    };
    const record = page.getMap<Y.Map<unknown>>('touchpoints').get('a');
    expect(isPlain(() => record?.set('row', 9))).toBe(true);
    expect(isPlain(() => record?.set('row', { stageId: 's', t: 0.5 }))).toBe(true);
    expect(isPlain(() => page.getMap('map').set('title', 'Third'))).toBe(false);
    expect(isPlain(() => record?.set('new', 1))).toBe(false);
    expect(isPlain(() => record?.set('title', new Y.Map()))).toBe(false);
    expect(isPlain(() => page.getText('note').insert(3, 'x'))).toBe(false);
    expect(isPlain(() => record?.set('row', 'long'.repeat(100)))).toBe(false);
  });

  it('stay as they came until the room is looked after, in bounds, however fast they come', () => {
    const content = open(begin());
    const base = content.bytes;
    const take = (count: number) => {
      for (let step = 0; step < count; step++) {
        const update = updateOf(content, {
          behind: [{ client: author, clock: content.clockOf(author) - 1 }],
          value: 'x'.repeat(100),
          gone: null,
          isKey: true,
        });
        const verdict = judge(content, update);
        if (verdict.kind === 'pass' && verdict.plain) content.applyPlain(update, verdict.plain);
        content.settle();
        expect(content.bytes).toBeLessThan(base + 18 * 1024);
      }
    };
    const waiting = () => content.answer(Uint8Array.of(0)).updates.length;
    take(10);
    content.tidy();
    expect(waiting()).toBe(10);
    take(20);
    expect(waiting()).toBe(30);
    content.tidy();
    expect(waiting()).toBe(0);
    take(1000);
  });

  it('need a live document where the content is large or its title unknown', () => {
    const update = (content: RoomContent) =>
      updateOf(content, { behind: [{ client: author, clock: 0 }], value: 1, gone: null, isKey: true });
    const take = (content: RoomContent) => {
      const verdict = judge(content, update(content));
      return verdict.kind === 'pass' && verdict.plain && content.applyPlain(update(content), verdict.plain);
    };
    expect(take(open(begin()))).toBeInstanceOf(Uint8Array);
    expect(take(new RoomContent({ snapshot: begin(), updates: [] }))).toBeNull();
    const large = new Y.Doc();
    large.clientID = author;
    large.getText('note').insert(0, 'x'.repeat(40_000));
    expect(take(open(Y.encodeStateAsUpdate(large)))).toBeNull();
  });
});

describe('a small room', () => {
  const fill = (doc: Y.Doc) => doc.getMap('touchpoints').set('a', new Y.Map([['row', 0]]));

  it('rests while people drag, stores and relays every step, and wakes for the first word', async () => {
    const { harness, room, ana, ben } = await openPages({ ana: {}, ben: {} }, { write: fill });
    const drag = async (row: number) => {
      ana.doc.getMap<Y.Map<unknown>>('touchpoints').get('a')?.set('row', row);
      await exchange(harness, [ana, ben]);
    };
    await drag(1);
    expect(room.content.isLive).toBe(true);
    for (let row = 2; row < 40; row++) {
      await harness.clock.pass(200);
      await drag(row);
    }
    expect(room.content.isLive).toBe(false);
    expect(ben.doc.getMap('touchpoints').toJSON()).toEqual({ a: { row: 39 } });
    expect(ana.stored).toBe(ana.sent);
    const stored = await harness.store.loadContent(mapId, 'map');
    const late = enterRoom(harness, room);
    await exchange(harness, [late]);
    expect(late.doc.getMap('touchpoints').toJSON()).toEqual({ a: { row: 39 } });
    expect(stored?.seq).toBe(39);
    ben.doc.getMap('map').set('title', 'Named');
    await exchange(harness, [ana, ben]);
    expect(room.content.isLive).toBe(true);
    expect((await harness.store.findMap(mapId))?.title).toBe('Named');
  });

  it('gives up what could not be stored (R40)', async () => {
    const { harness, room, ana, ben } = await openPages({ ana: {}, ben: {} }, { write: fill });
    const row = () => ana.doc.getMap<Y.Map<unknown>>('touchpoints').get('a');
    row()?.set('row', 1);
    await exchange(harness, [ana, ben]);
    await harness.clock.pass(4000);
    expect(room.content.isLive).toBe(false);
    const before = room.content.clockOf(ana.doc.clientID);
    harness.store.broken = 'the disk is full';
    row()?.set('row', 2);
    await exchange(harness, [ana, ben]);
    expect(room.content.clockOf(ana.doc.clientID)).toBe(before);
    harness.store.broken = null;
    await harness.clock.pass(10_000);
    await exchange(harness, [ana, ben]);
    expect(ben.doc.getMap('touchpoints').toJSON()).toEqual({ a: { row: 2 } });
    expect(ana.stored).toBe(ana.sent);
  });
});

it('a new map has nothing that is not plain to begin with', () => {
  const content = open(newContent(null).snapshot);
  expect([content.isLive, content.isSmall]).toEqual([false, true]);
});
