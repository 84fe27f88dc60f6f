// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../src/canvas/editing/pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('work that follows a gesture', () => {
  it('is done at once, then rarely, and the last asked for in any case', () => {
    const done: number[] = [];
    const pace = createPace(60);
    for (let move = 0; move < 20; move += 1) {
      pace.run(() => done.push(move));
      vi.advanceTimersByTime(16);
    }
    expect(done[0]).toBe(0);
    expect(done.length).toBeGreaterThan(2);
    expect(done.length).toBeLessThanOrEqual(7);
    vi.advanceTimersByTime(200);
    expect(done.at(-1)).toBe(19);
  });

  it('is done the more rarely the longer it takes to be shown', () => {
    const count = (takesMs: number): number => {
      let clock = 0;
      let done = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => clock);
      const pace = createPace(60);
      for (let move = 0; move < 100; move += 1) {
        pace.run(() => {
          done += 1;
          clock += takesMs;
        });
        clock += 16;
        vi.advanceTimersByTime(16);
      }
      pace.stop();
      return done;
    };
    expect(count(100)).toBeGreaterThan(1);
    expect(count(100)).toBeLessThan(count(1) / 2);
  });

  it('is not done any more after its end', () => {
    const act = vi.fn<() => void>();
    const pace = createPace(60);
    pace.run(() => undefined);
    pace.run(act);
    pace.stop();
    vi.advanceTimersByTime(1000);
    expect(act).not.toHaveBeenCalled();
  });
});
