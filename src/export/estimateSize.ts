/**
 * About how many bytes a drawing comes to, told before it is made. The shares were measured on the six templates (files
 * of 50 kB to 2 MB); a test holds the estimate within a quarter of the real file for each of them, and of drawings with
 * photographs within half and double.
 *
 * In:  the plain SVG of the sheets without stored pictures, what those weigh, and a small picture of the first sheet.
 */
import type { ExportOptions } from './exportOptions.ts';
import type { FileFormatName } from './fileFormats.ts';
import type { PictureWeight } from './picturesOn.ts';
import { pixelSize } from './pngFile.ts';

export interface DrawnAlready {
  readonly svg: string;
  /** Chinese characters, each once for each cut that it is set in. */
  readonly characters: number;
  readonly pictures: PictureWeight;
  /** All that a web page tells of its records; empty for other formats. */
  readonly records: string;
  /** Bytes and width of a picture of the sheet. */
  readonly picture: { readonly bytes: number; readonly width: number };
  /** Of the sheet, in map units. */
  readonly width: number;
  readonly height: number;
}

/** What was measured, in bytes: cuts of the Latin faces, and what each Chinese character adds to a cut. */
const latinFonts = 36_000;
const aCharacter = 320;
const han = /\p{Script=Han}/gu;
/** What a web page has beside drawing, fonts and details; what slides have beside shapes. */
const viewer = 20_000;
const slideFrame = 14_000;
/** Of a photograph in a PNG, in bytes; of a small picture of the sheet they are taken to be so much at most. */
const aPixel = 2;
const mostPhotographs = 0.9;

/** Bytes, rounded to two digits by whoever shows them. */
export function estimateSize(format: FileFormatName, options: ExportOptions, drawn: DrawnAlready): number {
  const { svg, characters, pictures } = drawn;
  const fonts = latinFonts + aCharacter * characters;
  switch (format) {
    case 'svg':
      if (options.text === 'outlines') return svg.length * 11.3 + pictures.characters;
      return svg.length + pictures.characters + (options.text === 'embedded' ? fonts : 0);
    case 'pdf': {
      const again = options.spread === 'tiles' ? 0.36 : 0;
      return svg.length * (0.2 + again) + fonts * 0.6 + pictures.bytes;
    }
    case 'png': {
      const { scale, width } = options;
      const { width: wide } = pixelSize(drawn, width === null ? { scale } : { width });
      const larger = wide / drawn.picture.width;
      // Photographs have news in every pixel; in a drawing that is twice as wide there is less in each of four times as many.
      const pixels = pictures.area * (drawn.picture.width / drawn.width) ** 2;
      const photographs = Math.min(pixels * aPixel, drawn.picture.bytes * mostPhotographs);
      return (drawn.picture.bytes - photographs) * larger ** 1.16 + photographs * larger ** 2;
    }
    case 'pptx':
      // The report is many pages of few shapes, which are alike.
      return (
        (options.content === 'report' ? svg.length * 0.255 : slideFrame + svg.length * 0.565) + pictures.bytes
      );
    case 'html': {
      // With the fonts of the drawing and of all that can be read about it.
      const told = aCharacter * 1.6 * new Set(drawn.records.match(han)).size;
      return svg.length + pictures.characters + fonts + told + viewer + drawn.records.length * 0.6;
    }
    default:
      return svg.length + pictures.characters;
  }
}
