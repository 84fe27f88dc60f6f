/** The one rule between fields of a free element; apart from what only editing needs (elements.ts), as every page repairs. */
import type { FreeElement } from './journeyMap.ts';

/** An image has a picture; the other kinds need none. */
export function hasItsPicture({ kind, image }: Pick<FreeElement, 'kind' | 'image'>): boolean {
  return kind !== 'image' || image !== null;
}
