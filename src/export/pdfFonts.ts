/**
 * The fonts of a PDF: pdfkit embeds each as a subset with its table of characters; we hand it the glyphs ourselves, one
 * for each character and without layout, because that is how the scene's text was measured.
 */
import type { CutName } from './fontCuts.ts';

/** What we use of pdfkit's embedded font, which its types leave out. */
interface EmbeddedFont {
  readonly id: string;
  readonly scale: number;
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  readonly font: { glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number } };
  readonly subset: { includeGlyph(glyph: number): number };
  ref(): unknown;
}
interface Internals {
  readonly page: { readonly fonts: Record<string, unknown> };
}

export interface Encoded {
  /** The font's name on the page. */
  readonly id: string;
  /** Its glyphs, four digits each. */
  readonly hex: string;
  /** Whether a reader finds the very characters by the font's table. */
  readonly speaksFor: boolean;
}

export class PdfFonts {
  readonly #document: PDFKit.PDFDocument & Internals;
  readonly #fonts = new Map<CutName, EmbeddedFont>();

  constructor(document: PDFKit.PDFDocument, subsets: ReadonlyMap<CutName, Uint8Array>) {
    this.#document = document;
    for (const [cut, bytes] of subsets) {
      this.#document.font(Buffer.from(bytes));
      this.#fonts.set(cut, Reflect.get(document, '_font') as EmbeddedFont);
    }
  }

  /** Glyphs for the current page. */
  encode(cut: CutName, text: string): Encoded {
    const font = this.#fonts.get(cut);
    if (!font) throw new Error(`the PDF has no font ${cut}`);
    this.#document.page.fonts[font.id] ??= font.ref();
    let hex = '';
    let speaksFor = true;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const glyph = font.font.glyphForCodePoint(code);
      const own = font.subset.includeGlyph(glyph.id);
      font.widths[own] ??= glyph.advanceWidth * font.scale;
      const characters = (font.unicode[own] ??= [code]);
      if (characters[0] !== code) speaksFor = false;
      hex += own.toString(16).padStart(4, '0');
    }
    return { id: font.id, hex, speaksFor };
  }

  /** A space of whichever font there is. */
  encodeSpace(): Encoded {
    const [cut] = this.#fonts.keys();
    if (cut === undefined) throw new Error('the PDF has no font');
    return this.encode(cut, ' ');
  }
}
