/** What we use of subset-font; the package brings no types. */
declare module 'subset-font' {
  /** The font with just these characters. Rejects when the bytes are no font. */
  export default function subsetFont(
    bytes: Buffer,
    characters: string,
    options: {
      readonly targetFormat: 'truetype' | 'woff2';
      readonly noLayoutClosure?: boolean;
      /** Of a variable font, the point on an axis that is kept. */
      readonly variationAxes?: { readonly wght: number };
    },
  ): Promise<Buffer>;
}
