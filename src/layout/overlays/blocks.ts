/**
 * The signs that overlays draw in place of a card's emotion: a gauge that is filled from below, a figure on a patch of
 * its own so that it can be read on every ground, patterns. All fit any box: 36 × 100 at the left of a card, 28 × 46 of
 * a delivery card, the whole card from afar, 36 × 34 in a legend.
 */
import type { Paint } from '../../theme/colours.ts';
import { hatch, line } from '../hatch.ts';
import { larger } from '../lettering.ts';
import { fontFor, measureText } from '../measureText.ts';
import type { Box, Detail, Point, SceneItem, Stroke } from '../scene.ts';
import { ruleScale } from '../sizes.ts';
import { textItems } from '../textItems.ts';
import type { Block } from './figures.ts';

export function rect(box: Box, fill: Paint): SceneItem {
  return { kind: 'rect', ...box, fill };
}

/** The rule between a block and the card; from afar the card's outline is enough. */
export function edge(width: number, height: number, detail: Detail): SceneItem[] {
  if (detail === 'blocks') return [];
  return [line(width, 0, width, height, { colour: 'line', width: ruleScale[detail] })];
}

/** Lines at 45 degrees in a box. */
export function hatched({ x, y, width, height }: Box, step: number, stroke: Stroke): SceneItem[] {
  if (width <= 0 || height <= 0) return [];
  const corners: Point[] = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return merged(hatch(corners, step, stroke, true), stroke);
}

/** Lines across a box, upright or level. */
export function ruled(box: Box, step: number, stroke: Stroke, upright: boolean): SceneItem[] {
  const { x, y, width, height } = box;
  const items: SceneItem[] = [];
  const length = upright ? width : height;
  for (let at = step / 2; at < length; at += step)
    items.push(
      upright ? line(x + at, y, x + at, y + height, stroke) : line(x, y + at, x + width, y + at, stroke),
    );
  return merged(items, stroke);
}

/** Many lines as one path. */
function merged(lines: readonly SceneItem[], stroke: Stroke): SceneItem[] {
  const commands = lines.flatMap((one) => (one.kind === 'path' ? one.commands : []));
  return commands.length === 0 ? [] : [{ kind: 'path', commands, stroke }];
}

/** How far lines of a pattern stand apart, and how thick they are, by what they are seen from. */
export const weave: Readonly<Record<Detail, { readonly step: number; readonly width: number }>> = {
  full: { step: 5, width: 1.2 },
  titles: { step: 7, width: 1.8 },
  blocks: { step: 18, width: 5 },
};

/** A figure on a patch, in the middle of a block; none from afar. */
export function figure(
  text: string,
  width: number,
  height: number,
  detail: Detail,
  strong = false,
): SceneItem[] {
  if (detail === 'blocks' || text === '') return [];
  const { font } = fontFor('emotion-number', 'latin');
  const small = height < 60;
  const size = small ? 11 : detail === 'full' ? 12.5 : 15;
  const own = larger(font, fitting(text, size, width - 3), strong || detail === 'titles' ? 700 : 600);
  const patch = { width: Math.min(width - 2, measureText(text, own) + 5), height: own.size + 4 };
  const middle = small || detail === 'full' ? height / 2 : 52;
  return [
    rect({ x: (width - patch.width) / 2, y: middle - patch.height / 2, ...patch }, 'card'),
    ...textItems(text, width / 2, middle + own.size * 0.36, own, 'ink', 'middle'),
  ];
}

function fitting(text: string, size: number, width: number): number {
  const { font } = fontFor('emotion-number', 'latin');
  const wide = measureText(text, larger(font, size, 700));
  return wide <= width ? size : Math.max(8, Math.floor((size * width * 2) / wide) / 2);
}

/** A block that says that there is nothing to say. */
export function emptyBlock(sign = ''): Block {
  return {
    key: `empty ${sign}`,
    says: () => '',
    draw: (width, height, detail) => [
      rect({ x: 0, y: 0, width, height }, 'paper-2'),
      ...edge(width, height, detail),
      ...(sign === '' ? [] : figureOnGround(sign, width, height, detail)),
    ],
  };
}

function figureOnGround(text: string, width: number, height: number, detail: Detail): SceneItem[] {
  return figure(text, width, height, detail)
    .slice(1)
    .map((item) => (item.kind === 'text' ? { ...item, fill: 'ink-3' } : item));
}
