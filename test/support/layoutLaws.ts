/**
 * What must hold of every layout, as lists of what breaks it (empty is well): used on generated maps and on the
 * six templates.
 */
import type { CardBox, LinkShape, MapLayout } from '../../src/layout/mapLayout.ts';
import type { Box, Point, SceneGroup, SceneItem } from '../../src/layout/scene.ts';

const slack = 0.01;

export function meet(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  );
}

function pairsThatMeet(boxes: readonly (Box & { readonly id: string })[]): string[] {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  return sorted.flatMap((box, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.x >= box.x + box.width) break;
      if (meet(box, other)) found.push(`${box.id} lies on ${other.id}`);
    }
    return found;
  });
}

/** Cards and cells that overlap. */
export function overlaps(layout: MapLayout): string[] {
  return pairsThatMeet([...layout.cards.values(), ...layout.cells.values()]);
}

/** Entries of drawn lanes (moments, sieves, readings) that overlap. */
export function entriesThatOverlap(layout: MapLayout): string[] {
  const roles = new Set(['moment', 'sieve', 'metric', 'channel-row', 'media-row']);
  return pairsThatMeet(
    layout.groups.filter(({ role }) => roles.has(role)).map(({ id, box }) => ({ id, ...box })),
  );
}

/** Questions are never wider; a figure of many digits may be. */
const widestQuestion = 264;

/** What lies on the strip of a folded stage and is no mark of its own. */
function onFoldedStages(layout: MapLayout): string[] {
  const entries = new Set(['moment', 'sieve', 'metric', 'channel-row', 'media-row']);
  const boxes = [
    ...layout.cards.values(),
    ...layout.cells.values(),
    ...layout.groups
      .filter(({ role, box }) => entries.has(role) && box.width <= widestQuestion)
      .map(({ id, box }) => ({ id, ...box })),
  ];
  return layout.stages
    .filter(({ collapsed }) => collapsed)
    .flatMap(({ id, x, width }) => {
      const strip = { x, y: 0, width, height: layout.height };
      return boxes.filter((box) => meet(box, strip)).map((box) => `${box.id} lies on the strip of ${id}`);
    });
}

/** Cards and cells outside the grid, or outside their lane. */
export function strays(layout: MapLayout): string[] {
  return [...layout.cards.values(), ...layout.cells.values()].flatMap((box) => {
    const lane = layout.lanes.find(({ id }) => id === box.laneId);
    const isIn =
      lane !== undefined &&
      box.x >= 8 - slack &&
      box.x + box.width <= layout.width - 8 + slack &&
      box.y >= lane.y &&
      box.y + box.height <= lane.y + lane.height;
    return isIn ? [] : [`${box.id} at ${box.x}, ${box.y}`];
  });
}

function textsOf(items: readonly SceneItem[]): SceneItem[] {
  return items.flatMap((item) =>
    item.kind === 'clip' ? textsOf(item.items) : item.kind === 'text' || item.kind === 'emoji' ? [item] : [],
  );
}

/** Texts that leave the box of their group, or the map. */
export function clippedTexts(layout: MapLayout): string[] {
  const boxed = new Set([
    'touchpoint',
    'insight',
    'opportunity',
    'action',
    'element',
    'moment',
    'sieve',
    'metric',
    'channel-row',
    'media-row',
    'link',
  ]);
  return layout.groups.flatMap((group) =>
    textsOf(group.items).flatMap((item) => {
      if (item.kind !== 'text' && item.kind !== 'emoji') return [];
      const width = item.kind === 'text' ? item.width : item.size;
      const size = item.kind === 'text' ? item.font.size : item.size;
      const text = item.kind === 'text' ? item.text : item.cluster;
      const isTurned = item.kind === 'text' && item.turned === true;
      const found = {
        x: group.origin.x + item.x,
        y: group.origin.y + item.y - (isTurned ? 0 : size * 0.8),
        width: isTurned ? size : width,
        height: isTurned ? width : size,
      };
      const outer = boxed.has(group.role)
        ? group.box
        : { x: 0, y: -10, width: layout.width, height: layout.height + 20 };
      const isIn =
        found.x >= outer.x - slack &&
        found.x + found.width <= outer.x + outer.width + 0.5 &&
        found.y >= outer.y - 1 &&
        found.y + found.height * 0.9 <= outer.y + outer.height + 1;
      // A single character may be wider than a narrow box.
      return isIn || [...text].length === 1
        ? []
        : [`${group.id}: "${text}" at ${item.x}, ${item.y} (${width})`];
    }),
  );
}

/** Texts of a scene must not begin or end with a space (a reader would drop it). */
export function looseTexts(groups: readonly SceneGroup[]): string[] {
  return groups.flatMap((group) =>
    textsOf(group.items).flatMap((item) =>
      item.kind === 'text' && item.text.trim() !== item.text ? [`${group.id}: "${item.text}"`] : [],
    ),
  );
}

/** Numbers in the drawing that are none. */
export function brokenNumbers(groups: readonly SceneGroup[]): string[] {
  return groups.flatMap((group) => (/\b(?:NaN|Infinity|null)\b/.test(numbersOf(group)) ? [group.id] : []));
}

function numbersOf(group: SceneGroup): string {
  const values: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'number') values.push(String(value));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect([group.origin, group.box, group.items]);
  return values.join(' ');
}

function onEdge(card: CardBox, { x, y }: Point): boolean {
  const within =
    x >= card.x - slack &&
    x <= card.x + card.width + slack &&
    y >= card.y - slack &&
    y <= card.y + card.height + slack;
  const onSide =
    Math.abs(x - card.x) < slack ||
    Math.abs(x - card.x - card.width) < slack ||
    Math.abs(y - card.y) < slack ||
    Math.abs(y - card.y - card.height) < slack;
  return within && onSide;
}

function crosses(a: Point, b: Point, card: Box): boolean {
  const box = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  return (
    box.x < card.x + card.width - 0.5 &&
    box.x + box.width > card.x + 0.5 &&
    box.y < card.y + card.height - 0.5 &&
    box.y + box.height > card.y + 0.5
  );
}

/** Links that do not join their cards, are not at right angles, cross a card or leave the map. */
export function wrongLinks(layout: MapLayout): string[] {
  return layout.links.flatMap((link) => [...wrongEnds(link, layout), ...wrongRuns(link, layout)]);
}

function wrongEnds(link: LinkShape, layout: MapLayout): string[] {
  const from = layout.cards.get(link.from);
  const to = layout.cards.get(link.to);
  const first = link.route[0];
  const last = link.route.at(-1);
  if (!from || !to) return [`${link.id} has no cards`];
  if (!first || !last) return [];
  return [
    ...(onEdge(from, first) ? [] : [`${link.id} does not leave its card`]),
    ...(onEdge(to, last) ? [] : [`${link.id} does not reach its card`]),
  ];
}

function wrongRuns(link: LinkShape, layout: MapLayout): string[] {
  return link.route.flatMap((point, index) => {
    const next = link.route[index + 1];
    if (!next) return [];
    const found: string[] = [];
    if (Math.abs(point.x - next.x) > slack && Math.abs(point.y - next.y) > slack)
      found.push(`${link.id} runs aslant`);
    if (
      point.x < -slack ||
      point.x > layout.width + slack ||
      point.y < -slack ||
      point.y > layout.height + slack
    ) {
      found.push(`${link.id} leaves the map`);
    }
    for (const box of [...layout.cards.values(), ...layout.cells.values()]) {
      if (crosses(point, next, box)) found.push(`${link.id} crosses ${box.id}`);
    }
    return found;
  });
}

/** All laws at once. */
export function broken(layout: MapLayout): string[] {
  return [
    ...overlaps(layout),
    ...entriesThatOverlap(layout),
    ...onFoldedStages(layout),
    ...strays(layout),
    ...clippedTexts(layout),
    ...looseTexts(layout.groups),
    ...brokenNumbers(layout.groups),
    ...wrongLinks(layout),
    ...twice(layout.groups.map(({ id }) => id)),
  ];
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`);
}
