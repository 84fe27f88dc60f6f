/**
 * How a routed link looks: dash by kind, rounded corners, heads, signs at the tail, its label; or a pair of
 * return signs instead of a line across the map. Items are relative to the first point of the route.
 */
import { graphemesOf } from './graphemes.ts';
import type { Link, LinkKind } from '../model/journeyMap.ts';
import type { ColourRole } from '../theme/colours.ts';
import type { SceneWords } from '../words/scene.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import type { Box, PathCommand, Point, SceneItem, Stroke } from './scene.ts';
import { sharedNumber } from './sharedNumber.ts';
import { textItems } from './textItems.ts';

const radius = 7;
/** Of an arrow, in scene units. */
export const headLength = 9;
const head = { length: headLength, half: 4 } as const;

const strokes: Readonly<Record<LinkKind, Stroke>> = {
  next: { colour: 'ink-2', width: 1.5 },
  alternative: { colour: 'ink-2', width: 1.5, dash: [7, 4] },
  trigger: { colour: 'ink-2', width: 1.5, dash: [2, 4] },
  handoff: { colour: 'ink-2', width: 1.5 },
  loop: { colour: 'ink-2', width: 1.5, dash: [12, 4] },
  dependency: { colour: 'line', width: 1, dash: [1.5, 3] },
};

/** What is written at a link: text, and a clock before it for timed rules. */
export interface LinkLabel {
  readonly text: string;
  readonly clock: boolean;
  readonly width: number;
}

export const labelHeight = 14;
const clockWidth = 15;

/** The label of a link, null when there is nothing to say. */
export function labelOf(link: Link, words: SceneWords): LinkLabel | null {
  const timed = link.kind === 'trigger';
  const parts = [
    link.label.trim(),
    link.delayMin === null ? '' : words.after(link.delayMin),
    link.share === null ? '' : words.percent(link.share),
  ].filter((part) => part !== '');
  if (parts.length === 0 && !timed) return null;
  const whole = parts.join(' · ').replace(/\s+/gu, ' ');
  const cut = graphemesOf(whole);
  const text = cut.length > 44 ? `${cut.slice(0, 43).join('').trimEnd()}…` : whole;
  return { text, clock: timed, width: measureText(text, labelFont(text)) + (timed ? clockWidth : 0) };
}

function labelFont(text: string) {
  return fontFor('link-label', scriptOf(text)).font;
}

/** Line, heads and tail sign of a route. Points relative to the group's origin. */
export function lineItems(link: Link, points: readonly Point[]): SceneItem[] {
  const first = points[0];
  const last = points.at(-1);
  const second = points[1];
  const beforeLast = points.at(-2);
  if (!first || !last || !second || !beforeLast) return [];
  const stroke = strokes[link.kind];
  if (link.kind === 'dependency') {
    const dots = [first, last].map((at): SceneItem => ({
      kind: 'circle',
      cx: at.x,
      cy: at.y,
      r: 2,
      fill: 'line',
    }));
    const heads = link.mutual ? [headItem(beforeLast, last, 'line'), headItem(second, first, 'line')] : dots;
    return [{ kind: 'path', commands: roundedPath(points), stroke }, ...heads];
  }
  const drawn = [
    link.mutual ? towards(first, second, head.length - 1) : first,
    ...points.slice(1, -1),
    towards(last, beforeLast, head.length - 1),
  ];
  const items: SceneItem[] = [
    { kind: 'path', commands: roundedPath(drawn), stroke },
    headItem(beforeLast, last, 'ink-2'),
  ];
  if (link.mutual) items.push(headItem(second, first, 'ink-2'));
  if (link.kind === 'handoff') items.push(tailBar(first, second));
  return items;
}

/** A point moved towards another, at most to it. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(1, distance / length);
  return {
    x: sharedNumber(from.x + (to.x - from.x) * part),
    y: sharedNumber(from.y + (to.y - from.y) * part),
  };
}

/** The route with corners of radius 7, or what short runs leave room for. */
function roundedPath(points: readonly Point[]): PathCommand[] {
  const commands: PathCommand[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) commands.push(['M', point.x, point.y]);
    else if (!after) commands.push(['L', point.x, point.y]);
    else {
      const r = Math.min(
        radius,
        lengthOf(before, point) / (index === 1 ? 1 : 2),
        lengthOf(point, after) / (index === points.length - 2 ? 1 : 2),
      );
      const begin = towards(point, before, r);
      const end = towards(point, after, r);
      commands.push(['L', begin.x, begin.y], ['Q', point.x, point.y, end.x, end.y]);
    }
  });
  return commands;
}

function lengthOf(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** An arrow head with its tip at `tip`, coming from `from`. */
function headItem(from: Point, tip: Point, fill: ColourRole): SceneItem {
  const base = towards(tip, from, head.length);
  const length = lengthOf(from, tip) || 1;
  const nx = (-(tip.y - from.y) / length) * head.half;
  const ny = ((tip.x - from.x) / length) * head.half;
  return {
    kind: 'path',
    commands: [
      ['M', tip.x, tip.y],
      ['L', sharedNumber(base.x + nx), sharedNumber(base.y + ny)],
      ['L', sharedNumber(base.x - nx), sharedNumber(base.y - ny)],
      ['Z'],
    ],
    fill,
  };
}

/** The bar across the tail of a hand-off. */
function tailBar(first: Point, second: Point): SceneItem {
  const at = towards(first, second, 6);
  const length = lengthOf(first, second) || 1;
  const nx = (-(second.y - first.y) / length) * 5;
  const ny = ((second.x - first.x) / length) * 5;
  return {
    kind: 'path',
    commands: [
      ['M', at.x + nx, at.y + ny],
      ['L', at.x - nx, at.y - ny],
    ],
    stroke: { colour: 'ink-2', width: 2 },
  };
}

/** The label in its box, on a patch of the paper it lies on. */
export function labelItems(label: LinkLabel, box: Box, paper: ColourRole): SceneItem[] {
  const items: SceneItem[] = [{ kind: 'rect', ...box, fill: paper }];
  const baseline = box.y + labelHeight - 3.4;
  const left = box.x + 4;
  if (label.clock) items.push(...clockItems(left + 5, box.y + labelHeight / 2));
  return [
    ...items,
    ...textItems(label.text, left + (label.clock ? clockWidth : 0), baseline, labelFont(label.text), 'ink-2'),
  ];
}

function clockItems(x: number, y: number): SceneItem[] {
  return [
    { kind: 'circle', cx: x, cy: y, r: 4.8, stroke: { colour: 'ink-2', width: 1.2 } },
    {
      kind: 'path',
      commands: [
        ['M', x, y - 2.8],
        ['L', x, y],
        ['L', x + 2.2, y + 1.2],
      ],
      stroke: { colour: 'ink-2', width: 1.2, cap: 'round', join: 'round' },
    },
  ];
}

export const signHeight = 13;

/** Width of a return sign with an address. */
export function signWidth(address: string): number {
  return 18 + measureText(address, labelFont(address));
}

/** "↩ A1" under a card, joined to it by a short stroke: with a head where the loop arrives. */
export function signItems(address: string, box: Box, cardEdge: number, arrives: boolean): SceneItem[] {
  const stem = box.x + 5;
  const y = box.y + signHeight / 2 + 0.5;
  const items: SceneItem[] = [
    {
      kind: 'path',
      commands: [
        ['M', box.x + 14, y - 3],
        ['Q', box.x + 14, y + 2.5, box.x + 9, y + 2.5],
        ['L', stem + 2, y + 2.5],
        ['Q', stem, y + 2.5, stem, y],
        ['L', stem, cardEdge],
      ],
      stroke: { colour: 'ink-2', width: 1.5 },
    },
    ...textItems(address, box.x + 18, box.y + signHeight - 2.6, labelFont(address), 'ink-2'),
  ];
  if (arrives) {
    items.push({
      kind: 'path',
      commands: [
        ['M', stem, cardEdge],
        ['L', stem - 3.4, cardEdge + 6],
        ['L', stem + 3.4, cardEdge + 6],
        ['Z'],
      ],
      fill: 'ink-2',
    });
  }
  return items;
}
