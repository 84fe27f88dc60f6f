/** The little of fontkit that makeAdvances.ts uses; the package brings no types. */
declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(code: number): boolean;
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
      script: string,
      language: string,
    ): { readonly advanceWidth: number };
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Font;
}
