/**
 * One slide of a journey that is presented, as primitives of the scene: colours are roles, texts finished lines.
 *
 * In:  a journey, the slide's name (listSlides.ts), who leads, the lanes that are hidden, the room it is shown in.
 * Out: the drawing in slide units, in the room's proportions (the page scales it), and what it says for those who do
 *      not see it. Same input, same drawing. A stage that is gone gives a slide that says nothing but its title.
 * Words drawn follow the map's language, as on the map; what is spoken follows the reader's.
 */
import { cardContext } from '../layout/cardContext.ts';
import { drawCard } from '../layout/drawCard.ts';
import { fitLine } from '../layout/breakLines.ts';
import { fontOf, larger } from '../layout/lettering.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import type { Font, SceneItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { sceneWordsFor, signed } from '../words/scene.ts';
import { touchpointsOn, type SlideName } from './listSlides.ts';

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
  readonly spoken: { readonly heading: string; readonly lines: readonly string[] };
}

/** A room of these proportions is laid out at its own size; another has one side longer. */
const usual = { width: 1440, height: 828 } as const;

export function layoutSlide(journey: JourneyMap, name: SlideName, options: SlideOptions): Slide {
  const { width, height } = sheetSize(options.size);
  const words = sceneWordsFor(journey.map.language);
  const items: SceneItem[] = [];
  const write = (text: string, x: number, y: number, size: number, fill: Paint): void => {
    const font: Font = larger(fontOf('stage-name', text), size, 600);
    items.push(...textItems(fitLine(text, font, width - 2 * x)?.text ?? '', x, y, font, fill));
  };
  if (name.letter !== null) write(name.letter, 132, 116, 104, 'signal');
  write(name.title, 236, 84, 48, 'ink');
  const touchpoints = touchpointsOn(journey, name, options.hiddenLanes);
  for (const [index, touchpoint] of touchpoints.entries()) {
    const card = drawCard(touchpoint, cardContext(touchpoint, 'journey', journey, { words }), 'full');
    items.push(...scaleItems(card, 1.56, 132 + (index % 3) * 380, 212 + Math.floor(index / 3) * 220));
  }
  return {
    width,
    height,
    items,
    spoken: {
      heading: [name.letter, name.title].filter((part) => part !== null).join(' '),
      lines: touchpoints.map(({ title, emotion }) =>
        emotion === null ? title : `${title}: ${signed(emotion)}`,
      ),
    },
  };
}

function sheetSize({ width, height }: SlideOptions['size']): { width: number; height: number } {
  const proportion = width / height;
  return proportion >= usual.width / usual.height
    ? { width: usual.height * proportion, height: usual.height }
    : { width: usual.width, height: usual.width / proportion };
}
