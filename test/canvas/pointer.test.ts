// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToPointers, longPressMs, type Gesture, type Press } from '../../src/canvas/pointer.ts';

let root: HTMLElement;
let listener: ReturnType<typeof listenToPointers>;
let log: string[];
let claims: boolean;
let panning: boolean;

function pointer(type: string, x: number, y: number, more: PointerEventInit = {}): void {
  const target = type === 'pointerdown' ? root : window;
  target.dispatchEvent(
    new PointerEvent(type, {
      clientX: x,
      clientY: y,
      button: 0,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      bubbles: true,
      ...more,
    }),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  root = document.createElement('div');
  document.body.append(root);
  log = [];
  claims = true;
  panning = false;
  const gesture: Gesture = {
    move: () => log.push('move'),
    end: () => log.push('end'),
    cancel: () => log.push('cancel'),
  };
  const note = (what: string) => (press: Press) => void log.push(`${what} ${press.hit.id}`);
  listener = listenToPointers(root, {
    hitAt: () => ({ kind: 'card', id: 't1', element: null }),
    gesture: () => (claims ? gesture : null),
    tap: note('tap'),
    doubleTap: note('double'),
    menu: note('menu'),
    panning: () => panning,
  });
});
afterEach(() => {
  listener.stop();
  root.remove();
  vi.useRealTimers();
});

describe('presses on the canvas', () => {
  it('become a drag after 4 px with a mouse (U16)', () => {
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 13, 10);
    expect(log).toEqual([]);
    pointer('pointermove', 15, 10);
    pointer('pointerup', 20, 10);
    expect(log).toEqual(['move', 'end']);
  });

  it('become a drag after 10 px under a finger (U16)', () => {
    const finger = { pointerType: 'touch' };
    pointer('pointerdown', 10, 10, finger);
    pointer('pointermove', 18, 10, finger);
    expect(log).toEqual([]);
    pointer('pointermove', 21, 10, finger);
    pointer('pointerup', 21, 10, finger);
    expect(log).toEqual(['move', 'end']);
  });

  it('are put back by a second finger, which then pinches (U17)', () => {
    const finger = { pointerType: 'touch' };
    pointer('pointerdown', 10, 10, finger);
    pointer('pointermove', 40, 10, finger);
    pointer('pointerdown', 90, 90, { ...finger, pointerId: 2, isPrimary: false });
    expect(log).toEqual(['move', 'cancel']);
    pointer('pointerup', 40, 10, finger);
    expect(log).toEqual(['move', 'cancel']);
  });

  it.each(['pointercancel', 'blur', 'a hidden tab'])('are put back by %s (U16)', (what) => {
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 40, 10);
    if (what === 'blur') window.dispatchEvent(new Event('blur'));
    else if (what === 'a hidden tab') document.dispatchEvent(new Event('visibilitychange'));
    else pointer('pointercancel', 40, 10);
    expect(log).toEqual(['move', 'cancel']);
  });

  it('are put back from outside (Escape), and only then say that there was something', () => {
    expect(listener.cancel()).toBe(false);
    pointer('pointerdown', 10, 10);
    expect(listener.cancel()).toBe(false);
    pointer('pointerdown', 10, 10);
    pointer('pointermove', 40, 10);
    expect(listener.cancel()).toBe(true);
    expect(log).toEqual(['move', 'cancel']);
  });

  it('are taps when they do not move, double taps when two come within 300 ms (U18)', () => {
    pointer('pointerdown', 10, 10);
    pointer('pointerup', 10, 10);
    pointer('pointerdown', 11, 10);
    pointer('pointerup', 11, 10);
    expect(log).toEqual(['tap t1', 'double t1']);
  });

  it('are two taps when the second comes after more than 300 ms, or elsewhere (U18)', () => {
    const tapAt = (x: number): void => {
      pointer('pointerdown', x, 10);
      pointer('pointerup', x, 10);
    };
    tapAt(10);
    vi.advanceTimersByTime(299);
    tapAt(10);
    expect(log).toEqual(['tap t1', 'double t1']);
    log = [];
    vi.advanceTimersByTime(1000);
    tapAt(10);
    vi.advanceTimersByTime(301);
    tapAt(10);
    vi.advanceTimersByTime(1000);
    tapAt(10);
    tapAt(90);
    expect(log).toEqual(['tap t1', 'tap t1', 'tap t1', 'tap t1']);
  });

  it('open no menu before 500 ms, nor when the finger moves away meanwhile (U18)', () => {
    const finger = { pointerType: 'touch' };
    expect(longPressMs).toBe(500);
    pointer('pointerdown', 10, 10, finger);
    vi.advanceTimersByTime(499);
    expect(log).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['menu t1']);
    pointer('pointerup', 10, 10, finger);
    log = [];
    vi.advanceTimersByTime(1000);
    pointer('pointerdown', 10, 10, finger);
    pointer('pointermove', 30, 10, finger);
    vi.advanceTimersByTime(1000);
    pointer('pointerup', 30, 10, finger);
    expect(log).toEqual(['move', 'end']);
  });

  it('open the menu when a finger rests for 500 ms (U18)', () => {
    const paper = root.appendChild(document.createElement('div'));
    // As the canvas library pans.
    paper.addEventListener('touchend', (event) => event.stopImmediatePropagation());
    const lift = new Event('touchend', { bubbles: true, cancelable: true });
    pointer('pointerdown', 10, 10, { pointerType: 'touch' });
    vi.advanceTimersByTime(longPressMs);
    pointer('pointerup', 10, 10, { pointerType: 'touch' });
    paper.dispatchEvent(lift);
    expect(lift.defaultPrevented, 'no click that would close the menu').toBe(true);
    expect(log).toEqual(['menu t1']);
  });

  it('go to React Flow, which pans, when no gesture claims them or the hand is on', () => {
    const reached = vi.fn();
    const inner = document.createElement('div');
    root.append(inner);
    inner.addEventListener('mousedown', reached);
    const down = (): void => {
      pointer('pointerdown', 10, 10);
      inner.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
      pointer('pointerup', 10, 10);
    };
    down();
    expect(reached).toHaveBeenCalledTimes(0);
    panning = true;
    down();
    expect(reached).toHaveBeenCalledTimes(1);
    panning = false;
    claims = false;
    down();
    expect(reached).toHaveBeenCalledTimes(2);
  });

  it('on buttons and text boxes are left to them', () => {
    const button = document.createElement('button');
    root.append(button);
    button.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, button: 0, bubbles: true }));
    pointer('pointerup', 0, 0);
    expect(log).toEqual([]);
  });
});
