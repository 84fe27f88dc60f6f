/**
 * Free elements as items relative to their own corner: a note is a card with a folded corner in its ink, a text stands on
 * bare paper, a frame is the double rule of a sheet, an image its picture in a rule. What does not fit a box ends in "…".
 */
import type { FreeElement } from '../model/journeyMap.ts';
import { inkOf } from '../theme/inks.ts';
import type { ColourRole } from '../theme/colours.ts';
import type { TypeRoleName } from '../theme/type.ts';
import { breakLines } from './breakLines.ts';
import { larger } from './lettering.ts';
import { fontFor, scriptOf } from './measureText.ts';
import type { Box, Detail, SceneItem } from './scene.ts';
import { ruleScale } from './sizes.ts';
import { storedImage } from './storedImages.ts';
import { textItems } from './textItems.ts';

/** The corner of a note that is folded over. */
const fold = 16;
const padding = 12;
/** From the outer rule of a frame to the inner one. */
const doubleRule = 5;
/** What a line needs below its top, in em. */
const descent = 1.25;
/** Text seen from the middle distance. */
const farText = { size: 20, line: 24 } as const;

export function drawElement(element: FreeElement, detail: Detail): readonly SceneItem[] {
  switch (element.kind) {
    case 'note':
      return drawNote(element, detail);
    case 'text':
      return drawText(element, detail);
    case 'frame':
      return drawFrame(element, detail);
    case 'image':
      return drawImage(element, detail);
  }
}

function drawNote({ width, height, text, ink }: FreeElement, detail: Detail): SceneItem[] {
  const colour = inkOf(ink);
  const corner = Math.min(fold, width / 3, height / 3);
  return [
    {
      kind: 'path',
      commands: [
        ['M', 0, 0],
        ['L', width, 0],
        ['L', width, height - corner],
        ['L', width - corner, height],
        ['L', 0, height],
        ['Z'],
      ],
      fill: 'card',
      stroke: { colour, width: 1.25 * ruleScale[detail], join: 'miter' },
    },
    {
      kind: 'path',
      commands: [
        ['M', width, height - corner],
        ['L', width - corner, height - corner],
        ['L', width - corner, height],
        ['Z'],
      ],
      fill: colour,
    },
    ...words(text, 'card-text', insideOf(width, height, padding), 'ink', height, detail),
  ];
}

function drawText({ width, height, text, ink }: FreeElement, detail: Detail): SceneItem[] {
  return [
    { kind: 'rect', x: 0, y: 0, width, height, fill: 'paper' },
    ...words(text, 'lead', insideOf(width, height, 4), inkOf(ink), height, detail),
  ];
}

function drawFrame({ width, height, text, ink }: FreeElement, detail: Detail): SceneItem[] {
  const colour = inkOf(ink);
  const scale = ruleScale[detail];
  const inner: Box = {
    x: doubleRule,
    y: doubleRule,
    width: width - 2 * doubleRule,
    height: height - 2 * doubleRule,
  };
  const name: Box = { x: padding + doubleRule, y: 10, width: width - 2 * (padding + doubleRule), height: 26 };
  return [
    { kind: 'rect', x: 0, y: 0, width, height, fill: 'paper', stroke: { colour, width: 2 * scale } },
    ...(detail === 'blocks' || inner.height <= 0
      ? []
      : [{ kind: 'rect', ...inner, stroke: { colour, width: scale } } as const]),
    ...words(text.split('\n')[0] ?? '', 'stage-name', name, colour, height, detail),
  ];
}

function drawImage({ width, height, text, image }: FreeElement, detail: Detail): SceneItem[] {
  const rule: SceneItem = {
    kind: 'rect',
    x: 0,
    y: 0,
    width,
    height,
    stroke: { colour: 'line', width: ruleScale[detail] },
  };
  const missing: readonly SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: 'paper-2' },
    {
      kind: 'path',
      commands: [
        ['M', 0, 0],
        ['L', width, height],
        ['M', width, 0],
        ['L', 0, height],
      ],
      stroke: { colour: 'hair', width: 1 },
    },
    ...words(text, 'card-text', insideOf(width, height, padding), 'ink-2', height, detail),
  ];
  if (image === null) return [...missing, rule];
  return [{ kind: 'image', x: 0, y: 0, width, height, href: storedImage(image), missing }, rule];
}

function insideOf(width: number, height: number, by: number): Box {
  return { x: by, y: by, width: Math.max(1, width - 2 * by), height: Math.max(1, height - 2 * by) };
}

/**
 * As many lines as the box holds, at least one, and that one inside the element's `height` however low it is; far away a
 * bar stands for them.
 */
function words(
  text: string,
  role: TypeRoleName,
  box: Box,
  fill: ColourRole,
  height: number,
  detail: Detail,
): SceneItem[] {
  if (text.trim() === '') return [];
  if (detail === 'blocks') {
    const y = Math.min(box.y, height / 3);
    return [{ kind: 'rect', ...box, y, height: Math.min(height - 2 * y, 18), fill: 'hair' }];
  }
  const near = fontFor(role, scriptOf(text));
  const isFar = detail === 'titles' && near.font.size < farText.size;
  const font = isFar ? larger(near.font, farText.size, near.font.weight) : near.font;
  const line = isFar ? farText.line : near.line;
  const top = Math.max(0, Math.min(box.y, height - descent * font.size));
  const most = Math.max(1, Math.floor((box.height + line - font.size) / line));
  return breakLines(text, font, box.width, most).flatMap((one, index) =>
    textItems(one.text, box.x, top + font.size + index * line, font, fill),
  );
}
