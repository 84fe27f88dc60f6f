/**
 * "How to read a touchpoint": one card of this very map, enlarged, with what its parts mean beside it. In sheet units.
 */
import type { Touchpoint } from '../model/journeyMap.ts';
import { journeyTouchpoints } from '../model/sequence.ts';
import { cardContext } from './cardContext.ts';
import { drawCard, type CardContext } from './drawCard.ts';
import { scaleItems } from './scaleItems.ts';
import type { SceneItem } from './scene.ts';
import type { LegendSources, SheetPart } from './sheetParts.ts';
import { journeyCard } from './sizes.ts';
import { textBlock } from './textBlock.ts';

const enlarged = 1.42;
/** Room for the pin above the card. */
const above = 32;
const text = { x: 326, width: 144, line: 14 } as const;

interface Note {
  readonly words: string;
  /** What it points at, in the card's own units. */
  readonly at: readonly [number, number];
}

/** The card and its notes; null on a map without a touchpoint. */
export function drawCardKey({ map, words, sceneWords }: LegendSources): SheetPart | null {
  const candidates = journeyTouchpoints(map).map((touchpoint) => ({
    touchpoint,
    context: cardContext(touchpoint, 'journey', map, { words: sceneWords }),
  }));
  const [first, ...others] = candidates;
  if (!first) return null;
  const { touchpoint, context } = others.reduce(
    (best, one) => (worthOf(one) > worthOf(best) ? one : best),
    first,
  );
  const card = scaleItems(drawCard(touchpoint, context, 'full'), enlarged, 1, above);
  const bottom = above + journeyCard.height * enlarged;
  const notes = notesOf(touchpoint, context, words);
  let free = 12;
  const explained = notes.flatMap(({ words: note, at }): SceneItem[] => {
    const from = { x: at[0] * enlarged + 1, y: at[1] * enlarged + above };
    const y = Math.max(free, from.y);
    const block = textBlock(note, {
      role: 'legend-small',
      fill: 'ink',
      x: text.x,
      y: y + 4,
      width: text.width,
      mostLines: 3,
    });
    free = y + block.height + 8;
    return [leader(from, y), ...block.items];
  });
  const outline = textBlock(words.outline, {
    role: 'legend-small',
    fill: 'ink',
    x: 0,
    y: Math.max(bottom + 24, free + 4),
    width: 470,
    mostLines: 2,
  });
  return {
    items: [...card, ...explained, ...outline.items],
    height: Math.max(bottom + 24, free + 4) + outline.height - 10,
  };
}

/** A thin line from a part of the card to its note. */
function leader(from: { readonly x: number; readonly y: number }, y: number): SceneItem {
  const right = journeyCard.width * enlarged + 12;
  return {
    kind: 'path',
    commands: [
      ['M', from.x, from.y],
      ['L', right, from.y],
      ['L', text.x - 12, y],
      ['L', text.x - 5, y],
    ],
    stroke: { colour: 'line', width: 1 },
  };
}

function notesOf(touchpoint: Touchpoint, context: CardContext, words: LegendSources['words']): Note[] {
  const { parts } = words;
  const hasChip = context.channel !== null || touchpoint.owner !== '';
  const wide = journeyCard.width + 3;
  return [
    ...(context.moments.length > 0
      ? [{ words: parts.pin, at: [28 + (context.moments.length - 1) * 26, -12] as const }]
      : []),
    { words: parts.title, at: [wide, 16] as const },
    ...(hasChip ? [{ words: parts.channel, at: [wide, 60] as const }] : []),
    { words: parts.gauges, at: [wide, 84] as const },
  ];
}

/** How many parts of a card this one can show; strong emotions explain the colours better. */
function worthOf({
  touchpoint,
  context,
}: {
  readonly touchpoint: Touchpoint;
  readonly context: CardContext;
}): number {
  const { channel, moments, emotion, importance, performance } = context;
  return (
    (moments.length > 0 ? 3 : 0) +
    (touchpoint.key ? 2 : 0) +
    (channel === null ? 0 : 1) +
    (touchpoint.owner === '' ? 0 : 1) +
    (importance === null ? 0 : 1) +
    (performance === null ? 0 : 1) +
    (emotion === null ? 0 : 1 + Math.abs(emotion) / 2)
  );
}
