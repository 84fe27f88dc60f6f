/**
 * Asks at once for all the parts that the page of this address will need, so that they come side by side instead of
 * each finding the next. A failure is told by whoever uses the part.
 */
import { readRoute } from './route.ts';

export const narrowQuery = '(max-width: 639px)';

export function fetchParts(): void {
  const parts: Promise<unknown>[] = [];
  if (readRoute(location).page === 'map') {
    parts.push(import('./MapPage.tsx'), import('../layout/layoutMap.ts'));
    if (matchMedia(narrowQuery).matches) parts.push(import('./NarrowMap.tsx'));
    else parts.push(import('./WideMap.tsx'), import('../canvas/MapCanvas.tsx'));
  } else parts.push(import('../panels/home/HomePage.tsx'));
  for (const part of parts) part.catch(() => undefined);
}
