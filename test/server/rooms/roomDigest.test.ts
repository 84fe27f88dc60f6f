/** The server tells device sockets what their content amounts to (P36, R37). */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { describe, expect, it, vi } from 'vitest';
import { digest, digestInSlices } from '../../../src/document/digest.ts';
import { frameKind } from '../../../src/protocol/frames.ts';
import { exchange, openPages, type QueueClient } from '../../support/roomHarness.ts';

const set = (page: QueueClient, text: string) => page.doc.getMap('map').set('title', text);
const options = { limits: { deadMs: 1e9 } };

/** The digests among what a page was sent, which it hears by that. */
function digests(page: QueueClient): string[] {
  const found = page.inbox.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame);
    return decoding.readVarUint(decoder) === frameKind.digest ? [decoding.readVarString(decoder)] : [];
  });
  page.hear();
  return found;
}

describe('the digest of a room', () => {
  it('[P36] is told after a sync and every minute, as the digest of what was sent before it', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} }, options);
    await harness.clock.pass(3000);
    expect([digests(ana), digests(ben)]).toEqual([[digest(ana.doc)], [digest(ben.doc)]]);
    set(ana, 'A title');
    await exchange(harness, [ana, ben]);
    await harness.clock.pass(30_000);
    expect(digests(ben)).toEqual([]);
    await harness.clock.pass(60_000);
    expect(digests(ben)).toEqual([digest(ana.doc)]);
    expect(digest(ben.doc)).toBe(digest(ana.doc));
    await harness.clock.pass(60_000);
    expect(digests(ana).at(-1)).toBe(digest(ana.doc));
  });

  it('[P36] waits while people edit, and follows what was held back', async () => {
    const { harness, ana, ben } = await openPages(
      { ana: {}, ben: {} },
      { limits: { ...options.limits, smallRoom: 0, relayGapMs: 100_000 } },
    );
    for (let i = 0; i < 100; i++) {
      set(ana, `Title ${i}`);
      ana.say();
      await harness.clock.pass(900);
    }
    const early = ben.inbox.filter((frame) => frame[0] === frameKind.digest);
    expect(early).toEqual([]);
    await harness.clock.pass(3000);
    const last = ben.inbox.findLast((frame) => frame[0] === frameKind.digest);
    const at = last ? ben.inbox.indexOf(last) : -1;
    ben.hear(at);
    expect(digests(ben)).toEqual([digest(ben.doc)]);
    expect(ben.doc.getMap('map').get('title')).toBe('Title 99');
  });

  it('[P36] is read off the live document before a small room lets go of it', async () => {
    const { harness, room, ana, ben } = await openPages(
      { ana: {}, ben: {} },
      { limits: { ...options.limits, digestsAtOnce: 0, digestQuietMs: 0, plainIdleMs: 0 } },
    );
    set(ana, 'A title');
    await exchange(harness, [ana, ben]);
    expect(room.content.isLive).toBe(true);
    const copy = vi.spyOn(room.content, 'copy');
    await harness.clock.pass(6000);
    expect(room.content.isLive).toBe(false);
    expect([digests(ana), digests(ben)]).toEqual([[digest(ana.doc)], [digest(ana.doc)]]);
    expect(copy).not.toHaveBeenCalled();
  });

  it('[P6] never goes to a stock client', async () => {
    const { harness, ana, stock } = await openPages({ ana: {}, stock: { deviceId: null } }, options);
    await harness.clock.pass(70_000);
    expect([digests(ana).length > 0, digests(stock)]).toEqual([true, []]);
  });
});

describe('a digest in slices', () => {
  const filled = () => {
    const doc = new Y.Doc();
    for (let i = 0; i < 50; i++) doc.getMap('touchpoints').set(`t${i}`, new Y.Map([['title', `T${i}`]]));
    return doc;
  };
  /** Every look at the clock is 3 ms later; what comes later runs when the test says so. */
  const byHand = () => {
    let now = 0;
    const waiting: (() => void)[] = [];
    return {
      slices: { now: () => (now += 3), later: (run: () => void) => void waiting.push(run) },
      next: () => waiting.shift()?.(),
      waits: () => waiting.length > 0,
    };
  };

  it('is the digest', () => {
    const doc = filled();
    const { slices, next, waits } = byHand();
    const found: (string | null)[] = [];
    digestInSlices(doc, slices, (one) => found.push(one));
    let turns = 0;
    for (; waits(); turns++) next();
    expect(found).toEqual([digest(doc)]);
    expect(turns).toBeGreaterThan(10);
  });

  it('is null when the document changes or goes meanwhile', () => {
    for (const disturb of [(doc: Y.Doc) => doc.getMap('map').set('a', 1), (doc: Y.Doc) => doc.destroy()]) {
      const doc = filled();
      const { slices, next, waits } = byHand();
      const found: (string | null)[] = [];
      digestInSlices(doc, slices, (one) => found.push(one));
      next();
      disturb(doc);
      while (waits()) next();
      expect(found).toEqual([null]);
    }
  });
});
