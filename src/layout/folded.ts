/** What is left to see of folded lanes and stages: small marks for their cards and notes. */
import { emotionBand } from '../model/emotionBand.ts';
import type { ColourRole } from '../theme/colours.ts';
import { placeMarks } from './placeCards.ts';
import type { SceneItem } from './scene.ts';
import { foldedMark, grid } from './sizes.ts';

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
  const x = left + (grid.foldedStage - foldedMark.narrow) / 2;
  return marks.map((mark, index) => markItem(mark, x, top + index * pitch, foldedMark.narrow, height));
}

/** The strip of a folded stage over the whole height. */
export function stripItems(height: number): SceneItem[] {
  return [
    { kind: 'rect', x: 0, y: 0, width: grid.foldedStage, height, fill: 'paper-2' },
    { kind: 'rect', x: (grid.foldedStage - 14) / 2, y: 6, width: 14, height: 4, fill: 'ink-2' },
  ];
}
