/** R65: a place is one value, so two people who move one thing at once never end with a mixture of their places. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMap } from '../../src/document/readMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { createPeers } from '../support/peers.ts';
import { runs } from '../support/runs.ts';

const stages = ['s1', 's2', 's3'];
const lanes = ['l1', 'l2', 'l3'];
const start = buildMap({ stages, lanes, touchpoints: ['t1', { id: 't2', stageId: 's2' }] });

const arbitraryPlace = fc.record({
  stageId: fc.constantFrom(...stages),
  laneId: fc.constantFrom(...lanes),
  t: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  row: fc.nat({ max: 5 }),
});
/** Who moves it where; `deliver`: one waiting update of others comes in before. */
const arbitraryMove = fc.record({
  peer: fc.nat({ max: 3 }),
  to: arbitraryPlace,
  deliver: fc.boolean(),
  pick: fc.nat({ max: 9 }),
});

const placeOf = ({
  stageId,
  laneId,
  t,
  row,
}: {
  stageId: string;
  laneId: string;
  t: number;
  row: number;
}) => ({
  stageId,
  laneId,
  t,
  row,
});

describe('a touchpoint that several people move at once', () => {
  it('lies where one of them put it last, whole, and at the same place for everybody (R65)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(arbitraryMove, { minLength: 2, maxLength: 10 }),
        (count, moves) => {
          const peers = createPeers(count, start);
          const last = new Map<number, object>();
          for (const { peer: number, to, deliver, pick } of moves) {
            const peer = peers.all[number % count];
            if (!peer) continue;
            if (deliver) peers.deliver(peer, pick);
            peer.commands.move({ touchpoints: new Map([['t1', to]]) });
            last.set(number % count, placeOf(to));
          }
          peers.meet();
          const ends = peers.all.map(({ doc }) => readMap(doc).touchpoints.find(({ id }) => id === 't1'));
          for (const end of ends) {
            if (!end) throw new Error('it is gone');
            expect([...last.values()]).toContainEqual(placeOf(end));
            expect(end).toEqual(ends[0]);
          }
        },
      ),
      runs(80),
    );
  });

  it('lies at one of two places, whole, also when one of the moves is undone (R65)', () => {
    fc.assert(
      fc.property(arbitraryPlace, arbitraryPlace, (mine, theirs) => {
        const peers = createPeers(2, start);
        const [a, b] = peers.all;
        if (!a || !b) throw new Error('nobody is there');
        const before = readMap(a.doc).touchpoints.find(({ id }) => id === 't1');
        a.commands.move({ touchpoints: new Map([['t1', mine]]) });
        b.commands.move({ touchpoints: new Map([['t1', theirs]]) });
        b.undo.undo();
        peers.meet();
        const end = readMap(a.doc).touchpoints.find(({ id }) => id === 't1');
        expect([mine, before && placeOf(before)]).toContainEqual(end && placeOf(end));
      }),
      runs(30),
    );
  });
});
