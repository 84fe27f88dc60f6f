/**
 * Emoji as shapes. The pictures (Fluent Emoji, flat) come as bodies of small SVGs, one set for all; of those only the
 * ones that scenes show are read, and turned into the scene's own paths, so that every writer can draw them.
 *
 * In:  a body on a grid of 32: paths, circles, ellipses and rects with fills, some turned, some half transparent.
 * Out: scene items whose box is 1 by 1, its corner at (0, 0). The scene knows no transparency, gradient or clip: what
 *      is half transparent is mixed with white, a gradient is its first colour, a clip is left out.
 */
import { pathCommands } from '../layout/pathData.ts';
import type { EmojiItem, PathCommand, Scene, SceneItem } from '../layout/scene.ts';
import type { Paint } from '../theme/colours.ts';

/** Pictures by emoji: items in a box of 1 by 1. */
export type EmojiPictures = ReadonlyMap<string, readonly SceneItem[]>;

const grid = 32;
/** The picture stands a little below the baseline, as emoji fonts have it. */
const descent = 0.12;

/** The emoji that a scene shows. */
export function emojiOf({ groups }: Pick<Scene, 'groups'>): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (items: readonly SceneItem[]): void => {
    for (const item of items) {
      if (item.kind === 'emoji') found.add(item.cluster);
      else if (item.kind === 'clip') look(item.items);
      else if (item.kind === 'image') look(item.missing ?? []);
    }
  };
  for (const { items } of groups) look(items);
  return found;
}

/** Where the 1 by 1 box of an emoji's picture stands. */
export function emojiBox({ x, y, size }: EmojiItem): { readonly x: number; readonly y: number } {
  return { x, y: y - (1 - descent) * size };
}

/** How the set names an emoji: its code points in hexadecimal, without the sign that asks for a picture. */
export function emojiKey(cluster: string): string {
  return Array.from(cluster, (character) => character.codePointAt(0) ?? 0)
    .filter((code) => code !== 0xfe0f)
    .map((code) => code.toString(16).padStart(4, '0'))
    .join('-');
}

interface Look {
  readonly fill: string | null;
  readonly opacity: number;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly rule: 'evenodd' | null;
  /** A matrix a b c d e f, as in SVG. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** The items of a body. What it does not know of an SVG it leaves out. */
export function readEmoji(body: string): SceneItem[] {
  const items: SceneItem[] = [];
  const usual: Look = {
    fill: '#000000',
    opacity: 1,
    stroke: null,
    strokeWidth: 1,
    rule: null,
    matrix: [1 / grid, 0, 0, 1 / grid, 0, 0],
  };
  const looks: Look[] = [usual];
  let hidden = 0;
  for (const [, closing, name = '', text = '', alone] of body.matchAll(/<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g)) {
    const holds = name === 'defs' || name === 'clipPath' || name === 'filter';
    if (closing) {
      if (holds) hidden -= 1;
      if (name === 'g') looks.pop();
      continue;
    }
    if (holds && !alone) hidden += 1;
    const attributes = new Map(
      [...text.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map((one) => [one[1] ?? '', one[2] ?? '']),
    );
    const look = lookOf(attributes, looks.at(-1) ?? usual, body);
    if (name === 'g' && !alone) looks.push(look);
    const item = hidden > 0 ? null : shapeOf(name, attributes, look);
    if (item) items.push(item);
  }
  return items;
}

function lookOf(attributes: ReadonlyMap<string, string>, outer: Look, body: string): Look {
  const colour = (name: string, inherited: string | null): string | null => {
    const value = attributes.get(name);
    if (value === undefined) return inherited;
    return value === 'none' ? null : plainColour(value, body);
  };
  const number = (name: string): number | null => {
    const value = attributes.get(name);
    return value === undefined ? null : Number(value);
  };
  return {
    fill: colour('fill', outer.fill),
    opacity: outer.opacity * (number('opacity') ?? 1) * (number('fill-opacity') ?? 1),
    stroke: colour('stroke', outer.stroke),
    strokeWidth: number('stroke-width') ?? outer.strokeWidth,
    rule: attributes.get('fill-rule') === 'evenodd' ? 'evenodd' : outer.rule,
    matrix: transformed(outer.matrix, attributes.get('transform') ?? ''),
  };
}

/** `#rrggbb`; of a gradient its first colour. */
function plainColour(value: string, body: string): string {
  const [, id] = /^url\(#(.*)\)$/.exec(value) ?? [];
  if (id !== undefined) {
    const gradient = body.slice(body.indexOf(`id="${id}"`));
    return plainColour(/stop-color="(#[^"]*)"/.exec(gradient)?.[1] ?? '#888888', body);
  }
  const short = /^#(.)(.)(.)$/.exec(value);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : value.toLowerCase();
}

function paintOf(colour: string, opacity: number): Paint {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return '#888888';
  const mixed = [1, 3, 5].map((at) =>
    Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * opacity)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}

function shapeOf(name: string, attributes: ReadonlyMap<string, string>, look: Look): SceneItem | null {
  const d = name === 'path' ? (attributes.get('d') ?? '') : outline(name, attributes);
  if (d === '' || (look.fill === null && look.stroke === null)) return null;
  const [a, b, c, e] = look.matrix;
  const scale = Math.sqrt(Math.abs(a * e - b * c));
  return {
    kind: 'path',
    commands: pathCommands(d, { x: 0, y: 0, scale: 1 }).map((command) => moved(command, look.matrix)),
    ...(look.rule ? { rule: look.rule } : {}),
    ...(look.fill === null ? {} : { fill: paintOf(look.fill, look.opacity) }),
    ...(look.stroke === null
      ? {}
      : {
          stroke: {
            colour: paintOf(look.stroke, look.opacity),
            width: look.strokeWidth * scale,
            cap: 'round',
          },
        }),
  };
}

/** The other shapes as the data of a path. */
function outline(name: string, attributes: ReadonlyMap<string, string>): string {
  const number = (key: string): number | null => (attributes.has(key) ? Number(attributes.get(key)) : null);
  if (name === 'circle' || name === 'ellipse') {
    const rx = number('r') ?? number('rx') ?? 0;
    const ry = number('r') ?? number('ry') ?? rx;
    const left = (number('cx') ?? 0) - rx;
    return `M${left} ${number('cy') ?? 0}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
  }
  if (name !== 'rect') return '';
  const width = number('width') ?? 0;
  const height = number('height') ?? 0;
  const r = Math.min(number('rx') ?? number('ry') ?? 0, width / 2, height / 2);
  const start = `M${(number('x') ?? 0) + r} ${number('y') ?? 0}`;
  if (r === 0) return `${start}h${width}v${height}h${-width}Z`;
  const corner = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${x} ${y}`;
  const across = width - 2 * r;
  const down = height - 2 * r;
  return `${start}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}Z`;
}

function transformed(outer: Look['matrix'], transform: string): Look['matrix'] {
  const [, kind = '', text = ''] = /(\w+)\(([^)]*)\)/.exec(transform) ?? [];
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = text.split(/[\s,]+/).map(Number);
  let [a, b, c, e, f, g] = [1, 0, 0, 1, 0, 0];
  if (kind === 'matrix') [a, b, c, e, f, g] = [p, q, r, s, t, u];
  if (kind === 'translate') [f, g] = [p, q];
  if (kind === 'rotate') {
    const turn = (p * Math.PI) / 180;
    [a, b, c, e] = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn)];
    [f, g] = [q - a * q - c * r, r - b * q - e * r];
  }
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * e, B * c + D * e, A * f + C * g + E, B * f + D * g + F];
}

function moved(command: PathCommand, [a, b, c, e, f, g]: Look['matrix']): PathCommand {
  const x = (px: number, py: number): number => a * px + c * py + f;
  const y = (px: number, py: number): number => b * px + e * py + g;
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], x(command[1], command[2]), y(command[1], command[2])];
    case 'Q': {
      const [, p, q, r, s] = command;
      return ['Q', x(p, q), y(p, q), x(r, s), y(r, s)];
    }
    case 'C': {
      const [, p, q, r, s, t, u] = command;
      return ['C', x(p, q), y(p, q), x(r, s), y(r, s), x(t, u), y(t, u)];
    }
    case 'Z':
      return command;
  }
}
