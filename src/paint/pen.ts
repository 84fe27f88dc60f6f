/**
 * A Canvas2D context that is asked for a colour, a line or a font only when it differs from the one in use: setting one
 * costs more than comparing it, and most of a map is drawn in few of them.
 */
import type { Stroke } from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';

export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const solid: readonly number[] = [];

export class Pen {
  readonly context: PaintContext;
  readonly #theme: Theme;
  #fill: Paint | null = null;
  #font = '';
  #spacing = Number.NaN;
  #colour: Paint | null = null;
  #width = Number.NaN;
  #dash: readonly number[] | null = null;
  #cap = '';
  #join = '';

  constructor(context: PaintContext, theme: Theme) {
    this.context = context;
    this.#theme = theme;
  }

  /** The context's state was put back to an earlier one: nothing is known of it. */
  forget(): void {
    this.#fill = null;
    this.#font = '';
    this.#spacing = Number.NaN;
    this.#colour = null;
    this.#width = Number.NaN;
    this.#dash = null;
    this.#cap = '';
    this.#join = '';
  }

  fill(paint: Paint): void {
    if (paint === this.#fill) return;
    this.#fill = paint;
    this.context.fillStyle = resolvePaint(paint, this.#theme);
  }

  font(font: string, spacing: number): void {
    if (font !== this.#font) {
      this.#font = font;
      this.context.font = font;
    }
    if (spacing !== this.#spacing) {
      this.#spacing = spacing;
      this.context.letterSpacing = `${spacing}px`;
    }
  }

  /** Fills and strokes a path, or the one begun on the context. */
  fillAndStroke(
    shape: { readonly fill?: Paint; readonly stroke?: Stroke; readonly rule?: 'evenodd' },
    path?: Path2D,
  ): void {
    const { context } = this;
    if (shape.fill) {
      this.fill(shape.fill);
      if (path) context.fill(path, shape.rule);
      else context.fill();
    }
    if (!shape.stroke) return;
    this.#line(shape.stroke);
    if (path) context.stroke(path);
    else context.stroke();
  }

  #line({ colour, width, dash = solid, cap = 'butt', join = 'miter' }: Stroke): void {
    const { context } = this;
    if (colour !== this.#colour) {
      this.#colour = colour;
      context.strokeStyle = resolvePaint(colour, this.#theme);
    }
    if (width !== this.#width) {
      this.#width = width;
      context.lineWidth = width;
    }
    if (dash !== this.#dash) {
      this.#dash = dash;
      context.setLineDash([...dash]);
    }
    if (cap !== this.#cap) {
      this.#cap = cap;
      context.lineCap = cap;
    }
    if (join !== this.#join) {
      this.#join = join;
      context.lineJoin = join;
    }
  }
}
