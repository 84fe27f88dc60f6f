/** A persona's card as a scene and as an SVG file to print: the same card as on the page, at the width of a poster. */
import { layoutPersonaCard, posterWidth } from '../layout/personaCard.ts';
import type { Scene } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Theme } from '../theme/colours.ts';
import { personaCardWordsFor } from '../words/personaCard.ts';
import { toSvg } from './svg.ts';

/** The poster of one persona; null when the map has no such persona. */
function personaPoster(journey: JourneyMap, personaId: string): Scene | null {
  const words = personaCardWordsFor(journey.map.language);
  return layoutPersonaCard(journey, personaId, { words, width: posterWidth });
}

/** The poster as SVG. `images`: as for toSvg. */
export function drawPersonaSvg(
  journey: JourneyMap,
  personaId: string,
  theme: Theme,
  images: ReadonlyMap<string, string> = new Map(),
): string | null {
  const scene = personaPoster(journey, personaId);
  return scene && toSvg(scene, { theme, images });
}
