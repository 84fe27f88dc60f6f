/** The small things charts are made of: text in a width, number tags, the hatch of what is stuck, zebra scales. */
import { breakLines, fitLine } from '../layout/breakLines.ts';
import { larger } from '../layout/lettering.ts';
import { fontFor, measureText, scriptOf } from '../layout/measureText.ts';
import type { Font, SceneItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Paint } from '../theme/colours.ts';

export interface TextLook {
  readonly size?: number;
  readonly weight?: Font['weight'];
  readonly serif?: boolean;
  /** Of a line that was broken off a longer text: the script of the whole; else its own. */
  readonly script?: Font['script'];
  readonly fill?: Paint;
  readonly align?: 'start' | 'middle' | 'end';
}

export function chartFont(
  text: string,
  { size = 12, weight = 400, serif = false, script = scriptOf(text) }: TextLook,
): Font {
  return larger(fontFor(serif ? 'stage-name' : 'cell', script).font, size, serif ? 600 : weight);
}

/** The look for all lines of a text: a line without a Chinese character is drawn as the ones above it. */
export function lookOf(text: string, look: TextLook): TextLook {
  return { ...look, script: scriptOf(text) };
}

/** One line with its baseline at y, ended with "…" where it is wider than `width`. */
export function textLine(
  text: string,
  x: number,
  y: number,
  look: TextLook = {},
  width = Infinity,
): readonly SceneItem[] {
  const font = chartFont(text, look);
  const shown = width === Infinity ? text : (fitLine(text, font, Math.max(width, 8))?.text ?? '');
  return textItems(shown, x, y, font, look.fill ?? 'ink', look.align ?? 'start');
}

export function textWidth(text: string, look: TextLook = {}): number {
  return measureText(text, chartFont(text, look));
}

/** Between the numbers of a list: wide enough that 1 and 12 are not 112. */
const betweenTags = 6;

/** The numbers of touchpoints in a row that ends at `right`; where not all have room, the first and how many more ("+3"). */
export function tagRun(
  tags: readonly string[],
  right: number,
  y: number,
  look: TextLook,
  room: number,
): readonly SceneItem[] {
  const wide = (shown: readonly string[]): number =>
    shown.reduce((sum, tag) => sum + textWidth(tag, look), betweenTags * Math.max(0, shown.length - 1));
  let shown = tags;
  for (let kept = tags.length - 1; wide(shown) > room && kept > 0; kept -= 1)
    shown = [...tags.slice(0, kept), `+${tags.length - kept}`];
  if (wide(shown) > room) return [];
  let x = right;
  return shown.toReversed().flatMap((tag) => {
    const text = textLine(tag, x, y, { ...look, align: 'end' });
    x -= textWidth(tag, look) + betweenTags;
    return text;
  });
}

/** The lines of a text in a width. */
export function linesIn(text: string, look: TextLook, width: number, most: number): readonly string[] {
  return breakLines(text, chartFont(text, look), width, most).map((line) => line.text);
}

export const tagSize = { width: 18, height: 16, gap: 2 } as const;

/** How wide a number tag is: 18, more for an address or three digits. */
export function tagWidth(tag: string): number {
  return Math.max(tagSize.width, Math.ceil(textWidth(tag, { size: 11, weight: 600 })) + 6);
}

/** A touchpoint's number in its frame; `hot` is filled, `signal` in the colour of what is to be looked at. */
export function tagItems(
  tag: string,
  x: number,
  y: number,
  look: 'plain' | 'hot' | 'signal' = 'plain',
): readonly SceneItem[] {
  const width = tagWidth(tag);
  const ink: Paint = look === 'signal' ? 'signal' : 'ink';
  return [
    {
      kind: 'rect',
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: tagSize.height - 1,
      radius: 1,
      fill: look === 'hot' ? 'ink' : 'card',
      stroke: { colour: ink, width: 1 },
    },
    ...textLine(tag, x + width / 2, y + 12, {
      size: 11,
      weight: 600,
      fill: look === 'hot' ? 'paper' : ink,
      align: 'middle',
    }),
  ];
}

/** A bar in a frame, 5 high: the filled part is `share` (0…1). */
export function barItems(x: number, y: number, width: number, share: number, hollow = false): SceneItem[] {
  const filled = Math.max(0, Math.min(1, share)) * width;
  const frame: SceneItem = {
    kind: 'rect',
    x: x + 0.5,
    y: y + 1,
    width: width - 1,
    height: 5,
    fill: 'card',
    stroke: { colour: 'line', width: 1, ...(hollow && { dash: [3, 2] }) },
  };
  return filled < 0.5
    ? [frame]
    : [frame, { kind: 'rect', x, y: y + 0.5, width: filled, height: 6, fill: hollow ? 'line' : 'ink' }];
}
