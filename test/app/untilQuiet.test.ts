// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each test has a clock of its own, and nobody has touched its page.
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function begin(ms: number): Promise<() => boolean> {
  const { untilQuiet } = await import('../../src/app/untilQuiet.ts');
  let isQuiet = false;
  void untilQuiet(ms).then(() => (isQuiet = true));
  await vi.advanceTimersByTimeAsync(0);
  return () => isQuiet;
}

describe('what waits for a pause', () => {
  it('comes when nobody has touched the page for so long', async () => {
    const isQuiet = await begin(1000);
    await vi.advanceTimersByTimeAsync(900);
    dispatchEvent(new Event('wheel'));
    await vi.advanceTimersByTimeAsync(900);
    dispatchEvent(new Event('keydown'));
    await vi.advanceTimersByTimeAsync(999);
    expect(isQuiet()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isQuiet()).toBe(true);
  });

  it('does not come while something is held, however still', async () => {
    const isQuiet = await begin(1000);
    dispatchEvent(new Event('pointerdown'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isQuiet()).toBe(false);
    dispatchEvent(new Event('pointercancel'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(isQuiet()).toBe(true);
  });

  it('is not kept waiting by a pointer that only passes over', async () => {
    const isQuiet = await begin(1000);
    await vi.advanceTimersByTimeAsync(600);
    dispatchEvent(new Event('pointermove'));
    await vi.advanceTimersByTimeAsync(400);
    expect(isQuiet()).toBe(true);
  });
});
