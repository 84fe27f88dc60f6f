/** The pages, and the views of a map (wide, presented, narrow), each fetched for itself. */
import { createPart } from '../ui/part.tsx';
import { loadMapPage } from './loadMapPage.ts';

export const homePage = createPart(() => import('./HomeHost.tsx').then((part) => part.HomeHost));
export const mapPage = createPart(loadMapPage);
export const unknownPage = createPart(() => import('./UnknownPage.tsx').then((part) => part.UnknownPage));
export const wideMap = createPart(() => import('./wideParts.ts').then((part) => part.WideMap));
export const presentPage = createPart(() => import('./presentParts.ts').then((part) => part.PresentHost));
export const narrowMap = createPart(() => import('./NarrowMap.tsx').then((part) => part.NarrowMap));
