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
const lineHeights = { sans: 1.34, serif: 1.28 } as const;

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
  const paragraph = paragraphOf(text);
  const lines = breakLines(paragraph, slideFont(text, look), width, most).map((line) => line.text);
  return blockOf(paragraph, lines, look);
}

/**
 * The same with lines of even length, for what is read aloud: no last line of one word. Chinese breaks where it pauses, if that takes
 * no line more.
 */
export function evenBlock(text: string, look: Look, width: number, most: number): TextBlock {
  const block = textBlock(text, look, width, most);
  if (block.lines < 2 || !block.isWhole) return block;
  const paragraph = paragraphOf(text);
  const paused = pausedLines(paragraph, look, width);
  if (paused.length > 1 && paused.length <= block.lines) return blockOf(paragraph, paused, look);
  const shares = [0.5, 0.58, 0.66, 0.74, 0.82, 0.9];
  for (const share of shares) {
    const even = textBlock(text, look, width * share, most);
    if (even.isWhole && even.lines === block.lines && even.width <= width * share) return even;
  }
  return block;
}

const pauses = /(?<=[，。；：！？、][”」』）]*)(?![，。；：！？、”」』）])/u;

/** Whole clauses in each line; empty where one is wider than a line, or there is but one. */
function pausedLines(paragraph: string, look: Look, width: number): readonly string[] {
  const clauses = paragraph.split(pauses).filter((clause) => clause !== '');
  if (clauses.length < 2 || clauses.some((clause) => lineWidth(clause, paragraph, look) > width)) return [];
  const lines: string[] = [];
  for (const clause of clauses) {
    const joined = (lines.at(-1) ?? '') + clause;
    if (lines.length > 0 && lineWidth(joined, paragraph, look) <= width) lines[lines.length - 1] = joined;
    else lines.push(clause.trimStart());
  }
  return lines;
}

/** Of a line of a text, which is set as the whole of it. */
function lineWidth(line: string, whole: string, look: Look): number {
  return measureText(line.trim(), slideFont(whole, look));
}

/** A text as one paragraph. */
function paragraphOf(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function blockOf(paragraph: string, lines: readonly string[], look: Look): TextBlock {
  const font = slideFont(paragraph, look);
  const pitch = Math.round(look.size * (look.serif ? lineHeights.serif : lineHeights.sans));
  return {
    items: lines.flatMap((line, index) =>
      textItems(line, 0, index * pitch + look.size * reach.above, font, look.fill ?? 'ink'),
    ),
    width: Math.max(0, ...lines.map((line) => measureText(line, font))),
    height: lines.length === 0 ? 0 : (lines.length - 1) * pitch + look.size * (reach.above + reach.below),
    lines: lines.length,
    isWhole: paragraph.endsWith(lines.at(-1) ?? ''),
  };
}

/** What a line of letters covers. */
export function lineBox(x: number, baseline: number, width: number, size: number): Box {
  return { x, y: baseline - size * reach.above, width, height: size * (reach.above + reach.below) };
}
