/**
 * Lines of text as shapes: for programs without the fonts, and for drawing without looking for any. The outlines are taken from
 * the whole fonts, one after the other, and none is kept: a font is ten megabytes.
 */
import * as fontkit from 'fontkit';
import type { PathCommand, SceneGroup, TextItem } from '../layout/scene.ts';
import type { CutName, ReadCut } from './fontCuts.ts';
import { findLetters } from './lettering.ts';

/** Gives the outline of a line, in the units of the line itself. */
export type OutlineText = (item: TextItem) => PathCommand[];

interface Letter {
  readonly commands: readonly fontkit.GlyphPathCommand[];
  readonly advanceWidth: number;
}
interface DrawnCut {
  readonly unitsPerEm: number;
  readonly letters: ReadonlyMap<number, Letter>;
  /** The box that stands for a character without a glyph. */
  readonly unknown: Letter;
}

/** Reads the outlines of all letters in the groups' texts. Rejects when a font cannot be read. */
export async function prepareOutlines(groups: readonly SceneGroup[], readCut: ReadCut): Promise<OutlineText> {
  const { drawn, runs } = await findLetters(groups, readCut);
  const cuts = new Map<CutName, DrawnCut>();
  for (const [cut, codes] of drawn) cuts.set(cut, drawnCut(fontkit.create(await readCut(cut)), codes));
  return (item) => {
    const commands: PathCommand[] = [];
    for (const { cut, text, x: start } of runs(item)) {
      const font = cuts.get(cut);
      if (!font) continue;
      const scale = item.font.size / font.unitsPerEm;
      let x = start;
      for (const character of text) {
        const letter = font.letters.get(character.codePointAt(0) ?? 0) ?? font.unknown;
        for (const one of letter.commands) commands.push(placed(one, { x, y: item.y, scale }));
        x += letter.advanceWidth * scale + item.font.spacing;
      }
    }
    return commands;
  };
}

function drawnCut(font: fontkit.Font, codes: ReadonlySet<number>): DrawnCut {
  const letter = ({ path, advanceWidth }: fontkit.Glyph): Letter => ({
    commands: path.commands,
    advanceWidth,
  });
  return {
    unitsPerEm: font.unitsPerEm,
    letters: new Map([...codes].map((code) => [code, letter(font.glyphForCodePoint(code))])),
    unknown: letter(font.getGlyph(0)),
  };
}

/** Fonts count upwards, scenes downwards. */
function placed(
  { command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }: fontkit.GlyphPathCommand,
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): PathCommand {
  const px = (value: number): number => x + value * scale;
  const py = (value: number): number => y - value * scale;
  switch (command) {
    case 'moveTo':
      return ['M', px(a), py(b)];
    case 'lineTo':
      return ['L', px(a), py(b)];
    case 'quadraticCurveTo':
      return ['Q', px(a), py(b), px(c), py(d)];
    case 'bezierCurveTo':
      return ['C', px(a), py(b), px(c), py(d), px(e), py(f)];
    case 'closePath':
      return ['Z'];
  }
}
