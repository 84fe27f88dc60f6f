/**
 * A scene as PNG by the browser, in strips, so that a picture may be larger than any canvas. In a worker or in the page.
 *
 * In:  a scene, how it looks, and the faces that its text is lettered in (a worker does not see the page's style sheets).
 * Out: the file, of exactly the size asked for; rejects when that is more than a gigapixel, or the canvas fails.
 */
import type { Box, Scene, SceneItem } from '../layout/scene.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import { resolvePaint } from '../theme/colours.ts';
import { fontFamilies } from '../theme/fonts.ts';
import { paintGroups, type DecodedImage } from '../paint/paintScene.ts';
import { emojiBox, type EmojiPictures } from './emojiPictures.ts';
import type { PaintPng, StoredPictures } from './fileFormats.ts';
import { pictureSize, writePng } from './pngFile.ts';

/** An `@font-face` rule; `src` with whole addresses. */
export interface FaceRule {
  readonly family: string;
  readonly weight: string;
  readonly unicodeRange: string;
  readonly src: string;
}

/** The faces that the page's own style sheets name. */
export function pageFaces(): readonly FaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return facesIn(sheet.cssRules, base);
  });
}

function facesIn(rules: CSSRuleList, base: string): readonly FaceRule[] {
  return [...rules].flatMap((rule): readonly FaceRule[] => {
    if (rule instanceof CSSFontFaceRule) {
      const { style } = rule;
      const value = (name: string) => style.getPropertyValue(name);
      const src = value('src').replaceAll(
        /url\("?([^")]*)"?\)/g,
        (_all, address: string) => `url("${new URL(address, base).href}")`,
      );
      const family = value('font-family').replaceAll(/^["']|["']$/g, '');
      return [{ family, weight: value('font-weight'), unicodeRange: value('unicode-range'), src }];
    }
    if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet.cssRules, base) : [];
    return rule instanceof CSSGroupingRule ? facesIn(rule.cssRules, base) : [];
  });
}

/** Pixels of one canvas, and its longest side: larger ones come out blank in some browsers. */
const tilePixels = 4_000_000;
const longestTile = 8192;

/** The painter for these faces. */
export function canvasPainter(faces: readonly FaceRule[]): PaintPng {
  return async (scene, { theme, background = true, size, images: stored, emoji, onProgress, signal }) => {
    const { width, height } = pictureSize(scene, size);
    const drawn = withEmojiShapes(scene, emoji);
    await loadFaces(drawn, faces);
    const images = await decodeImages(drawn, stored ?? new Map());
    const tileWidth = Math.min(width, longestTile);
    const rows = Math.max(1, Math.min(height, Math.floor(tilePixels / width)));
    const canvas = new OffscreenCanvas(tileWidth, rows);
    const context = canvas.getContext('2d', { alpha: !background, willReadFrequently: true });
    if (!context) throw new Error('this browser gives no canvas');
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
      paintGroups(context, drawn.groups, { theme, images, view });
      return context.getImageData(0, 0, w, h).data;
    };
    async function* strips() {
      for (let y = 0; y < height; y += rows) {
        signal?.throwIfAborted();
        const count = Math.min(rows, height - y);
        if (width <= tileWidth) yield paint(0, y, width, count);
        else {
          const strip = new Uint8ClampedArray(width * count * 4);
          for (let x = 0; x < width; x += tileWidth) {
            const part = Math.min(tileWidth, width - x);
            const pixels = paint(x, y, part, count);
            for (let row = 0; row < count; row += 1)
              strip.set(pixels.subarray(row * part * 4, (row + 1) * part * 4), (row * width + x) * 4);
          }
          yield strip;
        }
        onProgress?.((y + count) / height);
      }
    }
    return writePng({ width, height }, !background, strips());
  };
}

/** Emoji as the shapes that every file has, in place of those of this machine's fonts. */
function withEmojiShapes(scene: Scene, pictures: EmojiPictures): Scene {
  if (pictures.size === 0) return scene;
  const shaped = (items: readonly SceneItem[]): readonly SceneItem[] =>
    items.some(({ kind }) => kind === 'emoji' || kind === 'clip') ? items.flatMap(shapes) : items;
  const shapes = (item: SceneItem): readonly SceneItem[] => {
    if (item.kind === 'clip') return [{ ...item, items: shaped(item.items) }];
    const picture = item.kind === 'emoji' ? pictures.get(item.cluster) : undefined;
    if (item.kind !== 'emoji' || !picture) return [item];
    const { x, y } = emojiBox(item);
    return scaleItems(picture, item.size, x, y);
  };
  return { ...scene, groups: scene.groups.map((group) => ({ ...group, items: shaped(group.items) })) };
}

/** Waits until the letters that the scene shows are there. A face that cannot be had is done without, as on the page. */
async function loadFaces(scene: Scene, faces: readonly FaceRule[]): Promise<void> {
  const set = (globalThis as { readonly fonts?: FontFaceSet }).fonts ?? globalThis.document?.fonts;
  if (!set) return;
  for (const { family, weight, unicodeRange, src } of faces)
    set.add(new FontFace(family, src, { weight, ...(unicodeRange === '' ? {} : { unicodeRange }) }));
  const wanted = new Map<string, Set<string>>();
  eachItem(scene, (item) => {
    if (item.kind !== 'text') return;
    const { face, script, weight } = item.font;
    const font = `${weight} 16px ${fontFamilies[face][script]}`;
    const letters = wanted.get(font) ?? new Set();
    wanted.set(font, letters);
    for (const letter of item.text) letters.add(letter);
  });
  await Promise.allSettled([...wanted].map(([font, letters]) => set.load(font, [...letters].join(''))));
}

async function decodeImages(
  scene: Scene,
  stored: StoredPictures,
): Promise<ReadonlyMap<string, DecodedImage>> {
  const names = new Set<string>();
  eachItem(scene, (item) => {
    if (item.kind === 'image') names.add(item.href);
  });
  const images = new Map<string, DecodedImage>();
  for (const name of names) {
    const href = stored.get(name) ?? name;
    if (!href.startsWith('data:image/')) continue;
    const bitmap = await fetch(href)
      .then((response) => response.blob())
      .then((blob) => createImageBitmap(blob))
      .catch(() => null);
    if (bitmap) images.set(name, bitmap);
  }
  return images;
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
