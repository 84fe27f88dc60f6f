// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { isPictured } from '../../src/canvas/copyView.ts';
import { fadeAfterMs } from '../../src/canvas/People.tsx';
import styles from '../../src/canvas/MapCanvas.module.css';
import { tellDrag } from '../../src/canvas/editing/tellDrag.ts';
import { peopleInk } from '../../src/theme/inks.ts';
import { buildSession, person } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const card = (container: HTMLElement, id: string): HTMLElement => {
  const element = container.querySelector<HTMLElement>(`[data-testid="touchpoint"][data-id="${id}"]`);
  if (!element) throw new Error(`no card ${id}`);
  return element;
};

describe('other people on the map', () => {
  it('have cursors with their names, kept in map units whatever the zoom (U44)', async () => {
    const session = buildSession({ role: 'viewer' });
    const container = await openCanvas(session);
    act(() => session.setOthers([person(2, { name: 'Marek', cursor: { x: 100, y: 50 } })]));
    const cursor = container.querySelector<HTMLElement>('[data-testid="cursor"]');
    expect(cursor?.textContent).toBe('Marek');
    act(() => canvasCamera.moved({ x: 10, y: 20, zoom: 2, width: 1400, height: 800 }));
    expect(cursor?.style.transform).toBe('translate(210px, 120px)');
    act(() => session.setOthers([person(2, { name: 'Marek', cursor: null, idle: true })]));
    expect(cursor?.style.display).toBe('none');
    expect(cursor?.dataset['idle']).toBe('true');
  });

  it('have cursors that fade when they rest for five seconds, and are clear with the next movement (U44)', async () => {
    const session = buildSession({ role: 'viewer' });
    const container = await openCanvas(session);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    act(() => session.setOthers([person(2, { cursor: { x: 100, y: 50 } })]));
    const cursor = container.querySelector<HTMLElement>('[data-testid="cursor"]');
    act(() => void vi.advanceTimersByTime(fadeAfterMs - 1));
    expect(cursor?.dataset['resting']).toBeUndefined();
    act(() => void vi.advanceTimersByTime(1));
    expect(cursor?.dataset['resting']).toBe('true');
    act(() => session.setOthers([person(2, { cursor: { x: 101, y: 50 } })]));
    expect(cursor?.dataset['resting']).toBeUndefined();
    vi.useRealTimers();
    expect(fadeAfterMs).toBe(5000);
    act(() => session.setOthers([]));
  });

  it('can have their cursors hidden and shown again, while what they drag still moves (U45)', async () => {
    const session = buildSession({ role: 'viewer' });
    const container = await openCanvas(session);
    const cursors = () => container.querySelectorAll<HTMLElement>('[data-testid="cursor"]');
    act(() => session.screen.setState({ cursors: false }));
    act(() =>
      session.setOthers([person(2, { cursor: { x: 100, y: 50 }, drag: { ids: ['t2'], dx: 40, dy: 0 } })]),
    );
    expect(cursors().length).toBe(0);
    expect(card(container, 't2').style.translate).toBe('40px 0px');
    act(() => canvasCamera.moved({ x: 10, y: 20, zoom: 2, width: 1400, height: 800 }));
    act(() => session.screen.setState({ cursors: true }));
    expect(cursors()[0]?.style.transform).toBe('translate(210px, 120px)');
    act(() => session.setOthers([]));
  });

  it('never take clicks: their layer lets every press through and no flag says otherwise (U45)', async () => {
    const session = buildSession({ role: 'viewer' });
    const container = await openCanvas(session);
    act(() => session.setOthers([person(2, { cursor: { x: 100, y: 50 } })]));
    const cursor = container.querySelector<HTMLElement>('[data-testid="cursor"]');
    expect(cursor?.parentElement?.className).toBe(styles.people);
    const rule = (name: string) => new RegExp(`\\.${name}[ \\[][^}]*}`, 'g');
    const sheet = readFileSync('src/canvas/MapCanvas.module.css', 'utf8');
    expect(sheet.match(rule('people'))?.[0]).toContain('pointer-events: none;');
    expect(
      [...(sheet.match(rule('cursor')) ?? []), ...(sheet.match(rule('flag')) ?? [])].join(),
    ).not.toContain('pointer-events');
    expect(container.querySelector('[data-testid="cursor"] [style*="pointer-events"]')).toBeNull();
    act(() => session.setOthers([]));
  });

  it('move their cards on my screen while they drag, and leave nothing behind when they go (U46)', async () => {
    const session = buildSession({ role: 'viewer' });
    const container = await openCanvas(session);
    const dragging = person(2, {
      name: 'Marek',
      colour: 1,
      cursor: { x: 10, y: 10 },
      selection: ['t2'],
      drag: { ids: ['t2'], dx: 40, dy: -8 },
    });
    act(() => session.setOthers([dragging]));
    expect(card(container, 't2').style.translate).toBe('40px -8px');
    // In his colour, with his name at the pointer.
    const frames = container.querySelectorAll<SVGElement>('[data-part="other-selection"]');
    expect([...frames].map(({ style }) => style.stroke)).toEqual([`var(--${peopleInk(1)})`]);
    const cursor = container.querySelector<HTMLElement>('[data-testid="cursor"]');
    expect(cursor?.textContent).toBe('Marek');
    expect(cursor?.outerHTML).toContain(peopleInk(1));
    act(() => session.setOthers([]));
    expect(card(container, 't2').style.translate).toBe('');
  });

  it('are in no picture of the view, nor is what I have chosen (U44, U53)', async () => {
    const session = buildSession();
    const container = await openCanvas(session);
    act(() => session.screen.setState({ selection: new Set(['t1']) }));
    act(() => session.setOthers([person(2, { cursor: { x: 100, y: 50 }, selection: ['t2'] })]));
    const marks = '[data-testid="cursor"], [data-part="other-selection"], [data-part="selection-frame"]';
    expect(container.querySelectorAll(marks).length).toBeGreaterThanOrEqual(3);
    const pictured = (element: Element): boolean =>
      isPictured(element) && (element.parentElement === null || pictured(element.parentElement));
    expect([...container.querySelectorAll(marks)].filter(pictured)).toEqual([]);
    expect(pictured(card(container, 't1'))).toBe(true);
    act(() => session.setOthers([]));
  });

  it('do not move what I hold: my pointer wins', async () => {
    const session = buildSession();
    const container = await openCanvas(session);
    act(() => session.screen.setState({ drag: { ids: ['t2'], landing: new Map() } }));
    act(() => session.setOthers([person(2, { drag: { ids: ['t2', 't3'], dx: 40, dy: 0 } })]));
    expect(card(container, 't2').style.translate).toBe('');
    expect(card(container, 't3').style.translate).toBe('40px 0px');
    act(() => session.setOthers([]));
  });

  it('are told what I drag, in whole map units, and that it has ended', () => {
    const session = buildSession();
    tellDrag(session, { ids: ['t2'], dx: 5.4, dy: -2.6 });
    expect(session.told.drag).toEqual({ ids: ['t2'], dx: 5, dy: -3 });
    tellDrag(session, null);
    expect(session.told.drag).toBeNull();
  });
});
