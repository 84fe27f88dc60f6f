/**
 * A picture decoded and drawn anew as PNG, for what cannot be kept as it is: WebP and GIF (of which the first picture
 * stays), and whatever is larger than a kept picture may be. That leaves nothing of the file but what is seen.
 *
 * In:  the bytes of a picture whose head says PNG, JPEG, GIF or WebP and at most `IMAGE_IN.pixels`.
 * Out: a PNG within `STORED_IMAGE`, the same for the same bytes; null when it cannot be decoded, or nothing is seen on it.
 * A decoder may throw or fall over on a hostile file: this runs in a process of its own (redrawProcess.ts).
 */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import decodeWebp, { init as startWebp } from '@jsquash/webp/decode.js';
import { Resvg } from '@resvg/resvg-js';
import { predicted } from '../../src/export/greyPng.ts';
import { pngColours, pngFile } from '../../src/export/pngFile.ts';
import { readImageFacts, type ImageFacts } from '../../src/model/imageFacts.ts';
import { STORED_IMAGE } from '../../src/model/limits.ts';
import { straightPixels } from '../exports/straightPixels.ts';
import { firstFrame } from './webpFrames.ts';

/** Straight RGBA. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** When the result is too many bytes, its sides shrink by this and it is tried again, as the page does. */
const shrink = 0.75;

export async function redrawImage(bytes: Uint8Array): Promise<Uint8Array | null> {
  const facts = readImageFacts(bytes);
  if (!facts) return null;
  const picture = facts.type === 'webp' ? await webpPixels(bytes) : drawnPixels(bytes, facts);
  if (!picture || !showsSomething(picture)) return null;
  for (let scale = fitting(facts, STORED_IMAGE.side); ; scale *= shrink) {
    const png = pngOf(
      averaged(picture, {
        width: Math.max(1, Math.round(facts.width * scale)),
        height: Math.max(1, Math.round(facts.height * scale)),
      }),
    );
    if (png.length <= STORED_IMAGE.bytes) return png;
  }
}

/** The scale at which the longer side is at most so many pixels. */
function fitting({ width, height }: Pick<ImageFacts, 'width' | 'height'>, side: number): number {
  return Math.min(1, side / Math.max(width, height));
}

/** By resvg, at up to twice the size that is kept: it looks at few pixels of a much larger picture, and averaging sees to the rest. */
function drawnPixels(bytes: Uint8Array, { width, height }: ImageFacts): Pixels {
  const scale = fitting({ width, height }, 2 * STORED_IMAGE.side);
  const size = `width="${width}" height="${height}"`;
  const given = 'https://picture.invalid/';
  const drawing = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${given}"/></svg>`,
    {
      font: { loadSystemFonts: false },
      fitTo: { mode: 'width', value: Math.max(1, Math.round(width * scale)) },
    },
  );
  drawing.resolveImage(given, Buffer.from(bytes));
  const drawn = drawing.render();
  return { width: drawn.width, height: drawn.height, data: straightPixels(drawn.pixels) };
}

async function webpPixels(bytes: Uint8Array): Promise<Pixels | null> {
  const still = firstFrame(bytes);
  if (!still) return null;
  // What the decoder hands its pixels over in.
  Object.assign(globalThis, { ImageData: PixelsOfWebp });
  const program = readFileSync(new URL(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')));
  await startWebp(await WebAssembly.compile(program));
  return decodeWebp(still);
}

class PixelsOfWebp implements Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** Where a file is cut or broken, resvg draws nothing and says nothing. */
function showsSomething({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return true;
  return false;
}

/** Made smaller: each pixel is the mean of those it stands for, by what shows of them. */
function averaged(from: Pixels, { width, height }: Pick<Pixels, 'width' | 'height'>): Pixels {
  if (from.width <= width && from.height <= height) return from;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, foot] = [
      Math.floor((y * from.height) / height),
      Math.floor(((y + 1) * from.height) / height),
    ];
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor((x * from.width) / width);
      const right = Math.floor(((x + 1) * from.width) / width);
      let [red, green, blue, shown] = [0, 0, 0, 0];
      for (let row = top; row < foot; row += 1)
        for (let at = 4 * (row * from.width + left); at < 4 * (row * from.width + right); at += 4) {
          const weight = from.data[at + 3] ?? 0;
          red += (from.data[at] ?? 0) * weight;
          green += (from.data[at + 1] ?? 0) * weight;
          blue += (from.data[at + 2] ?? 0) * weight;
          shown += weight;
        }
      if (shown === 0) continue;
      const to = 4 * (y * width + x);
      data[to] = Math.round(red / shown);
      data[to + 1] = Math.round(green / shown);
      data[to + 2] = Math.round(blue / shown);
      data[to + 3] = Math.round(shown / ((foot - top) * (right - left)));
    }
  }
  return { width, height, data };
}

/** Each row as its difference to what the pixels around promise: photographs and drawings both get small. */
function pngOf({ width, height, data }: Pixels): Uint8Array {
  const hasAlpha = data.some((value, at) => at % 4 === 3 && value !== 255);
  const parts = hasAlpha ? 4 : 3;
  const stride = 1 + width * parts;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * stride] = paeth;
    for (let x = 0; x < width; x += 1)
      for (let part = 0; part < parts; part += 1) {
        const at = 4 * (y * width + x) + part;
        const left = x > 0 ? (data[at - 4] ?? 0) : 0;
        const up = y > 0 ? (data[at - 4 * width] ?? 0) : 0;
        const corner = x > 0 && y > 0 ? (data[at - 4 * width - 4] ?? 0) : 0;
        rows[y * stride + 1 + x * parts + part] = (data[at] ?? 0) - predicted(paeth, left, up, corner);
      }
  }
  return pngFile({ width, height }, hasAlpha ? pngColours.rgba : pngColours.rgb, [deflateSync(rows)]);
}

/** PNG's number of the filter. */
const paeth = 4;
