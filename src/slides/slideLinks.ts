/**
 * Links between the cards of a slide: straight from card to card where they stand beside each other or one above the other, else
 * on a track under the lower row. What would lead across cards is left out, as is what leads to other slides.
 *
 * In:  the links, the cards by touchpoint. Out: the drawing and the boxes it covers, for texts to keep off; labels where they fit whole.
 */
import { labelOf, lineItems } from '../layout/drawLinks.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import type { Box, Point, SceneItem } from '../layout/scene.ts';
import { journeyCard } from '../layout/sizes.ts';
import type { Link } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import type { CardRows, PlacedCard } from './cardRows.ts';
import { oneLine, widthOf } from './slideText.ts';

export interface DrawnLinks {
  readonly items: readonly SceneItem[];
  readonly covers: readonly Box[];
}

/** Lines are drawn as on the map, enlarged. */
const enlarged = 1.5;
/** Of tracks under the cards: the first, and from one to the next. */
const tracks = { first: 18, pitch: 13, most: 2 } as const;
/** Ends of tracks keep from the cards' edges, and from each other. */
const endInset = 34;
/** At the left of a card, for its pin, at 100 %; and from a line to an edge. */
const pinRoom = 34;
const endRoom = 8;
const labelSize = 14;

export function drawSlideLinks(
  links: readonly Link[],
  { cards, scale, bottom, rows }: CardRows,
  indexOf: ReadonlyMap<string, number>,
  words: SceneWords,
): DrawnLinks {
  const [width, height] = [journeyCard.width * scale, journeyCard.height * scale];
  const items: SceneItem[] = [];
  const covers: Box[] = [];
  const joined = new Set<string>();
  let used = 0;
  const draw = (link: Link, route: readonly Point[]): void => {
    const small = route.map(({ x, y }) => ({ x: x / enlarged, y: y / enlarged }));
    items.push(...scaleItems(lineItems(link, small), enlarged, 0, 0));
    for (const [index, to] of route.entries()) {
      const from = route[index - 1];
      if (from) covers.push(runBox(from, to));
    }
  };
  for (const link of links) {
    const [from, to] = [indexOf.get(link.from), indexOf.get(link.to)];
    const [a, b] = [from === undefined ? undefined : cards[from], to === undefined ? undefined : cards[to]];
    if (from === undefined || to === undefined || !a || !b || from === to) continue;
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const isNear = Math.abs(to - from) === (rows === 2 && a.row === b.row ? 2 : 1);
    if (isNear && !joined.has(pair)) {
      joined.add(pair);
      if (a.row === b.row) {
        const [start, end] = a.x < b.x ? [a.x + width, b.x] : [a.x, b.x + width];
        const y = a.y + height / 2;
        draw(link, [
          { x: start, y },
          { x: end, y },
        ]);
        items.push(...labelOver(link, words, Math.min(start, end), Math.abs(end - start), y));
      } else {
        draw(link, crossing(a, b, { width, height, pinned: pinRoom * scale }));
      }
      continue;
    }
    if (used >= tracks.most || a.y + height < bottom - 1 || b.y + height < bottom - 1) continue;
    const y = bottom + tracks.first + used * tracks.pitch;
    const shift = used * 14;
    used += 1;
    const [start, end] =
      a.x < b.x ? [width - endInset - shift, endInset + shift] : [endInset + shift, width - endInset - shift];
    draw(link, [
      { x: a.x + start, y: bottom },
      { x: a.x + start, y },
      { x: b.x + end, y },
      { x: b.x + end, y: bottom },
    ]);
  }
  return { items, covers };
}

/** A way from a row to the other: straight over what the cards share, clear of pins at the left of the lower one; else round a corner. */
function crossing(
  a: PlacedCard,
  b: PlacedCard,
  { width, height, pinned }: { readonly width: number; readonly height: number; readonly pinned: number },
): readonly Point[] {
  const [start, end] = a.row === 0 ? [a.y + height, b.y] : [a.y, b.y + height];
  const lower = a.row === 1 ? a : b;
  const left = Math.max(a.x, b.x, lower.x + pinned) + endRoom;
  const right = Math.min(a.x, b.x) + width - endRoom;
  if (left <= right) {
    const x = left + (right - left) * 0.66;
    return [
      { x, y: start },
      { x, y: end },
    ];
  }
  const isAhead = a.x < b.x;
  const y = a.y + height / 2;
  const x = isAhead
    ? Math.max(a.x + width + 20, b.x + (b === lower ? pinned + endRoom : endRoom))
    : Math.min(a.x - 20, b.x + width - endRoom);
  return [
    { x: isAhead ? a.x + width : a.x, y },
    { x, y },
    { x, y: end },
  ];
}

/** What the map writes at the line, where it has room over it. */
function labelOver(
  link: Link,
  words: SceneWords,
  left: number,
  room: number,
  y: number,
): readonly SceneItem[] {
  const label = labelOf(link, words);
  if (!label || label.text === '') return [];
  const look = { size: labelSize, weight: 500, fill: 'ink-2', align: 'middle' } as const;
  if (widthOf(label.text, look) > room - 24) return [];
  return oneLine(label.text, left + room / 2, y - 10, look);
}

function runBox(from: Point, to: Point): Box {
  const clear = 7;
  return {
    x: Math.min(from.x, to.x) - clear,
    y: Math.min(from.y, to.y) - clear,
    width: Math.abs(to.x - from.x) + 2 * clear,
    height: Math.abs(to.y - from.y) + 2 * clear,
  };
}
