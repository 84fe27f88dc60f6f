/**
 * Presenting as a step of the browser's history: Back leaves it, a reload stays, and whoever opened the address itself
 * leaves to the map. The step that was made from the map is marked, so that leaving takes it away again.
 */
import { goTo } from './navigation.ts';
import { presentingAddress, withoutPresenting } from './route.ts';

/** Marks the step. */
export const fromMap = { presenting: true } as const;

/** The slide that is shown stands in the address, so that a reload and whoever is sent it find it; null: the overview. */
export function keepSlide(slide: string | null): void {
  goTo(presentingAddress(location, slide), true, history.state);
}

export function leavePresenting(): void {
  if (isStepOfOurs()) history.back();
  else goTo(withoutPresenting(location), true);
}

function isStepOfOurs(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'presenting' in state;
}
