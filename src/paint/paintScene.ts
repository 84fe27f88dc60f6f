/**
 * Scene to Canvas2D: the one painter of thumbnails, sheet index and pictures (page and worker).
 *
 * In:  a scene, a theme, and which part of it to show at which scale.
 * Out: pixels on the context. Groups outside the view cost a comparison. Texts want their fonts loaded by the caller;
 *      images want to be decoded by the caller (`images`), and one that is missing is left out.
 * Leaves the context's state as it found it.
 */
import { measureText } from '../layout/measureText.ts';
import type { Box, PathItem, Scene, SceneGroup, SceneItem, Stroke, TextItem } from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import { emojiFamilies, fontFamilies } from '../theme/fonts.ts';

export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface PaintOptions {
  readonly theme: Theme;
  /** Pixels of the context for one map unit. */
  readonly scale: number;
  /** The part of the scene to show, its corner at the context's corner; the whole scene when absent. */
  readonly view?: Box;
  /** Decoded images by their `href`. */
  readonly images?: ReadonlyMap<string, CanvasImageSource>;
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
  context.textBaseline = 'alphabetic';
  context.fontKerning = 'none';
  for (const group of scene.groups) if (overlaps(group.box, view)) paintGroup(context, group, options);
  context.restore();
}

function paintGroup(context: PaintContext, group: SceneGroup, options: PaintOptions): void {
  context.save();
  context.translate(group.origin.x, group.origin.y);
  for (const item of group.items) paintItem(context, item, options);
  context.restore();
}

function paintItem(context: PaintContext, item: SceneItem, options: PaintOptions): void {
  switch (item.kind) {
    case 'rect':
      context.beginPath();
      if (item.radius) context.roundRect(item.x, item.y, item.width, item.height, item.radius);
      else context.rect(item.x, item.y, item.width, item.height);
      fillAndStroke(context, item, options.theme);
      return;
    case 'circle':
      context.beginPath();
      context.arc(item.cx, item.cy, item.r, 0, 2 * Math.PI);
      fillAndStroke(context, item, options.theme);
      return;
    case 'path':
      fillAndStroke(context, item, options.theme, pathOf(item));
      return;
    case 'text':
      paintText(context, item, options.theme);
      return;
    case 'emoji':
      context.font = `${item.size}px ${emojiFamilies}`;
      context.letterSpacing = '0px';
      context.fillText(item.cluster, item.x, item.y);
      return;
    case 'image': {
      const image = options.images?.get(item.href);
      if (image) context.drawImage(image, item.x, item.y, item.width, item.height);
      return;
    }
    case 'clip':
      context.save();
      context.beginPath();
      context.rect(item.box.x, item.box.y, item.box.width, item.box.height);
      context.clip();
      for (const inner of item.items) paintItem(context, inner, options);
      context.restore();
  }
}

function paintText(context: PaintContext, item: TextItem, theme: Theme): void {
  const { face, script, size, weight, spacing } = item.font;
  context.font = `${weight} ${size}px ${fontFamilies[face][script]}`;
  context.letterSpacing = `${spacing}px`;
  context.fillStyle = resolvePaint(item.fill, theme);
  let { x } = item;
  for (const run of item.text.split(script === 'cjk' ? chineseRuns : fullWidthSigns)) {
    const width = measureText(run, item.font);
    if (script === 'cjk' && run.startsWith('—')) paintDashes(context, run, { x, y: item.y, width });
    else context.fillText(run, x, item.y);
    x += width;
  }
}

/**
 * Canvas squeezes neighbouring full-width signs together and has no switch for it (CSS: text-spacing-trim), while the
 * scene is measured without: each goes in a run of its own.
 */
const fullWidthSigns =
  /(?<=[\u3000-\u303F\uFF00-\uFF65\u2018-\u201D])(?=[\u3000-\u303F\uFF00-\uFF65\u2018-\u201D])/u;
/** The same, and dashes apart from the rest. */
const chineseRuns = new RegExp(`${fullWidthSigns.source}|(?<=—)(?!—)|(?<!—)(?=—)`, 'u');

/** A canvas has no language either, so it draws the short Latin dash: stretched to the whole ems of a Chinese one. */
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

function fillAndStroke(
  context: PaintContext,
  shape: { readonly fill?: Paint; readonly stroke?: Stroke },
  theme: Theme,
  path?: Path2D,
): void {
  if (shape.fill) {
    context.fillStyle = resolvePaint(shape.fill, theme);
    if (path) context.fill(path);
    else context.fill();
  }
  if (!shape.stroke) return;
  const { colour, width, dash, cap, join } = shape.stroke;
  context.strokeStyle = resolvePaint(colour, theme);
  context.lineWidth = width;
  context.setLineDash([...(dash ?? [])]);
  context.lineCap = cap ?? 'butt';
  context.lineJoin = join ?? 'miter';
  if (path) context.stroke(path);
  else context.stroke();
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

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
