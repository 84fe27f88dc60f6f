// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { mostInHand } from '../../src/canvas/inHand.ts';
import { buildSession, person } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

const { animate } = Element.prototype;

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  Object.assign(Element.prototype, { animate });
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

it('on its way inside a cell, what is dragged has its marks follow without React', async () => {
  // Where nothing can be animated, they are moved by their style.
  Object.assign(Element.prototype, { animate: undefined });
  const session = buildSession();
  const rendered = vi.fn<() => void>();
  const container = await openCanvas(session, rendered);
  const { layout } = session.projection.getState();
  const box = layout.cards.get('t1');
  const place = box ? { stageId: box.stageId, laneId: box.laneId } : null;
  const dragTo = (x: number, y: number) =>
    act(() =>
      session.screen.setState({ drag: { ids: dragged, landing: new Map([['t1', { x, y }]]), place } }),
    );
  const dragged = ['t1'];
  const translateOf = (part: string) => {
    const mark = container.querySelector(`[data-part="${part}"]`);
    const layer = part === 'landing' ? mark?.closest('svg') : mark;
    return (layer as HTMLElement | null)?.style.translate;
  };
  dragTo(200, 20);
  rendered.mockClear();
  dragTo(230, 25);
  expect(translateOf('landing')).toBe('230px 25px');
  const middle = 230 + (box?.width ?? 0) / 2;
  const { x, zoom } = canvasCamera.view();
  expect(translateOf('plumb-line')).toBe(`${middle}px 0px`);
  expect(translateOf('stage-mark')).toBe(`${middle * zoom + x}px 0px`);
  expect(rendered).not.toHaveBeenCalled();
  act(() => session.screen.setState({ drag: null, selection: new Set(['t1']) }));
  const rest = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const mark = container.querySelector<HTMLElement>('[data-part="stage-mark"]');
  expect(translateOf('stage-mark')).toBe('');
  expect(mark?.style.transform).toBe(`translate(${rest * zoom + x}px, 0px)`);
  expect(translateOf('plumb-line')).toBe(`${rest}px 0px`);
});
