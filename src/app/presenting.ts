/**
 * Presenting as a step of the browser's history: Back leaves it, a reload stays, and whoever opened the address itself
 * leaves to the map. The step that was made from the map is marked, so that leaving takes it away again.
 */
import type { MapSession } from '../state/mapSession.ts';
import { goTo } from './navigation.ts';
import { isPresenting } from './route.ts';

type Address = Pick<Location, 'pathname' | 'search' | 'hash'>;

/** Marks the step. */
const fromMap = { presenting: true } as const;

/** Presents the map, beginning at the stage of what is selected, else with the overview. */
export function present(session: MapSession): void {
  if (!isPresenting(location.search))
    goTo(presentingAddress(location, stageOfSelection(session)), false, fromMap);
}

/** The slide that is shown stands in the address, so that a reload and whoever is sent it find it; null: the overview. */
export function keepSlide(slide: string | null): void {
  goTo(presentingAddress(location, slide), true, history.state);
}

/** May be called again before the browser has gone back, as by a second click: it goes one step back, not two. */
export function leavePresenting(): void {
  if (isGoingBack) return;
  if (!isStepOfOurs()) {
    goTo(withoutPresenting(location), true);
    return;
  }
  isGoingBack = true;
  addEventListener('popstate', () => (isGoingBack = false), { once: true });
  history.back();
}

let isGoingBack = false;

/** The slide or stage that an address names; null: none. */
export function slideIn(search: string): string | null {
  return new URLSearchParams(search).get('present') || null;
}

/** The address with a slide to be presented (null: from the beginning); all else in it stays, the key before all. */
export function presentingAddress(address: Address, slide: string | null): string {
  const present = slide === null ? 'present' : `present=${encodeURIComponent(slide)}`;
  return withSearch(address, [...otherParts(address, 'present'), present]);
}

/** The address without presenting. */
export function withoutPresenting(address: Address): string {
  return withSearch(address, otherParts(address, 'present'));
}

/** The address of the page itself, of a map that stands alone within another one. */
export function withoutEmbedding(address: Address): string {
  return withSearch(address, otherParts(address, 'embed'));
}

function otherParts({ search }: Address, than: string): readonly string[] {
  return search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== than);
}

function withSearch({ pathname, hash }: Address, parts: readonly string[]): string {
  return `${pathname}${parts.length === 0 ? '' : `?${parts.join('&')}`}${hash}`;
}

function isStepOfOurs(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'presenting' in state;
}

function stageOfSelection({ screen, projection }: MapSession): string | null {
  for (const id of screen.getState().selection) {
    const placed =
      projection.find('touchpoints', id) ??
      projection.find('insights', id) ??
      projection.find('opportunities', id) ??
      projection.find('actions', id);
    const stageId = placed?.stageId ?? projection.find('stages', id)?.id;
    if (stageId) return stageId;
  }
  return null;
}
