/**
 * Pointers on the canvas. Decides who gets a press: a gesture of ours (drag, marquee, link, resize …) or React Flow's
 * pan and pinch; and tells taps, double taps and long presses apart. Same rules for mouse, pen and finger.
 *
 * A gesture starts after 4 px (mouse) or 10 px (touch), ends by release, and is cancelled by Escape, a second finger,
 * `pointercancel`, lost focus or a hidden tab: cancel must leave no trace (U16, U17). A press nobody claims goes on to
 * React Flow, which pans.
 */
import type { Point } from '../layout/scene.ts';
import type { Hit } from './hitTarget.ts';

export interface Press {
  readonly hit: Hit;
  /** Client px. */
  readonly at: Point;
  readonly pointer: 'mouse' | 'touch' | 'pen';
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
}

export interface Gesture {
  /** `event` carries the modifiers; called at most once per event, first when the threshold is passed. */
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
  cancel(): void;
}

export interface PointerRules {
  hitAt(event: PointerEvent | MouseEvent): Hit;
  /** A gesture for a press, or null to let React Flow pan. It begins only when the pointer has moved far enough. */
  gesture(press: Press): Gesture | null;
  tap(press: Press): void;
  doubleTap(press: Press): void;
  /** Right click or long press. */
  menu(press: Press): void;
  /** The hand tool or the held space bar. */
  panning(): boolean;
}

export const thresholdPx = { mouse: 4, pen: 4, touch: 10 } as const;
export const doubleTapMs = 300;
export const longPressMs = 500;

interface Held {
  readonly press: Press;
  readonly id: number;
  readonly gesture: Gesture | null;
  moved: boolean;
}

/** Listens on the canvas' outer element. Gives `cancel` (true when a gesture was under way) and `stop`. */
export function listenToPointers(
  root: HTMLElement,
  rules: PointerRules,
): { cancel(): boolean; stop(): void } {
  let held: Held | null = null;
  let lastTap: { at: Point; time: number; id: string } | null = null;
  let pressTimer: ReturnType<typeof setTimeout> | undefined;
  const fingers = new Set<number>();

  const pressOf = (event: PointerEvent | MouseEvent): Press => ({
    hit: rules.hitAt(event),
    at: { x: event.clientX, y: event.clientY },
    pointer:
      'pointerType' in event && (event.pointerType === 'touch' || event.pointerType === 'pen')
        ? event.pointerType
        : 'mouse',
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
  });
  const release = (): Held | null => {
    const before = held;
    held = null;
    clearTimeout(pressTimer);
    if (before && root.hasPointerCapture?.(before.id)) root.releasePointerCapture(before.id);
    return before;
  };
  // On its way down: what pans the empty paper lets no touch come back up.
  const swallowLift = (): void =>
    root.addEventListener('touchend', swallow, { once: true, passive: false, capture: true });
  const cancel = (): boolean => {
    const before = release();
    if (before?.moved) before.gesture?.cancel();
    return before?.moved === true && before.gesture !== null;
  };

  const handleDown = (event: PointerEvent): void => {
    if (isOwnControl(event.target)) return;
    if (event.pointerType === 'touch') {
      fingers.add(event.pointerId);
      if (fingers.size > 1) {
        cancel();
        return;
      }
    }
    if (held || event.button !== 0 || rules.panning()) return;
    const press = pressOf(event);
    held = { press, id: event.pointerId, gesture: rules.gesture(press), moved: false };
    if (press.pointer === 'touch') {
      pressTimer = setTimeout(() => {
        if (!held || held.moved) return;
        release();
        // The finger's lifting would be made into a click, which would close the menu at once.
        swallowLift();
        rules.menu(press);
      }, longPressMs);
    }
  };
  const handleMove = (event: PointerEvent): void => {
    if (!held || held.id !== event.pointerId) return;
    if (!held.moved) {
      const { press } = held;
      if (Math.hypot(event.clientX - press.at.x, event.clientY - press.at.y) < thresholdPx[press.pointer])
        return;
      held.moved = true;
      clearTimeout(pressTimer);
      lastTap = null;
      if (held.gesture) root.setPointerCapture?.(event.pointerId);
    }
    held.gesture?.move(event);
  };
  const handleUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (!held || held.id !== event.pointerId) return;
    const { press, gesture, moved } = held;
    release();
    if (moved) {
      gesture?.end(event);
      return;
    }
    const now = event.timeStamp;
    const near =
      lastTap &&
      now - lastTap.time <= doubleTapMs &&
      Math.hypot(press.at.x - lastTap.at.x, press.at.y - lastTap.at.y) < 8;
    if (near && lastTap?.id === press.hit.id) {
      lastTap = null;
      // The mouse that browsers make of a finger would take the focus from the text that opens.
      if (press.pointer === 'touch') swallowLift();
      rules.doubleTap(press);
    } else {
      lastTap = { at: press.at, time: now, id: press.hit.id };
      rules.tap(press);
    }
  };
  const handleCancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (held?.id === event.pointerId) cancel();
  };
  const handleContextMenu = (event: MouseEvent): void => {
    if (isTextField(event.target)) return;
    event.preventDefault();
    // A long press sends its own menu event on some devices; the timer has spoken already.
    if (fingers.size === 0) rules.menu(pressOf(event));
  };
  // React Flow's pan listens to these two; a press that is ours must not reach it.
  const keepFromPan = (event: Event): void => {
    if (held?.gesture) event.stopPropagation();
  };
  const handleHidden = (): void => {
    fingers.clear();
    cancel();
  };

  root.addEventListener('pointerdown', handleDown, true);
  root.addEventListener('mousedown', keepFromPan, true);
  root.addEventListener('touchstart', keepFromPan, true);
  root.addEventListener('contextmenu', handleContextMenu);
  window.addEventListener('pointermove', handleMove);
  window.addEventListener('pointerup', handleUp);
  window.addEventListener('pointercancel', handleCancel);
  window.addEventListener('blur', handleHidden);
  document.addEventListener('visibilitychange', handleHidden);
  return {
    cancel,
    stop() {
      cancel();
      root.removeEventListener('pointerdown', handleDown, true);
      root.removeEventListener('mousedown', keepFromPan, true);
      root.removeEventListener('touchstart', keepFromPan, true);
      root.removeEventListener('contextmenu', handleContextMenu);
      window.removeEventListener('pointermove', handleMove);
      window.removeEventListener('pointerup', handleUp);
      window.removeEventListener('pointercancel', handleCancel);
      window.removeEventListener('blur', handleHidden);
      document.removeEventListener('visibilitychange', handleHidden);
    },
  };
}

function swallow(event: Event): void {
  if (event.cancelable) event.preventDefault();
}

/** Buttons and text boxes on the canvas handle their own presses. */
function isOwnControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button:not([data-hit]), input, textarea, select, [data-own-press]') !== null
  );
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
