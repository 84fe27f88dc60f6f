/**
 * Fewer shapes for a card of a slide: neighbours drawn in one colour (a face's ring, eyes and mouth; the parts of a gauge)
 * become one shape of several paths, and words beside each other on a line ("Imp", "4") one text. So a card is easier to take
 * hold of, and a deck of a thousand cards is half as large. Words in a box (the emotion's number, a channel's name) are the
 * box's own text, as people expect it of a shape.
 *
 * In:  the items of a card in paint order. Out: shapes in that order, then texts, which lie above all shapes of a card.
 */
import type { CircleItem, PathItem, RectItem, SceneItem, Stroke, TextItem } from '../../layout/scene.ts';
import type { Paint } from '../../theme/colours.ts';

export type Drawable = RectItem | CircleItem | PathItem;
export interface JoinedShape {
  readonly kind: 'joined';
  readonly parts: readonly Drawable[];
  readonly colour: Paint;
  /** Of the first line; null where all parts are filled only. */
  readonly stroke: Stroke | null;
}
export interface JoinedText {
  readonly kind: 'texts';
  readonly runs: readonly TextItem[];
}
/** A box and the words in it. */
export interface LabelledBox {
  readonly kind: 'labelled';
  readonly box: RectItem;
  readonly runs: readonly TextItem[];
}
export type Joined = SceneItem | JoinedShape | JoinedText | LabelledBox;

export function joinShapes(items: readonly SceneItem[]): readonly Joined[] {
  const shapes: (SceneItem | JoinedShape)[] = [];
  const texts: TextItem[][] = [];
  for (const item of items) {
    if (item.kind === 'text') {
      const line = texts.at(-1);
      if (line && isNextWord(line.at(-1), item)) line.push(item);
      else texts.push([item]);
      continue;
    }
    const before = shapes.at(-1);
    const joined = before && join(before, item);
    if (joined) shapes[shapes.length - 1] = joined;
    else shapes.push(item);
  }
  const labels = new Map<SceneItem | JoinedShape, readonly TextItem[]>();
  const loose: Joined[] = [];
  for (const runs of texts) {
    const box = shapes.findLast((shape) => shape.kind === 'rect' && holds(shape, runs));
    if (box && !labels.has(box)) labels.set(box, runs);
    else loose.push(runs[0] && runs.length === 1 ? runs[0] : { kind: 'texts', runs });
  }
  return [
    ...shapes.map((shape): Joined => {
      const runs = labels.get(shape);
      return runs && shape.kind === 'rect' ? { kind: 'labelled', box: shape, runs } : shape;
    }),
    ...loose,
  ];
}

/** Whether a line lies inside a painted box, with the height of Office's letters and a little more width. */
function holds({ x, y, width, height, fill }: RectItem, runs: readonly TextItem[]): boolean {
  const [first] = runs;
  const last = runs.at(-1);
  if (fill === undefined || !first || !last || first.turned) return false;
  const { size } = first.font;
  const isAcross = first.x >= x && last.x + last.width + size / 4 <= x + width;
  return isAcross && first.y - size * tallest >= y && first.y + size / 4 <= y + height;
}

/** From the top of a line to its baseline, in em, of the tallest letters of Office. */
const tallest = 1.06;

/** About the width of a space. */
const wordGap = 0.5;

function isNextWord(before: TextItem | undefined, item: TextItem): boolean {
  if (!before || before.turned || before.y !== item.y || before.font.size !== item.font.size) return false;
  const gap = item.x - before.x - before.width;
  return gap > 0 && gap < wordGap * item.font.size;
}

/** Both as one shape; null when they are not drawn alike. */
function join(before: SceneItem | JoinedShape, item: SceneItem): JoinedShape | null {
  const [a, b] = [asJoined(before), asJoined(item)];
  if (!a || !b || a.colour !== b.colour) return null;
  if (a.stroke && b.stroke && !isLike(a.stroke, b.stroke)) return null;
  return { kind: 'joined', parts: [...a.parts, ...b.parts], colour: a.colour, stroke: a.stroke ?? b.stroke };
}

/** A line of nearly the same width is the same line at the size of a slide. */
function isLike(a: Stroke, b: Stroke): boolean {
  const isDashed = (a.dash?.length ?? 0) + (b.dash?.length ?? 0) > 0;
  return !isDashed && Math.abs(a.width - b.width) <= 0.15 * Math.max(a.width, b.width);
}

/** An item of one colour; null for any other. */
function asJoined(item: SceneItem | JoinedShape): JoinedShape | null {
  if (item.kind === 'joined') return item;
  if (item.kind !== 'circle' && item.kind !== 'path' && item.kind !== 'rect') return null;
  if (item.kind === 'rect' && item.radius !== undefined && item.radius > 0) return null;
  if (item.kind === 'path' && item.rule !== undefined) return null;
  const { fill, stroke } = item;
  const colour = fill ?? stroke?.colour;
  if (colour === undefined || (stroke && stroke.colour !== colour)) return null;
  return { kind: 'joined', parts: [item], colour, stroke: stroke ?? null };
}
