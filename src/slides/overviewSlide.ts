/**
 * The first slide: whose map this is and who travels, and the whole journey as one profile over the letters and names of its
 * stages, with its moments of truth and its highest and lowest point named: the one picture that says what it is.
 */
import { scoredTouchpoints, type ScoredTouchpoint } from '../analysis/scoredTouchpoints.ts';
import { boundsOf } from '../layout/bounds.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { slideWordsFor } from '../words/slides.ts';
import { datumItems, emotionY, levelItems, scaleItemsOf, type EmotionScale } from './emotionScale.ts';
import type { SlideOptions } from './layoutSlide.ts';
import { overviewHead } from './overviewHead.ts';
import { extremeLabels, momentPins, questionLabel } from './overviewMarks.ts';
import { Room } from './room.ts';
import { areaItems, everyone, feelerOf, lineItemsOf, slideLine, tellCurve } from './slideCurves.ts';
import type { Frame } from './slideFrame.ts';
import { oneLine } from './slideText.ts';
import { stageColumns } from './stageColumns.ts';

const bottomMargin = 24;
/** Over the highest and under the lowest level. */
const clear = { over: 66, under: 40 } as const;
/** More points would be a chain. */
const mostPoints = 80;
/** Between points of one place. */
const mostAside = 14;

export function overviewItems(
  journey: JourneyMap,
  frame: Frame,
  { persona }: Pick<SlideOptions, 'persona'>,
): readonly SceneItem[] {
  const { stages, map } = journey;
  const words = slideWordsFor(map.language);
  const head = overviewHead(journey, persona, frame);
  if (stages.length === 0) {
    const y = (head.bottom + frame.height) / 2;
    return [...head.items, ...calm(words.emptyMap, frame, y)];
  }
  const { left, right } = frame;
  const heads = stageColumns(stages, frame);
  const ruler = frame.height - bottomMargin - heads.height;
  const top = head.bottom + clear.over;
  const unit = Math.max(20, (ruler - clear.under - top) / 4);
  const scale: EmotionScale = { zero: top + 2 * unit, unit };
  const column = (right - left) / stages.length;
  const aside = placesAside(journey, column);
  const xOf = ({ id, stage, touchpoint }: ScoredTouchpoint): number =>
    left + (stage + touchpoint.t) * column + (aside.get(id) ?? 0);
  const yOf = (emotion: number): number => emotionY(scale, emotion);
  const leading = persona === null ? null : feelerOf(journey, persona);
  const main = slideLine(journey, leading ?? everyone(journey), xOf, yOf);
  const others = leading ? [slideLine(journey, everyone(journey), xOf, yOf)] : [];
  const room = new Room({
    x: left - 16,
    y: head.bottom + 8,
    width: right - left + 32,
    height: ruler - head.bottom - 12,
  });
  tellCurve(room, main, frame, scale.zero);
  for (const curve of others) tellCurve(room, curve, frame);
  room.take({ x: left, y: scale.zero - 1, width: right - left, height: 2 });
  const points = main.points.length <= mostPoints ? main.points : [];
  for (const { x, y } of points) room.take({ x: x - 10, y: y - 10, width: 20, height: 20 });
  const isUnrated = [main, ...others].every((curve) => curve.points.length === 0);
  const unrated = isUnrated ? calm(words.notRated, frame, scale.zero - unit / 2) : [];
  const said = boundsOf(unrated);
  if (said) room.take(said);
  const pins = momentPins(journey, main, xOf, scale, room);
  const labels = [
    ...extremeLabels(journey, persona, main, room, words),
    ...pins.flatMap((pinned) => questionLabel(pinned, room)),
  ];
  const sheet = [left, right] as const;
  return [
    ...head.items,
    ...heads.rules.map((x) => line(x, top - 24, x, ruler, { colour: 'hair', width: 1 })),
    ...moveItems(heads.items, 0, ruler),
    ...levelItems(scale, frame),
    ...areaItems(main, scale.zero, sheet),
    ...datumItems(scale, frame).slice(1, 2),
    ...scaleItemsOf(scale, frame),
    ...others.flatMap((curve) => lineItemsOf(curve, sheet, 'thin')),
    ...lineItemsOf(main, sheet, main.points.length <= mostPoints ? 'main' : 'thin'),
    ...points.map(({ x, y, value }) =>
      markerItem(main.feeler.sign.marker, x, y, 14, main.feeler.sign.ink, `emotion-${emotionBand(value)}`),
    ),
    ...unrated,
    ...pins.flatMap(({ items }) => items),
    ...labels,
  ];
}

/** Touchpoints at one place of the journey stand a little apart, as on their stage's slide: a mean would hide the worst of them. */
function placesAside(journey: JourneyMap, column: number): ReadonlyMap<string, number> {
  const places = Map.groupBy(
    scoredTouchpoints(journey, null),
    ({ stage, touchpoint }) => stage + touchpoint.t,
  );
  return new Map(
    [...places.values()].flatMap((nodes) => {
      const step = Math.min(mostAside, (column * 0.08) / nodes.length);
      return nodes.map(({ id }, index) => [id, (index - (nodes.length - 1) / 2) * step] as const);
    }),
  );
}

function calm(text: string, { left, right }: Frame, y: number): readonly SceneItem[] {
  return oneLine(text, (left + right) / 2, y, { size: 24, serif: true, fill: 'ink-2', align: 'middle' });
}
