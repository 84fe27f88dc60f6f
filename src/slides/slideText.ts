/** Texts of slides: lines and blocks of a size, measured, with the box they fill. */
import { breakLines, fitLine } from '../layout/breakLines.ts';
import { larger } from '../layout/lettering.ts';
import { fontFor, measureText, scriptOf } from '../layout/measureText.ts';
import type { Box, Font, SceneItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Paint } from '../theme/colours.ts';

export interface Look {
  readonly size: number;
  readonly weight?: Font['weight'];
  readonly serif?: boolean;
  readonly fill?: Paint;
  readonly align?: 'start' | 'middle' | 'end';
}

/** What letters cover above and below their baseline, in em: Chinese ones the most. */
export const reach = { above: 0.88, below: 0.22 } as const;
const lineHeight = 1.34;

export function slideFont(text: string, { size, weight = 400, serif = false }: Look): Font {
  const { font } = fontFor(serif ? 'stage-name' : 'cell', scriptOf(text));
  return larger(font, size, serif ? 600 : weight);
}

export function widthOf(text: string, look: Look): number {
  return measureText(text, slideFont(text, look));
}

/** One line with its baseline at y, ended with "…" where it is wider than `width`. */
export function oneLine(
  text: string,
  x: number,
  y: number,
  look: Look,
  width = Infinity,
): readonly SceneItem[] {
  const font = slideFont(text, look);
  const shown = fitLine(text, font, width)?.text ?? '';
  return textItems(shown, x, y, font, look.fill ?? 'ink', look.align ?? 'start');
}

/** A text in lines, its upper left corner at (0, 0). */
export interface TextBlock {
  readonly items: readonly SceneItem[];
  readonly width: number;
  readonly height: number;
  readonly lines: number;
  /** Whether nothing was left out. */
  readonly isWhole: boolean;
}

export function textBlock(text: string, look: Look, width: number, most: number): TextBlock {
  const font = slideFont(text, look);
  const paragraph = text.replaceAll(/\s+/gu, ' ').trim();
  const lines = breakLines(paragraph, font, width, most);
  const pitch = Math.round(look.size * lineHeight);
  const last = lines.at(-1)?.text ?? '';
  return {
    items: lines.flatMap((line, index) =>
      textItems(line.text, 0, index * pitch + look.size * reach.above, font, look.fill ?? 'ink'),
    ),
    width: Math.max(0, ...lines.map((line) => line.width)),
    height: lines.length === 0 ? 0 : (lines.length - 1) * pitch + look.size * (reach.above + reach.below),
    lines: lines.length,
    isWhole: paragraph.endsWith(last),
  };
}

/** What a line of letters covers. */
export function lineBox(x: number, baseline: number, width: number, size: number): Box {
  return { x, y: baseline - size * reach.above, width, height: size * (reach.above + reach.below) };
}
