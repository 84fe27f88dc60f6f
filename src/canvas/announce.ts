/**
 * What the canvas says to screen readers: polite, at most one message a second, the latest of those that came too
 * fast (U56). Held here so that gestures and actions can speak without React.
 */
export const leastGapMs = 1000;

let listener: ((text: string) => void) | null = null;
let waiting: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastSaid = -leastGapMs;

/** Says a sentence now, or as soon as a second has passed since the last one. */
export function announce(text: string): void {
  waiting = text;
  if (timer !== undefined) return;
  timer = setTimeout(say, Math.max(0, lastSaid + leastGapMs - performance.now()));
}

/** The live region's ear; gives back its undoing. */
export function hearAnnouncements(hear: (text: string) => void): () => void {
  listener = hear;
  return () => {
    if (listener === hear) listener = null;
    clearTimeout(timer);
    timer = undefined;
  };
}

function say(): void {
  timer = undefined;
  if (waiting === null) return;
  lastSaid = performance.now();
  listener?.(waiting);
  waiting = null;
}
