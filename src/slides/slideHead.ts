/**
 * The head of a stage's slide: its letter and name, what people want there and how long it takes, whose map this is; and the ruler
 * under it, the stage in quarters, with the neighbours' letters beside it.
 */
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { JourneyMap, Stage } from '../model/journeyMap.ts';
import { mapStateWords } from '../words/mapStates.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { slideWordsFor } from '../words/slides.ts';
import type { SlideName } from './listSlides.ts';
import { rulerHeight, type Frame } from './slideFrame.ts';
import { oneLine, textBlock, widthOf, type Look } from './slideText.ts';
import { moveItems } from '../layout/scaleItems.ts';

const letterSizes = [104, 76, 52] as const;
const mostTitleBlock = 0.3;

export function headItems(
  journey: JourneyMap,
  stage: Stage,
  name: SlideName,
  { left, right }: Frame,
): readonly SceneItem[] {
  const letter = name.letter ?? '';
  const letterLook: Look = {
    size: letterSizes[letter.length - 1] ?? letterSizes[2],
    serif: true,
    fill: 'signal',
  };
  const x = left + 4 + Math.max(74, widthOf(letter, letterLook)) + 28;
  const title = titleBlock(journey, right, (right - left) * mostTitleBlock);
  const width = right - title.width - 48 - x;
  const named = nameItems(stage.name, x, width);
  return [
    ...oneLine(letter, left + 4, 116, letterLook),
    ...named.items,
    ...goalItems(journey, stage, name, { x, y: named.goal, width }),
    ...title.items,
  ];
}

/** As large as it can be whole on one line, else on two. */
function nameItems(
  name: string,
  x: number,
  width: number,
): { readonly items: readonly SceneItem[]; readonly goal: number } {
  const one = [48, 40].find((size) => widthOf(name, { size, serif: true }) <= width);
  if (one !== undefined) return { items: oneLine(name, x, 84, { size: one, serif: true }), goal: 122 };
  const size = [34, 29].find((each) => textBlock(name, { size: each, serif: true }, width, 2).isWhole) ?? 29;
  const block = textBlock(name, { size, serif: true }, width, 2);
  return { items: moveItems(block.items, x, 102 - block.height), goal: 130 };
}

/** The goal gives way to how long the stage takes and which part of it this is. */
function goalItems(
  { map }: JourneyMap,
  { goal, durationMin }: Stage,
  { part, parts }: SlideName,
  at: { readonly x: number; readonly y: number; readonly width: number },
): readonly SceneItem[] {
  const words = slideWordsFor(map.language);
  const look = { size: 22, fill: 'ink-2' } as const;
  const rest = [
    durationMin === null ? '' : sceneWordsFor(map.language).duration(durationMin),
    parts > 1 ? words.part(part, parts) : '',
  ].filter(Boolean);
  if (goal.trim() === '') return oneLine(rest.join(words.dot), at.x, at.y, look, at.width);
  const tail = rest.map((text) => words.dot + text).join('');
  const tailWidth = tail === '' ? 0 : widthOf(tail, look) + 8;
  const room = at.width - tailWidth;
  const items = oneLine(goal, at.x, at.y, look, room);
  const end = Math.min(room, widthOf(goal.replaceAll(/\s+/gu, ' ').trim(), look));
  return tail === ''
    ? items
    : [...items, ...oneLine(tail.trim(), at.x + end + widthOf('i', look) * 1.2, at.y, look)];
}

/** Brand, map and state, at the right edge. */
function titleBlock(
  { map, brand }: JourneyMap,
  right: number,
  most: number,
): { readonly items: readonly SceneItem[]; readonly width: number } {
  const state = mapStateWords[map.language === 'en' ? 'en' : 'zh'][map.state];
  const lines: readonly (readonly [string, number, Look])[] = [
    [brand?.name ?? '', 68, { size: 21, serif: true }],
    [map.title, 99, { size: 16, fill: 'ink-2' }],
    [state, 124, { size: 15, fill: 'ink-3' }],
  ];
  return {
    items: lines.flatMap(([text, y, look]) => oneLine(text, right, y, { ...look, align: 'end' }, most)),
    width: Math.min(most, Math.max(...lines.map(([text, , look]) => widthOf(text, look)))),
  };
}

export interface Ruler {
  /** Letters of what is before and behind; null at the ends of the journey. */
  readonly before: string | null;
  readonly after: string | null;
  /** x of the quarters inside the sheet, rising, and whether the part before the first is ink. */
  readonly marks: readonly number[];
  readonly startsDark: boolean;
}

/** The stage in quarters, ink and card by turns. */
export function rulerItems(
  { before, after, marks, startsDark }: Ruler,
  frame: Frame,
  bottom: number,
): readonly SceneItem[] {
  const { left, right, width, ruler } = frame;
  const middle = ruler + rulerHeight / 2;
  const edges = [left, ...marks, right];
  const side = { size: 22, serif: true, fill: 'ink-2', align: 'middle' } as const;
  const beyond = { colour: 'line', width: 1.25 } as const;
  return [
    ...(before === null
      ? []
      : [line(0, middle, left, middle, beyond), ...oneLine(before, left - 30, middle - 14, side)]),
    ...(after === null
      ? []
      : [line(right, middle, width, middle, beyond), ...oneLine(after, right + 30, middle - 14, side)]),
    line(left, ruler, left, bottom, { colour: 'hair', width: 1 }),
    line(right, ruler, right, bottom, { colour: 'hair', width: 1 }),
    { kind: 'rect', x: left, y: ruler, width: right - left, height: rulerHeight, fill: 'card' },
    ...edges.slice(1).flatMap((edge, index): SceneItem[] => {
      const start = edges[index] ?? left;
      const isDark = (index % 2 === 0) === startsDark;
      return isDark && edge > start
        ? [{ kind: 'rect', x: start, y: ruler, width: edge - start, height: rulerHeight, fill: 'ink' }]
        : [];
    }),
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
