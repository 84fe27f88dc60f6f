/** A text in a role of the type sheet, broken into lines, as items: what the sheet's parts are lettered with. */
import type { Paint } from '../theme/colours.ts';
import type { TypeRoleName } from '../theme/type.ts';
import { breakLines } from './breakLines.ts';
import { fontFor, scriptOf } from './measureText.ts';
import type { SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

export interface TextBlock {
  readonly items: readonly SceneItem[];
  /** Width of the widest line. */
  readonly width: number;
  readonly lines: number;
  /** Lines times the distance of baselines. */
  readonly height: number;
}

export interface TextBlockOptions {
  readonly role: TypeRoleName;
  readonly fill: Paint;
  /** Baseline of the first line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly mostLines: number;
  readonly align?: 'start' | 'end';
}

/** The block; none of its lines is wider than `width`. */
export function textBlock(text: string, options: TextBlockOptions): TextBlock {
  const { role, fill, x, y, width, mostLines, align = 'start' } = options;
  const { font, line } = fontFor(role, scriptOf(text));
  // One paragraph: in a sheet a line feed of the map's text is only a space.
  const lines = breakLines(text.replaceAll(/\s+/gu, ' '), font, width, mostLines);
  return {
    items: lines.flatMap((one, index) => textItems(one.text, x, y + index * line, font, fill, align)),
    width: Math.max(0, ...lines.map((one) => one.width)),
    lines: lines.length,
    height: lines.length * line,
  };
}
