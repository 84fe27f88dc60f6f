/**
 * A glimpse: the first picture of a map as the server draws it ahead, so that a page shows the map, and answers a click
 * on it, before any of the code that draws maps has come.
 */

/** A call of a canvas' context, `[method, …arguments]`, or something set on it, `[property=, value]`. */
export type CanvasCall = readonly [name: string, ...values: unknown[]];

export interface Glimpse {
  /** What draws the canvas, heads included, in px from its upper left corner. */
  readonly calls: readonly CanvasCall[];
  /** What a click selects, in the order of drawing, in the same px: id, x, y, width, height. */
  readonly boxes: readonly (readonly [id: string, x: number, y: number, width: number, height: number])[];
}

/** For which window and theme. */
export interface GlimpseWish {
  /** Of the canvas with its heads, px. */
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}
