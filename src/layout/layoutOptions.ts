/** What a layout depends on besides the map. */
import type { SceneWords } from '../words/scene.ts';
import type { Curve } from './curves.ts';
import type { Overlay } from './overlay.ts';
import type { Box, Detail, SceneItem } from './scene.ts';

export interface LayoutOptions {
  /** In the map's own language. */
  readonly words: SceneWords;
  readonly detail?: Detail;
  /** Stages that take no room, by id; the others keep their letters. */
  readonly hiddenStages?: ReadonlySet<string>;
  /** Lanes a person does not want to see, by id. */
  readonly hiddenLanes?: ReadonlySet<string>;
  /** Curves switched off: persona ids, or 'base'. */
  readonly hiddenCurves?: ReadonlySet<string>;
  /** The persona whose journey it is: that curve leads and cards show what they feel. Null: everybody's. */
  readonly lead?: string | null;
  /** Draws the curves to be compared (ribbons.ts); null: as lines. */
  readonly ribbons?: DrawRibbons | null;
  /** `YYYY-MM-DD`; marks actions that are late. */
  readonly today?: string;
  /** Drawn over it one after the other; they cost no place and no way anew. */
  readonly overlays?: readonly Overlay[];
  /** Only links between whose cards this place lies get a way, map units: what a first picture shows of a large map. */
  readonly linksNear?: Box;
}

/** Items for each of the curves of an emotion lane of this size. */
export type DrawRibbons = (
  curves: readonly Curve[],
  size: { readonly width: number; readonly height: number },
  detail: Detail,
) => readonly (readonly SceneItem[])[];

/** What a screen chooses of it. */
export type Seen = Pick<LayoutOptions, 'hiddenLanes' | 'hiddenCurves' | 'lead' | 'ribbons'>;

/** The choices that a screen's state holds. */
export function seenOf({ hiddenLanes, hiddenCurves, lead, ribbons }: Required<Seen>): Required<Seen> {
  return { hiddenLanes, hiddenCurves, lead, ribbons };
}
