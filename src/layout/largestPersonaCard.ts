/**
 * A persona's card for a page of its own: as large as the page lets it be, and as wide as the page where its texts allow.
 *
 * In:  a map, the persona's id, words, the room on the page. Out: the card’s scene; null when there is
 *      no such persona.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { LineSign } from '../theme/inks.ts';
import type { PersonaCardWords } from '../words/personaCard.ts';
import { layoutPersonaCard } from './personaCard.ts';
import type { Scene } from './scene.ts';

/** Widths to choose from, in widths of the page. */
const widths: readonly number[] = [0.85, 1, 1.15, 1.3, 1.5, 1.8];

/** So much is given up for a card that is as wide as its page. */
const littleSmaller = 0.88;

export interface CardRoom {
  readonly words: PersonaCardWords;
  readonly room: { readonly width: number; readonly height: number };
  readonly sign: LineSign;
}

export function largestPersonaCard(
  map: JourneyMap,
  personaId: string,
  { words, room, sign }: CardRoom,
): Scene | null {
  const layAt = (width: number) => layoutPersonaCard(map, personaId, { words, width, isInPage: true, sign });
  const scaleOf = (card: Scene) => Math.min(1, room.width / card.width, room.height / card.height);
  const cards = widths.flatMap((share) => layAt(share * room.width) ?? []);
  const [first] = cards;
  if (!first) return null;
  const best = cards.reduce((a, b) => (scaleOf(b) > scaleOf(a) ? b : a), first);
  const wide = layAt(room.width / scaleOf(best));
  return wide && scaleOf(wide) >= littleSmaller * scaleOf(best) ? wide : best;
}
