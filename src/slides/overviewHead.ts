/** The head of the overview: brand, title and scenario of the map at the left, those who travel at the right. */
import { framedPortrait } from '../layout/doubleFrame.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { personaSign } from '../theme/inks.ts';
import { mapStateWords } from '../words/mapStates.ts';
import { personaCardWordsFor } from '../words/personaCard.ts';
import { shortName } from '../words/shortName.ts';
import { slideWordsFor } from '../words/slides.ts';
import { everyone } from './slideCurves.ts';
import type { Frame } from './slideFrame.ts';
import { evenBlock, oneLine, textBlock, widthOf, type Look } from './slideText.ts';

export interface OverviewHead {
  readonly items: readonly SceneItem[];
  readonly bottom: number;
}

const top = 44;
/** Of the sheet, for the personas. */
const peopleShare = 0.32;
const portrait = { size: 52, gap: 20 } as const;
/** More would leave the title no room; the rest is counted. */
const mostPeople = 3;
const titleSizes = [
  { size: 60, lines: 1 },
  { size: 50, lines: 1 },
  { size: 42, lines: 2 },
  { size: 34, lines: 2 },
  { size: 30, lines: 3 },
] as const;

export function overviewHead(
  journey: JourneyMap,
  persona: string | null,
  { left, right }: Frame,
): OverviewHead {
  const { map, brand, personas, stages } = journey;
  const words = slideWordsFor(map.language);
  const peopleWidth = personas.length === 0 ? 0 : (right - left) * peopleShare;
  const width = right - left - (peopleWidth === 0 ? 0 : peopleWidth + 56);
  const name = map.title.trim() || words.untitledMap;
  const fitting =
    titleSizes.find(({ size, lines }) => textBlock(name, { size, serif: true }, width, lines).isWhole) ??
    titleSizes[4];
  const title = evenBlock(name, { size: fitting.size, serif: true }, width, fitting.lines);
  const state = mapStateWords[map.language === 'en' ? 'en' : 'zh'][map.state];
  const facts = [state, words.counts(stages.length, journey.touchpoints.length)].join(words.dot);
  const scenario = textBlock(map.scenario, { size: 19, fill: 'ink-2' }, width, 2);
  const items: SceneItem[] = [];
  let y = top;
  if (brand && brand.name.trim() !== '') {
    items.push(...oneLine(brand.name, left, y + 20, { size: 24, serif: true, fill: 'ink-2' }, width));
    y += 40;
  }
  items.push(...moveItems(title.items, left, y));
  y += title.height + 14;
  items.push(...oneLine(facts, left, y + 18, { size: 20, weight: 500, fill: 'ink-2' }, width));
  y += 38;
  items.push(...moveItems(scenario.items, left, y));
  y += scenario.height;
  const people = peopleItems(journey, persona, right - peopleWidth, peopleWidth);
  return { items: [...items, ...people.items], bottom: Math.max(y, people.bottom) };
}

/** Portrait, name and role, one below the other; who leads stands first, with the sign of their line. */
function peopleItems(
  journey: JourneyMap,
  lead: string | null,
  x: number,
  width: number,
): { readonly items: readonly SceneItem[]; readonly bottom: number } {
  const { personas, map } = journey;
  const inOrder = personas
    .map((persona, index) => ({ persona, index }))
    .toSorted((a, b) => Number(b.persona.id === lead) - Number(a.persona.id === lead) || a.index - b.index);
  // One more takes no more room than the line that counts it.
  const shown = inOrder.slice(0, personas.length === mostPeople + 1 ? mostPeople + 1 : mostPeople);
  const pitch = portrait.size + portrait.gap;
  const items = shown.flatMap(({ persona, index }, row) =>
    moveItems(
      personItems(journey, persona, { index, width, isDrawn: persona.id === lead }),
      x,
      top + row * pitch,
    ),
  );
  let bottom = top + shown.length * pitch - portrait.gap + 8;
  const rest = personas.length - shown.length;
  const words = slideWordsFor(map.language);
  const notes = [
    ...(rest > 0 ? [oneLine(words.more(rest), 0, 18, faint, width)] : []),
    // The curve of everyone stands beside the one who leads.
    ...(lead === null ? [] : [everyoneItems(journey)]),
  ];
  for (const note of notes) {
    items.push(...moveItems(note, x + portrait.size + 18, bottom));
    bottom += 26;
  }
  return { items, bottom: personas.length === 0 ? 0 : bottom };
}

function everyoneItems(journey: JourneyMap): readonly SceneItem[] {
  const { name, sign } = everyone(journey);
  return [line(0, 12, sample, 12, { colour: sign.ink, width: 2 }), ...oneLine(name, sample + 12, 18, faint)];
}

const faint: Look = { size: 16, fill: 'ink-2' };
const sample = 46;

function personItems(
  journey: JourneyMap,
  persona: Persona,
  /** `isDrawn`: their curve is, so that it is named by its line. */
  { index, width, isDrawn }: { readonly index: number; readonly width: number; readonly isDrawn: boolean },
): readonly SceneItem[] {
  const sign = personaSign(index);
  const x = portrait.size + 18;
  const look: Look = { size: 20, weight: 600 };
  const role = [persona.role, persona.occupation].find((text) => text.trim() !== '') ?? '';
  const nameWidth = width - x - (isDrawn ? sample + 16 : 0);
  const whole = persona.name || personaCardWordsFor(journey.map.language).own.untitled;
  const name = widthOf(whole, look) <= nameWidth ? whole : shortName(whole);
  const y = role === '' ? 33 : 22;
  const end = x + Math.min(nameWidth, widthOf(name.replaceAll(/\s+/gu, ' ').trim(), look)) + 16;
  const stroke = {
    colour: sign.ink,
    width: sign.double ? 1.8 : 3,
    ...(sign.dash.length > 0 && { dash: sign.dash.map((length) => length * 1.5) }),
  };
  return [
    ...framedPortrait(journey, persona, { x: 0, size: portrait.size, ink: sign.ink }),
    ...oneLine(name, x, y, look, nameWidth),
    ...(isDrawn
      ? [
          ...(sign.double ? [y - 9, y - 5] : [y - 7]).map((at) => line(end, at, end + sample, at, stroke)),
          markerItem(sign.marker, end + sample / 2, y - 7, 14, sign.ink, 'card'),
        ]
      : []),
    ...oneLine(role, x, 47, faint, width - x),
  ];
}
