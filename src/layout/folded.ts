/** What is left to see of folded lanes and stages: small marks for their cards and notes. */
import { emotionBand } from '../model/emotionBand.ts';
import type { ColourRole } from '../theme/colours.ts';
import { fitLine } from './breakLines.ts';
import { graphemesOf } from './graphemes.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import { placeMarks } from './placeCards.ts';
import type { Detail, SceneItem } from './scene.ts';
import { foldedMark, grid } from './sizes.ts';
import { textItems } from './textItems.ts';

export interface Mark {
  readonly centre: number;
  /** Effective emotion of a journey card; undefined for delivery cards and notes. */
  readonly emotion?: number | null;
}

function markItem(mark: Mark, x: number, y: number, width: number, height: number): SceneItem {
  const fill: ColourRole =
    mark.emotion === undefined || mark.emotion === null ? 'card' : `emotion-${emotionBand(mark.emotion)}`;
  return {
    kind: 'rect',
    x,
    y,
    width,
    height,
    fill,
    stroke: { colour: 'line', width: Math.min(1, width / 4) },
  };
}

/** Marks in a row along a folded lane. `marks` in rising x. */
export function foldedLaneItems(marks: readonly Mark[], gridWidth: number): SceneItem[] {
  const { xs, width } = placeMarks(
    marks.map((mark) => mark.centre),
    grid.margin,
    gridWidth - grid.margin,
    foldedMark.width,
  );
  const y = (grid.foldedLane - foldedMark.height) / 2;
  return marks.map((mark, index) => markItem(mark, xs[index] ?? 0, y, width, foldedMark.height));
}

/** Marks one below the other in the strip of a folded stage, inside a lane of this height. */
export function foldedStageItems(marks: readonly Mark[], left: number, laneHeight: number): SceneItem[] {
  const top = 12;
  const pitch = Math.min(
    foldedMark.height + foldedMark.gap,
    (laneHeight - 2 * top) / Math.max(1, marks.length),
  );
  const height = Math.max(pitch * 0.6, pitch - foldedMark.gap);
  const x = left + foldedMark.left;
  return marks.map((mark, index) => markItem(mark, x, top + index * pitch, foldedMark.narrow, height));
}

/** Sizes of the upright name; seen from afar there is none. */
const nameSizes: Readonly<Record<Detail, number>> = { full: 12.5, titles: 18, blocks: 0 };
const nameTop = 20;
/** The middle of the name, beside the marks. */
const nameX = 25;

/** The strip of a folded stage over the whole height, its name upright: turned, or Chinese letter by letter. */
export function stripItems(height: number, name: string, detail: Detail): SceneItem[] {
  return [
    { kind: 'rect', x: 0, y: 0, width: grid.foldedStage, height, fill: 'paper-2' },
    { kind: 'rect', x: (grid.foldedStage - 14) / 2, y: 6, width: 14, height: 4, fill: 'ink-2' },
    ...uprightName(name, height - nameTop - 8, nameSizes[detail]),
  ];
}

/** Emoji are never turned: they stand upright in the line. */
function uprightName(name: string, room: number, size: number): SceneItem[] {
  if (size === 0) return [];
  const script = scriptOf(name);
  const font = { ...fontFor('goal', script).font, size };
  // A Chinese letter is as high as it is wide.
  const text = fitLine(name, font, room)?.text ?? '';
  if (script === 'cjk') {
    return graphemesOf(text).flatMap((letter, index) =>
      textItems(letter, nameX, nameTop + (index + 0.88) * size * 1.06, font, 'ink-2', 'middle'),
    );
  }
  return textItems(text, 0, 0, font, 'ink-2').flatMap((item): SceneItem[] => {
    if (item.kind === 'text') return [{ ...item, x: nameX - size / 3, y: nameTop + item.x, turned: true }];
    if (item.kind !== 'emoji') return [];
    const width = measureText(item.cluster, font);
    return [{ ...item, x: nameX - width / 2, y: nameTop + item.x + 0.88 * size }];
  });
}
