/** The scale of a slide's emotion curve: where emotions lie up and down, its rules, faces and figures. */
import { emotionBand } from '../model/emotionBand.ts';
import { faceItems } from '../layout/faces.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { signed } from '../words/scene.ts';
import type { Frame } from './slideFrame.ts';
import { oneLine } from './slideText.ts';

export interface EmotionScale {
  /** y of the datum. */
  readonly zero: number;
  /** Slide units of one step. */
  readonly unit: number;
}

const levels = [2, 1, 0, -1, -2] as const;
const faceSize = 28;
/** Left of the sheet: middle of the faces, end of the figures. */
const faceAt = 66;
const figureAt = 16;
/** What the faces leave of the neighbours' curve. */
export const scaleWidth = 100;

export function emotionY({ zero, unit }: EmotionScale, emotion: number): number {
  return zero - emotion * unit;
}

/** Rules of the levels without the datum, which lies over the areas. */
export function levelItems(scale: EmotionScale, { left, right }: Frame): readonly SceneItem[] {
  return levels
    .filter((level) => level !== 0)
    .map((level) =>
      line(left, emotionY(scale, level), right, emotionY(scale, level), { colour: 'hair', width: 1 }),
    );
}

export function datumItems({ zero }: EmotionScale, { left, right, width }: Frame): readonly SceneItem[] {
  const stroke = { colour: 'line', width: 1 } as const;
  return [
    line(0, zero, left - scaleWidth, zero, stroke),
    line(left, zero, right, zero, { colour: 'ink-2', width: 1.25 }),
    line(right, zero, width, zero, stroke),
  ];
}

/** Faces and figures at the left of the sheet; faces as large as their steps let them. */
export function scaleItemsOf(scale: EmotionScale, { left }: Frame): readonly SceneItem[] {
  const size = Math.min(faceSize, scale.unit * 0.74);
  return levels.flatMap((level) => {
    const y = emotionY(scale, level);
    return [
      ...faceItems(emotionBand(level), left - faceAt, y, size, 'ink'),
      ...oneLine(figureOf(level), left - figureAt, y + 6, {
        size: 17,
        weight: 500,
        fill: 'ink-2',
        align: 'end',
      }),
    ];
  });
}

/** Without a decimal: these are levels, no ratings. */
function figureOf(level: number): string {
  return signed(level).replace('.0', '');
}
