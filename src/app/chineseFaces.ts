/**
 * The Chinese faces are fetched when there is Chinese to be read. Their rules alone (which slice of which face holds
 * which characters) weigh as much as a third of the page's code, and most Latin maps never need one.
 */
import { cjk } from '../model/chineseText.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Projection } from '../state/mapSession.ts';

/** Changes are looked through this long after the first of them. */
const lookMs = 1000;
let isFetched = false;

/** Fetches the rules; the browser then fetches the slices that a page shows. Until they are there, the system's face is. */
export function fetchChineseFaces(): void {
  if (isFetched) return;
  isFetched = true;
  import('../theme/fontsChinese.css').catch(() => {
    isFetched = false;
  });
}

/** Fetches them if the map holds Chinese, or as soon as it does; gives back its undoing. */
export function watchForChinese(projection: Projection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    if (!isFetched && holdsChinese(projection.getState().journey)) fetchChineseFaces();
  };
  look();
  const stop = projection.subscribe((state, before) => {
    if (!isFetched && state.journey !== before.journey) timer ??= setTimeout(look, lookMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** Whether any text of a map has a Chinese character in it; looks no further than the first. */
export function holdsChinese(journey: JourneyMap): boolean {
  return isChinese(journey);
}

function isChinese(value: unknown): boolean {
  if (typeof value === 'string') return cjk.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.some(isChinese) : Object.values(value).some(isChinese);
}
