/** Lines of text as shapes: for programs without the fonts, and for drawing without looking for any. */
import * as fontkit from 'fontkit';
import type { PathCommand, TextItem } from '../layout/scene.ts';
import type { CutName } from './fontCuts.ts';
import type { Lettering } from './lettering.ts';

/** Gives the outline of a line, in the units of the line itself. */
export type OutlineText = (item: TextItem) => PathCommand[];

/** Outlines by a scene's lettering; each letter's is read once. */
export function outlinesBy({ subsets, runs }: Lettering): OutlineText {
  const fonts = new Map<CutName, fontkit.Font>();
  const letters = new Map<string, fontkit.Glyph>();
  const glyphOf = (cut: CutName, character: string) => {
    const font = fonts.get(cut) ?? fontkit.create(subsets.get(cut) ?? new Uint8Array());
    fonts.set(cut, font);
    const key = `${cut} ${character}`;
    const glyph = letters.get(key) ?? font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    letters.set(key, glyph);
    return { glyph, unitsPerEm: font.unitsPerEm };
  };
  return (item) => {
    const commands: PathCommand[] = [];
    for (const { cut, text, x: start } of runs(item)) {
      let x = start;
      for (const character of text) {
        const { glyph, unitsPerEm } = glyphOf(cut, character);
        const scale = item.font.size / unitsPerEm;
        for (const one of glyph.path.commands) commands.push(placed(one, { x, y: item.y, scale }));
        x += glyph.advanceWidth * scale + item.font.spacing;
      }
    }
    return commands;
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
