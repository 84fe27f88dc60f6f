/**
 * A part of the page that is fetched for itself. Whoever knows that it will be wanted fetches it ahead; then it is drawn
 * at once. Else it stands behind the nearest Suspense, whose every reveal React holds back for 300 ms after the one
 * before: three of them one in another cost a reader a second.
 */
import { lazy, useEffect, useState, type ComponentType } from 'react';

export interface Part<P> {
  readonly Part: ComponentType<P>;
  /** Fetches it, once. Rejects when it cannot be fetched; the next try may have more luck. */
  fetch(): Promise<void>;
  /** Whether it can be drawn at once. */
  isHere(): boolean;
}

let round = 0;

/** From now on, a part that could not be fetched is asked for again when it is drawn; until then it fails at once. */
export function tryPartsAgain(): void {
  round += 1;
  // A style sheet that failed is not asked for again by itself: the part would come without it.
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!sheet.sheet) sheet.replaceWith(sheet.cloneNode());
}

export function createPart<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let here: ComponentType<P> | null = null;
  const fetch = async (): Promise<ComponentType<P>> => (here ??= await load());
  const createLate = () => {
    const made = { round, Late: lazy(async () => ({ default: await fetch().catch(fail) })), failed: false };
    function fail(error: unknown): never {
      made.failed = true;
      throw error;
    }
    return made;
  };
  let late = createLate();
  const again = () => {
    if (late.failed && late.round !== round) late = createLate();
    return late.Late;
  };
  return {
    Part(props: P) {
      // One component for as long as it is mounted: a change would begin it anew.
      const [Shown] = useState<ComponentType<P>>(() => here ?? again());
      return <Shown {...props} />;
    },
    fetch: () => fetch().then(() => undefined),
    isHere: () => here !== null,
  };
}

/**
 * Whether a part is here, fetched while it is wanted: for what has something to stand in its place. It never waits in a
 * Suspense, and one that cannot be fetched takes nothing else of the page away.
 */
export function useFetched<P>(part: Part<P>, isWanted: boolean): boolean {
  const [isHere, setHere] = useState(() => part.isHere());
  useEffect(() => {
    if (!isWanted || isHere) return;
    let goesOn = true;
    part.fetch().then(
      () => goesOn && setHere(true),
      () => undefined,
    );
    return () => {
      goesOn = false;
    };
  }, [part, isWanted, isHere]);
  return isHere;
}
