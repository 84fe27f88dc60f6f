/**
 * Joins the canvas' element to pointers, keys, presence and the lazily loaded editing part. One place that listens,
 * one function that stops it all.
 */
import type { MapSession } from '../state/mapSession.ts';
import { hitHere } from './hitHere.ts';
import { presentHost, type CanvasHost, type EditingRules } from './host.ts';
import { listenToKeys } from './keys.ts';
import { sendCursor } from './People.tsx';
import { listenToPointers } from './pointer.ts';
import { forgetMissing, selectByTap } from './selection.ts';
import { tellPresence } from './tellPresence.ts';
import { listenToWheel } from './wheel.ts';

export function mountHost(frame: HTMLElement, session: MapSession): { host: CanvasHost; stop(): void } {
  const { screen, projection, presence } = session;
  const pane = frame.querySelector<HTMLElement>('[data-part="pane"]') ?? frame;
  let lastPointer: { x: number; y: number } | null = null;
  let spaceHeld = false;
  let rules: EditingRules | null = null;
  let waiting: ((rules: EditingRules) => void) | null = null;

  const pointers = listenToPointers(frame, {
    hitAt: (event) => host.hitAt(event),
    gesture: (press) => host.editing?.gesture(press) ?? null,
    tap(press) {
      if (!host.editing?.tap(press)) selectByTap(session, press);
    },
    doubleTap: (press) => host.whenEditing((rules) => rules.doubleTap(press)),
    menu: (press) => host.whenEditing((rules) => rules.menu(press)),
    panning: () => spaceHeld || screen.getState().tool === 'hand',
  });
  const host: CanvasHost = {
    frame,
    cancelGesture: () => pointers.cancel(),
    pointer: () => lastPointer,
    hitAt: (event) => hitHere(event, session),
    get editing() {
      return rules;
    },
    whenEditing(run) {
      if (rules) run(rules);
      else if (session.editing) waiting = run;
    },
    setEditing(next) {
      rules = next;
      frame.dataset['editing'] = next ? 'ready' : 'none';
      const run = waiting;
      waiting = null;
      if (next) run?.(next);
    },
  };

  const handlePointerMove = (event: PointerEvent): void => {
    lastPointer = { x: event.clientX, y: event.clientY };
    if (event.buttons === 0) frame.dataset['over'] = host.hitAt(event).kind;
  };
  const handleLeave = (): void => {
    lastPointer = null;
    delete frame.dataset['over'];
  };
  const handleClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    if (button)
      host.whenEditing((part) => part.act(button.dataset['act'] ?? '', button.dataset['id'] ?? '', button));
  };
  const setSpace = (held: boolean): void => {
    spaceHeld = held;
    frame.dataset['panning'] = String(held);
  };
  // Middle button: no browser scrolling from a press that pans.
  const handleMiddle = (event: MouseEvent): void => {
    if (event.button === 1) event.preventDefault();
  };

  pane.addEventListener('pointermove', handlePointerMove);
  pane.addEventListener('pointerleave', handleLeave);
  frame.addEventListener('click', handleClick);
  frame.addEventListener('mousedown', handleMiddle);
  const stopWheel = listenToWheel(frame, pane, session);
  const stopCursor = sendCursor(pane, (cursor) => presence.set({ cursor }));
  const stopKeys = listenToKeys(session, host, setSpace);
  const stopPresence = tellPresence(session);
  const stopForgetting = projection.subscribe(() => forgetMissing(session));
  const absent = presentHost(host);

  return {
    host,
    stop() {
      absent();
      stopForgetting();
      stopPresence();
      stopKeys();
      stopCursor();
      pointers.stop();
      pane.removeEventListener('pointermove', handlePointerMove);
      pane.removeEventListener('pointerleave', handleLeave);
      frame.removeEventListener('click', handleClick);
      stopWheel();
      frame.removeEventListener('mousedown', handleMiddle);
    },
  };
}
