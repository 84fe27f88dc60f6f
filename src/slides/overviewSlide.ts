/**
 * The first slide: whose map this is and who travels, and the whole journey as one profile over the letters and names of its
 * stages, with its moments of truth and its highest and lowest point named: the one picture that says what it is.
 */
import { scoredTouchpoints, type ScoredTouchpoint } from '../analysis/scoredTouchpoints.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import { pinItems } from '../layout/pins.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import { stageLetter } from '../model/address.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap, Stage } from '../model/journeyMap.ts';
import { signed } from '../words/scene.ts';
import { slideWordsFor, type SlideWords } from '../words/slides.ts';
import { datumItems, emotionY, levelItems, scaleItemsOf, type EmotionScale } from './emotionScale.ts';
import type { SlideOptions } from './layoutSlide.ts';
import { overviewHead } from './overviewHead.ts';
import { Room } from './room.ts';
import {
  areaItems,
  everyone,
  feelerOf,
  lineItemsOf,
  slideLine,
  tellCurve,
  type SlideLine,
} from './slideCurves.ts';
import { rulerHeight, type Frame } from './slideFrame.ts';
import { oneLine, textBlock, widthOf, type TextBlock } from './slideText.ts';
import { extremesOf } from './spoken.ts';

/** Under the profile: ruler, letters, names. */
const stagesHeight = 132;
const bottomMargin = 24;
/** Over the highest and under the lowest level. */
const clear = { over: 66, under: 40 } as const;
/** More points would be a chain. */
const mostPoints = 80;
const mostPersonas = 5;
const pinHeight = 40;

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
  const ruler = frame.height - bottomMargin - stagesHeight;
  const top = head.bottom + clear.over;
  const unit = Math.max(20, (ruler - clear.under - top) / 4);
  const scale: EmotionScale = { zero: top + 2 * unit, unit };
  const column = (right - left) / stages.length;
  const xOf = ({ stage, touchpoint }: ScoredTouchpoint): number => left + (stage + touchpoint.t) * column;
  const yOf = (emotion: number): number => emotionY(scale, emotion);
  const leading = persona === null ? null : feelerOf(journey, persona);
  const main = slideLine(journey, leading ?? everyone(journey), xOf, yOf);
  const others = otherLines(journey, main, xOf, yOf);
  const room = new Room({
    x: left,
    y: head.bottom + 8,
    width: right - left,
    height: ruler - head.bottom - 12,
  });
  for (const curve of [main, ...others]) tellCurve(room, curve, frame);
  room.take({ x: left, y: scale.zero - 1, width: right - left, height: 2 });
  const points = main.points.length <= mostPoints ? main.points : [];
  for (const { x, y } of points) room.take({ x: x - 10, y: y - 10, width: 20, height: 20 });
  const pins = momentPins(journey, main, xOf, scale, room);
  const labels = [
    ...extremeLabels(journey, persona, main, room, words),
    ...pins.flatMap(({ question, x, y }) => questionLabel(question, x, y, room)),
  ];
  const sheet = [left, right] as const;
  return [
    ...head.items,
    ...stageColumns(stages, column, frame, ruler, top - 24),
    ...levelItems(scale, frame),
    ...areaItems(main, scale.zero, sheet),
    ...datumItems(scale, frame).slice(1, 2),
    ...scaleItemsOf(scale, frame),
    ...others.flatMap((curve) => lineItemsOf(curve, sheet, 'thin')),
    ...lineItemsOf(main, sheet, 'main'),
    ...points.map(({ x, y, value }) =>
      markerItem(main.feeler.sign.marker, x, y, 14, main.feeler.sign.ink, `emotion-${emotionBand(value)}`),
    ),
    ...(main.points.length === 0 ? calm(words.notRated, frame, scale.zero - unit / 2) : []),
    ...pins.flatMap(({ items }) => items),
    ...labels,
  ];
}

/** Everyone's, and those of personas that feel otherwise somewhere. */
function otherLines(
  journey: JourneyMap,
  main: SlideLine,
  xOf: (node: ScoredTouchpoint) => number,
  yOf: (emotion: number) => number,
): readonly SlideLine[] {
  const ids = [null, ...journey.personas.map(({ id }) => id)].filter((id) => id !== main.feeler.personaId);
  const told = main.points.map(({ x, value }) => `${x} ${value}`).join();
  return ids
    .slice(0, mostPersonas)
    .flatMap((id) => {
      const feeler = id === null ? everyone(journey) : feelerOf(journey, id);
      return feeler ? [slideLine(journey, feeler, xOf, yOf)] : [];
    })
    .filter(
      ({ points }) => points.length > 0 && points.map(({ x, value }) => `${x} ${value}`).join() !== told,
    );
}

interface Pinned {
  readonly items: readonly SceneItem[];
  readonly question: string;
  readonly x: number;
  readonly y: number;
}

/** A pin on the curve for each moment of truth; those that would hide another stand higher. */
function momentPins(
  journey: JourneyMap,
  main: SlideLine,
  xOf: (node: ScoredTouchpoint) => number,
  { zero }: EmotionScale,
  room: Room,
): readonly Pinned[] {
  return scoredTouchpoints(journey, null).flatMap((node) =>
    journey.moments
      .filter(({ touchpointId }) => touchpointId === node.id)
      .flatMap(({ kind, question }): Pinned[] => {
        const x = xOf(node);
        const point = main.points.find(({ touchpointIds }) => touchpointIds.includes(node.id));
        const start = point ? point.y - 11 : zero - 6;
        for (let tip = start; tip > start - 3 * pinHeight; tip -= 8) {
          const box = { x: x - 15, y: tip - pinHeight, width: 30, height: pinHeight };
          if (!room.isFree(box, true)) continue;
          room.take(box);
          const stem = tip < start ? [line(x, tip, x, start, { colour: 'signal', width: 2 })] : [];
          const items = [...stem, ...pinItems(kind, x, tip, pinHeight)];
          return [{ items, question: question.trim(), x, y: tip - pinHeight / 2 }];
        }
        return [];
      }),
  );
}

/** "+1.6" and which touchpoint it is, at the highest and the lowest point. */
function extremeLabels(
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
      const named = textBlock(title, { size: 17, weight: 600 }, width, 2);
      if (!named.isWhole && width !== 330) continue;
      const head = figureWidth + 8 + widthOf(words[label], { size: 16 });
      const size = { width: Math.max(head, named.width), height: 28 + named.height };
      const up = label === 'highest' ? -1 : 1;
      const at = room.place(size, { x: point.x, y: point.y + up * (size.height / 2 + 22) }, near);
      if (!at) continue;
      const x = at.x;
      return [
        ...oneLine(figure, x, at.y + 22, { size: 26, weight: 700 }),
        ...oneLine(words[label], x + figureWidth + 8, at.y + 22, { size: 16, fill: 'ink-2' }),
        ...moveItems(named.items, x, at.y + 29),
      ];
    }
    return [];
  });
}

/** A label farther away would seem to speak of something else. */
const near = { around: 7, farthest: 190 } as const;

function questionLabel(question: string, x: number, y: number, room: Room): readonly SceneItem[] {
  if (question === '') return [];
  for (const [width, lines] of [
    [200, 2],
    [150, 3],
    [280, 2],
    [130, 4],
  ] as const) {
    const block: TextBlock = textBlock(question, { size: 16, weight: 500 }, width, lines);
    if (!block.isWhole) continue;
    const at = room.place(block, { x: x + 26 + block.width / 2, y }, { around: 6, farthest: 120 });
    if (at) return moveItems(block.items, at.x, at.y);
  }
  return [];
}

/** Rules, ruler, letters and names; names where they have room for a word, letters as long as they have. */
function stageColumns(
  stages: readonly Stage[],
  column: number,
  { left, right }: Frame,
  ruler: number,
  top: number,
): readonly SceneItem[] {
  const letterSize = Math.min(40, Math.max(13, column * 0.42));
  // Two letters need two columns.
  const every = Math.ceil(
    (widthOf(stageLetter(stages.length - 1), { size: letterSize, serif: true }) + 6) / column,
  );
  const nameSize = column >= 130 ? 18 : 16;
  return [
    ...stages.flatMap(({ name }, index): SceneItem[] => {
      const x = left + index * column;
      const under = ruler + rulerHeight;
      const look = { size: nameSize, serif: true };
      const lines = column >= 130 ? 2 : 3;
      return [
        line(x, top, x, ruler, { colour: 'hair', width: 1 }),
        ...(index % 2 === 0
          ? [{ kind: 'rect', x, y: ruler, width: column, height: rulerHeight, fill: 'ink' } as const]
          : []),
        ...(index % every === 0
          ? oneLine(stageLetter(index), x + 4, under + 10 + letterSize * 0.8, {
              size: letterSize,
              serif: true,
            })
          : []),
        ...(column >= 84
          ? moveItems(textBlock(name, look, column - 14, lines).items, x + 4, under + 20 + letterSize * 0.85)
          : []),
      ];
    }),
    line(right, top, right, ruler, { colour: 'hair', width: 1 }),
    {
      kind: 'rect',
      x: left + 0.625,
      y: ruler + 0.625,
      width: right - left - 1.25,
      height: rulerHeight - 1.25,
      stroke: { colour: 'ink', width: 1.25 },
    },
  ];
}

function calm(text: string, { left, right }: Frame, y: number): readonly SceneItem[] {
  return oneLine(text, (left + right) / 2, y, { size: 24, serif: true, fill: 'ink-2', align: 'middle' });
}
