/**
 * One slide of a journey that is presented, as primitives of the scene: colours are roles, texts finished lines.
 *
 * In:  a journey, the slide's name (listSlides.ts), who leads, the lanes that are hidden, the room it is shown in.
 * Out: the drawing in slide units, in the room's proportions (the page scales it), and what it says for those who do
 *      not see it. Same input, same drawing. A stage that is gone gives an empty sheet with its name spoken.
 * Words drawn follow the map's language, as on the map; what is spoken follows the reader's.
 */
import type { SceneItem } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import type { SlideName } from './listSlides.ts';
import { overviewItems } from './overviewSlide.ts';
import { frameFor } from './slideFrame.ts';
import { spokenOverview, spokenStage, type Spoken } from './spoken.ts';
import { stageSlideItems } from './stageSlide.ts';

export interface SlideOptions {
  readonly language: InterfaceLanguage;
  /** Whose journey leads; null: everybody's. */
  readonly persona: string | null;
  readonly hiddenLanes?: ReadonlySet<string>;
  /** The room for the drawing in px, 640 x 400 or more; only its proportions matter. */
  readonly size: { readonly width: number; readonly height: number };
}

export interface Slide {
  /** Slide units: what a `viewBox` holds. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
  readonly spoken: Spoken;
}

export function layoutSlide(journey: JourneyMap, name: SlideName, options: SlideOptions): Slide {
  const frame = frameFor(options.size);
  const { width, height } = frame;
  // A persona that is gone leads nobody.
  const known = {
    ...options,
    persona: journey.personas.some(({ id }) => id === options.persona) ? options.persona : null,
  };
  const stage = journey.stages.find(({ id }) => id === name.stageId);
  if (name.kind === 'overview')
    return {
      width,
      height,
      items: overviewItems(journey, frame, known),
      spoken: spokenOverview(journey, known),
    };
  return {
    width,
    height,
    items: stage ? stageSlideItems(journey, stage, name, frame, known) : [],
    spoken: spokenStage(journey, stage, name, known),
  };
}
