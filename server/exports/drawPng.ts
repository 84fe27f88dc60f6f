/**
 * A scene as PNG without a browser: strips of SVG with text as outlines, each drawn by resvg, joined row by row. So a
 * picture may be of any size in the memory of one strip, and no font is looked for.
 */
import { Resvg } from '@resvg/resvg-js';
import type { FileBytes, PictureLook } from '../../src/export/fileFormats.ts';
import type { ReadCut } from '../../src/export/fontCuts.ts';
import { prepareLettering } from '../../src/export/lettering.ts';
import { outlinesBy } from '../../src/export/outlines.ts';
import { pictureSize, writePng } from '../../src/export/pngFile.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { Scene } from '../../src/layout/scene.ts';

export interface PngOptions extends PictureLook {
  readonly readCut: ReadCut;
}

/** Four bytes each while a strip is drawn. */
const stripPixels = 6_000_000;

/** The picture, of exactly the size asked for. Rejects when that is more than a gigapixel. */
export async function toPng(scene: Scene, options: PngOptions): Promise<FileBytes> {
  const { size, theme, emoji, images, background = true, signal, onProgress } = options;
  const { width, height } = pictureSize(scene, size);
  const outlineText = outlinesBy(await prepareLettering(scene.groups, options.readCut));
  const look = { theme, emoji, background, outlineText, ...(images ? { images } : {}) };
  const rows = Math.max(16, Math.floor(stripPixels / width));
  async function* strips() {
    for (let top = 0; top < height; top += rows) {
      const count = Math.min(rows, height - top);
      const view = {
        x: 0,
        y: (top / height) * scene.height,
        width: scene.width,
        height: (count / height) * scene.height,
      };
      const svg = toSvg(scene, { ...look, part: { view, width, height: count } });
      const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
      yield drawn.pixels;
      onProgress?.((top + count) / height);
      // Lets the thread hear that nobody waits any more.
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
  }
  return writePng({ width, height }, !background, strips());
}
