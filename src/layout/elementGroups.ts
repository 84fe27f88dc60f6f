/** Free elements as groups of the scene. */
import type { FreeElement } from '../model/journeyMap.ts';
import { drawElement } from './drawElement.ts';
import type { LaneSources } from './laneSources.ts';
import type { ElementBox } from './mapLayout.ts';
import { LazyPart } from './part.ts';
import type { SceneGroup } from './scene.ts';

/** Outlines reach a little over the box. */
const edge = 2;

export function elementGroups(
  { journey, drawings, options }: LaneSources,
  boxes: ReadonlyMap<string, ElementBox>,
): readonly SceneGroup[] {
  if (boxes.size === 0) return [];
  const { detail, words } = options;
  const records = new Map(journey.elements.map((element) => [element.id, element]));
  return [...boxes.values()].flatMap((box) => {
    const element = records.get(box.id);
    if (!element) return [];
    const { kind, width, height, text, ink, image } = element;
    const part = drawings.part(`element.${box.id}`, [detail, kind, width, height, text, ink, image], () =>
      partOf(element, text || words.elementKind[kind], detail),
    );
    return [drawings.place(part, { x: box.x, y: box.y })];
  });
}

/** Apart from its caller, so that an element not yet drawn holds on to no map. */
function partOf(element: FreeElement, title: string, detail: 'full' | 'titles' | 'blocks'): LazyPart {
  const { id, width, height } = element;
  return new LazyPart(
    {
      id: `element.${id}`,
      role: 'element',
      recordId: id,
      title,
      box: { x: -edge, y: -edge, width: width + 2 * edge, height: height + 2 * edge },
    },
    detail,
    (wished) => drawElement(element, wished),
  );
}
