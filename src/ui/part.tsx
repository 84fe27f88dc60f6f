/**
 * A part of the page that is fetched for itself. Whoever knows that it will be wanted fetches it ahead; then it is drawn
 * at once. Else it stands behind the nearest Suspense, whose every reveal React holds back for 300 ms after the one
 * before: three of them one in another cost a reader a second.
 */
import { lazy, useState, type ComponentType } from 'react';

export interface Part<P> {
  readonly Part: ComponentType<P>;
  /** Fetches it, once. Rejects when it cannot be fetched; the next try may have more luck. */
  fetch(): Promise<void>;
}

export function createPart<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let here: ComponentType<P> | null = null;
  const fetch = async (): Promise<ComponentType<P>> => (here ??= await load());
  const Late = lazy(async () => ({ default: await fetch() }));
  return {
    Part(props: P) {
      // One component for as long as it is mounted: a change would begin it anew.
      const [Shown] = useState<ComponentType<P>>(() => here ?? Late);
      return <Shown {...props} />;
    },
    fetch: () => fetch().then(() => undefined),
  };
}
