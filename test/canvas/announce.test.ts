import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announce, hearAnnouncements, leastGapMs } from '../../src/canvas/announce.ts';

let said: string[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(10 * leastGapMs);
  said = [];
  stop = hearAnnouncements((text) => said.push(text));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('says at most one message a second, and then the latest (U56)', () => {
  announce('one');
  vi.advanceTimersByTime(1);
  announce('two');
  announce('three');
  vi.advanceTimersByTime(leastGapMs - 10);
  expect(said).toEqual(['one']);
  vi.advanceTimersByTime(20);
  expect(said).toEqual(['one', 'three']);
});
