/** What a page of its own has around it and a persona beside it: the double frame with scale bars, and the portrait over the colour of their line. */
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import { portraitItems } from './avatar.ts';
import type { Box, SceneItem } from './scene.ts';

const frame = { heavy: 2.5, fine: 1.25, inset: 7, bar: 6, parts: 24 } as const;

/** Heavy and fine line with scale bars above and below, as on a sheet. */
export function doubleFrame({ x, y, width, height }: Box): SceneItem[] {
  const { inset, bar, parts } = frame;
  const inside = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset };
  const part = inside.width / parts;
  const bars = [inside.y, inside.y + inside.height - bar].flatMap((top): SceneItem[] => {
    const whole = { x: inside.x, y: top, width: inside.width, height: bar };
    return [
      { kind: 'rect', ...whole, fill: 'card' },
      ...Array.from({ length: parts / 2 }, (_, at): SceneItem => ({
        kind: 'rect',
        ...whole,
        x: inside.x + 2 * at * part,
        width: part,
        fill: 'ink',
      })),
      { kind: 'rect', ...whole, stroke: { colour: 'ink', width: 1 } },
    ];
  });
  return [
    ...bars,
    { kind: 'rect', x, y, width, height, stroke: { colour: 'ink', width: frame.heavy } },
    { kind: 'rect', ...inside, stroke: { colour: 'ink', width: frame.fine } },
  ];
}

/** Their picture, or the one drawn for them, in a fine frame; below it whose line this is on the map. */
export function framedPortrait(
  map: Pick<JourneyMap, 'evidence'>,
  persona: Persona,
  { x, size, ink }: { readonly x: number; readonly size: number; readonly ink: Paint },
): SceneItem[] {
  const inline = map.evidence.find(({ id }) => id === persona.evidenceId)?.data ?? null;
  const box = { x, y: 0, width: size, height: size };
  const bar = size < 100 ? 4 : 5;
  return [
    ...portraitItems(persona, inline, box, groundOf(persona)),
    { kind: 'rect', ...box, stroke: { colour: 'ink', width: frame.fine } },
    { kind: 'rect', x, y: size + bar, width: size, height: bar, fill: ink },
  ];
}

/** Colours of the model are checked to be `#rrggbb`. */
function groundOf({ colour }: Persona): Paint {
  return colour?.startsWith('#') ? `#${colour.slice(1)}` : 'land';
}
