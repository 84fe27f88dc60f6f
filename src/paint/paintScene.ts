/**
 * Scene to Canvas2D: the one painter of the canvas' underlay, thumbnails, sheet index and pictures (page and worker).
 *
 * In:  a scene (or groups of one), a theme, and which part of it to show at which scale.
 * Out: pixels on the context. Groups outside the view cost a comparison. Texts want their fonts loaded by the caller;
 *      images want to be decoded by the caller (`images`), and one that is missing is left out.
 * Leaves the context's state as it found it. Without React and without the DOM, so that a page may draw before either.
 */
import type {
  Box,
  PathItem,
  Point,
  RectItem,
  Scene,
  SceneGroup,
  SceneItem,
  TextItem,
} from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import { emojiFamilies, fontFamilies } from '../theme/fonts.ts';
import { Pen, type PaintContext } from './pen.ts';
import { textRuns } from './textRuns.ts';

export type { PaintContext } from './pen.ts';

/** A picture of a known size, in its own pixels. */
export type DecodedImage = ImageBitmap | HTMLImageElement;

interface Look {
  readonly theme: Theme;
  /** Decoded images by their `href`. */
  readonly images?: ReadonlyMap<string, DecodedImage>;
}

export interface PaintOptions extends Look {
  /** Pixels of the context for one map unit. */
  readonly scale: number;
  /** The part of the scene to show, its corner at the context's corner; the whole scene when absent. */
  readonly view?: Box;
}

/** What to paint of a group: its own items unless told otherwise (another detail, another place). */
export interface GroupDrawing {
  readonly origin: Point;
  readonly items: readonly SceneItem[];
}

export interface GroupOptions extends Look {
  /** What is in view; groups elsewhere are skipped. */
  readonly view: Box;
  /** The drawing of a group; null leaves it out. */
  readonly drawingOf?: (group: SceneGroup) => GroupDrawing | null;
}

const paths = new WeakMap<PathItem, Path2D>();

/** Paints a scene. */
export function paintScene(context: PaintContext, scene: Scene, options: PaintOptions): void {
  const view = options.view ?? { x: 0, y: 0, width: scene.width, height: scene.height };
  context.save();
  context.scale(options.scale, options.scale);
  context.translate(-view.x, -view.y);
  context.fillStyle = resolvePaint(scene.background, options.theme);
  context.fillRect(view.x, view.y, view.width, view.height);
  paintGroups(context, scene.groups, { ...options, view });
  context.restore();
}

/** Paints groups in their order on a context that already counts in map units. */
export function paintGroups(
  context: PaintContext,
  groups: readonly SceneGroup[],
  options: GroupOptions,
): void {
  const { view, drawingOf } = options;
  context.save();
  context.textBaseline = 'alphabetic';
  context.fontKerning = 'none';
  const pen = new Pen(context, options.theme);
  let cards: GroupDrawing[] = [];
  for (const group of groups) {
    if (!overlaps(group.box, view)) continue;
    const drawing = drawingOf ? drawingOf(group) : group;
    if (!drawing || drawing.items.length === 0) continue;
    if (group.role === 'touchpoint') {
      cards.push(drawing);
      continue;
    }
    if (cards.length > 0) paintCards(pen, cards, options);
    cards = [];
    paintAt(pen, drawing, drawing.items, options);
  }
  if (cards.length > 0) paintCards(pen, cards, options);
  context.restore();
}

function paintAt(
  pen: Pen,
  { origin }: GroupDrawing,
  items: readonly SceneItem[],
  look: Look & Pick<GroupOptions, 'view'>,
): void {
  pen.context.translate(origin.x, origin.y);
  for (const item of items)
    if (item.kind !== 'text' || mayShow(item, origin, look.view)) paintItem(pen, item, look);
  pen.context.translate(-origin.x, -origin.y);
}

/**
 * Cards never overlap, so many are painted at once: first the grounds by colour, then shapes card by card, then all
 * texts by font. Changing colour and font is a good part of what painting costs.
 */
function paintCards(pen: Pen, cards: readonly GroupDrawing[], look: Look & Pick<GroupOptions, 'view'>): void {
  const grounds = new Map<Paint, (readonly [Point, RectItem])[]>();
  const texts = new Map<string, (readonly [Point, TextItem])[]>();
  const shapes: (readonly [GroupDrawing, SceneItem[]])[] = [];
  for (const card of cards) {
    const rest: SceneItem[] = [];
    for (const item of card.items) {
      if (item === card.items[0] && isPlain(item)) addTo(grounds, item.fill, [card.origin, item]);
      else if (item.kind !== 'text') rest.push(item);
      else if (mayShow(item, card.origin, look.view)) addTo(texts, fontOf(item), [card.origin, item]);
    }
    if (rest.length > 0) shapes.push([card, rest]);
  }
  for (const [paint, rects] of grounds) {
    pen.fill(paint);
    for (const [{ x, y }, rect] of rects)
      pen.context.fillRect(x + rect.x, y + rect.y, rect.width, rect.height);
  }
  for (const [card, items] of shapes) paintAt(pen, card, items, look);
  for (const items of texts.values()) for (const [origin, item] of items) paintText(pen, item, origin);
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function isPlain(item: SceneItem): item is RectItem & { readonly fill: Paint } {
  return item.kind === 'rect' && item.fill !== undefined && !item.stroke && !item.radius;
}

function paintItem(pen: Pen, item: SceneItem, look: Look): void {
  const { context } = pen;
  switch (item.kind) {
    case 'rect':
      if (isPlain(item)) {
        pen.fill(item.fill);
        context.fillRect(item.x, item.y, item.width, item.height);
        return;
      }
      context.beginPath();
      if (item.radius) context.roundRect(item.x, item.y, item.width, item.height, item.radius);
      else context.rect(item.x, item.y, item.width, item.height);
      pen.fillAndStroke(item);
      return;
    case 'circle':
      context.beginPath();
      context.arc(item.cx, item.cy, item.r, 0, 2 * Math.PI);
      pen.fillAndStroke(item);
      return;
    case 'path':
      pen.fillAndStroke(item, pathOf(item));
      return;
    case 'text':
      if (!item.turned) paintText(pen, item, corner);
      else {
        context.translate(item.x, item.y);
        context.rotate(Math.PI / 2);
        paintText(pen, { ...item, x: 0, y: 0 }, corner);
        context.rotate(-Math.PI / 2);
        context.translate(-item.x, -item.y);
      }
      return;
    case 'emoji':
      pen.font(`${item.size}px ${emojiFamilies}`, 0);
      context.fillText(item.cluster, item.x, item.y);
      return;
    case 'image': {
      const image = look.images?.get(item.href);
      if (image) paintImage(context, image, item);
      else for (const other of item.missing ?? []) paintItem(pen, other, look);
      return;
    }
    case 'clip':
      context.save();
      context.beginPath();
      context.rect(item.box.x, item.box.y, item.box.width, item.box.height);
      context.clip();
      for (const inner of item.items) paintItem(pen, inner, look);
      context.restore();
      pen.forget();
  }
}

/** It fills its box and what hangs over is cut, as in every other drawing. */
function paintImage(context: PaintContext, image: DecodedImage, { x, y, width, height }: Box): void {
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [width / scale, height / scale];
  context.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, x, y, width, height);
}

function fontOf({ font: { face, script, size, weight } }: TextItem): string {
  return `${weight} ${size}px ${fontFamilies[face][script]}`;
}

const corner: Point = { x: 0, y: 0 };

function paintText(pen: Pen, item: TextItem, origin: Point): void {
  pen.font(fontOf(item), item.font.spacing);
  pen.fill(item.fill);
  const y = origin.y + item.y;
  for (const run of textRuns(item)) {
    const x = origin.x + run.x;
    if (run.stretched) paintDashes(pen.context, run.text, { x, y, width: run.width });
    else pen.context.fillText(run.text, x, y);
  }
}

/** A canvas has no language, so it draws the short Latin dash: stretched to the whole ems of a Chinese one. */
function paintDashes(
  context: PaintContext,
  dashes: string,
  at: { x: number; y: number; width: number },
): void {
  context.save();
  context.translate(at.x, at.y);
  context.scale(at.width / context.measureText(dashes).width, 1);
  context.fillText(dashes, 0, 0);
  context.restore();
}

function pathOf(item: PathItem): Path2D {
  let path = paths.get(item);
  if (!path) {
    path = new Path2D();
    for (const command of item.commands) {
      switch (command[0]) {
        case 'M':
          path.moveTo(command[1], command[2]);
          break;
        case 'L':
          path.lineTo(command[1], command[2]);
          break;
        case 'C':
          path.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6]);
          break;
        case 'Q':
          path.quadraticCurveTo(command[1], command[2], command[3], command[4]);
          break;
        case 'Z':
          path.closePath();
      }
    }
    paths.set(item, path);
  }
  return path;
}

/** Whether a line may reach into the view, accents and tails included: a strip of a picture shows few lines of a high group. */
function mayShow({ turned, x, y, width, font: { size } }: TextItem, origin: Point, view: Box): boolean {
  if (turned) return true;
  const reach = 2 * size;
  const [left, baseline] = [origin.x + x, origin.y + y];
  return (
    baseline + reach > view.y &&
    baseline - reach < view.y + view.height &&
    left - reach < view.x + view.width &&
    left + width + reach > view.x
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
