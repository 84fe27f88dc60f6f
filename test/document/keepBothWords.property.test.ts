/** D44: what two and three people commit into one short text at the same moment is kept, whoever's value Yjs lets stand. */
import * as fc from 'fast-check';
import type * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { keepBothWords } from '../../src/document/keepBothWords.ts';
import { readMap } from '../../src/document/readMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { createPeers, type Peer, type Peers } from '../support/peers.ts';
import { runs } from '../support/runs.ts';

const words = ['Pays', 'at', 'till'];
const base = words.join(' ');
const map = buildMap({ touchpoints: [{ id: 't1', title: base }] });
/** Each changes a word of their own. */
const changed = (who: number): string =>
  words.map((word, index) => (index === who ? `${word}${who}new` : word)).join(' ');

const start = (count: number): Peers => {
  const peers = createPeers(count, map);
  for (const { doc } of peers.all) keepBothWords(doc);
  return peers;
};
const retitle = ({ commands }: Peer, title: string) => commands.update('touchpoints', ['t1'], { title });
const titleOf = ({ doc }: Peer): string | undefined =>
  readMap(doc).touchpoints.find(({ id }) => id === 't1')?.title;
const two = (): { readonly peers: Peers; readonly early: Peer; readonly late: Peer } => {
  const peers = start(2);
  const [early, late] = peers.all;
  if (!early || !late) throw new Error('two peers');
  return { peers, early, late };
};
/** Everybody hears everything until nobody has more to say; so many rounds at most. */
function settle(peers: Peers, rounds = 6): void {
  for (let round = 0; round < rounds; round += 1) peers.meet();
}
/** How often anybody writes from now on. */
function countWrites({ all }: Peers): () => number {
  let count = 0;
  for (const { doc } of all)
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.local && transaction.changed.size > 0) count += 1;
    });
  return () => count;
}

describe('[D44] one short text, committed by several people at once', () => {
  it.each([2, 3])('keeps the words of all %i, equal everywhere, and comes to rest', (count) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2].slice(0, count), { minLength: count }),
        fc.array(fc.record({ who: fc.nat(count - 1), pick: fc.nat(9) }), { maxLength: 24 }),
        fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        (order, deliveries, cut) => {
          const peers = start(count);
          for (const [who, peer] of peers.all.entries()) peer.isCut = cut[who] ?? false;
          for (const [word, who] of order.entries()) {
            const peer = peers.all[who];
            if (peer) retitle(peer, changed(word));
          }
          for (const { who, pick } of deliveries) {
            const peer = peers.all[who];
            if (peer && !peer.isCut) peers.deliver(peer, pick);
          }
          settle(peers);
          const wanted = words.map((word, who) => (who < count ? `${word}${who}new` : word)).join(' ');
          expect(peers.all.map(titleOf)).toEqual(peers.all.map(() => wanted));
          const writes = countWrites(peers);
          settle(peers, 2);
          expect(writes()).toBe(0);
        },
      ),
      runs(100),
    );
  });

  it('whatever is typed, all copies end equal and nobody writes without end', () => {
    const title = fc.stringMatching(/^[ab ]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat(2), title, pick: fc.nat(9), hear: fc.nat(3) }), { maxLength: 12 }),
        (acts) => {
          const peers = start(3);
          const writes = countWrites(peers);
          for (const { who, title: wanted, pick, hear } of acts) {
            const peer = peers.all[who];
            if (!peer) continue;
            if (hear === 0) retitle(peer, wanted);
            else if (hear === 1) peer.undo.undo();
            else peers.deliver(peer, pick);
          }
          settle(peers, 12);
          const after = writes();
          expect(new Set(peers.all.map(titleOf)).size).toBe(1);
          settle(peers, 2);
          expect(writes()).toBe(after);
        },
      ),
      runs(100),
    );
  });

  it('keeps what was typed offline in several goes, and the map’s title', () => {
    const { peers, early, late } = two();
    for (const one of [early, late]) one.isCut = true;
    retitle(early, 'Soon pays at till');
    retitle(early, 'Soon she pays at till');
    early.commands.updateMap({ title: `${map.map.title} one` });
    retitle(late, 'Pays at till later');
    late.commands.updateMap({ title: `Two ${map.map.title}` });
    settle(peers);
    expect(titleOf(early)).toBe('Soon she pays at till later');
    expect(readMap(early.doc).map.title).toBe(`Two ${map.map.title} one`);
  });

  it('lets one of the two stand when both changed the same words', () => {
    const { peers, early, late } = two();
    retitle(early, 'Pays at desk');
    retitle(late, 'Pays at door');
    const writes = countWrites(peers);
    settle(peers);
    expect(titleOf(early)).toBe(titleOf(late));
    expect(['Pays at desk', 'Pays at door']).toContain(titleOf(late));
    expect(writes()).toBe(0);
    // And does not bring the others back when the title is no longer what they met.
    retitle(late, 'Leaves');
    settle(peers);
    expect(titleOf(early)).toBe('Leaves');
  });

  it('writes only upon what had not seen the words: a later change of them is left alone', () => {
    const { peers, early, late } = two();
    retitle(early, 'Pays now at till');
    settle(peers);
    retitle(late, 'Leaves');
    settle(peers);
    expect(titleOf(early)).toBe('Leaves');
  });

  it('leaves a record alone that was deleted, brought back and changed again', () => {
    const { peers, early, late } = two();
    early.commands.update('touchpoints', ['t1'], { owner: 'Shop' });
    settle(peers);
    late.commands.remove(['t1']);
    late.undo.undo();
    settle(peers);
    late.commands.update('touchpoints', ['t1'], { owner: 'Office' });
    settle(peers);
    expect(readMap(early.doc).touchpoints[0]?.owner).toBe('Office');
  });

  it('an undo takes no words of others, and words I took back do not return', () => {
    const { peers, early, late } = two();
    retitle(early, 'Soon Pays at till');
    retitle(late, 'Pays at till later');
    settle(peers);
    expect(early.undo.undo()).toBeNull();
    settle(peers);
    expect(titleOf(late)).toBe('Soon Pays at till later');
    late.undo.undo();
    settle(peers);
    expect(titleOf(early)).toBe('Soon Pays at till later');

    const again = two();
    for (const one of [again.early, again.late]) one.isCut = true;
    retitle(again.early, 'Soon Pays at till');
    again.early.undo.undo();
    retitle(again.late, 'Pays at till later');
    settle(again.peers);
    expect(titleOf(again.early)).toBe('Pays at till later');
  });

  it('leaves numbers and choices as they are: one of the two', () => {
    const { peers, early, late } = two();
    early.commands.update('touchpoints', ['t1'], { emotion: 1, status: 'idea' });
    late.commands.update('touchpoints', ['t1'], { emotion: -1, status: 'planned' });
    const writes = countWrites(peers);
    settle(peers);
    expect(writes()).toBe(0);
  });
});
