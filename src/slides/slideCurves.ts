/**
 * The emotion curves of a slide: the main one, and the one it is compared with.
 *
 * As on the map, whoever leads has the main curve, with the areas, and cards show what they feel; everyone's is then the second.
 * When nobody leads everyone's is the main one, and the second that of the first persona who feels otherwise here.
 * In:  the journey; where a touchpoint lies across the slide, and an emotion up and down.
 * Out: lines in slide units through the whole journey (what lies beyond the sheet is for the caller to cut). Touchpoints at the same
 *      place of the journey are points of their own where the slide gives them places of their own.
 */
import { crossesUnrated, mergeEqualX, unratedStages, type EmotionPoint } from '../analysis/emotionCurve.ts';
import { curveValue, monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import { feltBy, scoredTouchpoints, type ScoredTouchpoint } from '../analysis/scoredTouchpoints.ts';
import { curveAreas, curvePath, cutSegments, shiftSegments } from '../layout/curveAreas.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import { baseSign, personaSign, type LineSign } from '../theme/inks.ts';
import { sceneWordsFor } from '../words/scene.ts';
import type { Room } from './room.ts';
import type { Frame } from './slideFrame.ts';

/** Whose emotions they are. */
export interface Feeler {
  readonly personaId: string | null;
  readonly name: string;
  readonly sign: LineSign;
}

/** Of touchpoints that lie at one place of the slide, with the mean of what is felt at them. */
export interface SlidePoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly touchpointIds: readonly string[];
}

export interface SlideLine {
  readonly feeler: Feeler;
  readonly points: readonly SlidePoint[];
  readonly segments: readonly CurveSegment[];
  /** Whether each segment crosses a stage where nothing is rated. */
  readonly dashed: readonly boolean[];
}

export function everyone({ map }: JourneyMap): Feeler {
  return { personaId: null, name: sceneWordsFor(map.language).everyone, sign: baseSign };
}

/** Null for a persona that is gone. */
export function feelerOf(journey: JourneyMap, personaId: string): Feeler | null {
  const index = journey.personas.findIndex(({ id }) => id === personaId);
  const persona = journey.personas[index];
  return persona ? { personaId, name: persona.name, sign: personaSign(index) } : null;
}

/** What is felt at a touchpoint; null where it is not rated or not met. */
export function emotionOf(node: ScoredTouchpoint, personaId: string | null): number | null {
  return personaId === null ? node.emotion : (feltBy(node, personaId) ?? null);
}

/** Main and second curve of a slide with these touchpoints. */
export function feelersOn(
  journey: JourneyMap,
  lead: string | null,
  shown: ReadonlySet<string>,
): { readonly main: Feeler; readonly second: Feeler | null } {
  const here = scoredTouchpoints(journey, null).filter(({ id }) => shown.has(id));
  const differs = (personaId: string): boolean =>
    here.some((node) => {
      const own = feltBy(node, personaId);
      return typeof own === 'number' && own !== node.emotion;
    });
  // Where the one who leads does not come the others' journey goes on.
  const parts = (personaId: string): boolean => here.some((node) => feltBy(node, personaId) !== node.emotion);
  const leading = lead === null ? null : feelerOf(journey, lead);
  if (leading) return { main: leading, second: parts(lead ?? '') ? everyone(journey) : null };
  const other = journey.personas.find(({ id }) => differs(id));
  return { main: everyone(journey), second: other ? feelerOf(journey, other.id) : null };
}

export function slideLine(
  journey: JourneyMap,
  feeler: Feeler,
  xOf: (node: ScoredTouchpoint) => number,
  yOf: (emotion: number) => number,
): SlideLine {
  const felt = scoredTouchpoints(journey, null).flatMap((node): EmotionPoint[] => {
    const emotion = emotionOf(node, feeler.personaId);
    if (emotion === null) return [];
    const { id, stage } = node;
    return [{ x: xOf(node), y: emotion, touchpointIds: [id], firstStage: stage, lastStage: stage }];
  });
  const merged = mergeEqualX(felt);
  const unrated = unratedStages(journey, feeler.personaId);
  const points = merged.map(({ x, y, touchpointIds }) => ({ x, y: yOf(y), value: y, touchpointIds }));
  return {
    feeler,
    points,
    segments: monotoneCubic(points).segments,
    dashed: merged.slice(1).map((point, index) => crossesUnrated(merged[index], point, unrated)),
  };
}

const widths = { main: 4, second: 3, beyond: 3, thin: 2 } as const;
/** Signs are made for lines half as heavy. */
const dashScale = 1.5;
/** Wider open than any persona's own. */
const unratedDash = [4, 10];

/** The line between two x; `ink` in place of its own where it belongs to the neighbours. */
export function lineItemsOf(
  { feeler: { sign }, segments, dashed }: SlideLine,
  [left, right]: readonly [number, number],
  weight: keyof typeof widths,
  ink: Paint = sign.ink,
): readonly SceneItem[] {
  const width = widths[weight] * (sign.double ? 0.6 : 1);
  const ways: readonly (readonly [boolean, readonly number[]])[] = [
    [false, sign.dash.map((length) => length * dashScale)],
    [true, unratedDash],
  ];
  return (sign.double ? [-2.6, 2.6] : [0]).flatMap((shift) =>
    ways.flatMap(([isOpen, dash]): SceneItem[] => {
      const own = segments.filter((_, index) => dashed[index] === isOpen);
      const seen = shiftSegments(cutSegments(own, left, right), shift);
      if (seen.length === 0) return [];
      const stroke = { colour: ink, width, join: 'round' as const, ...(dash.length > 0 && { dash }) };
      return [{ kind: 'path', commands: curvePath(seen), stroke }];
    }),
  );
}

/** Water lines: wider apart than on the map, as all is larger. */
const waterEvery = 8;

/** Land and water between the line and its datum. */
export function areaItems(
  { segments }: SlideLine,
  datum: number,
  [left, right]: readonly [number, number],
): readonly SceneItem[] {
  const { land, water, waterLines } = curveAreas(cutSegments(segments, left, right), datum, waterEvery);
  return [
    ...(land.length > 0 ? [{ kind: 'path', commands: land, fill: 'land' } as const] : []),
    ...(water.length > 0 ? [{ kind: 'path', commands: water, fill: 'water' } as const] : []),
    ...(waterLines.length > 0
      ? [{ kind: 'path', commands: waterLines, stroke: { colour: 'water-line', width: 1 } } as const]
      : []),
  ];
}

/** How finely curves are told to the room, and how far it keeps off them. */
const told = { step: 8, clear: 5 } as const;

/** Where the line runs, for texts to keep off; with a datum also the areas, on which figures alone may stand. */
export function tellCurve(
  room: Room,
  { segments }: SlideLine,
  { left, right }: Pick<Frame, 'left' | 'right'>,
  datum?: number,
): void {
  // Between its knots the curve only rises or only falls: the ends of a step say how far it reaches.
  const places = cutSegments(segments, left, right).flatMap(({ from, to }) => {
    const steps = Math.ceil((to.x - from.x) / told.step);
    return Array.from({ length: steps + 1 }, (_, at) => from.x + ((to.x - from.x) * at) / steps);
  });
  for (const [index, end] of places.entries()) {
    const start = places[index - 1] ?? end;
    const ys = [start, end].map((x) => curveValue(segments, x)).filter((y) => y !== null);
    if (ys.length === 0) continue;
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const [x, width] = [start, end - start];
    room.take({ x, y: top - told.clear, width, height: bottom - top + 2 * told.clear });
    if (datum === undefined) continue;
    const [high, low] = [Math.min(top, datum), Math.max(bottom, datum)];
    room.take({ x, y: high, width, height: low - high }, 'ground');
  }
}
