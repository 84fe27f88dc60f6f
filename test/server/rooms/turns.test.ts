/** Work that can wait: a few in each round, nobody forgotten. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Turns } from '../../../server/rooms/turns.ts';
import { runs } from '../../support/runs.ts';

it('gives a few their turn at once, the others in the rounds that follow, in the order they asked', () => {
  const turns = new Turns<string>(2);
  const ask = (names: string) => [...names].filter((name) => turns.take(name)).join('');
  expect(ask('abcde')).toBe('ab');
  expect(ask('cde')).toBe('');
  turns.beginRound();
  expect(ask('xedc')).toBe('dc');
  turns.beginRound();
  expect(ask('zxe')).toBe('xe');
  turns.beginRound();
  expect(ask('z')).toBe('z');
});

it('passes on the turn of who does not ask any more', () => {
  const turns = new Turns<number>(1);
  for (const one of [1, 2, 3]) turns.take(one);
  turns.beginRound();
  turns.beginRound();
  expect(turns.take(3)).toBe(true);
});

it('everybody who keeps asking gets it before long, and no round has more than its share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 600 }), (atOnce, count) => {
      const turns = new Turns<number>(atOnce);
      const asking = new Set(Array.from({ length: count }, (_, index) => index));
      let round = 0;
      for (; asking.size > 0 && round < 200; round++) {
        turns.beginRound();
        const taken = [...asking].filter((one) => turns.take(one));
        expect(taken.length).toBeLessThanOrEqual(Math.max(atOnce, Math.ceil(count / 30)));
        for (const one of taken) asking.delete(one);
      }
      expect(asking.size).toBe(0);
      expect(round).toBeLessThanOrEqual(Math.ceil(count / atOnce) + 1);
    }),
    runs(100),
  );
});
