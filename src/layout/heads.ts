/**
 * Heads of stages and lanes as printed on a sheet (look, section 5): letter, name, goal and duration of a stage; number,
 * name and, for emotion lanes, the scale of a lane. (On the canvas heads are frozen and live in the page.)
 *
 * In the head's own units; a sheet draws them enlarged. Names are broken, not cut, while there is room for three lines.
 */
import { emotionBand } from '../model/emotionBand.ts';
import type { Stage } from '../model/journeyMap.ts';
import { plain, signed, type SceneWords } from '../words/scene.ts';
import { emotionY } from './emotionLane.ts';
import { faceItems } from './faces.ts';
import type { LaneRow, StageColumn } from './mapLayout.ts';
import { fontFor, measureText } from './measureText.ts';
import type { SceneItem } from './scene.ts';
import { textBlock } from './textBlock.ts';
import { textItems } from './textItems.ts';

export interface DrawnHead {
  readonly items: readonly SceneItem[];
  /** What it needs. */
  readonly height: number;
}

export interface DrawnStageHead extends DrawnHead {
  /** Whether name and goal stand in two lines each or less. */
  readonly isCompact: boolean;
}

export const stageHead = { height: 62, letterX: 14, nameX: 48, baseline: 27 } as const;
export const laneHead = {
  width: 146,
  numberX: 14,
  wideNumberX: 8,
  nameX: 34,
  baseline: 24,
  scaleWidth: 42,
} as const;
const narrowStage = 60;
const pad = 12;
const mostLines = 3;

/** A stage's head in a column of this width. A folded stage shows its letter alone. */
export function drawStageHead(
  stage: Stage,
  column: StageColumn,
  width: number,
  words: SceneWords,
): DrawnStageHead {
  const { font: letterFont } = fontFor('stage-letter', 'latin');
  if (column.collapsed || width < narrowStage) {
    const font = { ...letterFont, size: Math.min(20, width * 0.6) };
    const items = textItems(column.letter, width / 2, 40, font, 'ink-2', 'middle');
    return { items, height: stageHead.height, isCompact: true };
  }
  const letter = textItems(column.letter, stageHead.letterX, 42, letterFont, 'ink');
  const x = Math.max(stageHead.nameX, stageHead.letterX + measureText(column.letter, letterFont) + 10);
  const room = Math.max(1, width - x - pad);
  const duration = textBlock(stage.durationMin === null ? '' : words.duration(stage.durationMin), {
    role: 'goal',
    fill: 'ink-2',
    x: width - pad,
    y: stageHead.baseline,
    width: room * 0.4,
    mostLines: 1,
    align: 'end',
  });
  const name = textBlock(stage.name, {
    role: 'stage-name',
    fill: 'ink',
    x,
    y: stageHead.baseline,
    width: room - (duration.width > 0 ? duration.width + pad : 0),
    mostLines,
  });
  const below = stageHead.baseline + Math.max(0, name.height - 22);
  const goal = textBlock(stage.goal, {
    role: 'goal',
    fill: 'ink-2',
    x,
    y: below + 19,
    width: room,
    mostLines,
  });
  const bottom = goal.lines > 0 ? below + 3 + goal.height : below;
  return {
    items: [...letter, ...name.items, ...duration.items, ...goal.items],
    height: Math.max(stageHead.height, bottom + 13),
    isCompact: name.lines < mostLines && goal.lines < mostLines,
  };
}

const scaleValues = [2, 1, 0, -1, -2] as const;

/**
 * A lane's head of a width in its own units, to be drawn enlarged by `scale` beside its row. Its own height says what the name needs: more than
 * the row has means that it was cut.
 */
export function drawLaneHead(row: LaneRow, name: string, scale: number, headWidth: number): DrawnHead {
  const height = row.height / scale;
  const hasScale = row.kind === 'emotion' && !row.collapsed;
  const { font: numberFont } = fontFor('lane-number', 'latin');
  const width = headWidth - laneHead.nameX - 12 - (hasScale ? laneHead.scaleWidth : 0);
  const { line } = fontFor('lane-name', 'latin');
  const baseline = row.collapsed ? height / 2 + 5 : Math.min(laneHead.baseline, height / 2 + 5);
  const draw = (most: number) =>
    textBlock(name, {
      role: 'lane-name',
      fill: 'ink',
      x: laneHead.nameX,
      y: baseline,
      width,
      mostLines: most,
    });
  const lines = row.collapsed ? 1 : Math.max(1, Math.floor((height - baseline - 6) / line) + 1);
  const whole = row.collapsed ? 1 : draw(Number.POSITIVE_INFINITY).lines;
  return {
    items: [
      ...textItems(
        plain(row.number),
        row.number < 10 ? laneHead.numberX : laneHead.wideNumberX,
        baseline,
        numberFont,
        'ink',
      ),
      ...draw(lines).items,
      ...(hasScale ? emotionScale(row.height, scale, headWidth) : []),
    ],
    height: row.collapsed ? height : baseline + (whole - 1) * line + 6,
  };
}

/** Faces and values at the heights of the emotion lane's rules. */
function emotionScale(laneHeight: number, scale: number, headWidth: number): SceneItem[] {
  const { font } = fontFor('scale-label', 'latin');
  const right = headWidth - 14;
  return scaleValues.flatMap((value) => {
    const y = emotionY(value, laneHeight) / scale;
    const label = value === 0 ? '0' : signed(value).replace('.0', '');
    return [
      ...faceItems(emotionBand(value), right - 28, y, 16, 'ink'),
      ...textItems(label, right, y + 4, font, 'ink-2', 'end'),
    ];
  });
}
