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
    dispatchEvent(new PointerEvent('pointerdown'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isQuiet()).toBe(false);
    dispatchEvent(new PointerEvent('pointercancel'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(isQuiet()).toBe(true);
  });

  it('is not kept waiting by a pointer that only passes over', async () => {
    const isQuiet = await begin(1000);
    await vi.advanceTimersByTimeAsync(600);
    dispatchEvent(new PointerEvent('pointermove'));
    await vi.advanceTimersByTimeAsync(400);
    expect(isQuiet()).toBe(true);
  });
});

describe('what goes on in the same pause', () => {
  it('comes at once, a little later, and after the next touch only when it is quiet again', async () => {
    const { untilStillQuiet } = await import('../../src/app/untilQuiet.ts');
    const done: number[] = [];
    const began = performance.now();
    const go = async (): Promise<void> => {
      for (let turn = 0; turn < 3; turn += 1) {
        await untilStillQuiet(2000, 300);
        done.push(performance.now() - began);
      }
    };
    dispatchEvent(new Event('wheel'));
    void go();
    dispatchEvent(new Event('wheel'));
    await vi.advanceTimersByTimeAsync(2400);
    dispatchEvent(new Event('wheel'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([2000, 2300, 4400]);
  });
});

describe('what waits until nothing is pressed', () => {
  async function press(): Promise<() => boolean> {
    const { untilQuiet, untilReleased } = await import('../../src/app/untilQuiet.ts');
    void untilQuiet(0);
    dispatchEvent(new PointerEvent('pointerdown'));
    let isReleased = false;
    void untilReleased(2000).then(() => (isReleased = true));
    await vi.advanceTimersByTimeAsync(1500);
    return () => isReleased;
  }

  it('comes after what the lifting of the pointer does', async () => {
    const isReleased = await press();
    expect(isReleased()).toBe(false);
    dispatchEvent(new PointerEvent('pointerup'));
    expect(isReleased()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isReleased()).toBe(true);
  });

  it('waits for the last of several fingers', async () => {
    const isReleased = await press();
    dispatchEvent(new PointerEvent('pointerdown', { pointerId: 2 }));
    dispatchEvent(new PointerEvent('pointerup', { pointerId: 2 }));
    await vi.advanceTimersByTimeAsync(100);
    expect(isReleased()).toBe(false);
    dispatchEvent(new PointerEvent('pointerup'));
    await vi.advanceTimersByTimeAsync(1);
    expect(isReleased()).toBe(true);
  });

  it('comes at last when the browser never tells of the lifting', async () => {
    const isReleased = await press();
    await vi.advanceTimersByTimeAsync(500);
    expect(isReleased()).toBe(true);
  });
});
