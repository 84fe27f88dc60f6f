// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mostInHand } from '../../src/canvas/inHand.ts';
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
  // In the layer of the plumb line, which is moved besides.
  for (const mark of old()) expect(plumb?.classList).toContain(mark.closest('svg')?.getAttribute('class'));
  expect(landing?.closest('svg')).not.toBe(old()[0]?.closest('svg'));
});

it('of very many things in hand old places and landings are one picture', async () => {
  const session = buildSession();
  const container = await openCanvas(session);
  const ids = ['t1', 't2', ...Array.from({ length: mostInHand }, (_, index) => `gone${index}`)];
  const landing = new Map([['t1', { x: 300, y: 20 }]]);
  act(() => session.screen.setState({ drag: { ids, landing } }));
  const landings = [...container.querySelectorAll('[data-part="landing"]')];
  expect(landings.map(({ tagName }) => tagName)).toEqual(['CANVAS']);
  expect(container.querySelector('[data-part="old-place"]')).toBe(null);
  act(() => session.screen.setState({ drag: null }));
  expect(container.querySelector('[data-part="landing"]')).toBe(null);
});
