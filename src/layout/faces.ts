/**
 * The faces of the emotion scale (look, section 6) as scene items: the sign that stands beside every colour.
 * Drawn in a box of 24; the shapes differ at 16 px and in one ink.
 */
import type { EmotionBand } from '../model/emotionBand.ts';
import type { Paint } from '../theme/colours.ts';
import { pathCommands } from './pathData.ts';
import type { SceneItem } from './scene.ts';

interface Face {
  /** A path, two dots, or none. */
  readonly eyes: { readonly d: string } | 'dots' | 'none';
  readonly mouth: string;
  readonly filled: boolean;
}

const faces: Readonly<Record<EmotionBand | 'unrated', Face>> = {
  'very-negative': {
    eyes: { d: 'M6.7 8.5l3.7 1.9M17.3 8.5l-3.7 1.9' },
    mouth: 'M7 17.6a5 5 0 0 1 10 0z',
    filled: true,
  },
  negative: { eyes: 'dots', mouth: 'M7.7 16.7q4.3-3.9 8.6 0', filled: false },
  neutral: { eyes: 'dots', mouth: 'M7.9 15.3h8.2', filled: false },
  positive: { eyes: 'dots', mouth: 'M7.7 14.1q4.3 3.9 8.6 0', filled: false },
  'very-positive': {
    eyes: { d: 'M6.7 10.3q1.8-3.1 3.6 0M13.7 10.3q1.8-3.1 3.6 0' },
    mouth: 'M7 13.2h10a5 5 0 0 1-10 0z',
    filled: true,
  },
  unrated: { eyes: 'none', mouth: 'M8 12h8', filled: false },
};

const box = 24;

/** The face of a band (null: not rated) with its centre at (x, y), `size` wide, in one ink. */
export function faceItems(
  band: EmotionBand | null,
  x: number,
  y: number,
  size: number,
  ink: Paint,
): SceneItem[] {
  const { eyes, mouth, filled } = faces[band ?? 'unrated'];
  const scale = size / box;
  const placing = { x: x - size / 2, y: y - size / 2, scale };
  const stroke = { colour: ink, width: 1.7 * scale, cap: 'round', join: 'round' } as const;
  const items: SceneItem[] = [
    { kind: 'circle', cx: x, cy: y, r: 10.2 * scale, stroke: { colour: ink, width: 1.6 * scale } },
  ];
  if (eyes === 'dots') {
    for (const eye of [8.6, 15.4]) {
      items.push({
        kind: 'circle',
        cx: placing.x + eye * scale,
        cy: placing.y + 9.7 * scale,
        r: 1.35 * scale,
        fill: ink,
      });
    }
  } else if (eyes !== 'none') {
    items.push({ kind: 'path', commands: pathCommands(eyes.d, placing), stroke });
  }
  const commands = pathCommands(mouth, placing);
  items.push(filled ? { kind: 'path', commands, fill: ink } : { kind: 'path', commands, stroke });
  return items;
}
