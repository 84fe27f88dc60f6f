/** Small signs of the map that are not letters: the star of a key contact, the glyphs of channel forms. */
import type { Channel } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import { pathCommands } from './pathData.ts';
import type { PathCommand, SceneItem } from './scene.ts';

/** Inner corners of the star; a fatter star than the geometric one (0.382) reads better at 15 px. */
const innerRadius = 0.42;

/** A five-pointed star around a point. */
export function starItem(x: number, y: number, radius: number, ink: Paint): SceneItem {
  const corners = Array.from({ length: 10 }, (_, i): PathCommand => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    const r = i % 2 === 0 ? radius : radius * innerRadius;
    return [i === 0 ? 'M' : 'L', x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return { kind: 'path', commands: [...corners, ['Z']], fill: ink };
}

/** One line drawing a form, in a box of 16: screen, shop front, person, printed sheet, mast, two rings. */
const channelForms: Readonly<Record<Channel['form'], string>> = {
  digital: 'M1.7 2.8h12.6v8.6h-12.6zM8 11.4v2.6M4.8 14h6.4',
  physical: 'M2.6 7v6.8h10.8v-6.8M1.6 6.8l1.6-4.4h9.6l1.6 4.4zM6.4 13.8v-4h3.2v4',
  human:
    'M10.9 5.1a2.9 2.9 0 1 1-5.8 0a2.9 2.9 0 1 1 5.8 0zM2.4 14.2c0-3.2 2.4-4.8 5.6-4.8c3.2 0 5.6 1.6 5.6 4.8',
  print: 'M3 1.8h7l3 3v9.4h-10zM5.4 7.2h5.2M5.4 9.6h5.2M5.4 12h3',
  broadcast: 'M8 7.6v6.6M5.4 14.2h5.2M5.4 9.4a3.6 3.6 0 1 1 5.2 0M3.2 11.4a6.4 6.4 0 1 1 9.6 0',
  mixed: 'M10.2 8a4.1 4.1 0 1 1-8.2 0a4.1 4.1 0 1 1 8.2 0zM14 8a4.1 4.1 0 1 1-8.2 0a4.1 4.1 0 1 1 8.2 0z',
};

/** The glyph of a channel's form in a box of `size` with its corner at (x, y). */
export function channelGlyph(
  form: Channel['form'],
  x: number,
  y: number,
  size: number,
  ink: Paint,
): SceneItem[] {
  const scale = size / 16;
  const commands = pathCommands(channelForms[form], { x, y, scale });
  return [
    { kind: 'path', commands, stroke: { colour: ink, width: 1.5 * scale, cap: 'round', join: 'round' } },
  ];
}
