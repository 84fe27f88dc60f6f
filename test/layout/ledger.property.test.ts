import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Choosing, Ledger } from '../../src/layout/ledger.ts';
import { allAtOnce } from '../../src/layout/steps.ts';
import { runs } from '../support/runs.ts';

interface Wish {
  readonly rank: number;
  readonly seat: number;
  readonly from: number;
  readonly to: number;
}

class Guest extends Choosing {
  choice: number | undefined = undefined;
  readonly rank: number;
  readonly seat: number;
  readonly from: number;
  readonly to: number;

  constructor({ rank, seat, from, to }: Wish) {
    super();
    this.rank = rank;
    this.seat = seat;
    this.from = from;
    this.to = to;
  }
}

/** Guests take the first free one of five seats at or after the wished one, for a stretch of the evening. */
function table(): { readonly ledger: Ledger<Guest, number>; readonly asked: () => number } {
  let asked = 0;
  const ledger = new Ledger<Guest, number>({
    compare: (a, b) => a.rank - b.rank,
    looks: ({ seat, from, to }) => [{ shelf: seat, from, to }],
    reach: 2,
    choose: ({ seat, from, to }, before) => {
      asked += 1;
      const taken = new Set(before({ shelf: seat, from, to }).map(({ choice }) => choice));
      return [seat, seat + 1, seat + 2, seat - 1].find((one) => !taken.has(one)) ?? seat;
    },
    takes: ({ from, to }, seat) => [{ shelf: seat, from, to }],
    isSame: Object.is,
  });
  return { ledger, asked: () => asked };
}

const evening = fc.array(
  fc.record({
    seat: fc.nat({ max: 6 }),
    from: fc.nat({ max: 3000 }),
    long: fc.integer({ min: 1, max: 1500 }),
  }),
  { maxLength: 40, size: 'max' },
);

describe('those who choose one after the other', () => {
  it('choose after any comings and goings as if all had chosen anew', () => {
    const changes = fc.array(fc.array(fc.record({ at: fc.nat(), comes: fc.boolean() }), { maxLength: 6 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(evening, changes, (list, rounds) => {
        const guests = list.map(
          ({ seat, from, long }, rank) => new Guest({ rank, seat, from, to: from + long }),
        );
        const { ledger } = table();
        const here = new Set(guests.slice(0, guests.length / 2));
        const told = new Map<Guest, number | undefined>();
        for (const guest of here) ledger.add(guest);
        for (const round of [[], ...rounds]) {
          for (const { at, comes } of round) {
            const guest = guests[at % Math.max(1, guests.length)];
            if (!guest || here.has(guest) === comes) continue;
            if (comes) ledger.add(guest);
            else ledger.remove(guest);
            if (comes) here.add(guest);
            else here.delete(guest);
            told.delete(guest);
          }
          for (const guest of allAtOnce(ledger.settle())) told.set(guest, guest.choice);
          const fresh = table().ledger;
          const others = [...here].map((guest) => new Guest(guest));
          for (const guest of others) fresh.add(guest);
          allAtOnce(fresh.settle());
          const seats = others.map(({ choice }) => choice);
          expect([...here].map(({ choice }) => choice)).toEqual(seats);
          expect([...here].map((guest) => told.get(guest))).toEqual(seats);
        }
      }),
      runs(200),
    );
  });

  it('are asked again only near a change', () => {
    const { ledger, asked } = table();
    const guests = Array.from({ length: 900 }, (_, rank) => {
      const from = Math.floor(rank / 3) * 100;
      return new Guest({ rank, seat: (rank % 3) * 10, from, to: from + 90 });
    });
    for (const guest of guests) ledger.add(guest);
    allAtOnce(ledger.settle());
    const before = asked();
    const [, , , gone] = guests;
    if (gone) ledger.remove(gone);
    ledger.add(new Guest({ rank: 3, seat: 1, from: 120, to: 260 }));
    allAtOnce(ledger.settle());
    expect(asked() - before).toBeLessThan(8);
  });

  it('are asked again where something else changed', () => {
    const { ledger, asked } = table();
    for (const rank of [0, 1, 2]) ledger.add(new Guest({ rank, seat: rank, from: 0, to: 10 }));
    allAtOnce(ledger.settle());
    const before = asked();
    ledger.touch({ shelf: 1, from: 5, to: 6 });
    expect(allAtOnce(ledger.settle())).toEqual([]);
    expect(asked() - before).toBe(1);
    ledger.touchAll();
    allAtOnce(ledger.settle());
    expect(asked() - before).toBe(4);
  });
});
