/** A slide as a scene, for the preview: what stands on it where it stands, lettered as sheets are. */
import { breakLines } from '../../layout/breakLines.ts';
import { fontOf, larger } from '../../layout/lettering.ts';
import { scaleItems } from '../../layout/scaleItems.ts';
import type { Scene, SceneGroup, SceneItem } from '../../layout/scene.ts';
import { textItems } from '../../layout/textItems.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { emuPerPoint } from './itemShapes.ts';
import { titleSize } from './packageParts.ts';
import { deckOf, type Deck, type Slide, type SlidePart } from './slides.ts';

/** Of a slide, in scene units. */
const slideWidth = 1280;

/** One slide of a map, counted from 0, and how many there are. */
export function slideScene(
  journey: JourneyMap,
  options: ExportOptions,
  wished: number,
): { readonly scene: Scene; readonly at: number; readonly slides: number } {
  const deck = deckOf(journey, options);
  const at = Math.max(0, Math.min(wished, deck.slides.length - 1));
  const slide = deck.slides[at];
  if (!slide) throw new Error('a deck has a first slide');
  return { scene: sceneOf(slide, deck, journey), at, slides: deck.slides.length };
}

function sceneOf(slide: Slide, { size }: Deck, { map }: JourneyMap): Scene {
  const unit = slideWidth / size.width;
  const [width, height] = [slideWidth, size.height * unit];
  const box = { x: 0, y: 0, width, height };
  const points = emuPerPoint * unit;
  const font = larger(fontOf('map-title', slide.title), titleSize(size) * points, 600);
  const [line] = breakLines(slide.title, font, width * 0.95, 1);
  const title = textItems(line?.text ?? '', width * 0.025, height * 0.07 + font.size * 0.35, font, 'ink');
  const group = (id: string, items: readonly SceneItem[]): SceneGroup => ({
    id,
    role: 'sheet',
    title: '',
    origin: { x: 0, y: 0 },
    box,
    items,
  });
  return {
    width,
    height,
    title: slide.title,
    language: map.language === 'en' ? 'en' : 'zh',
    background: 'paper',
    groups: [
      group('slide.title', title),
      ...slide.parts().flatMap((part, index) => groupsOf(part, { unit, group, id: `slide.${index}` })),
    ],
  };
}

interface Measures {
  /** Scene units an EMU. */
  readonly unit: number;
  readonly id: string;
  readonly group: (id: string, items: readonly SceneItem[]) => SceneGroup;
}

function groupsOf({ fitting, groups }: SlidePart, { unit, id, group }: Measures): SceneGroup[] {
  const by = fitting.scale * unit;
  return groups.map((one) =>
    group(
      `${id}.${one.id}`,
      scaleItems(one.items, by, fitting.x * unit + one.origin.x * by, fitting.y * unit + one.origin.y * by),
    ),
  );
}
