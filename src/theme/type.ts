/**
 * Type sizes of the printed map by role (look, section 3), as data for layout, CSS and exports.
 *
 * `line` is the distance of baselines. Sizes in map units (px at 100 %). `spacing` is in em and is only
 * used by caps labels: Latin capitals 0.08, Chinese (which has no capitals) 0.12.
 */

export interface TypeSize {
  readonly size: number;
  readonly line: number;
  readonly weight: 400 | 500 | 600 | 700;
  readonly spacing: number;
}

export interface TypeRole {
  readonly face: 'sans' | 'serif';
  readonly latin: TypeSize;
  readonly cjk: TypeSize;
}

type Weight = TypeSize['weight'];

const size = (px: number, line: number, weight: Weight, spacing = 0): TypeSize => ({
  size: px,
  line,
  weight,
  spacing,
});
const same = (face: TypeRole['face'], px: number, line: number, weight: Weight): TypeRole => ({
  face,
  latin: size(px, line, weight),
  cjk: size(px, line, weight),
});
const pair = (face: TypeRole['face'], latin: TypeSize, cjk: TypeSize): TypeRole => ({ face, latin, cjk });

export const typeRoles = {
  'poster-title': pair('serif', size(46, 56, 600), size(42, 56, 600)),
  'page-title': pair('serif', size(32, 42, 600), size(30, 42, 600)),
  'inspector-title': pair('serif', size(18, 25, 600), size(18, 26, 600)),
  'stage-name': pair('serif', size(17, 22, 600), size(17, 24, 600)),
  'map-title': pair('serif', size(17, 22, 600), size(17, 24, 600)),
  'stage-letter': same('serif', 30, 36, 600),
  'lane-number': same('serif', 17, 22, 600),
  'figure-large': same('serif', 22, 28, 600),
  'lane-name': same('sans', 13, 17, 600),
  'card-title': same('sans', 14, 18, 600),
  'delivery-title': same('sans', 12.5, 16, 500),
  interface: same('sans', 13, 20, 400),
  button: same('sans', 13, 20, 600),
  cell: same('sans', 13, 18, 400),
  'card-text': same('sans', 14, 20, 400),
  'cell-title': same('sans', 13, 18, 600),
  goal: same('sans', 12.5, 16, 400),
  lead: same('sans', 16, 22, 400),
  fact: same('sans', 15, 20, 600),
  'legend-name': same('sans', 15, 18, 600),
  'legend-text': same('sans', 14, 18, 400),
  'legend-note': same('sans', 13.5, 17, 400),
  'legend-small': same('sans', 13, 16, 400),
  'sheet-name': same('serif', 15, 20, 600),
  'emotion-number': same('sans', 12.5, 16, 600),
  channel: same('sans', 11, 14, 500),
  owner: same('sans', 11, 14, 400),
  gauge: same('sans', 11, 14, 400),
  'gauge-number': same('sans', 11, 14, 600),
  'link-label': same('sans', 11, 14, 500),
  'scale-label': same('sans', 11.5, 14, 500),
  'spot-height': same('sans', 11, 14, 600),
  'end-label': same('sans', 12, 16, 600),
  caps: pair('sans', size(11, 16, 600, 0.08), size(11, 16, 600, 0.12)),
} as const satisfies Record<string, TypeRole>;

export type TypeRoleName = keyof typeof typeRoles;
