/**
 * Lays out a whole map: the one scene that canvas, thumbnails and every export draw.
 *
 * In:  a map (records keep their identity while they do not change), options, and the layout before.
 * Out: geometry and groups in map units; (0, 0) is where the first stage and the first lane begin.
 *
 * Pure and deterministic: the same map and options give the same scene, with or without a former layout. With one,
 * what did not change is the same object: groups keep their items when they only move, and are the same group
 * when they do not, so that whoever draws them can skip them. Never throws on a map that follows the types.
 */
import type { JourneyMap, Lane } from '../model/journeyMap.ts';
import { address } from '../model/address.ts';
import { isJourneyLane, laneHolds } from '../model/laneKinds.ts';
import { blueprintItems, blueprintLabel, blueprintLinesOf, isBehind } from './blueprintLines.ts';
import { cardContext } from './cardContext.ts';
import { curvesOf, type Curve } from './curves.ts';
import { drawCard } from './drawCard.ts';
import { labelItems, lineItems, signItems } from './drawLinks.ts';
import { curveShape } from './emotionLane.ts';
import { stripItems } from './folded.ts';
import { momentsOf } from './indexes.ts';
import { isInJourney, journeyNode, type JourneyNode } from './journeyNodes.ts';
import { laneContent, type LaneContent, type LaneSources, type Note } from './laneContent.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { CardBox, CellBox, CurveShape, LaneRow, LinkShape, MapLayout } from './mapLayout.ts';
import { obstaclesOf, type LaneObstacles } from './obstacles.ts';
import { Drawings, sameInputs, type Part } from './part.ts';
import { cardCentre } from './placeCards.ts';
import { locate, type Located } from './places.ts';
import { routeLinks, type RoutedLink, type RoutedLinks } from './routeLinks.ts';
import type { Box, Point, SceneGroup, SceneItem } from './scene.ts';
import { cardKindOf, cardMeasures, pin } from './sizes.ts';
import { stageColumns, type Columns } from './stageColumns.ts';

export type { LayoutOptions } from './layoutOptions.ts';

/** What a layout remembers for the next one, beside what it tells everybody. */
interface Memory {
  readonly columns: Columns;
  readonly inSequence: readonly Located[];
  readonly curves: readonly Curve[];
  readonly links: RoutedLinks;
  readonly drawings: Drawings;
}
const memories = new WeakMap<MapLayout, Memory>();

/** The layout of a map. Give the former layout of the same map to have only what changed done again. */
export function layoutMap(journey: JourneyMap, options: LayoutOptions, previous?: MapLayout): MapLayout {
  const memory = previous && memories.get(previous);
  const drawings = new Drawings(memory?.drawings);
  const columns = stageColumns(journey.stages, memory?.columns);
  const { inSequence, byLane } = locate(journey, columns, memory?.inSequence);
  const centres = centresOf(inSequence, columns);
  const nodes = journeyNodes(inSequence, centres, journey);
  const curves = curvesOf(nodes, journey, options.words.everyone, memory?.curves);
  const sources: LaneSources = {
    journey,
    options: { ...options, detail: options.detail ?? 'full' },
    columns,
    inSequence,
    nodes,
    centres,
    curves,
    notes: notesOf(journey),
    drawings,
  };
  const visible = journey.lanes.filter((lane) => !options.hiddenLanes?.has(lane.id));
  const contents = visible.map((lane) => laneContent(lane, byLane.get(lane.id) ?? [], sources));
  const lanes = laneRows(journey, visible, contents, previous);
  const last = lanes.at(-1);
  const height = last ? last.y + last.height : 0;
  const cards = cardBoxes(lanes, contents, previous);
  const cells = cellBoxes(lanes, contents, previous);
  const links = routeAll(sources, lanes, cards, cells, memory?.links);
  const shapes = linkCurves(lanes, contents, previous);
  const { groups, groupOf } = paint(sources, lanes, contents, { cards, height, links: links.list });
  drawings.settle();
  const layout: MapLayout = {
    width: columns.width,
    height,
    stages: columns.list,
    lanes,
    cards,
    sequence: keepList(
      previous?.sequence,
      inSequence.map(({ touchpoint }) => touchpoint.id),
    ),
    cells,
    links: keepList(
      previous?.links,
      links.list.map((routed): LinkShape => routed.shape),
    ),
    curves: shapes,
    groups,
    groupOf,
  };
  memories.set(layout, { columns, inSequence, curves, links, drawings });
  return layout;
}

/** The former list when the new one holds the same things. */
function keepList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before && sameInputs(before, now) ? before : now;
}

function centresOf(inSequence: readonly Located[], columns: Columns): ReadonlyMap<string, number> {
  return new Map(
    inSequence.map(({ touchpoint, column, lane }) => [
      touchpoint.id,
      cardCentre(column, touchpoint.t, cardKindOf(lane.kind) ?? 'journey', columns.width),
    ]),
  );
}

function journeyNodes(
  inSequence: readonly Located[],
  centres: ReadonlyMap<string, number>,
  journey: JourneyMap,
): readonly JourneyNode[] {
  return inSequence.flatMap(({ touchpoint, column, lane }) =>
    isJourneyLane(lane.kind) && isInJourney(touchpoint)
      ? [journeyNode(touchpoint, column, centres.get(touchpoint.id) ?? column.x, journey)]
      : [],
  );
}

/** Insights, opportunities and actions by lane and stage; a note without both has no cell. */
function notesOf(journey: JourneyMap): ReadonlyMap<string, ReadonlyMap<string, readonly Note[]>> {
  const byLane = new Map<string, Map<string, Note[]>>();
  for (const lane of journey.lanes) {
    const holds = laneHolds(lane.kind);
    if (holds !== 'touchpoints' && holds !== 'nothing') byLane.set(lane.id, new Map());
  }
  const holding = new Map(journey.lanes.map((lane) => [lane.id, laneHolds(lane.kind)]));
  const add = (note: Note): void => {
    const { laneId, stageId } = note.record;
    if (laneId === null || stageId === null || holding.get(laneId) !== note.collection) return;
    const stages = byLane.get(laneId);
    const own = stages?.get(stageId);
    if (own) own.push(note);
    else stages?.set(stageId, [note]);
  };
  for (const record of journey.insights) add({ collection: 'insights', record });
  for (const record of journey.opportunities) add({ collection: 'opportunities', record });
  for (const record of journey.actions) add({ collection: 'actions', record });
  return byLane;
}

/** Lanes one below the other. Hidden ones take no room, and keep their number. */
function laneRows(
  journey: JourneyMap,
  visible: readonly Lane[],
  contents: readonly LaneContent[],
  previous: MapLayout | undefined,
): readonly LaneRow[] {
  const numbers = new Map(journey.lanes.map((lane, index) => [lane.id, index]));
  const lines = blueprintLinesOf(visible);
  const former = new Map(previous?.lanes.map((row) => [row.id, row]));
  let y = 0;
  const rows = visible.map((lane, at): LaneRow => {
    const index = numbers.get(lane.id) ?? at;
    const row: LaneRow = {
      id: lane.id,
      index,
      number: index + 1,
      kind: lane.kind,
      y,
      height: contents[at]?.height ?? lane.height,
      collapsed: lane.collapsed,
      behind: isBehind(lane.kind),
      line: lines[at] ?? null,
    };
    y += row.height;
    const before = former.get(lane.id);
    return before && sameInputs(Object.values(before), Object.values(row)) ? before : row;
  });
  return keepList(previous?.lanes, rows);
}

function cardBoxes(
  lanes: readonly LaneRow[],
  contents: readonly LaneContent[],
  previous: MapLayout | undefined,
): ReadonlyMap<string, CardBox> {
  const cards = new Map<string, CardBox>();
  lanes.forEach((lane, at) => {
    const kind = cardKindOf(lane.kind);
    if (!kind) return;
    const { width, height } = cardMeasures(kind);
    for (const { touchpoint, column, x, y, row } of contents[at]?.cards ?? []) {
      const { id } = touchpoint;
      const before = previous?.cards.get(id);
      const box: CardBox = {
        id,
        kind,
        stageId: column.id,
        laneId: lane.id,
        drawnRow: row,
        address: address(column.index, lane.index),
        x,
        y: lane.y + y,
        width,
        height,
      };
      cards.set(id, before && sameInputs(Object.values(before), Object.values(box)) ? before : box);
    }
  });
  return keepMap(previous?.cards, cards);
}

function cellBoxes(
  lanes: readonly LaneRow[],
  contents: readonly LaneContent[],
  previous: MapLayout | undefined,
): ReadonlyMap<string, CellBox> {
  const cells = new Map<string, CellBox>();
  lanes.forEach((lane, at) => {
    for (const { id, collection, stageId, part, x, y } of contents[at]?.cells ?? []) {
      const { width, height } = part.box;
      const box: CellBox = { id, collection, stageId, laneId: lane.id, x, y: lane.y + y, width, height };
      const before = previous?.cells.get(id);
      cells.set(id, before && sameInputs(Object.values(before), Object.values(box)) ? before : box);
    }
  });
  return keepMap(previous?.cells, cells);
}

function keepMap<T>(
  before: ReadonlyMap<string, T> | undefined,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  return before && sameInputs([...before].flat(), [...now].flat()) ? before : now;
}

function routeAll(
  { journey, columns, options }: LaneSources,
  lanes: readonly LaneRow[],
  cards: ReadonlyMap<string, CardBox>,
  cells: ReadonlyMap<string, CellBox>,
  former: RoutedLinks | undefined,
): RoutedLinks {
  const byLane = new Map(
    lanes.map((lane) => [lane.id, { lane, cards: [] as CardBox[], cells: [] as CellBox[] }]),
  );
  for (const card of cards.values()) byLane.get(card.laneId)?.cards.push(card);
  for (const box of cells.values()) byLane.get(box.laneId)?.cells.push(box);
  const inLanes: readonly LaneObstacles[] = [...byLane.values()];
  const context = {
    cards,
    obstacles: obstaclesOf(inLanes, columns.width, former?.obstacles),
    columns: columns.byId,
    pinsOf: (id: string) => (cards.get(id)?.kind === 'journey' ? momentsOf(id, journey.moments).length : 0),
    rules: lanes.map((lane) => lane.y + lane.height),
    words: options.words,
  };
  return routeLinks(journey.links, context, former);
}

function linkCurves(
  lanes: readonly LaneRow[],
  contents: readonly LaneContent[],
  previous: MapLayout | undefined,
): readonly CurveShape[] {
  const former = new Map(
    previous?.curves.map((shape) => [`${shape.laneId} ${shape.personaId ?? ''}`, shape]),
  );
  const shapes = lanes.flatMap((lane, at) =>
    (contents[at]?.curves ?? []).map((curve) => {
      const shape = curveShape(lane.id, lane.y, lane.height, curve);
      const before = former.get(`${lane.id} ${curve.personaId ?? ''}`);
      return before && isSameCurve(before, shape) ? before : shape;
    }),
  );
  return keepList(previous?.curves, shapes);
}

function isSameCurve(a: CurveShape, b: CurveShape): boolean {
  return (
    a.name === b.name &&
    a.sign.ink === b.sign.ink &&
    a.points.length === b.points.length &&
    a.points.every((point, index) => {
      const other = b.points[index];
      return (
        other !== undefined &&
        point.x === other.x &&
        point.y === other.y &&
        sameInputs(point.touchpointIds, other.touchpointIds)
      );
    })
  );
}

interface ToPaint {
  readonly cards: ReadonlyMap<string, CardBox>;
  readonly height: number;
  readonly links: readonly RoutedLink[];
}

/** All groups in paint order: papers, stages, profiles, blueprint lines, links, their names, cells, cards. */
function paint(
  sources: LaneSources,
  lanes: readonly LaneRow[],
  contents: readonly LaneContent[],
  { cards, height, links }: ToPaint,
): Pick<MapLayout, 'groups' | 'groupOf'> {
  const { drawings } = sources;
  const groups: SceneGroup[] = [];
  const groupOf = new Map<string, SceneGroup>();
  lanes.forEach((lane, at) => groups.push(drawings.place(lanePart(lane, contents[at], sources), 0, lane.y)));
  groups.push(...stageGroups(sources, height));
  lanes.forEach((lane, at) => {
    for (const { part, x, y } of contents[at]?.parts ?? []) groups.push(drawings.place(part, x, lane.y + y));
  });
  groups.push(...blueprintGroups(sources, lanes, 'line'));
  for (const routed of links) {
    const group = linkGroup(routed, lanes, sources);
    groups.push(group);
    groupOf.set(routed.link.id, group);
  }
  groups.push(...blueprintGroups(sources, lanes, 'name'));
  lanes.forEach((lane, at) => {
    for (const { part, id, x, y } of contents[at]?.cells ?? []) {
      const group = drawings.place(part, x, lane.y + y);
      groups.push(group);
      groupOf.set(id, group);
    }
  });
  contents.forEach((content) => {
    for (const { touchpoint } of content.cards) {
      const box = cards.get(touchpoint.id);
      if (!box) continue;
      const context = cardContext(touchpoint, box.kind, sources.journey, sources.options.words);
      const { detail } = sources.options;
      const part = drawings.part(`touchpoint.${touchpoint.id}`, [touchpoint, context, detail], () => ({
        id: `touchpoint.${touchpoint.id}`,
        role: 'touchpoint',
        recordId: touchpoint.id,
        title: touchpoint.title,
        items: drawCard(touchpoint, context, detail),
        box: cardArea(box, box.kind === 'journey' && context.moments.length > 0),
      }));
      const group = drawings.place(part, box.x, box.y);
      groups.push(group);
      groupOf.set(touchpoint.id, group);
    }
  });
  return { groups, groupOf };
}

/** A card with its outline, and its pins above it. */
function cardArea({ width, height }: CardBox, hasPins: boolean): Part['box'] {
  const above = hasPins ? 34 - pin.sink + 2 : 1;
  return { x: -1, y: -above, width: width + 2, height: height + above + 1 };
}

/** A lane's paper, its own rules and the hair rule below it. */
function lanePart(
  lane: LaneRow,
  content: LaneContent | undefined,
  { columns, drawings, journey, options }: LaneSources,
): Part {
  const { width } = columns;
  const { height, behind, line, collapsed } = lane;
  const id = `lane.${lane.id}`;
  const title = journey.lanes[lane.index]?.name ?? '';
  return drawings.part(id, [width, height, behind, line, collapsed, lane.kind, title, options.detail], () => {
    const items: SceneItem[] = [];
    if (behind) items.push({ kind: 'rect', x: 0, y: 0, width, height, fill: 'paper-2' });
    items.push(...(content?.rules ?? []));
    if (line === null) {
      items.push({
        kind: 'path',
        commands: [
          ['M', 0, height],
          ['L', width, height],
        ],
        stroke: { colour: 'hair', width: 1 },
      });
    }
    return { id, role: 'lane', recordId: lane.id, title, items, box: { x: 0, y: 0, width, height } };
  });
}

/** The rule at the left of each stage but the first; a folded stage is a strip. */
function stageGroups({ columns, drawings, journey }: LaneSources, height: number): SceneGroup[] {
  return columns.list.map((column) => {
    const id = `stage.${column.id}`;
    const title = journey.stages[column.index]?.name ?? '';
    const part = drawings.part(id, [height, column.collapsed, column.width, column.index > 0, title], () => ({
      id,
      role: 'stage',
      recordId: column.id,
      title,
      items: [
        ...(column.collapsed ? stripItems(height) : []),
        ...(column.index > 0 ? [stageRule(height)] : []),
      ],
      box: { x: 0, y: 0, width: column.width, height },
    }));
    return drawings.place(part, column.x, 0);
  });
}

function stageRule(height: number): SceneItem {
  return {
    kind: 'path',
    commands: [
      ['M', 0, 0],
      ['L', 0, height],
    ],
    stroke: { colour: 'hair', width: 1 },
  };
}

/** Blueprint lines (under links) or their names (over links, for a view to keep at its left edge). */
function blueprintGroups(
  { columns, drawings, options }: LaneSources,
  lanes: readonly LaneRow[],
  what: 'line' | 'name',
): SceneGroup[] {
  const { words } = options;
  return lanes.flatMap((lane, at) => {
    const { line } = lane;
    if (line === null) return [];
    const id = what === 'line' ? `blueprint.${lane.id}` : `blueprint-name.${lane.id}`;
    const above = lane.behind ? 'paper-2' : 'paper';
    const below = lanes[at + 1]?.behind === true ? 'paper-2' : 'paper';
    const part = drawings.part(id, [line, columns.width, above, below, words], () => {
      const name = what === 'name' ? blueprintLabel(line, above, below, words) : null;
      const width = name?.width ?? columns.width;
      const items = name?.items ?? blueprintItems(line, width);
      return {
        id,
        role: 'blueprint-line',
        title: words.lines[line],
        items,
        box: { x: 0, y: -8, width, height: 16 },
      };
    });
    return [drawings.place(part, 0, lane.y + lane.height)];
  });
}

function linkGroup(
  { link, shape, label, signs }: RoutedLink,
  lanes: readonly LaneRow[],
  { drawings, options }: LaneSources,
): SceneGroup {
  const { detail } = options;
  const first = shape.route[0] ?? signs[0]?.box ?? { x: 0, y: 0 };
  const origin = { x: first.x, y: first.y };
  const points = shape.route.map((point) => relative(point, origin));
  const isBehindAt = (y: number): boolean =>
    lanes.some((lane) => lane.behind && y >= lane.y && y < lane.y + lane.height);
  const paper = label && isBehindAt(label.box.y) ? 'paper-2' : 'paper';
  const labelBox = label && relativeBox(label.box, origin);
  const placedSigns = signs.map((sign) => ({
    ...sign,
    box: relativeBox(sign.box, origin),
    edge: rounded(sign.edge - origin.y),
  }));
  const box = relativeBox(shape.box, origin);
  const id = `link.${link.id}`;
  const inputs = [
    detail,
    link.kind,
    link.mutual,
    link.from,
    link.to,
    paper,
    label?.text.text,
    label?.text.clock,
    ...points.flatMap(({ x, y }) => [x, y]),
    ...(labelBox ? [labelBox.x, labelBox.y, labelBox.width] : []),
    ...placedSigns.flatMap((sign) => [sign.address, sign.arrives, sign.box.x, sign.box.y, sign.edge]),
  ];
  const part = drawings.part(id, inputs, () => ({
    id,
    role: 'link',
    recordId: link.id,
    title: label?.text.text ?? link.kind,
    items:
      detail === 'blocks'
        ? []
        : [
            ...lineItems(link, points),
            ...(label && labelBox && detail === 'full' ? labelItems(label.text, labelBox, paper) : []),
            ...placedSigns.flatMap((sign) => signItems(sign.address, sign.box, sign.edge, sign.arrives)),
          ],
    box,
    from: link.from,
    to: link.to,
  }));
  return drawings.place(part, origin.x, origin.y);
}

/** To a hundredth: the same link at another place must not differ by what subtraction leaves over. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function relative({ x, y }: Point, origin: Point): Point {
  return { x: rounded(x - origin.x), y: rounded(y - origin.y) };
}

function relativeBox({ width, height, ...corner }: Box, origin: Point): Box {
  return { ...relative(corner, origin), width: rounded(width), height: rounded(height) };
}
