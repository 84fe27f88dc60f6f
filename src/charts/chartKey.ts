/**
 * What the signs of a chart mean, as a row of samples with words that breaks where it is full: a picture of the chart, saved and
 * sent on, is read without the page around it.
 *
 * In:  entries and a width in px. Out: the drawing.
 */
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { LineSign } from '../theme/inks.ts';
import type { Chart } from './chart.ts';
import { linesIn, lookOf, textLine, textWidth } from './pieces.ts';

export interface KeySample {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

export interface KeyEntry {
  /** Null: words alone. */
  readonly sample: KeySample | null;
  readonly text: string;
}

const row = 22;
const gap = 22;
const afterSample = 8;
const look = { size: 12 };

export function chartKey(
  entries: readonly KeyEntry[],
  width: number,
): Pick<Chart, 'width' | 'height' | 'items'> {
  const items: SceneItem[] = [];
  let x = 0;
  let y = 0;
  for (const { sample, text } of entries) {
    const indent = sample ? sample.width + afterSample : 0;
    const whole = lookOf(text, look);
    const lines = linesIn(text, look, width - indent, 3);
    const own = indent + Math.max(0, ...lines.map((part) => textWidth(part, whole)));
    if (x > 0 && x + own > width) [x, y] = [0, y + row];
    if (sample) items.push(...moveItems(sample.items, x, y + (row - sample.height) / 2));
    for (const [index, part] of lines.entries())
      items.push(...textLine(part, x + indent, y + 15 + index * 17, { ...whole, fill: 'ink-2' }));
    y += (Math.max(1, lines.length) - 1) * 17;
    x += own + gap;
  }
  return { width, height: entries.length === 0 ? 0 : y + row + 6, items };
}

const sampleWidth = 38;
const sampleHeight = 14;

/** A piece of a curve with its marker. */
export function lineSample({ ink, dash, marker, double }: LineSign): KeySample {
  const stroke = { colour: ink, width: double ? 1.2 : 2, ...(dash.length > 0 && { dash }) };
  const levels = double ? [5.5, 8.5] : [7];
  return {
    width: sampleWidth,
    height: sampleHeight,
    items: [
      ...levels.map((y) => line(1, y, sampleWidth - 1, y, stroke)),
      markerItem(marker, sampleWidth / 2, sampleHeight / 2, 9, ink, 'card'),
    ],
  };
}

/** A tint of the band between two curves. */
export function bandSample(paint: 'land' | 'water'): KeySample {
  const [width, height] = [20, 12];
  return {
    width,
    height,
    items: [
      { kind: 'rect', x: 0, y: 0, width, height, fill: paint },
      ...(paint === 'water'
        ? [3, 9, 15].map((x) => line(x, 0, x, height, { colour: 'water-line', width: 0.75 }))
        : []),
    ],
  };
}
