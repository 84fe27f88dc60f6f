/**
 * Whether a picture taken in mid-gesture shows what is there: every card in view is compared with a picture taken at
 * the same place once all has come to rest. A card that is drawn at rest and is bare ground in motion is blank; one whose place
 * shows quite another colour is stale (it was drawn elsewhere, or something old is drawn there).
 *
 * In: two PNGs of the same window, boxes in px. Nothing is said about sharpness or detail: text may come at rest.
 */
import { PNG } from 'pngjs';

export interface PxBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Looked {
  readonly cards: number;
  readonly blank: number;
  readonly stale: number;
}

type Colour = readonly [number, number, number];

/** Sum over red, green and blue; card and paper differ by 19. */
const otherGround = 10;
/** Sum over red, green and blue of a box's mean: a card drawn simply differs less from itself in full. */
const otherCard = 120;
/** A card's own edge and the px next to it, which a camera may round either way. */
const inset = 3;

export function compareCards(moving: Buffer, resting: Buffer, boxes: readonly PxBox[]): Looked {
  const before = PNG.sync.read(moving);
  const after = PNG.sync.read(resting);
  let cards = 0;
  let blank = 0;
  let stale = 0;
  for (const box of boxes) {
    const inside = pixelsIn(box);
    if (inside.length === 0) continue;
    const ground = groundBeside(after, box);
    const drawn = (png: PNG): number =>
      inside.filter((at) => distance(colourAt(png, at), ground) > otherGround).length / inside.length;
    // Hidden under a panel or another card's menu, or not drawn at rest either: nothing to compare.
    if (drawn(after) < 0.5) continue;
    cards += 1;
    if (drawn(before) < 0.25) blank += 1;
    else if (distance(meanOf(before, inside), meanOf(after, inside)) > otherCard) stale += 1;
  }
  return { cards, blank, stale };
}

/** Every second px inside a box. */
function pixelsIn({ x, y, width, height }: PxBox): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let down = Math.ceil(y) + inset; down < y + height - inset; down += 2)
    for (let across = Math.ceil(x) + inset; across < x + width - inset; across += 2)
      found.push([across, down]);
  return found;
}

/** The colour that is met most often just outside the box. */
function groundBeside(png: PNG, { x, y, width, height }: PxBox): Colour {
  const counts = new Map<string, { readonly colour: Colour; count: number }>();
  const gap = 3;
  for (let across = 0; across < width; across += 2) {
    for (const down of [y - gap, y + height + gap]) {
      const colour = colourAt(png, [Math.round(x + across), Math.round(down)]);
      const entry = counts.get(colour.join()) ?? { colour, count: 0 };
      entry.count += 1;
      counts.set(colour.join(), entry);
    }
  }
  return [...counts.values()].reduce((most, one) => (one.count > most.count ? one : most)).colour;
}

function meanOf(png: PNG, places: readonly (readonly [number, number])[]): Colour {
  const sum: [number, number, number] = [0, 0, 0];
  for (const place of places) {
    const [red, green, blue] = colourAt(png, place);
    sum[0] += red;
    sum[1] += green;
    sum[2] += blue;
  }
  return [sum[0] / places.length, sum[1] / places.length, sum[2] / places.length];
}

function colourAt(png: PNG, [x, y]: readonly [number, number]): Colour {
  const at =
    (Math.min(png.height - 1, Math.max(0, y)) * png.width + Math.min(png.width - 1, Math.max(0, x))) * 4;
  return [png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0];
}

function distance(one: Colour, other: Colour): number {
  return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
}
