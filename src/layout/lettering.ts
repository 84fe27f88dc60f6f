/** Fonts as drawings ask for them: by role and by what is written. */
import type { TypeRoleName } from '../theme/type.ts';
import { fontFor, scriptOf } from './measureText.ts';
import type { Font } from './scene.ts';

/** The font of a role for this text. */
export function fontOf(role: TypeRoleName, text: string): Font {
  return fontFor(role, scriptOf(text)).font;
}

const largerFonts = new Map<string, Font>();

/** The same font in another size and weight; one object for each, as line breaking remembers by font. */
export function larger(font: Font, size: number, weight: Font['weight']): Font {
  const key = `${font.face} ${font.script} ${size} ${weight}`;
  let found = largerFonts.get(key);
  if (!found) {
    found = { ...font, size, weight };
    largerFonts.set(key, found);
  }
  return found;
}
