/**
 * A scene as PNG without a browser: strips of SVG with text as outlines, each drawn by resvg, joined row by row. So a
 * picture may be of any size in the memory of one strip, and no font is looked for.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';
import type { FileBytes, PictureLook } from '../../src/export/fileFormats.ts';
import type { ReadCut } from '../../src/export/fontCuts.ts';
import { prepareOutlines } from '../../src/export/outlines.ts';
import { pictureSize, writePng } from '../../src/export/pngFile.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { Scene } from '../../src/layout/scene.ts';

export interface PngOptions extends PictureLook {
  readonly readCut: ReadCut;
}

/** Four bytes each while a strip is drawn. */
const stripPixels = 2_500_000;

/** In a function of its own, so that nothing holds the drawing when its pixels are out. */
function render(svg: string): Uint8Array {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}

// What resvg holds lies outside of the engine's heap, which sees small objects and would let dozens of strips pile up.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void;

/** The picture, of exactly the size asked for. Rejects when that is more than a gigapixel. */
export async function toPng(scene: Scene, options: PngOptions): Promise<FileBytes> {
  const { size, theme, emoji, images, background = true, signal, onProgress } = options;
  const { width, height } = pictureSize(scene, size);
  const outlineText = await prepareOutlines(scene.groups, options.readCut);
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
      yield render(svg);
      collect({ type: 'minor' });
      onProgress?.((top + count) / height);
      // Lets the thread hear that nobody waits any more.
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
  }
  return writePng({ width, height }, !background, strips());
}
