// @vitest-environment happy-dom
/** How many cards are mounted with a frame. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fewAtATime, useFewAtATime } from '../../src/canvas/useFewAtATime.ts';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    frames.push(run);
    return run;
  });
  vi.stubGlobal('cancelAnimationFrame', (run: unknown) => {
    frames = frames.filter((due) => due !== run);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function nextFrame(): void {
  const due = frames;
  frames = [];
  act(() => {
    for (const run of due) run();
  });
}

const ids = Array.from({ length: 3 * fewAtATime }, (_, index) => `t${index}`);
const none: ReadonlySet<string> = new Set();

it('lets a few in with a frame, and again after none was wanted', () => {
  const far: string[] = [];
  const { result, rerender } = renderHook(({ wanted }) => useFewAtATime(wanted, none), {
    initialProps: { wanted: ids },
  });
  for (const wanted of [ids, far, ids]) {
    rerender({ wanted });
    expect(result.current).toEqual([]);
    for (let many = fewAtATime; many <= wanted.length; many += fewAtATime) {
      nextFrame();
      expect(result.current).toEqual(ids.slice(0, many));
    }
  }
});

it('keeps what it has let in, and lets in at once what somebody has in hand', () => {
  const { result, rerender } = renderHook(({ wanted, urgent }) => useFewAtATime(wanted, urgent), {
    initialProps: { wanted: ids, urgent: none },
  });
  nextFrame();
  const moved = ids.slice(4);
  rerender({ wanted: moved, urgent: new Set(['t40']) });
  expect(result.current).toEqual([...ids.slice(4, fewAtATime), 't40']);
});
