/**
 * About how many bytes a drawing comes to, told before it is made. The shares were measured on the six templates (files
 * of 50 kB to 2 MB); a test holds the estimate within half and double of the real file.
 *
 * In:  the plain SVG of the sheets without stored pictures, what those weigh, and a small picture of the first sheet.
 */
import type { ExportOptions } from './exportOptions.ts';
import type { FileFormatName } from './fileFormats.ts';
import type { PictureWeight } from './picturesOn.ts';
import { pixelSize } from './pngFile.ts';

export interface DrawnAlready {
  readonly svg: string;
  readonly pictures: PictureWeight;
  /** Bytes and width of a picture of the sheet. */
  readonly picture: { readonly bytes: number; readonly width: number };
  /** Of the sheet, in map units. */
  readonly width: number;
  readonly height: number;
}

/** Cuts of the Latin faces, and what each further character adds, in bytes. */
const latinFonts = 36_000;
const aCharacter = 300;
const han = /\p{Script=Han}/gu;

/** Bytes, rounded to two digits by whoever shows them. */
export function estimateSize(format: FileFormatName, options: ExportOptions, drawn: DrawnAlready): number {
  const { svg, pictures } = drawn;
  const fonts = latinFonts + aCharacter * new Set(svg.match(han)).size;
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
      // Twice as wide has four times the pixels, and less news in each.
      return drawn.picture.bytes * (wide / drawn.picture.width) ** 1.16;
    }
    case 'pptx':
      // The report is many pages of few shapes, which are alike.
      return svg.length * (options.content === 'report' ? 0.3 : 0.63) + pictures.bytes;
    default:
      return svg.length + pictures.characters;
  }
}
