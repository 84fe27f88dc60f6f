import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/panels/import/pace.ts';

/** A clock that goes on by `step` at each look, and pauses that end at once. */
function open(step: number) {
  const stop = new AbortController();
  const told: number[] = [];
  let time = 0;
  const pace = createPace({
    signal: stop.signal,
    onProgress: (done) => told.push(done),
    pause(act) {
      act();
      return () => undefined;
    },
    now: () => (time += step),
  });
  return { pace, told, stop };
}

describe('the pace of an import', () => {
  it('goes on without a pause while little time has passed', async () => {
    const { pace, told } = open(1);
    for (const done of [1, 2, 3]) expect(await pace(done)).toBe(true);
    expect(told).toEqual([]);
  });

  it('lets the page have its turn as soon as a piece has taken 12 ms, and tells how far it is (U43)', async () => {
    const { pace, told } = open(6);
    for (let done = 1; done <= 9; done += 1) expect(await pace(done)).toBe(true);
    expect(told).toEqual([2, 4, 6, 8]);
  });

  it('says when the import is not wanted any more', async () => {
    const { pace, stop } = open(1);
    stop.abort();
    expect(await pace(1)).toBe(false);
  });
});
