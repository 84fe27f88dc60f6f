import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMoments, createQuiet, nextTask } from '../../src/state/frame.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what waits until it is quiet', () => {
  it('is done once, so long after the last that happened, and again after the next', () => {
    const act = vi.fn<() => void>();
    const quiet = createQuiet(act, 400);
    for (let times = 0; times < 10; times += 1) {
      quiet.wait();
      vi.advanceTimersByTime(300);
    }
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(1);
    quiet.wait();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('sets no timer anew while one is running, and leaves none when it is stopped', () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    const act = vi.fn<() => void>();
    const quiet = createQuiet(act, 400);
    for (let times = 0; times < 10; times += 1) quiet.wait();
    expect(set).toHaveBeenCalledTimes(1);
    quiet.stop();
    expect(vi.getTimerCount()).toBe(0);
    quiet.wait();
    vi.advanceTimersByTime(400);
    expect(act).toHaveBeenCalledTimes(1);
  });
});

it('what waits for its turn is done after what is at hand, in order, and not when it was called off', async () => {
  vi.useRealTimers();
  const done: string[] = [];
  nextTask(() => done.push('one'));
  const callOff = nextTask(() => done.push('never'));
  const { promise, resolve } = Promise.withResolvers<void>();
  nextTask(() => {
    done.push('two');
    resolve();
  });
  callOff();
  await Promise.resolve();
  expect(done).toEqual([]);
  await promise;
  expect(done).toEqual(['one', 'two']);
});

it('what others do is shown before whatever else waits, then once in a frame’s time, and asks for no frame', async () => {
  const ask = vi.fn<() => number>(() => 1);
  vi.stubGlobal('requestAnimationFrame', ask);
  const act = vi.fn<() => void>();
  const nextMoment = createMoments();
  nextMoment(act);
  expect(act).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(act).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);

  nextMoment(act);
  await Promise.resolve();
  vi.advanceTimersByTime(15);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);

  // After a while the next is shown at once again.
  await Promise.resolve();
  vi.advanceTimersByTime(16);
  nextMoment(act)();
  await Promise.resolve();
  expect(act).toHaveBeenCalledTimes(2);
  nextMoment(act);
  await Promise.resolve();
  expect(act).toHaveBeenCalledTimes(3);
  nextMoment(act)();
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(3);
  expect(ask).not.toHaveBeenCalled();
});

it('what takes longer than a frame to show, with what React draws of it, leaves as long for other things', async () => {
  const act = vi.fn<() => void>(() => {
    vi.advanceTimersByTime(40);
    queueMicrotask(() => vi.advanceTimersByTime(40));
  });
  const nextMoment = createMoments();
  nextMoment(act);
  await Promise.resolve();
  await Promise.resolve();
  nextMoment(act);
  await Promise.resolve();
  expect(act).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(1);
});

it('in a page that nobody sees what others do waits longer, also the first', async () => {
  vi.stubGlobal('document', { hidden: true });
  const act = vi.fn<() => void>();
  createMoments()(act);
  await Promise.resolve();
  vi.advanceTimersByTime(199);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
});
