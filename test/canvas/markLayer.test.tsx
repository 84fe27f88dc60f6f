// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildSession, person } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('the old place of what is dragged, by me or another, lies below the cards; its landing above', async () => {
  const session = buildSession();
  const container = await openCanvas(session);
  const old = () => [...container.querySelectorAll('[data-part="old-place"]')];
  expect(old()).toEqual([]);
  act(() => session.setOthers([person(7, { drag: { ids: ['t1'], dx: 40, dy: 10 } })]));
  expect(old()).toHaveLength(1);
  act(() =>
    session.screen.setState({
      drag: { ids: ['t1'], landing: new Map([['t1', { x: 300, y: 20 }]]) },
    }),
  );
  expect(old()).toHaveLength(2);
  const [landing] = container.querySelectorAll('[data-part="landing"]');
  const plumb = container.querySelector('[data-part="plumb-line"]');
  for (const mark of old())
    expect(mark.closest('svg')?.getAttribute('class')).toBe(plumb?.getAttribute('class'));
  expect(landing?.closest('svg')).not.toBe(old()[0]?.closest('svg'));
});
