// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createGlide } from '../../src/canvas/glide.ts';

it('moves an element by animations that stand still where it shall be, and leaves nothing behind', () => {
  const element = document.createElement('div');
  const made: { frames: unknown; duration: number; currentTime: number; state: string }[] = [];
  element.animate = vi.fn((frames: unknown, { duration }: { duration: number }) => {
    const one = {
      frames,
      duration,
      currentTime: 0,
      state: 'running',
      finished: new Promise(() => undefined),
      pause: () => (one.state = 'paused'),
      cancel: () => (one.state = 'idle'),
    };
    made.push(one);
    return one;
  }) as unknown as HTMLElement['animate'];
  const glide = createGlide(element);
  glide.to(30, -8.5);
  // From −r to r in 2r ms, in even steps: a unit a millisecond, and nothing in the middle.
  expect(made.map(({ duration, currentTime }) => currentTime - duration / 2)).toEqual([30, -8.5]);
  const [across, down] = made.map(({ duration }) => duration / 2);
  expect(made.map(({ frames }) => frames)).toEqual([
    { translate: [`-${across}px 0`, `${across}px 0`] },
    { transform: [`translateY(-${down}px)`, `translateY(${down}px)`] },
  ]);
  expect(made.map(({ state }) => state)).toEqual(['paused', 'paused']);
  glide.end();
  expect(made.map(({ state }) => state)).toEqual(['idle', 'idle']);
  expect(element.getAttribute('style')).toBe(null);
});

it('writes the style where nothing can be animated', () => {
  const element = document.createElement('div');
  Object.assign(element, { animate: undefined });
  const glide = createGlide(element);
  glide.to(3, 4);
  expect(element.style.translate).toBe('3px 4px');
  glide.end();
  expect(element.style.translate).toBe('');
});
