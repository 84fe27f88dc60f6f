// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePrinting } from '../../src/app/usePrinting.ts';
import { buildSession } from '../canvas/support/buildSession.ts';

const stop = vi.fn<() => void>();
const servePrinting = vi.fn<() => () => void>(() => stop);
vi.mock('../../src/app/printing.ts', () => ({ servePrinting: () => servePrinting() }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('what prints is fetched in a pause, not in the middle of a gesture, and goes with the map', async () => {
  const session = buildSession();
  const { unmount } = renderHook(() => usePrinting(session));
  for (let turn = 0; turn < 60; turn += 1) {
    await vi.advanceTimersByTimeAsync(100);
    dispatchEvent(new Event('wheel'));
  }
  expect(servePrinting).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2500);
  await vi.waitFor(() => expect(servePrinting).toHaveBeenCalledTimes(1));
  unmount();
  expect(stop).toHaveBeenCalledTimes(1);
});

it('what prints comes for those who never pause, too', async () => {
  renderHook(() => usePrinting(buildSession()));
  for (let turn = 0; turn < 610; turn += 1) {
    await vi.advanceTimersByTimeAsync(100);
    dispatchEvent(new Event('wheel'));
  }
  await vi.waitFor(() => expect(servePrinting).toHaveBeenCalledTimes(1));
});

it('a map that was left meanwhile is not printed', async () => {
  const session = buildSession();
  const { unmount } = renderHook(() => usePrinting(session));
  unmount();
  await vi.advanceTimersByTimeAsync(5000);
  expect(servePrinting).not.toHaveBeenCalled();
});
