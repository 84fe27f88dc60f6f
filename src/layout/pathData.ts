/**
 * Reads the `d` of an SVG path into the scene's commands, scaled and moved, so that small signs can be kept
 * as the short strings they were drawn as. Knows M L H V C S Q T A Z, absolute and relative; arcs become cubic
 * curves. Throws on anything else: the strings are ours, so that is a mistake in the program.
 */
import type { PathCommand } from './scene.ts';

/** How a sign's own box is put on the map: a point p becomes p * scale + (x, y). */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const parsed = new Map<string, readonly PathCommand[]>();

/** The commands of a path, placed. */
export function pathCommands(d: string, placing: Placing): PathCommand[] {
  let commands = parsed.get(d);
  if (!commands) parsed.set(d, (commands = parse(d)));
  return commands.map((command) => place(command, placing));
}

function place(command: PathCommand, { x, y, scale }: Placing): PathCommand {
  const px = (value: number): number => value * scale + x;
  const py = (value: number): number => value * scale + y;
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], px(command[1]), py(command[2])];
    case 'Q':
      return ['Q', px(command[1]), py(command[2]), px(command[3]), py(command[4])];
    case 'C':
      return [
        'C',
        px(command[1]),
        py(command[2]),
        px(command[3]),
        py(command[4]),
        px(command[5]),
        py(command[6]),
      ];
    case 'Z':
      return command;
  }
}

const counts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

function parse(d: string): PathCommand[] {
  const commands: PathCommand[] = [];
  const at = { x: 0, y: 0, startX: 0, startY: 0 };
  for (const [, letter = '', text = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (text.match(/-?(?:\d*\.\d+|\d+)/g) ?? []).map(Number);
    const count = counts[letter.toUpperCase()];
    if (count === undefined || (count === 0 ? numbers.length > 0 : numbers.length % count !== 0)) {
      throw new Error(`cannot read "${letter}${text}" in path ${d}`);
    }
    for (let i = 0; i < Math.max(1, numbers.length); i += Math.max(1, count)) {
      commands.push(...step(letter, numbers.slice(i, i + count), at, commands.at(-1)));
    }
  }
  return commands;
}

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
}

/** One command of the string as commands of the scene; moves the pen. */
function step(
  letter: string,
  numbers: readonly number[],
  pen: Pen,
  former: PathCommand | undefined,
): PathCommand[] {
  const [ox, oy] = letter === letter.toLowerCase() ? [pen.x, pen.y] : [0, 0];
  const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = numbers;
  const moveTo = (x: number, y: number): void => {
    pen.x = x;
    pen.y = y;
  };
  switch (letter.toUpperCase()) {
    case 'M':
      moveTo(ox + a, oy + b);
      pen.startX = pen.x;
      pen.startY = pen.y;
      return [['M', pen.x, pen.y]];
    case 'L':
      moveTo(ox + a, oy + b);
      return [['L', pen.x, pen.y]];
    case 'H':
      moveTo(ox + a, pen.y);
      return [['L', pen.x, pen.y]];
    case 'V':
      moveTo(pen.x, oy + a);
      return [['L', pen.x, pen.y]];
    case 'Q':
      moveTo(ox + c, oy + e);
      return [['Q', ox + a, oy + b, pen.x, pen.y]];
    case 'C':
      moveTo(ox + f, oy + g);
      return [['C', ox + a, oy + b, ox + c, oy + e, pen.x, pen.y]];
    case 'S': {
      const [x1, y1] = former?.[0] === 'C' ? mirrored(pen, former[3], former[4]) : [pen.x, pen.y];
      moveTo(ox + c, oy + e);
      return [['C', x1, y1, ox + a, oy + b, pen.x, pen.y]];
    }
    case 'T': {
      const [x1, y1] = former?.[0] === 'Q' ? mirrored(pen, former[1], former[2]) : [pen.x, pen.y];
      moveTo(ox + a, oy + b);
      return [['Q', x1, y1, pen.x, pen.y]];
    }
    case 'A': {
      const { x, y } = pen;
      moveTo(ox + g, oy + h);
      return arc(x, y, { rx: a, ry: b, large: e === 1, sweep: f === 1 }, pen.x, pen.y);
    }
    default:
      moveTo(pen.startX, pen.startY);
      return [['Z']];
  }
}

/** The handle on the other side of the pen: a smooth curve goes on as the one before it ended. */
function mirrored({ x, y }: Pen, handleX: number, handleY: number): [number, number] {
  return [2 * x - handleX, 2 * y - handleY];
}

interface ArcShape {
  readonly rx: number;
  readonly ry: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An unrotated elliptic arc as cubic curves of at most a quarter turn (SVG 1.1, F.6.5). */
function arc(x1: number, y1: number, shape: ArcShape, x2: number, y2: number): PathCommand[] {
  const ux = (x1 - x2) / 2;
  const uy = (y1 - y2) / 2;
  // Radii that are too small for the distance grow until they reach.
  const reach = Math.max(1, Math.sqrt((ux / shape.rx) ** 2 + (uy / shape.ry) ** 2));
  const rx = shape.rx * reach;
  const ry = shape.ry * reach;
  const length = (rx * uy) ** 2 + (ry * ux) ** 2;
  const sign = shape.large === shape.sweep ? -1 : 1;
  const factor = sign * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - length) / length));
  const vx = (factor * rx * uy) / ry;
  const vy = (-factor * ry * ux) / rx;
  const cx = vx + (x1 + x2) / 2;
  const cy = vy + (y1 + y2) / 2;
  const from = Math.atan2((uy - vy) / ry, (ux - vx) / rx);
  let turn = Math.atan2((-uy - vy) / ry, (-ux - vx) / rx) - from;
  if (shape.sweep && turn < 0) turn += 2 * Math.PI;
  if (!shape.sweep && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const delta = turn / parts;
  const k = (4 / 3) * Math.tan(delta / 4);
  return Array.from({ length: parts }, (_, i): PathCommand => {
    const a = from + i * delta;
    const b = a + delta;
    return [
      'C',
      cx + rx * (Math.cos(a) - k * Math.sin(a)),
      cy + ry * (Math.sin(a) + k * Math.cos(a)),
      cx + rx * (Math.cos(b) + k * Math.sin(b)),
      cy + ry * (Math.sin(b) - k * Math.cos(b)),
      i === parts - 1 ? x2 : cx + rx * Math.cos(b),
      i === parts - 1 ? y2 : cy + ry * Math.sin(b),
    ];
  });
}
