/**
 * The profile of the whole journey on a phone: where stages, curves, pins and heights lie in a narrow picture.
 *
 * In:  a map, the width there is (px), the curves switched off ('base' is everyone).
 * Out: px from the picture's upper left corner. Stages are as wide as on the map in proportion, but never too narrow
 *      for a finger, so a map of many stages is wider than the screen and scrolls. The curve is A3 in these units: the
 *      same rule as on the canvas, applied to drawn x. With a persona's journey shown, that curve leads. Pure.
 */
import {
  crossesUnrated,
  mergeEqualX,
  ratedTouchpoints,
  unratedStages,
  type EmotionPoint,
} from '../../analysis/emotionCurve.ts';
import { monotoneCubic, curveValue, type CurveSegment } from '../../analysis/monotoneCubic.ts';
import { stageLetter } from '../../model/address.ts';
import type { JourneyMap, Moment } from '../../model/journeyMap.ts';
import { baseSign, personaSign, type LineSign } from '../../theme/inks.ts';

/** Room inside the picture. `letters`: the row of stage letters; `clear`: above +2 and below −2; `roomOfCurve`: from point to point. */
export const profileMeasures = {
  left: 38,
  right: 14,
  letters: 26,
  clear: 18,
  zebra: 7,
  leastStage: 28,
  leastHeight: 96,
  manyCurves: 4,
  roomOfCurve: 5,
} as const;

export interface ProfileStage {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  readonly x: number;
  readonly width: number;
}
export interface ProfilePoint extends EmotionPoint {
  /** Emotion; `y` is px. */
  readonly emotion: number;
}
export interface ProfileCurve {
  /** Null is everyone. */
  readonly personaId: string | null;
  readonly sign: LineSign;
  readonly points: readonly ProfilePoint[];
  readonly segments: readonly CurveSegment[];
  /** Per segment: crosses a stage that nobody rated. */
  readonly dashed: readonly boolean[];
}
export interface ProfilePin {
  readonly id: string;
  readonly kind: Moment['kind'];
  readonly x: number;
  readonly y: number;
}
export interface Profile {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly ProfileStage[];
  readonly datum: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether a persona's curve leads. */
  readonly leads: boolean;
  /** The one that leads first, else everyone. */
  readonly curves: readonly ProfileCurve[];
  readonly pins: readonly ProfilePin[];
  readonly highest: ProfilePoint | null;
  readonly lowest: ProfilePoint | null;
}

export function layoutProfile(
  map: JourneyMap,
  available: number,
  height: number,
  hidden: ReadonlySet<string>,
  lead: string | null = null,
): Profile {
  const { left, right, letters, clear, zebra } = profileMeasures;
  const stages = columnsOf(map, available - left - right);
  const last = stages.at(-1);
  const width = (last ? last.x + last.width : left) + right;
  const top = letters + clear;
  const bottom = height - zebra - clear;
  const datum = (top + bottom) / 2;
  const yOf = (emotion: number): number => datum - (emotion / 4) * (bottom - top);
  const xOf = (stage: number, t: number): number => {
    const column = stages[stage];
    return column ? column.x + t * column.width : left;
  };

  const curveOf = (personaId: string | null, sign: LineSign): ProfileCurve => {
    const points = mergeEqualX(
      ratedTouchpoints(map, personaId).nodes.map(({ id, stage, touchpoint, emotion }) => ({
        x: xOf(stage, touchpoint.t),
        y: emotion,
        touchpointIds: [id],
        firstStage: stage,
        lastStage: stage,
      })),
    ).map((point) => ({ ...point, emotion: point.y, y: yOf(point.y) }));
    const unrated = unratedStages(map, personaId);
    const { segments } = monotoneCubic(points);
    return {
      personaId,
      sign,
      points,
      segments,
      dashed: segments.map((_, index) => crossesUnrated(points[index], points[index + 1], unrated)),
    };
  };
  const base = curveOf(null, baseSign);
  const personas = map.personas
    .map((persona, index) => ({ persona, index }))
    .filter(({ persona }) => !hidden.has(persona.id));
  const all = [
    ...(hidden.has('base') ? [] : [base]),
    ...personas.map(({ persona, index }) => curveOf(persona.id, personaSign(index))),
  ];
  const led = all.find(({ personaId }) => lead !== null && personaId === lead);
  const main = led ?? base;
  const curves = led ? [led, ...all.filter((curve) => curve !== led)] : all;

  return {
    width,
    height,
    stages,
    datum,
    top,
    bottom,
    curves,
    pins: pinsOf(map, main, xOf, datum),
    leads: led !== undefined,
    highest: extreme(main.points, (a, b) => a.emotion > b.emotion),
    lowest: extreme(main.points, (a, b) => a.emotion < b.emotion),
  };
}

/**
 * How wide the picture is while curves are compared, px: as the screen for few; from four on each has room to go from
 * point to point without the others covering it, and the picture scrolls.
 */
export function comparedWidth(map: JourneyMap, available: number, hidden: ReadonlySet<string>): number {
  const { left, right, manyCurves, roomOfCurve } = profileMeasures;
  const count = [null, ...map.personas.map(({ id }) => id)].filter((id) => !hidden.has(id ?? 'base')).length;
  if (count < manyCurves) return available;
  const points = map.touchpoints.filter(({ emotion }) => emotion !== null).length;
  return Math.max(available, left + right + points * count * roomOfCurve);
}

/** Widths in proportion to the map's, none under what a finger needs. */
function columnsOf({ stages }: JourneyMap, available: number): ProfileStage[] {
  const { left, leastStage } = profileMeasures;
  const least = stages.length * leastStage;
  const total = stages.reduce((sum, { width }) => sum + width, 0);
  const spare = Math.max(0, available - least);
  let x: number = left;
  return stages.map(({ id, name, width }, index) => {
    const own = leastStage + (total > 0 ? (spare * width) / total : 0);
    const column = { id, name, letter: stageLetter(index), x, width: own };
    x += own;
    return column;
  });
}

/** Pins stand on the curve above their touchpoint; on the datum where the curve does not reach. */
function pinsOf(
  map: JourneyMap,
  base: ProfileCurve,
  xOf: (stage: number, t: number) => number,
  datum: number,
): ProfilePin[] {
  const stageAt = new Map(map.stages.map(({ id }, index) => [id, index]));
  const touchpoints = new Map(map.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return map.moments.flatMap(({ id, kind, touchpointId }) => {
    const touchpoint = touchpoints.get(touchpointId);
    const stage = touchpoint && stageAt.get(touchpoint.stageId);
    if (!touchpoint || stage === undefined) return [];
    const x = xOf(stage, touchpoint.t);
    const point = base.points.find(({ touchpointIds }) => touchpointIds.includes(touchpointId));
    return [{ id, kind, x, y: point?.y ?? curveValue(base.segments, x) ?? datum }];
  });
}

function extreme(
  points: readonly ProfilePoint[],
  wins: (a: ProfilePoint, b: ProfilePoint) => boolean,
): ProfilePoint | null {
  // With fewer than two points there is nothing to compare.
  if (points.length < 2) return null;
  return points.reduce((best, point) => (wins(point, best) ? point : best));
}
