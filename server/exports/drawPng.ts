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
import { packRows, type PackedRows } from '../../src/export/packRows.ts';
import { joinPng, pictureSize } from '../../src/export/pngFile.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { Scene } from '../../src/layout/scene.ts';
import { straightPixels } from './straightPixels.ts';

export interface PngOptions extends PictureLook {
  readonly readCut: ReadCut;
}

/** Four bytes each while a strip is drawn. */
const stripPixels = 2_500_000;
/** What a strip leaves behind is small objects and a few large ones; the large ones are looked for every so many strips. */
const stripsBetween = 4;

/** In a function of its own, so that nothing holds drawing and pixels when the rows are packed. */
function draw(svg: string, width: number, hasAlpha: boolean): PackedRows {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return packRows(hasAlpha ? straightPixels(pixels) : pixels, width, hasAlpha);
}

// What resvg and fonts hold lies outside of the engine's heap, which sees small objects and would let dozens of them pile up.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: { readonly type: 'minor' | 'major' }) => void;

/** Fonts that are not needed any more are let go before many are in memory at once. */
const mostFontBytes = 20_000_000;

function oneByOne(readCut: ReadCut): ReadCut {
  let held = 0;
  return async (cut) => {
    if (held > mostFontBytes) {
      collect({ type: 'major' });
      held = 0;
    }
    const bytes = await readCut(cut);
    held += bytes.length;
    return bytes;
  };
}

/** The picture, of exactly the size asked for. Rejects when that is more than a gigapixel. */
export async function toPng(scene: Scene, options: PngOptions): Promise<FileBytes> {
  const { size, theme, emoji, images, background = true, signal, onProgress } = options;
  const { width, height } = pictureSize(scene, size);
  const outlineText = await prepareOutlines(scene.groups, oneByOne(options.readCut));
  const look = { theme, emoji, background, outlineText, knowsWebp: false, ...(images ? { images } : {}) };
  const rows = Math.max(16, Math.floor(stripPixels / width));
  const packed: PackedRows[] = [];
  for (let top = 0; top < height; top += rows) {
    collect({ type: packed.length % stripsBetween === 0 ? 'major' : 'minor' });
    const count = Math.min(rows, height - top);
    const view = {
      x: 0,
      y: (top / height) * scene.height,
      width: scene.width,
      height: (count / height) * scene.height,
    };
    const svg = toSvg(scene, { ...look, part: { view, width, height: count } });
    packed.push(draw(svg, width, !background));
    onProgress?.((top + count) / height);
    // Lets the thread hear that nobody waits any more.
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  }
  return joinPng({ width, height }, !background, packed);
}
