/**
 * Where a group of a scene must be seen in its picture, point by point: along every line, around every shape, inside every
 * image, and the box of every line of text. A picture as a whole hardly changes when an arrow is lost; at its own
 * places it does.
 */
import type { Box, PathCommand, Point, Scene, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { apart, shows, without, type Picture } from './sceneLayers.ts';

/** What is looked for. Marks are cards, curves with their points, moments; areas are the land and water under a curve. */
export const looked = ['links', 'marks', 'areas', 'images', 'texts'] as const;
export type Looked = (typeof looked)[number];

/** Between two points on a line, in map units. */
const step = 6;
/** Grounds that are not told apart from what lies under them. */
const grounds: ReadonlySet<string> = new Set(['paper', 'paper-2', 'card']);
/** Where an area is lower, the line of the curve covers it. */
const leastHeight = 12;

/** A picture of a scene with something and the same without it, and how many pixels a map unit is. */
export interface Pictured {
  readonly whole: Picture;
  readonly bare: Picture;
  readonly scale: number;
}

/** Of three channels together: what is drawn, not what is smoothed. */
const leastChange = 24;
/** Of the points of a group. The rest lie under a label's ground, or between the dots of a line. */
const leastSeen = 0.8;

const isArea = ({ id }: SceneGroup): boolean => id.startsWith('area.');

/** The groups without what is looked for. */
export function lacking(groups: readonly SceneGroup[], what: Looked): SceneGroup[] {
  if (what === 'areas') return groups.filter((group) => !isArea(group));
  return what === 'marks'
    ? groups.filter((group) => isArea(group) || !shows(group, 'marks'))
    : without(groups, what);
}

/** The ids of the groups that have a place to be looked at. */
export function placed({ groups }: Scene, what: Looked): string[] {
  return groups.filter((group) => placesOf(group, what).length > 0).map(({ id }) => id);
}

/** The groups that are not seen where they belong, with the share that is (of texts: the lines). */
export function unseen({ groups }: Scene, what: Looked, pictured: Pictured): string[] {
  return groups.flatMap((group) => {
    if (what === 'texts')
      return textsOf(group.items).flatMap(({ text, box }) =>
        isSeenIn(moved(box, group.origin), pictured) ? [] : [`${group.id}: ${text}`],
      );
    const places = placesOf(group, what);
    const seen = places.filter(({ x, y }) => isSeenAt(x + group.origin.x, y + group.origin.y, pictured));
    const share = places.length === 0 ? 1 : seen.length / places.length;
    return share < leastSeen ? [`${group.id}: ${share.toFixed(2)}`] : [];
  });
}

function placesOf(group: SceneGroup, what: Looked): Point[] {
  switch (what) {
    case 'areas':
      return isArea(group) ? group.items.flatMap(heightsOf) : [];
    case 'marks':
      return shows(group, 'marks') && !isArea(group) ? outlinesOf(group.items) : [];
    case 'links':
      return shows(group, 'links') ? outlinesOf(group.items) : [];
    case 'images':
      return imagesOf(group.items).flatMap(inside);
    case 'texts':
      return textsOf(group.items).map(({ box }) => box);
  }
}

/** Whether something was drawn at a point, or on a pixel beside it: programs round lines differently. */
function isSeenAt(x: number, y: number, { whole, bare, scale }: Pictured): boolean {
  const [column, row] = [Math.floor(x * scale), Math.floor(y * scale)];
  for (let dy = -1; dy <= 1; dy += 1)
    for (let dx = -1; dx <= 1; dx += 1) {
      if (column + dx < 0 || column + dx >= whole.width || row + dy < 0 || row + dy >= whole.height) continue;
      const at = 4 * ((row + dy) * whole.width + column + dx);
      if (apart(whole, at, bare, at) >= leastChange) return true;
    }
  return false;
}

function isSeenIn({ x, y, width, height }: Box, pictured: Pictured): boolean {
  const pixel = 1 / pictured.scale;
  for (let down = y; down <= y + height; down += pixel)
    for (let across = x; across <= x + width; across += pixel)
      if (isSeenAt(across, down, pictured)) return true;
  return false;
}

function moved(box: Box, { x, y }: Point): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}

function imagesOf(items: readonly SceneItem[]): Box[] {
  return items.flatMap((item) =>
    item.kind === 'clip' ? imagesOf(item.items) : item.kind === 'image' ? [item] : [],
  );
}

function textsOf(items: readonly SceneItem[]): { readonly text: string; readonly box: Box }[] {
  return items.flatMap((item) => {
    if (item.kind === 'clip') return textsOf(item.items);
    if (item.kind !== 'text') return [];
    const { x, y, text, width, font } = item;
    const height = font.size * 0.8;
    const box = item.turned ? { x, y, width: height, height: width } : { x, y: y - height, width, height };
    return [{ text, box }];
  });
}

function outlinesOf(items: readonly SceneItem[]): Point[] {
  return items.flatMap((item): Point[] => {
    if (item.kind === 'clip')
      return outlinesOf(item.items).filter(
        ({ x, y }) =>
          x >= item.box.x &&
          x <= item.box.x + item.box.width &&
          y >= item.box.y &&
          y <= item.box.y + item.box.height,
      );
    if (item.kind === 'image' || item.kind === 'text' || item.kind === 'emoji') return [];
    const { fill, stroke } = item;
    const paint = stroke?.colour ?? fill;
    if (!paint || grounds.has(paint)) return [];
    if (item.kind === 'rect') return along(corners(item));
    if (item.kind === 'circle')
      return [0, 1, 2, 3].map((quarter) => ({
        x: item.cx + item.r * Math.cos((quarter * Math.PI) / 2),
        y: item.cy + item.r * Math.sin((quarter * Math.PI) / 2),
      }));
    return linesOf(item.commands).flatMap(along);
  });
}

/** Half-way up between the line at which an area begins and its edge. */
function heightsOf(item: SceneItem): Point[] {
  if (item.kind !== 'path' || item.stroke) return [];
  return linesOf(item.commands).flatMap((part) => {
    const ground = part[0]?.y ?? 0;
    return part
      .filter(({ y }) => Math.abs(y - ground) >= leastHeight)
      .map(({ x, y }) => ({ x, y: (y + ground) / 2 }));
  });
}

function corners({ x, y, width, height }: Box): Point[] {
  const [right, foot] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: foot },
    { x, y: foot },
    { x, y },
  ];
}

function inside({ x, y, width, height }: Box): Point[] {
  const shares = [0.2, 0.4, 0.6, 0.8];
  return shares.flatMap((down) => shares.map((across) => ({ x: x + across * width, y: y + down * height })));
}

/** Points on straight lines, a step apart. */
function along(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const count = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / step));
    return Array.from({ length: count }, (_, part) => ({
      x: from.x + ((to.x - from.x) * (part + 0.5)) / count,
      y: from.y + ((to.y - from.y) * (part + 0.5)) / count,
    }));
  });
}

/** The parts of a path as straight lines, curves in short pieces. */
function linesOf(commands: readonly PathCommand[]): Point[][] {
  const parts: Point[][] = [];
  for (const command of commands) {
    const part = parts.at(-1) ?? [];
    const [letter, ...numbers] = command;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    const from = part.at(-1) ?? { x: a, y: b };
    if (letter === 'M') parts.push([{ x: a, y: b }]);
    else if (letter === 'L') part.push({ x: a, y: b });
    else if (letter === 'Z') part.push(part[0] ?? from);
    else {
      const end = letter === 'Q' ? { x: c, y: d } : { x: e, y: f };
      // A quadratic curve as a cubic one.
      const [one, two] =
        letter === 'Q'
          ? [between(from, { x: a, y: b }, 2 / 3), between(end, { x: a, y: b }, 2 / 3)]
          : [
              { x: a, y: b },
              { x: c, y: d },
            ];
      const pieces = Math.max(2, Math.ceil(Math.hypot(end.x - from.x, end.y - from.y) / step));
      for (let piece = 1; piece <= pieces; piece += 1)
        part.push(onCurve([from, one, two, end], piece / pieces));
    }
  }
  return parts;
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** De Casteljau. */
function onCurve(points: readonly Point[], t: number): Point {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  if (rest.length === 0) return first;
  return onCurve(
    rest.map((to, index) => between(points[index] ?? to, to, t)),
    t,
  );
}
