/** What a layout depends on besides the map. */
import type { SceneWords } from '../words/scene.ts';
import type { Overlay } from './overlay.ts';
import type { Detail } from './scene.ts';

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
  /** `YYYY-MM-DD`; marks actions that are late. */
  readonly today?: string;
  /** Drawn over it one after the other; they cost no place and no way anew. */
  readonly overlays?: readonly Overlay[];
}
