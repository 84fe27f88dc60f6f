/**
 * The drawn portrait of a persona: a head and shoulders in flat shapes with one ink line, as a scene draws it, so that
 * card, poster and files show the same one. Without a choice the look comes from the persona's id: always the same.
 *
 * In:  a persona, the corner and size of the square. Out: items. Skin and hair are no roles: they are the same in light and dark.
 */
import type { Persona, PersonaAvatar } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import { pathCommands } from './pathData.ts';
import type { Box, SceneItem } from './scene.ts';
import { storedImage } from './storedImages.ts';

/** All paths are drawn in this square. */
const side = 96;
const line = '#17212b';

export const skins = ['#f6dcc8', '#eac3a2', '#d5a078', '#b57c52', '#8a5836', '#5e3a24'] as const;
export const hairs: Readonly<Record<PersonaAvatar['hairColour'], string>> = {
  black: '#262626',
  brown: '#5b3a25',
  auburn: '#8c4a2a',
  blond: '#d6b062',
  grey: '#8d9196',
  white: '#e9e6df',
};
const cloth = '#f7f2e6';
const clothShade = '#dcd3c0';

interface Hair {
  /** Behind head and shoulders. */
  readonly behind?: string;
  /** Over the brow. */
  readonly over?: string;
}
const styles: Readonly<Record<PersonaAvatar['hair'], Hair>> = {
  none: {},
  short: { over: 'M30 42C28 24 36 16 48 16s21 8 18 26c-2-7-4-11-7-13-8 3-17 3-23 0-3 3-5 7-6 13z' },
  parted: { over: 'M30 43c-3-18 6-28 19-28 12 0 20 9 17 28-2-8-6-13-12-17-6 5-14 7-19 8-3 2-4 5-5 9z' },
  curly: {
    over: 'M30 43c-5-2-6-9-2-12-2-6 3-12 8-11 3-6 11-7 15-3 5-3 12 0 12 6 6 1 8 9 4 12 2 4 0 8-3 8-1-5-3-9-6-12-4 2-8 1-10-1-3 2-7 3-10 1-4 3-6 7-8 12z',
  },
  cloud: {
    behind:
      'M48 8c8-3 16 0 18 6 8 0 13 8 10 15 5 6 3 15-3 18-1 7-8 10-14 8H37c-7 2-13-2-14-8-7-3-9-12-3-18-3-8 2-15 10-15 2-6 10-9 18-6z',
    over: 'M31 40c0-8 5-14 17-14s17 6 17 14c2-14-4-22-17-22s-19 8-17 22z',
  },
  bob: {
    behind: 'M48 13c16 0 23 12 22 28l-1 25H27l-1-25c-1-16 6-28 22-28z',
    over: 'M30 44c0-12 5-20 18-22 13 2 18 10 18 22-4-6-9-10-12-14-6 6-15 9-24 14z',
  },
  long: {
    behind: 'M48 12c17 0 24 13 23 30 0 20 3 34 6 42H19c3-8 6-22 6-42-1-17 6-30 23-30z',
    over: 'M30 46c0-14 6-22 18-26 12 4 18 12 18 26-3-9-9-15-18-19-9 4-15 10-18 19z',
  },
  bun: {
    behind: 'M48 3a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19z',
    over: 'M30 43c-2-17 6-27 18-27s20 10 18 27c-2-8-7-14-18-16-11 2-16 8-18 16z',
  },
  tail: {
    behind: 'M62 20c14-1 20 11 16 24-2 9-1 16 3 22-10 2-16-6-15-16 1-9-1-17-8-22z',
    over: 'M30 43c-2-17 6-27 18-27s20 10 18 27c-3-9-8-14-16-17-9 3-16 8-20 17z',
  },
  scarf: {
    behind: 'M48 11c17 0 24 14 23 31-1 14 4 28 9 42H16c5-14 10-28 9-42-1-17 6-31 23-31z',
    over: 'M48 14c-15 0-21 12-19 28 0 13 6 24 19 28 13-4 19-15 19-28 2-16-4-28-19-28zm0 12c11 0 15 7 15 18 0 12-6 20-15 20s-15-8-15-20c0-11 4-18 15-18z',
  },
};

const clothes: Readonly<Record<PersonaAvatar['clothes'], readonly string[]>> = {
  crew: ['M38 73q10 9 20 0'],
  collar: ['M40 70l8 11 8-11 5 4-7 12-6-5-6 5-7-12z', 'M48 81v15'],
  jacket: ['M40 71l8 25 8-25', 'M36 73l-4 9 9 14M60 73l4 9-9 14'],
  hood: ['M32 75c2 14 8 18 16 18s14-4 16-18c-6 6-10 8-16 8s-10-2-16-8z', 'M43 84v8M53 84v8'],
};

const colourOrder = Object.keys(hairs) as PersonaAvatar['hairColour'][];
const clothesOrder = Object.keys(clothes) as PersonaAvatar['clothes'][];

/** The look that was chosen, or the one of the id. */
export function avatarOf({ id, avatar }: Pick<Persona, 'id' | 'avatar'>): PersonaAvatar {
  if (avatar) return avatar;
  const number = hash(id);
  // Beard, scarf and the like say something about a person: those are chosen by people.
  const plain = ['short', 'parted', 'curly', 'cloud', 'bob'] as const;
  return {
    skin: 1 + (number % 5),
    hair: plain[(number >>> 4) % plain.length] ?? 'short',
    hairColour: colourOrder[(number >>> 9) % 4] ?? 'black',
    glasses: (number >>> 13) % 4 === 0 ? 'round' : 'none',
    beard: 'none',
    clothes: clothesOrder[(number >>> 17) % clothesOrder.length] ?? 'crew',
  };
}

/** FNV-1a with MurmurHash3's last mix, 32 bit: well spread also over ids that differ in one digit. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The picture of a persona in a square: uploaded, from evidence, or drawn. `ground`: behind the drawn one. */
export function portraitItems(
  persona: Pick<Persona, 'id' | 'avatar' | 'portrait'>,
  inline: string | null,
  square: Box,
  ground: Paint,
): SceneItem[] {
  const drawn: SceneItem = {
    kind: 'clip',
    box: square,
    items: avatarItems(avatarOf(persona), square, ground),
  };
  if (persona.portrait !== null)
    return [{ kind: 'image', ...square, href: storedImage(persona.portrait), missing: [drawn] }];
  return inline === null ? [drawn] : [{ kind: 'image', ...square, href: inline }];
}

/** A drawn portrait, without a ground when that is null; hair and shoulders may reach over the square's edge and are for the caller to clip. */
export function avatarItems(look: PersonaAvatar, { x, y, width }: Box, ground: Paint | null): SceneItem[] {
  const scale = width / side;
  const placing = { x, y, scale };
  const skin = skins[look.skin - 1] ?? skins[2];
  const hair = look.hair === 'scarf' ? cloth : hairs[look.hairColour];
  const { behind, over } = styles[look.hair];
  const stroke = { colour: line as Paint, width: 1.6 * scale, cap: 'round', join: 'round' } as const;
  const shape = (d: string, fill: string): SceneItem => ({
    kind: 'path',
    commands: pathCommands(d, placing),
    fill: fill as Paint,
    stroke,
  });
  const drawn = (d: string): SceneItem => ({ kind: 'path', commands: pathCommands(d, placing), stroke });
  const dot = (cx: number, cy: number, r: number): SceneItem => ({
    kind: 'circle',
    cx: x + cx * scale,
    cy: y + cy * scale,
    r: r * scale,
    fill: line,
  });
  const isDark = look.skin >= 6;
  return [
    ...(ground ? [{ kind: 'rect', x, y, width, height: width, fill: ground } as const] : []),
    ...(behind ? [shape(behind, hair)] : []),
    shape(
      'M4 98c0-16 10-24 27-26l17-2 17 2c17 2 27 10 27 26z',
      look.clothes === 'jacket' ? clothShade : cloth,
    ),
    shape('M40 60v11c0 5 4 8 8 8s8-3 8-8V60z', skin),
    ...clothes[look.clothes].map(drawn),
    ...(look.hair === 'scarf' ? [] : [shape('M30 41c-4-1-5 9 0 10zM66 41c4-1 5 9 0 10z', skin)]),
    shape('M48 21c12 0 18 9 18 22 0 15-8 26-18 26S30 58 30 43c0-13 6-22 18-22z', skin),
    ...beardItems(look, shape, drawn),
    ...(over
      ? [
          {
            kind: 'path',
            commands: pathCommands(over, placing),
            fill: hair as Paint,
            stroke,
          } as const,
        ]
      : []),
    dot(41, 45, 1.9),
    dot(55, 45, 1.9),
    drawn('M37.5 40.5q3-2 6 0M52.5 40.5q3-2 6 0'),
    drawn('M48 46l-1.6 6h3'),
    ...(look.beard === 'full' ? [] : [drawn('M43 58q5 4 10 0')]),
    ...glassesItems(look, isDark ? cloth : line, placing),
  ];
}

function beardItems(
  { beard, hairColour }: PersonaAvatar,
  shape: (d: string, fill: string) => SceneItem,
  drawn: (d: string) => SceneItem,
): SceneItem[] {
  switch (beard) {
    case 'none':
      return [];
    case 'stubble':
      return [drawn('M35 58l.1.1M38 62l.1.1M42 65l.1.1M48 66l.1.1M54 65l.1.1M58 62l.1.1M61 58l.1.1')];
    case 'moustache':
      return [shape('M48 54c-3-2-8-1-10 3 4 1 8 0 10-1 2 1 6 2 10 1-2-4-7-5-10-3z', hairs[hairColour])];
    case 'full':
      return [
        shape(
          'M30 46c1 16 8 27 18 27s17-11 18-27c-3 5-5 8-9 8-3-2-6-2-9 0-3-2-6-2-9 0-4 0-6-3-9-8zM43 59q5 4 10 0q-5-2-10 0z',
          hairs[hairColour],
        ),
      ];
  }
}

function glassesItems(
  { glasses }: PersonaAvatar,
  colour: Paint,
  placing: { readonly x: number; readonly y: number; readonly scale: number },
): SceneItem[] {
  if (glasses === 'none') return [];
  const d =
    glasses === 'round'
      ? 'M41 39.5a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 0 1 0-11.2zM55 39.5a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 0 1 0-11.2zM46.6 44q1.4-1.2 2.8 0M35.4 44l-4-1.5M60.6 44l4-1.5'
      : 'M35 40.5h11.5v9H35zM49.5 40.5H61v9H49.5zM46.5 43.5h3M35 43l-4-1M61 43l4-1';
  return [
    {
      kind: 'path',
      commands: pathCommands(d, placing),
      stroke: { colour, width: 1.5 * placing.scale, join: 'round' },
    },
  ];
}
