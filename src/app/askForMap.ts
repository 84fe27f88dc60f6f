/**
 * The first question about a map, asked before any of the page's code but this has come: what it is, what this key may
 * do, and its content to be drawn. Whoever opens the map a moment later takes the answer that is already on its way.
 */
import type { MapWithContent } from '../protocol/http.ts';
import { readMapWithContent, type Answer } from '../sync/mapsApi.ts';

interface Asked {
  readonly question: string;
  readonly answer: Promise<Answer<MapWithContent>>;
}
let waiting: Asked | null = null;

/** Asks now, for whoever takes the answer. */
export function askAhead(mapId: string, token: string): void {
  waiting = { question: `${mapId} ${token}`, answer: readMapWithContent(mapId, token) };
}

/** The answer asked for ahead, once; else asks now. */
export function askForMap(mapId: string, token: string): Promise<Answer<MapWithContent>> {
  const found = waiting?.question === `${mapId} ${token}` ? waiting.answer : null;
  waiting = null;
  return found ?? readMapWithContent(mapId, token);
}
