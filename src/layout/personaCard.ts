/**
 * A persona as a card one would hang on the wall: portrait, name, quote, then what they want, fear and do in columns,
 * and their own journey at the foot, in the double frame of a sheet. One scene for page, phone and files.
 *
 * In:  a map, the persona's id, words, a width in map units: one column on a phone, three on a poster.
 * Out: the scene, as high as its texts need; null when there is no such persona. What is not known takes no room.
 */
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { personaSign, type LineSign } from '../theme/inks.ts';
import type { Paint } from '../theme/colours.ts';
import type { PersonaCardWords } from '../words/personaCard.ts';
import { doubleFrame, framedPortrait } from './doubleFrame.ts';
import { drawPersonaJourney } from './personaJourney.ts';
import { personaSections } from './personaSections.ts';
import { moveItems } from './scaleItems.ts';
import type { Box, Scene, SceneItem } from './scene.ts';
import { textBlock } from './textBlock.ts';

export interface PersonaCardOptions {
  readonly words: PersonaCardWords;
  readonly width: number;
  /** On a page that bears the name already: without frame, caps and name. */
  readonly isInPage?: boolean;
  /** Where the map at hand is a part, the persona's sign in the whole one. */
  readonly sign?: LineSign;
}

/** A4 across at 96 a px an inch. */
export const posterWidth = 1120;

/** The card's scene. */
export function layoutPersonaCard(
  map: JourneyMap,
  personaId: string,
  { words, width, isInPage = false, sign: given }: PersonaCardOptions,
): Scene | null {
  const index = map.personas.findIndex(({ id }) => id === personaId);
  const persona = map.personas[index];
  if (!persona) return null;
  const isPoster = width >= 900;
  const margin = isPoster && !isInPage ? 40 : 0;
  const padding = isInPage ? 0 : isPoster ? 40 : width >= 560 ? 24 : 16;
  const left = margin + padding;
  const inner = width - 2 * left;
  const sign = given ?? personaSign(index);
  const head = drawHead(map, persona, sign.ink, { words, width: inner, isInPage });
  const columns = inner >= 1150 && isInPage ? 4 : inner >= 900 ? 3 : inner >= 520 ? 2 : 1;
  const gap = 40;
  const columnWidth = (inner - (columns - 1) * gap) / columns;
  const items: SceneItem[] = [];
  let y = margin + padding;
  items.push(...moveItems(head.items, left, y));
  y += head.height + 26;

  const sections = personaSections(map, persona, { words, width: columnWidth, ink: sign.ink });
  const heights = Array.from({ length: columns }, () => 0);
  for (const section of sections) {
    // The shortest column takes the next one, the first of equals: so the eye goes on as it reads.
    const column = heights.indexOf(Math.min(...heights));
    const top = heights[column] ?? 0;
    items.push(...moveItems(section.items, left + column * (columnWidth + gap), y + top));
    heights[column] = top + section.height + 26;
  }
  if (sections.length === 0) {
    const note = textBlock(words.own.nothing, {
      role: 'lead',
      fill: 'ink-2',
      x: 0,
      y: 18,
      width: inner,
      mostLines: 4,
    });
    items.push(...moveItems(note.items, left, y));
    heights[0] = note.height + 26;
  }
  y += Math.max(0, ...heights);
  const journey = drawPersonaJourney(map, persona, { words: words.own, width: inner, sign });
  if (journey) {
    items.push(...moveItems(journey.items, left, y));
    y += journey.height + (isPoster ? 0 : 8);
  }
  const height = Math.ceil(y + padding + margin - (isPoster ? 8 : 12));
  const title = persona.name.trim() === '' ? words.own.untitled : persona.name;
  return {
    width,
    height,
    title,
    language: words.own.language,
    background: 'paper',
    groups: [
      {
        id: 'persona.card',
        role: 'sheet',
        recordId: persona.id,
        title,
        origin: { x: 0, y: 0 },
        box: { x: 0, y: 0, width, height },
        items: [...(margin > 0 ? doubleFrame(around(width, height, margin - 20)) : []), ...items],
      },
    ],
  };
}

type HeadOptions = Required<Omit<PersonaCardOptions, 'sign'>>;

/** Portrait, caps, name, who they are, quote. */
function drawHead(
  map: JourneyMap,
  persona: Persona,
  ink: Paint,
  { words, width, isInPage }: HeadOptions,
): { readonly items: readonly SceneItem[]; readonly height: number } {
  const wide = width >= 700;
  const size = isInPage ? 132 : wide ? 196 : width >= 420 ? 132 : 104;
  const items: SceneItem[] = framedPortrait(map, persona, { x: 0, size, ink });
  const beside = size + (wide ? 32 : 16);
  const room = width - beside;
  let y = 12;
  const put = (
    text: string,
    role: Parameters<typeof textBlock>[1]['role'],
    fill: Paint,
    at = beside,
  ): number => {
    const block = textBlock(text, { role, fill, x: at, y, width: width - at, mostLines: 12 });
    items.push(...block.items);
    return block.height;
  };
  if (isInPage) y = 18;
  else {
    const caps = [words.own.card, map.map.title.trim()].filter(Boolean).join(words.own.mark);
    y += put(caps.toLocaleUpperCase(), 'caps', 'ink-2');
    y += wide ? 30 : 12;
    const name = persona.name.trim() === '' ? words.own.untitled : persona.name;
    y += put(name, wide ? 'poster-title' : 'map-title', 'ink');
    y -= wide ? 18 : 2;
  }
  const who = [persona.role, persona.occupation, words.own.age(persona.age), persona.gender].filter(Boolean);
  if (who.length > 0) y += 2 + put(who.join(words.own.mark), wide ? 'lead' : 'card-text', 'ink-2');
  y += put(factsOf(map, persona, words).join(words.own.mark), 'card-text', 'ink-2') + 2;
  if (persona.quote !== '') {
    // Beside the portrait while there is room, else below it.
    const at = room >= 320 ? beside : 0;
    if (at === 0) y = Math.max(y + 16, size + 34);
    else y += wide ? 22 : 12;
    const top = y - (wide ? 22 : 16);
    const said = textBlock(persona.quote, {
      role: wide ? 'figure-large' : 'map-title',
      fill: 'ink',
      x: at + 16,
      y,
      width: width - at - 16,
      mostLines: 12,
    });
    items.push({ kind: 'rect', x: at, y: top, width: 3, height: said.height + 2, fill: ink }, ...said.items);
    y += said.height - 12;
  }
  return { items, height: Math.max(size + 10, y) };
}

function around(width: number, height: number, inset: number): Box {
  return { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
}

/** Tier, share, relationship and the like, in words. */
function factsOf(map: JourneyMap, persona: Persona, { own, fields }: PersonaCardWords): readonly string[] {
  const { values } = fields;
  const tier = map.tiers.find(({ id }) => id === persona.tierId)?.name;
  return [
    ...(tier ? [tier] : []),
    ...(persona.share === null ? [] : [own.share(persona.share)]),
    ...(persona.decisionRole ? [values.decisionRole[persona.decisionRole]] : []),
    ...(persona.lifeArea ? [values.lifeArea[persona.lifeArea]] : []),
    own.evidence(values.evidenceLevel[persona.evidenceLevel]),
  ];
}
