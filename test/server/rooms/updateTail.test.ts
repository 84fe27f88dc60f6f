/** Updates behind a snapshot come back as they were put in, whatever their sizes. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { UpdateTail } from '../../../server/rooms/updateTail.ts';
import { runs } from '../../support/runs.ts';

const update = fc.oneof(
  { weight: 5, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1000, max: 1100 }).map((length) => new Uint8Array(length).fill(7)),
  },
);

it('keeps all in order, counts them, and is empty when cleared', () => {
  fc.assert(
    fc.property(fc.array(update, { maxLength: 40 }), fc.array(update, { maxLength: 10 }), (first, then) => {
      const tail = new UpdateTail();
      for (const one of first) tail.add(one);
      const early = tail.all();
      for (const one of then) tail.add(one);
      const added = [...first, ...then];
      expect(early).toEqual(first);
      expect(tail.all()).toEqual(added);
      expect(tail.count).toBe(added.length);
      expect(tail.bytes).toBe(added.reduce((sum, one) => sum + one.length, 0));
      tail.clear();
      expect([tail.count, tail.bytes, tail.all()]).toEqual([0, 0, []]);
    }),
    runs(100),
  );
});
