/** The little of fontkit that we use; the package brings no types. */
declare module 'fontkit' {
  interface GlyphPathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    readonly args: readonly number[];
  }
  interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly GlyphPathCommand[] };
  }
  interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(code: number): boolean;
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
      script: string,
      language: string,
    ): { readonly advanceWidth: number; readonly glyphs: readonly Glyph[] };
    glyphForCodePoint(code: number): Glyph;
    getGlyph(id: number): Glyph;
  }
  export function create(bytes: Uint8Array): Font;
}
