/**
 * An emotion lane: the journey's elevation profile. Level rules, the area of its main curve (land above the
 * datum, water below), a line and markers for everyone and for each persona, spot heights.
 *
 * Parts are relative to the lane's upper left corner; a lane that moves keeps them.
 */
import type { EmotionPoint } from '../analysis/emotionCurve.ts';
import { monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import { emotionBand } from '../model/emotionBand.ts';
import { signed, type SceneWords } from '../words/scene.ts';
import { curveAreas, curvePath, shiftSegments } from './curveAreas.ts';
import type { Curve } from './curves.ts';
import { larger } from './lettering.ts';
import type { CurvePoint, CurveShape } from './mapLayout.ts';
import { markerItem } from './markers.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import type { Part } from './part.ts';
import type { Box, Detail, SceneItem } from './scene.ts';
import { emotionLane, ruleScale } from './sizes.ts';
import { textItems } from './textItems.ts';

export interface EmotionLaneSize {
  readonly width: number;
  readonly height: number;
}

/** Map units of one step of emotion in a lane of this height. */
export function emotionUnit(height: number): number {
  return (height - 2 * emotionLane.clear) / 4;
}

/** The y of an emotion from the top of its lane. */
export function emotionY(emotion: number, height: number): number {
  return height / 2 - emotion * emotionUnit(height);
}

/** Level rules, part of the lane's own drawing. */
export function levelRules(width: number, height: number, detail: Detail): SceneItem[] {
  const rule = (emotion: number): SceneItem => ({
    kind: 'path',
    commands: [
      ['M', 0, emotionY(emotion, height)],
      ['L', width, emotionY(emotion, height)],
    ],
    stroke: { colour: 'hair', width: ruleScale[detail] },
  });
  return [-2, -1, 1, 2].map(rule);
}

/** The datum lies over the areas. */
function datum(width: number, height: number, detail: Detail): SceneItem {
  const y = emotionY(0, height);
  return {
    kind: 'path',
    commands: [
      ['M', 0, y],
      ['L', width, y],
    ],
    stroke: { colour: 'ink-2', width: ruleScale[detail] },
  };
}

/** How a line stands beside the others: as the main one, as one of several, or behind the one that leads. */
export type Weight = 'leads' | 'usual' | 'follows';

interface Weights {
  readonly base: number;
  readonly persona: number;
  readonly point: number;
  readonly marker: number;
  readonly text: number;
}
const weights: Readonly<Record<Detail, Weights>> = {
  full: { base: 2.25, persona: 2, point: 5, marker: 9, text: 11 },
  titles: { base: 3.5, persona: 3, point: 6.5, marker: 13, text: 18 },
  blocks: { base: 9, persona: 6, point: 0, marker: 0, text: 0 },
};

/** The area under the lane's main curve, and the datum. */
export function areaPart(id: string, curve: Curve | undefined, size: EmotionLaneSize, detail: Detail): Part {
  const items: SceneItem[] = [];
  if (curve && curve.points.length > 1) {
    const areas = curveAreas(
      segmentsOf(curve, size.height),
      emotionY(0, size.height),
      emotionLane.waterEvery,
    );
    const far = detail === 'blocks';
    if (areas.land.length > 0) {
      items.push({ kind: 'path', commands: areas.land, fill: far ? 'emotion-positive' : 'land' });
    }
    if (areas.water.length > 0) {
      items.push({ kind: 'path', commands: areas.water, fill: far ? 'emotion-negative' : 'water' });
    }
    if (!far && areas.waterLines.length > 0) {
      items.push({ kind: 'path', commands: areas.waterLines, stroke: { colour: 'water-line', width: 0.75 } });
    }
  }
  items.push(datum(size.width, size.height, detail));
  return { id, role: 'emotion-curve', title: curve?.name ?? '', items, box: whole(size) };
}

function whole(size: EmotionLaneSize): Box {
  return { x: 0, y: 0, width: size.width, height: size.height };
}

function segmentsOf(curve: Curve, height: number): readonly CurveSegment[] {
  return monotoneCubic(curve.points.map((point) => ({ x: point.x, y: emotionY(point.y, height) }))).segments;
}

/** Dash of a line across stages where nothing was rated: wider open than any persona's own. */
const unratedDash = [3, 7];

/** The line of one curve. */
export function linePart(
  id: string,
  curve: Curve,
  kind: Weight,
  size: EmotionLaneSize,
  detail: Detail,
): Part {
  const weight = weights[detail];
  const width = kind === 'leads' ? weight.base : weight.persona * (kind === 'usual' ? 1 : 0.5);
  const segments = segmentsOf(curve, size.height);
  const copies = curve.sign.double ? [-1.6, 1.6] : [0];
  const items = copies.flatMap((dy): SceneItem[] => {
    const drawn = curve.sign.double ? width * 0.6 : width;
    const moved = dy === 0 ? segments : shiftSegments(segments, dy);
    const solid = moved.filter((_, index) => curve.dashed[index] !== true);
    const open = moved.filter((_, index) => curve.dashed[index] === true);
    const scale = detail === 'blocks' ? 3 : detail === 'titles' ? 1.5 : 1;
    return [
      ...strokeOf(
        solid,
        curve,
        drawn,
        curve.sign.dash.map((length) => length * scale),
      ),
      ...strokeOf(
        open,
        curve,
        drawn,
        unratedDash.map((length) => length * scale),
      ),
    ];
  });
  return curvePart(id, curve, items, size);
}

/** Something drawn of one curve. */
export function curvePart(
  id: string,
  { personaId, name }: Curve,
  items: readonly SceneItem[],
  size: EmotionLaneSize,
): Part {
  const record = personaId === null ? {} : { recordId: personaId };
  return { id, role: 'emotion-curve', ...record, title: name, items, box: whole(size) };
}

function strokeOf(
  segments: readonly CurveSegment[],
  curve: Curve,
  width: number,
  dash: readonly number[],
): SceneItem[] {
  if (segments.length === 0) return [];
  const stroke = { colour: curve.sign.ink, width, join: 'round' as const };
  return [
    { kind: 'path', commands: curvePath(segments), stroke: dash.length > 0 ? { ...stroke, dash } : stroke },
  ];
}

/** Markers of one curve; a persona's stand only where it differs from the main curve of the lane. */
export function markersPart(
  id: string,
  {
    curve,
    main,
    isMain,
  }: { readonly curve: Curve; readonly main: Curve | undefined; readonly isMain: boolean },
  size: EmotionLaneSize,
  detail: Detail,
): Part {
  const weight = weights[detail];
  const same = main && main !== curve ? valuesByTouchpoint(main) : new Map<string, number>();
  const items =
    detail === 'blocks'
      ? []
      : curve.points.flatMap((point): SceneItem[] => {
          if (point.touchpointIds.every((touchpointId) => same.get(touchpointId) === point.y)) return [];
          const y = emotionY(point.y, size.height);
          const fill = isMain ? (`emotion-${emotionBand(point.y)}` as const) : 'card';
          return [
            markerItem(
              curve.sign.marker,
              point.x,
              y,
              isMain ? Math.max(weight.point * 2, weight.marker) : weight.marker,
              curve.sign.ink,
              fill,
            ),
          ];
        });
  return curvePart(id, curve, items, size);
}

function valuesByTouchpoint(curve: Curve): ReadonlyMap<string, number> {
  return new Map(curve.points.flatMap((point) => point.touchpointIds.map((id) => [id, point.y] as const)));
}

/** "+1.6 highest", "−1.8 lowest": written like spot heights, clear of the other lines at that place. */
export function heightsPart(
  id: string,
  curve: Curve,
  others: readonly Curve[],
  size: EmotionLaneSize,
  words: SceneWords,
  detail: Detail,
): Part {
  const items: SceneItem[] = [];
  if (detail !== 'blocks' && curve.points.length > 1) {
    const highest = extreme(curve.points, 1);
    const lowest = extreme(curve.points, -1);
    if (highest && lowest && highest.y > lowest.y) {
      items.push(
        ...heightItems(words.highest(signed(highest.y)), highest, [curve, ...others], size, detail, -1),
      );
      items.push(...heightItems(words.lowest(signed(lowest.y)), lowest, [curve, ...others], size, detail, 1));
    }
  }
  return { id, role: 'emotion-curve', title: curve.name, items, box: whole(size) };
}

function extreme(points: readonly EmotionPoint[], sign: 1 | -1): EmotionPoint | null {
  let found: EmotionPoint | null = null;
  for (const point of points) if (!found || (point.y - found.y) * sign > 0) found = point;
  return found;
}

function heightItems(
  text: string,
  point: EmotionPoint,
  curves: readonly Curve[],
  size: EmotionLaneSize,
  detail: Detail,
  side: 1 | -1,
): SceneItem[] {
  const base = fontFor('spot-height', scriptOf(text)).font;
  const font = detail === 'full' ? base : larger(base, weights[detail].text, 600);
  const width = measureText(text, font);
  const x = Math.min(size.width - 8 - width / 2, Math.max(8 + width / 2, point.x));
  // Beyond every marker that stands at the same place.
  const ys = curves.flatMap((curve) =>
    curve.points
      .filter((other) => Math.abs(other.x - point.x) < width / 2 + 6)
      .map((other) => emotionY(other.y, size.height)),
  );
  const own = emotionY(point.y, size.height);
  const edge = side < 0 ? Math.min(own, ...ys) : Math.max(own, ...ys);
  const clear = weights[detail].point + 4;
  const wished = side < 0 ? edge - clear : edge + clear + font.size * 0.8;
  const y = Math.min(size.height - 4, Math.max(font.size + 1, wished));
  return [
    {
      kind: 'rect',
      x: x - width / 2 - 3,
      y: y - font.size * 0.85,
      width: width + 6,
      height: font.size * 1.15,
      fill: 'paper',
    },
    ...textItems(text, x, y, font, 'ink', 'middle'),
  ];
}

/** The curve as others interact with it, in map units. */
export function curveShape(laneId: string, laneTop: number, height: number, curve: Curve): CurveShape {
  return {
    laneId,
    personaId: curve.personaId,
    sign: curve.sign,
    name: curve.name,
    points: curve.points.map((point): CurvePoint => ({
      x: point.x,
      y: laneTop + emotionY(point.y, height),
      touchpointIds: point.touchpointIds,
      emotion: point.y,
    })),
  };
}
