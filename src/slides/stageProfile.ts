/**
 * The profile of a stage's slide: scale, areas and curves, points with their values, drop lines from the cards, and the legend
 * where there are two curves. What it covers is told to the room, for the texts around it.
 */
import type { ScoredTouchpoint } from '../analysis/scoredTouchpoints.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { Box, SceneItem } from '../layout/scene.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { shortName } from '../words/shortName.ts';
import type { SlideWords } from '../words/slides.ts';
import {
  datumItems,
  emotionY,
  levelItems,
  scaleItemsOf,
  scaleWidth,
  type EmotionScale,
} from './emotionScale.ts';
import { placeValues, pointRadius, type ValueLabel } from './pointValues.ts';
import type { Room } from './room.ts';
import {
  areaItems,
  lineItemsOf,
  slideLine,
  tellCurve,
  type Feeler,
  type SlideLine,
  type SlidePoint,
} from './slideCurves.ts';
import type { Frame } from './slideFrame.ts';
import { lineBox, oneLine, widthOf } from './slideText.ts';

/** A touchpoint's card, from whose lower edge a line drops to its point. */
interface Stop {
  readonly id: string;
  readonly x: number;
  readonly from: number;
  readonly isMoment: boolean;
}

export interface ProfilePlan {
  readonly journey: JourneyMap;
  readonly feelers: { readonly main: Feeler; readonly second: Feeler | null };
  /** The touchpoints of the slide. */
  readonly shown: ReadonlySet<string>;
  readonly stops: readonly Stop[];
  readonly xOf: (node: ScoredTouchpoint) => number;
  readonly scale: EmotionScale;
  readonly frame: Frame;
  readonly room: Room;
  readonly words: SlideWords;
}

export interface Profile {
  /** Rules and areas, under the texts. */
  readonly ground: readonly SceneItem[];
  readonly items: readonly SceneItem[];
  /** Of the main curve, on this slide. */
  readonly points: readonly SlidePoint[];
  readonly lowest: SlidePoint | null;
  /** Placed when it is asked for: weightier texts come first. */
  readonly legend: () => readonly SceneItem[];
}

export function drawProfile(plan: ProfilePlan): Profile {
  const { journey, feelers, shown, stops, xOf, scale, frame, room, words } = plan;
  const sheet = [frame.left, frame.right] as const;
  const yOf = (emotion: number): number => emotionY(scale, emotion);
  const main = slideLine(journey, feelers.main, xOf, yOf);
  const second = feelers.second && slideLine(journey, feelers.second, xOf, yOf);
  const pointsOf = (curve: SlideLine): readonly SlidePoint[] =>
    curve.points.filter(({ touchpointIds }) => touchpointIds.some((id) => shown.has(id)));
  const points = pointsOf(main);
  const same = new Map(points.map(({ x, value }) => [x, value]));
  const others = second ? pointsOf(second).filter(({ x, value }) => same.get(x) !== value) : [];
  tellCurve(room, main, frame, scale.zero);
  if (second) tellCurve(room, second, frame);
  room.take({ x: frame.left, y: scale.zero - 1, width: frame.right - frame.left, height: 2 });
  for (const { x, y } of [...points, ...others]) room.take(around(x, y, pointRadius + 3));
  const labels = placeValues(plan, main, points, others, second);
  const drops = dropLines(stops, points, labels, room);
  const stateOf = (curve: SlideLine): 'main' | 'second' => (curve === main ? 'main' : 'second');
  const beyond = [main].flatMap((curve) => [
    ...lineItemsOf(curve, [0, frame.left - scaleWidth], 'beyond', 'line'),
    ...lineItemsOf(curve, [frame.right, frame.width], 'beyond', 'line'),
  ]);
  const curves = second ? [main, second] : [main];
  return {
    ground: [
      ...levelItems(scale, frame),
      ...areaItems(main, scale.zero, sheet),
      ...datumItems(scale, frame),
      ...scaleItemsOf(scale, frame),
    ],
    items: [
      ...beyond,
      ...drops,
      ...labels.flatMap(({ patch }) => patch),
      ...curves.flatMap((curve) => lineItemsOf(curve, sheet, stateOf(curve))),
      ...others.map(({ x, y }) => marker(second ?? main, x, y, null)),
      ...points.map(({ x, y, value }) => marker(main, x, y, value)),
      ...labels.flatMap(({ text }) => text),
      ...(curves.every((curve) => curve.points.length === 0) ? notRatedItems(words, scale, frame, room) : []),
    ],
    points,
    lowest: points.reduce<SlidePoint | null>(
      (low, point) => (low && low.value <= point.value ? low : point),
      null,
    ),
    legend: () =>
      second
        ? legendItems([main, second], room, frame, scale)
        : main.feeler.personaId === null
          ? []
          : legendItems([main], room, frame, scale),
  };
}

function marker({ feeler: { sign } }: SlideLine, x: number, y: number, value: number | null): SceneItem {
  return markerItem(
    sign.marker,
    x,
    y,
    value === null ? 15 : pointRadius * 2,
    sign.ink,
    value === null ? 'card' : `emotion-${emotionBand(value)}`,
  );
}

function around(x: number, y: number, by: number): Box {
  return { x: x - by, y: y - by, width: 2 * by, height: 2 * by };
}

/** Dotted, down to the point or to the value over it; of a moment of truth in the signal's colour. */
function dropLines(
  stops: readonly Stop[],
  points: readonly SlidePoint[],
  labels: readonly ValueLabel[],
  room: Room,
): readonly SceneItem[] {
  return stops.flatMap(({ id, x, from, isMoment }): SceneItem[] => {
    const point = points.find(({ touchpointIds }) => touchpointIds.includes(id));
    if (!point) return [];
    const over = labels.filter(
      ({ box }) => box.x < x && x < box.x + box.width && box.y < point.y && box.y > from,
    );
    const to = Math.min(point.y - pointRadius - 4, ...over.map(({ box }) => box.y - 8));
    if (to - from < 8) return [];
    room.take({ x: x - 4, y: from, width: 8, height: to - from });
    return [line(x, from + 5, x, to, { colour: isMoment ? 'signal' : 'line', width: 2, dash: [2, 6] })];
  });
}

function notRatedItems(
  words: SlideWords,
  { zero, unit }: EmotionScale,
  { left, right }: Frame,
  room: Room,
): readonly SceneItem[] {
  const look = { size: 20, fill: 'ink-2', align: 'middle' } as const;
  const x = (left + right) / 2;
  const y = zero - unit / 2 + 6;
  const width = widthOf(words.notRated, look);
  room.take(lineBox(x - width / 2, y, width, look.size));
  return oneLine(words.notRated, x, y, look);
}

const legend = { sample: 50, after: 12, pitch: 30, size: 18, most: 320 } as const;

/** Which curve is whose. */
function legendItems(
  curves: readonly SlideLine[],
  room: Room,
  { right }: Frame,
  scale: EmotionScale,
): readonly SceneItem[] {
  const look = { size: legend.size, weight: 600 } as const;
  const names = curves.map(({ feeler }) => shortName(feeler.name));
  const width =
    legend.sample +
    legend.after +
    Math.min(legend.most, Math.max(...names.map((name) => widthOf(name, look))));
  const height = (curves.length - 1) * legend.pitch + 26;
  const at = room.place({ width, height }, { x: right - 420, y: emotionY(scale, 1.7) });
  if (!at) return [];
  return [
    { kind: 'rect', x: at.x - 8, y: at.y - 4, width: width + 16, height: height + 8, fill: 'paper' },
    ...curves.flatMap((curve, index) => {
      const { ink, dash, marker: sign } = curve.feeler.sign;
      const y = 13 + index * legend.pitch;
      const stroke = {
        colour: ink,
        width: index === 0 ? 4 : 3,
        ...(dash.length > 0 && { dash: dash.map((length) => length * 1.5) }),
      };
      return moveItems(
        [
          line(0, y, legend.sample, y, stroke),
          markerItem(sign, legend.sample / 2, y, 15, ink, 'card'),
          ...oneLine(
            names[index] ?? '',
            legend.sample + legend.after,
            y + 6,
            { ...look, fill: ink },
            legend.most,
          ),
        ],
        at.x,
        at.y,
      );
    }),
  ];
}
