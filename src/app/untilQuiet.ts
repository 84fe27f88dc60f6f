/** Waits for a pause: what nobody has asked for yet must not be felt in a gesture. */

const signs = ['pointerdown', 'pointerup', 'pointercancel', 'wheel', 'keydown'] as const;

let isListening = false;
let lastSign = Number.NEGATIVE_INFINITY;
let isPressed = false;

/** Resolves when for so many ms from now on, or since the last press, turn of the wheel or key, nobody has touched the page. */
export async function untilQuiet(ms: number): Promise<void> {
  if (!isListening) {
    isListening = true;
    for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
  }
  const began = performance.now();
  for (;;) {
    const left = Math.max(began, lastSign) + ms - performance.now();
    if (left <= 0 && !isPressed) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(left, isPressed ? ms : 0)));
  }
}

function note({ type }: Event): void {
  lastSign = performance.now();
  if (type.startsWith('pointer')) isPressed = type === 'pointerdown';
}
