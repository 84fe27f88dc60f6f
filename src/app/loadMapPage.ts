/** The page of a map as this address wants it: the page itself, or the map alone, within another page. */
import type { ComponentType } from 'react';
import type { MapPageProps } from './MapPage.tsx';
import { isEmbedded } from './route.ts';

export function loadMapPage(): Promise<ComponentType<MapPageProps>> {
  return isEmbedded(location.search)
    ? import('./EmbedPage.tsx').then((part) => part.EmbedPage)
    : import('./MapPage.tsx').then((part) => part.MapPage);
}
