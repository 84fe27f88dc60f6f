/** Frames from a seed, random, mutated and recorded, thrown at a room (R22): only the sender is closed, others stay in step. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { presenceFrame, step1Frame, step2Frame, updateFrame } from '../../server/rooms/frames.ts';
import { createHarness, enterRoom, exchange, mapId } from '../support/roomHarness.ts';
import { runs } from '../support/runs.ts';

/** Frames an honest client sends, to be mutated. */
function recorded(): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 77;
  doc.getText('note').insert(0, 'hello 你好');
  doc.getMap('map').set('title', { a: [1, 'two', null] });
  const vector = Y.encodeStateVector(doc);
  const first = Y.encodeStateAsUpdate(doc);
  doc.getText('note').delete(1, 2);
  return [
    step1Frame(vector),
    step2Frame(first),
    updateFrame(Y.encodeStateAsUpdate(doc, vector)),
    updateFrame(Y.encodeStateAsUpdateV2(doc)),
    presenceFrame([{ client: 77, clock: 1, state: '{"name":"Ana","cursor":{"x":1,"y":2}}' }]),
    new Uint8Array([3]),
  ];
}

const frames = recorded();
const mutated = fc
  .record({
    frame: fc.nat(frames.length - 1),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    cut: fc.option(fc.nat(), { freq: 3 }),
    tail: fc.uint8Array({ maxLength: 3 }),
  })
  .map(({ frame, changes, cut, tail }) => {
    const source = frames[frame] ?? new Uint8Array();
    const bytes = new Uint8Array([...source, ...tail]);
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    return cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
  });
const anyFrame = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  { weight: 4, arbitrary: mutated },
);

describe('frames of any bytes', () => {
  it('close at most their sender; the others edit on, end equal, and the store holds a whole document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { minLength: 20, maxLength: 120 }), async (thrown) => {
        const harness = await createHarness();
        const room = await harness.room();
        const ana = enterRoom(harness, room);
        const ben = enterRoom(harness, room, { role: 'viewer' });
        await exchange(harness, [ana, ben]);
        let vandal = enterRoom(harness, room);
        for (const [index, frame] of thrown.entries()) {
          room.receive(vandal.client, frame);
          if (vandal.closed) vandal = enterRoom(harness, room);
          if (index % 10 === 0) {
            ana.doc.getText('work').insert(0, 'x');
            ana.say();
            await harness.clock.pass(3);
          }
        }
        vandal.leave();
        await exchange(harness, [ana, ben]);
        expect([ana.closed, ben.closed]).toEqual([null, null]);
        expect(ana.stored).toBe(ana.sent);
        expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(ana.doc));
        expect(ben.doc.getText('work').toJSON()).toBe(ana.doc.getText('work').toJSON());
        const stored = await harness.store.loadContent(mapId, 'map');
        const kept = new Y.Doc();
        for (const update of [stored?.snapshot, ...(stored?.updates ?? [])])
          if (update) Y.applyUpdate(kept, update);
        expect([kept.store.pendingStructs, kept.store.pendingDs]).toEqual([null, null]);
        expect(kept.getText('work').toJSON()).toBe(ana.doc.getText('work').toJSON());
        expect(harness.logged.filter((line) => line.includes('"error"'))).toEqual([]);
      }),
      // About 7,000 frames; `npm run fuzz` throws many more.
      runs(100),
    );
  });
});

describe('many people, any order, cuts and a failing store', () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('type' as const),
        who: fc.nat(3),
        at: fc.nat(20),
        text: fc.string({ maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), who: fc.nat(3), at: fc.nat(20) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('say' as const), who: fc.nat(3), count: fc.nat(3) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('hear' as const), who: fc.nat(3), count: fc.nat(3) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const), who: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('break' as const), broken: fc.boolean() }) },
  );

  it('end equal with the server, everything acknowledged, and "stored" was never untrue', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const harness = await createHarness();
        const people = [0, 1, 2, 3].map((i) => ({ person: `device:p${i}`, deviceId: `p${i}` }));
        let room = await harness.room();
        const pages = people.map((one) => enterRoom(harness, room, one));
        for (const one of steps) {
          const page = 'who' in one ? pages[one.who] : undefined;
          const text = page?.doc.getText('t');
          if (one.do === 'wait') await harness.clock.pass(one.ms);
          else if (one.do === 'sleep') await harness.clock.pass(500);
          else if (one.do === 'break') harness.store.broken = one.broken ? 'full' : null;
          else if (!page || !text) continue;
          else if (one.do === 'type') text.insert(Math.min(one.at, text.length), one.text);
          else if (one.do === 'cut' && text.length > 0) text.delete(Math.min(one.at, text.length - 1), 1);
          else if (one.do === 'say') page.say(one.count);
          else if (one.do === 'hear') page.hear(one.count);
          else if (one.do === 'reconnect') {
            page.leave();
            room = await harness.room();
            pages[one.who] = enterRoom(harness, room, people[one.who], page.doc);
          }
          // What a page was told is stored is in the store at this very moment.
          for (const each of pages) {
            if (each.stored < each.sent || each.stored === 0 || each.outbox.length > 0) continue;
            const stored = await harness.store.loadContent(mapId, 'map');
            const kept = new Y.Doc();
            for (const update of [stored?.snapshot, ...(stored?.updates ?? [])])
              if (update) Y.applyUpdate(kept, update);
            for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(each.doc))) {
              expect(Y.getState(kept.store, client)).toBeGreaterThanOrEqual(clock);
            }
          }
        }
        harness.store.broken = null;
        await harness.clock.pass(6000);
        await exchange(harness, pages);
        const [first] = pages;
        for (const page of pages) {
          expect(page.closed).toBeNull();
          expect(page.doc.getText('t').toJSON()).toBe(first?.doc.getText('t').toJSON());
          expect(page.stored).toBe(page.sent);
        }
      }),
      runs(150),
    );
  });
});
