/**
 * Draws strips of a scene in the browser, each as the packed rows of a picture. What threads that share a picture have in common.
 *
 * In:  a scene with its pictures, and its size in pixels. The thread has the faces that its text is lettered in.
 * Out: packed rows by strip. Rejects when there is no canvas; a canvas that the browser silently leaves blank is found out.
 */
import type { Box, Scene, SceneItem } from '../layout/scene.ts';
import { paintGroups, type DecodedImage } from '../paint/paintScene.ts';
import { resolvePaint, type Theme } from '../theme/colours.ts';
import { fontFamilies } from '../theme/fonts.ts';
import type { StoredPictures } from './fileFormats.ts';
import { packRows, type PackedRows } from './packRows.ts';
import { threadFaces } from './threadFaces.ts';

/** A picture that strips are drawn of. */
export interface StripJob {
  /** Emoji are shapes already. */
  readonly scene: Scene;
  readonly theme: Theme;
  readonly background: boolean;
  /** Of the whole picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly images: StoredPictures;
}

export interface Strip {
  readonly top: number;
  readonly rows: number;
}

export interface StripPainter {
  draw(strip: Strip): PackedRows;
}

/** Of a canvas, in pixels. What is larger comes out blank in some browsers; then it is tried narrower. */
const widest = 16_384;
const narrowest = 1024;

/** Makes ready for strips of at most so many rows. */
export async function openStripPainter(job: StripJob, mostRows: number): Promise<StripPainter> {
  const { scene, theme, background, width, height } = job;
  const [images] = await Promise.all([decodeImages(scene, job.images), loadLetters(scene)]);
  const { context, canvasWidth } = openCanvas(Math.min(width, widest), mostRows, background);
  const across = width / scene.width;
  const down = height / scene.height;
  const paint = (x: number, y: number, w: number, h: number): Uint8ClampedArray => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (background) {
      context.fillStyle = resolvePaint(scene.background, theme);
      context.fillRect(0, 0, w, h);
    } else context.clearRect(0, 0, w, h);
    context.setTransform(across, 0, 0, down, -x, -y);
    const view: Box = { x: x / across, y: y / down, width: w / across, height: h / down };
    paintGroups(context, scene.groups, { theme, images, view });
    return context.getImageData(0, 0, w, h).data;
  };
  const pixelsOf = ({ top, rows }: Strip): Uint8ClampedArray => {
    if (width <= canvasWidth) return paint(0, top, width, rows);
    const strip = new Uint8ClampedArray(width * rows * 4);
    for (let x = 0; x < width; x += canvasWidth) {
      const part = Math.min(canvasWidth, width - x);
      const pixels = paint(x, top, part, rows);
      for (let row = 0; row < rows; row += 1)
        strip.set(pixels.subarray(row * part * 4, (row + 1) * part * 4), (row * width + x) * 4);
    }
    return strip;
  };
  return { draw: (strip) => packRows(pixelsOf(strip), width, !background) };
}

interface OpenCanvas {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly canvasWidth: number;
}

/** A canvas that keeps what is drawn in its far corner. */
function openCanvas(canvasWidth: number, height: number, isOpaque: boolean): OpenCanvas {
  const canvas = new OffscreenCanvas(canvasWidth, height);
  const context = canvas.getContext('2d', { alpha: !isOpaque, willReadFrequently: true });
  context?.fillRect(canvasWidth - 1, height - 1, 1, 1);
  const corner = context?.getImageData(canvasWidth - 1, height - 1, 1, 1).data;
  if (context && corner?.[3] === 255) return { context, canvasWidth };
  if (canvasWidth <= narrowest) throw new Error('this browser gives no canvas');
  return openCanvas(Math.ceil(canvasWidth / 2), height, isOpaque);
}

/** Waits until the letters that the scene shows are there. A face that cannot be had is done without, as on the page. */
async function loadLetters(scene: Scene): Promise<void> {
  const faces = threadFaces();
  if (!faces) return;
  const wanted = new Map<string, Set<string>>();
  eachItem(scene, (item) => {
    if (item.kind !== 'text') return;
    const { face, script, weight } = item.font;
    const font = `${weight} 16px ${fontFamilies[face][script]}`;
    const letters = wanted.get(font) ?? new Set();
    wanted.set(font, letters);
    for (const letter of item.text) letters.add(letter);
  });
  await Promise.allSettled([...wanted].map(([font, letters]) => faces.load(font, [...letters].join(''))));
}

async function decodeImages(
  scene: Scene,
  stored: StoredPictures,
): Promise<ReadonlyMap<string, DecodedImage>> {
  const names = new Set<string>();
  eachItem(scene, (item) => {
    if (item.kind === 'image') names.add(item.href);
  });
  const decoded = await Promise.all(
    [...names].map(async (name) => {
      const href = stored.get(name) ?? name;
      if (!href.startsWith('data:image/')) return null;
      const bitmap = await fetch(href)
        .then((response) => response.blob())
        .then((blob) => createImageBitmap(blob))
        .catch(() => null);
      return bitmap && ([name, bitmap] as const);
    }),
  );
  return new Map(decoded.filter((image) => image !== null));
}

function eachItem({ groups }: Scene, look: (item: SceneItem) => void): void {
  const walk = (items: readonly SceneItem[]): void => {
    for (const item of items) {
      look(item);
      if (item.kind === 'clip') walk(item.items);
      else if (item.kind === 'image') walk(item.missing ?? []);
    }
  };
  for (const { items } of groups) walk(items);
}
