/** The marks on the overview's profile: moments of truth with their questions, the highest and the lowest point with their names. */
import { scoredTouchpoints, type ScoredTouchpoint } from '../analysis/scoredTouchpoints.ts';
import { line } from '../layout/hatch.ts';
import { pinItems } from '../layout/pins.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { Box, Point, SceneItem } from '../layout/scene.ts';
import type { JourneyMap, Moment } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';
import { signed } from '../words/scene.ts';
import type { SlideWords } from '../words/slides.ts';
import type { EmotionScale } from './emotionScale.ts';
import type { Room } from './room.ts';
import type { SlideLine } from './slideCurves.ts';
import { evenBlock, oneLine, widthOf } from './slideText.ts';
import { extremesOf } from './spoken.ts';

const pinHeight = 40;
/** Before a question. */
const smallPin = { height: 31, room: 30 } as const;

export interface Pinned {
  readonly items: readonly SceneItem[];
  readonly kind: Moment['kind'];
  readonly question: string;
  readonly x: number;
  readonly y: number;
}

/** A pin on the curve for each moment of truth on the way of whoever leads; those that would hide another stand higher. */
export function momentPins(
  journey: JourneyMap,
  main: SlideLine,
  xOf: (node: ScoredTouchpoint) => number,
  { zero }: EmotionScale,
  room: Room,
): readonly Pinned[] {
  const { personaId } = main.feeler;
  const met = scoredTouchpoints(journey, null).filter(({ touchpoint }) => meets(touchpoint, personaId));
  return met.flatMap((node) =>
    journey.moments
      .filter(({ touchpointId }) => touchpointId === node.id)
      .flatMap(({ kind, question }): Pinned[] => {
        const x = xOf(node);
        const point = main.points.find(({ touchpointIds }) => touchpointIds.includes(node.id));
        const start = point ? point.y - 11 : zero - 6;
        for (let tip = start; tip > pinHeight; tip -= 8) {
          const box = { x: x - 15, y: tip - pinHeight, width: 30, height: pinHeight };
          if (!room.isFree(box, true)) continue;
          room.take(box);
          const stem = tip < start ? [line(x, tip, x, start, { colour: 'signal', width: 2 })] : [];
          const items = [...stem, ...pinItems(kind, x, tip, pinHeight)];
          return [{ items, kind, question: question.trim(), x, y: tip - pinHeight / 2 }];
        }
        // Where pins would hide each other a dot on the curve says so much.
        return [
          {
            items: [{ kind: 'circle', cx: x, cy: start + 11, r: 5, fill: 'signal' }],
            kind,
            question: '',
            x,
            y: start,
          },
        ];
      }),
  );
}

/** "+1.6" and which touchpoint it is, at the highest and the lowest point. */
export function extremeLabels(
  journey: JourneyMap,
  persona: string | null,
  main: SlideLine,
  room: Room,
  words: SlideWords,
): readonly SceneItem[] {
  return extremesOf(journey, persona).flatMap(({ label, id, value }) => {
    const point = main.points.find(({ touchpointIds }) => touchpointIds.includes(id));
    if (!point) return [];
    const title = journey.touchpoints.find((touchpoint) => touchpoint.id === id)?.title ?? '';
    const figure = signed(value);
    const figureWidth = widthOf(figure, { size: 26, weight: 700 });
    for (const width of [250, 190, 330]) {
      const named = evenBlock(title, { size: 17, weight: 600 }, width, 2);
      if (!named.isWhole && width !== 330) continue;
      const head = figureWidth + 8 + widthOf(words[label], { size: 16 });
      const size = { width: Math.max(head, named.width), height: 28 + named.height };
      const up = label === 'highest' ? -1 : 1;
      const at = room.place(size, { x: point.x, y: point.y + up * (size.height / 2 + 22) }, near);
      if (!at) continue;
      const x = at.x;
      return [
        ...leader(at, point),
        patch(at),
        ...oneLine(figure, x, at.y + 22, { size: 26, weight: 700 }),
        ...oneLine(words[label], x + figureWidth + 8, at.y + 22, { size: 16, fill: 'ink-2' }),
        ...moveItems(named.items, x, at.y + 29),
      ];
    }
    return [];
  });
}

/** A label farther away would seem to speak of something else. */
const near = { around: { x: 10, y: 5 }, farthest: 190 } as const;

/** Paper under a label: rules end before it. */
function patch({ x, y, width, height }: Box): SceneItem {
  return { kind: 'rect', x: x - 6, y: y - 3, width: width + 12, height: height + 6, fill: 'paper' };
}

/** From the middle of a label's nearest side to its point, where that is not near. */
function leader({ x, y, width, height }: Box, point: Point): readonly SceneItem[] {
  const from = {
    x: Math.min(x + width, Math.max(x, point.x)),
    y: Math.min(y + height, Math.max(y, point.y)),
  };
  const far = Math.hypot(from.x - point.x, from.y - point.y);
  if (far < 34) return [];
  const part = 12 / far;
  const to = { x: point.x + (from.x - point.x) * part, y: point.y + (from.y - point.y) * part };
  return [line(from.x, from.y, to.x, to.y, { colour: 'ink-2', width: 1 })];
}

/** Its pin once more before it: a question may stand a little off. */
export function questionLabel({ kind, question, x, y }: Pinned, room: Room): readonly SceneItem[] {
  if (question === '') return [];
  for (const [width, lines] of [
    [200, 2],
    [150, 3],
    [280, 2],
    [130, 4],
  ] as const) {
    const block = evenBlock(question, { size: 16, weight: 500 }, width, lines);
    if (!block.isWhole) continue;
    const size = { width: block.width + smallPin.room, height: Math.max(smallPin.height, block.height) };
    const wish = { x: x + 26 + size.width / 2, y };
    const at = room.place(size, wish, { around: { x: 8, y: 5 }, farthest: 300 });
    if (!at) continue;
    // Beside its pin it needs no other.
    const isBeside = Math.abs(at.x - x - 26) < 8 && Math.abs(at.y + size.height / 2 - y) < 12;
    const textX = isBeside ? at.x : at.x + smallPin.room;
    return [
      patch(at),
      ...(isBeside ? [] : pinItems(kind, at.x + 12, at.y + smallPin.height - 1, smallPin.height)),
      ...moveItems(block.items, textX, at.y + (size.height - block.height) / 2),
    ];
  }
  return [];
}
