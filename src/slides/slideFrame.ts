/** The sheet of a slide: how large it is for a room, and where its ruler and margins lie. In slide units. */

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The sheet's edges: what is beyond belongs to the neighbours. */
  readonly left: number;
  readonly right: number;
  /** Top of the ruler under the head. */
  readonly ruler: number;
}

/** A room of these proportions is laid out at its own size; in another one side is longer. */
const usual = { width: 1440, height: 828 } as const;
const margin = 132;
export const rulerHeight = 9;
/** Beyond these a sheet would be a strip; the page leaves the rest empty. */
const proportions = { least: 0.9, most: 2.8 } as const;

export function frameFor(size: { readonly width: number; readonly height: number }): Frame {
  const asked = size.width / size.height;
  const proportion = Math.min(
    proportions.most,
    Math.max(proportions.least, Number.isFinite(asked) ? asked : 1),
  );
  const isWide = proportion >= usual.width / usual.height;
  const width = isWide ? Math.round(usual.height * proportion) : usual.width;
  const height = isWide ? usual.height : Math.round(usual.width / proportion);
  return { width, height, left: margin, right: width - margin, ruler: 154 };
}
