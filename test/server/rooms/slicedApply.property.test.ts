/** Applying in slices: the same content as in one go, whatever honest people do, and an end to what costs too much. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import { standardLimits } from '../../../server/limits.ts';
import { newContent, RoomContent } from '../../../server/rooms/content.ts';
import { applyInSlices, CostlyUpdateError, type WorkLimit } from '../../../server/rooms/slicedApply.ts';
import { judgeUpdate } from '../../../server/rooms/updateGate.ts';
import { costlyUpdates } from '../../support/costlyUpdates.ts';
import { createHarness, enterRoom, exchange, openPages } from '../../support/roomHarness.ts';
import { runs } from '../../support/runs.ts';

/** Each look at the clock costs so much; the slices get as small as they can. */
function dear(costMs: number, budgetMs = Number.POSITIVE_INFINITY): WorkLimit {
  let spent = 0;
  return { spentMs: () => (spent += costMs), budgetMs };
}

/** As the server measures and limits it. */
function measured(update: Uint8Array): WorkLimit {
  const { updateWorkMs, updateWorkMsPerKiB } = standardLimits;
  return {
    spentMs: () => systemClock.worked(),
    budgetMs: updateWorkMs + (update.length / 1024) * updateWorkMsPerKiB,
  };
}

const same = (left: Y.Doc, right: Y.Doc) => {
  expect(Y.encodeStateVector(left)).toEqual(Y.encodeStateVector(right));
  for (const doc of [left, right])
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(left.getText('text').toDelta()).toEqual(right.getText('text').toDelta());
  expect(left.getMap('map').toJSON()).toEqual(right.getMap('map').toJSON());
};

const step = fc.record({
  who: fc.nat(2),
  do: fc.constantFrom('type', 'cut', 'bold', 'set', 'clear', 'nest', 'undo', 'redo', 'meet', 'return'),
  at: fc.nat(60),
  key: fc.constantFrom('a', 'b'),
});

/** Three people: typing, two on one key, undo and redo, apart for long, coming back under new client ids. */
function live(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): readonly Y.Doc[] {
  const open = (id: number) => {
    const doc = new Y.Doc();
    doc.clientID = id;
    return { doc, undo: new Y.UndoManager([doc.getText('text'), doc.getMap('map')], { captureTimeout: 0 }) };
  };
  const people = [1, 2, 3].map(open);
  let nextId = 10;
  for (const one of steps) {
    const person = people[one.who];
    if (!person) continue;
    const { doc, undo } = person;
    const text = doc.getText('text');
    const at = Math.min(one.at, text.length);
    if (one.do === 'type') text.insert(at, 'typed');
    else if (one.do === 'cut') text.delete(at, Math.min(3, text.length - at));
    else if (one.do === 'bold')
      text.format(at, Math.min(4, text.length - at), { bold: one.at % 2 === 0 ? true : null });
    else if (one.do === 'set') doc.getMap('map').set(one.key, one.at);
    else if (one.do === 'clear') doc.getMap('map').delete(one.key);
    else if (one.do === 'nest') doc.getMap('map').set(one.key, new Y.Map([['inner', one.at]]));
    else if (one.do === 'undo') undo.undo();
    else if (one.do === 'redo') undo.redo();
    else if (one.do === 'return') {
      const again = open(nextId++);
      Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(doc));
      people[one.who] = again;
    } else {
      for (const other of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc));
    }
  }
  return people.map(({ doc }) => doc);
}

describe('[P30] an update in slices', () => {
  it('is the same content as in one go, for whatever people did apart and together', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 150 }), (steps) => {
        const [ana, ben, cem] = live(steps);
        if (!ana || !ben || !cem) return;
        const whole = new Y.Doc();
        const sliced = new Y.Doc();
        let left: unknown = null;
        // Seen after each slice: a part that has to wait for a later one would be tried again and again.
        sliced.on('update', () => (left ??= sliced.store.pendingStructs));
        const updates = [ana, ben, cem].map((doc) => Y.encodeStateAsUpdate(doc));
        for (const update of [...updates, Y.mergeUpdates(updates)]) {
          Y.applyUpdate(whole, update);
          applyInSlices(sliced, update, dear(20));
          same(sliced, whole);
        }
        expect(left).toBeNull();
      }),
      runs(150),
    );
  });

  it('passes gate and budget, for whatever people did apart and together: no honest edit is refused', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 150 }), (steps) => {
        for (const doc of live(steps)) {
          const update = Y.encodeStateAsUpdate(doc);
          const nobody = { clockOf: () => 0, ownerOf: () => undefined, ownedIds: 0 };
          expect(judgeUpdate(update, 'ana', nobody, standardLimits).kind).toBe('pass');
          const content = new RoomContent({ snapshot: newContent(null).snapshot, updates: [] });
          content.apply(update, measured(update));
          same(content.live(), doc);
        }
      }),
      runs(100),
    );
  });

  it('leaves honest large ones far from their budget: an import, an afternoon of typing apart, many marks', () => {
    const doc = new Y.Doc();
    for (let i = 0; i < 2000; i++) {
      const record = new Y.Map<unknown>();
      doc.getMap('touchpoints').set(`id${i}`, record);
      for (const field of ['title', 'owner', 'channel', 'state']) record.set(field, `value ${i}`);
    }
    const text = doc.getText('text');
    for (let i = 0; i < 3000; i++) text.insert((i * 7919) % (text.length + 1), 'x');
    for (let i = 0; i < 500; i++) text.format((i * 31) % (text.length - 5), 4, { bold: i % 3 === 0 });
    const update = Y.encodeStateAsUpdate(doc);
    const work = measured(update);
    const before = work.spentMs();
    applyInSlices(new Y.Doc(), update, work);
    expect(work.spentMs() - before).toBeLessThan(work.budgetMs / 2);
  });

  it('stops when the budget is spent', () => {
    const doc = new Y.Doc();
    for (let i = 0; i < 200; i++) doc.getMap('map').set(`k${i}`, i);
    const update = Y.encodeStateAsUpdate(doc);
    expect(() => applyInSlices(new Y.Doc(), update, dear(20, 100))).toThrow(CostlyUpdateError);
  });

  for (const { name, base, update } of costlyUpdates(256 * 1024)) {
    it(`ends within seconds, taken or refused, for 256 KiB of ${name} (R30)`, () => {
      const content = new RoomContent({ snapshot: base ?? newContent(null).snapshot, updates: [] });
      const before = Y.encodeStateAsUpdate(content.live());
      const startMs = systemClock.worked();
      let refused = false;
      try {
        content.apply(update, measured(update));
      } catch {
        refused = true;
      }
      expect(systemClock.worked() - startMs).toBeLessThan(3000);
      if (refused) expect(Y.encodeStateAsUpdate(content.live())).toEqual(before);
    });
  }
});

describe('[P30] in the room', () => {
  const manyFields = (doc: Y.Doc) =>
    doc.transact(() => {
      for (let i = 0; i < 300; i++) doc.getMap('map').set(`k${i}`, i);
    });

  it('closes who sends an edit that takes too much work, and nobody sees anything of it', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    harness.clock.workMs = 1000;
    manyFields(ana.doc);
    ana.say();
    expect(ana.closed?.code).toBe(4400);
    expect(ana.notices).toEqual([]);
    harness.clock.workMs = 0;
    await exchange(harness, [ana, ben]);
    expect(ana.notices[0]?.detail).toContain('too much work');
    expect([...ben.doc.getMap('map').keys()]).toEqual([]);
    ben.doc.getMap('map').set('still', 'works');
    await exchange(harness, [ben]);
    expect(ben.stored).toBe(ben.sent);
  });

  for (const [what, second] of [
    ['person', { person: 'device:vandal', linkId: 'other', address: '203.0.113.77' }],
    ['share link', { person: 'device:new', linkId: 'edit-link', address: '203.0.113.77' }],
    ['address', { person: 'device:new', linkId: 'other', address: '203.0.113.9' }],
  ] as const) {
    it(`charges the work to the ${what}, so that a new socket does not start afresh`, async () => {
      const harness = await createHarness({ limits: { groupWorkMs: 2000 } });
      const room = await harness.room();
      const vandal = enterRoom(harness, room, { person: 'device:vandal' });
      const other = enterRoom(harness, room, {
        person: 'device:ben',
        linkId: 'third',
        address: '198.51.100.1',
      });
      await exchange(harness, [vandal, other]);
      harness.clock.workMs = 5000;
      vandal.doc.getMap('map').set('a', 1);
      vandal.say();
      harness.clock.workMs = 0;
      await harness.clock.pass(10);
      const again = enterRoom(harness, room, second);
      again.doc.getMap('map').set('b', 1);
      again.say();
      expect(again.closed?.code).toBe(1013);
      other.doc.getMap('map').set('c', 1);
      await exchange(harness, [other]);
      expect([other.closed, other.stored]).toEqual([null, other.sent]);
      await harness.clock.pass(300_000);
      const later = enterRoom(harness, await harness.room(), second);
      later.doc.getMap('map').set('d', 1);
      await exchange(harness, [later]);
      expect(later.closed).toBeNull();
    });
  }
});
