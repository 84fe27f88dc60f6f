/** Waits for a pause: what nobody has asked for yet must not be felt in a gesture. */

const lifts = ['pointerup', 'pointercancel'] as const;
const signs = ['pointerdown', ...lifts, 'wheel', 'keydown'] as const;

let isListening = false;
let lastSign = Number.NEGATIVE_INFINITY;
/** Pointers that are down. */
const pressed = new Set<number>();

/** Resolves when for so many ms from now on, or since the last press, turn of the wheel or key, nobody has touched the page. */
export async function untilQuiet(ms: number): Promise<void> {
  await untilStillQuiet(ms, ms);
}

/** The same for `ms` since the last of these, and `leastMs` from now on: for one thing after the other in the same pause. */
export async function untilStillQuiet(ms: number, leastMs: number): Promise<void> {
  listen();
  const began = performance.now();
  for (;;) {
    const left = Math.max(began + leastMs, lastSign + ms) - performance.now();
    if (left <= 0 && pressed.size === 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(left, pressed.size > 0 ? ms : 0)));
  }
}

/**
 * Resolves when no button and no finger is down any more, and what their lifting does is done; a press is known from the
 * first question on. After `mostMs` in any case: a menu of the browser's own tells of no lifting.
 */
export async function untilReleased(mostMs: number): Promise<void> {
  listen();
  if (pressed.size === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, mostMs);
    const lifted = (): void => {
      if (pressed.size === 0) setTimeout(end);
    };
    for (const sign of lifts) addEventListener(sign, lifted, true);
    function end(): void {
      clearTimeout(timer);
      for (const sign of lifts) removeEventListener(sign, lifted, true);
      resolve();
    }
  });
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
}

function note(event: Event): void {
  lastSign = performance.now();
  if (!(event instanceof PointerEvent)) return;
  if (event.type === 'pointerdown') pressed.add(event.pointerId);
  else pressed.delete(event.pointerId);
}
