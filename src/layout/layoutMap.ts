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
import type { JourneyMap, Link } from '../model/journeyMap.ts';
import { unite } from './bounds.ts';
import { boxesMeet } from './boxIndex.ts';
import { curvesOf, type Curve } from './curves.ts';
import { curveShape } from './emotionLane.ts';
import { momentsOf } from './indexes.ts';
import { extentOf, placeElements } from './elementBoxes.ts';
import { journeyNodes } from './journeyNodes.ts';
import { laneContent } from './laneContent.ts';
import { laneLayers, rowsOf, type LaneLayer } from './laneLayers.ts';
import type { LaneSources } from './laneSources.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { CardBox, CurveShape, LaneRow, LinkShape, MapLayout } from './mapLayout.ts';
import type { Box, SceneGroup, SceneItem } from './scene.ts';
import { notesByCell } from './notes.ts';
import { obstaclesOf } from './obstacles.ts';
import { cardContext } from './cardContext.ts';
import { cardPart, cardPartInputs, groundGroups, paintGroups } from './paintGroups.ts';
import { notePatch, onlyWordsChanged, PatchedGroups, type Change } from './patchLayout.ts';
import { Drawings, placePart, type Patches } from './part.ts';
import { locate, type Places } from './places.ts';
import { routeLinks, type RoutedLinks } from './routeLinks.ts';
import { isAlike, keepList, keepMap, sameInputs } from './same.ts';
import { stageColumns } from './stageColumns.ts';
import { allAtOnce, type Steps } from './steps.ts';
import { keepWholeNumbers } from './wholeNumbers.ts';

export type { LayoutOptions } from './layoutOptions.ts';

/** What a layout remembers for the next one, beside what it tells everybody. */
interface Memory {
  readonly places: Places;
  readonly curves: readonly Curve[];
  readonly links: RoutedLinks;
  readonly drawings: Drawings;
  /** What was laid out. */
  readonly journey: JourneyMap;
  readonly options: LayoutOptions;
  /** Cards drawn anew by the quick way since then. */
  readonly patches: Patches;
}
const memories = new WeakMap<MapLayout, Memory>();

/** The layout of a map. Give the former layout of the same map to have only what changed done again. */
export function layoutMap(journey: JourneyMap, options: LayoutOptions, previous?: MapLayout): MapLayout {
  return allAtOnce(layoutSteps(journey, options, previous));
}

/** The same step by step, for large changes of a map that somebody works on; other layouts may be made in between. */
export function* layoutSteps(
  journey: JourneyMap,
  { overlays = [], ...options }: LayoutOptions,
  previous?: MapLayout,
): Steps<MapLayout> {
  keepWholeNumbers();
  const plain = yield* layOut(journey, options, previous?.plain ?? previous);
  return overlays.reduce((layout, overlay) => overlay.over(layout, journey, options), plain);
}

function* layOut(journey: JourneyMap, options: LayoutOptions, previous?: MapLayout): Steps<MapLayout> {
  const memory = previous && memories.get(previous);
  const quick = previous && memory && withNewWords(journey, options, previous, memory);
  if (quick) return quick;
  const sources = sourcesOf(journey, options, memory, new Drawings(memory?.drawings, memory?.patches));
  const { columns, places, curves, drawings } = sources;
  yield;
  const layers = layersOf(sources, previous);
  yield;
  const lanes = rowsOf(layers, previous);
  const last = lanes.at(-1);
  const cards = keepMap(previous?.cards, byId(layers.flatMap((layer) => layer.cards)));
  const links = yield* routeAll(sources, layers, lanes, cards, memory?.links);
  const height = last ? last.y + last.height : 0;
  const elements = placeElements(journey.elements, { width: columns.width, height }, previous?.elements);
  yield;
  const { groups, groupOf } = paintGroups(sources, layers, lanes, links.list, elements);
  yield;
  drawings.prune(groups);
  const layout: MapLayout = {
    width: columns.width,
    height,
    extent: extentOf({ width: columns.width, height }, elements, previous?.extent),
    stages: columns.list,
    lanes,
    cards,
    sequence: keepList(
      previous?.sequence,
      places.inSequence.map(({ touchpoint }) => touchpoint.id),
    ),
    cells: keepMap(previous?.cells, byId(layers.flatMap((layer) => layer.cells))),
    elements,
    links: keepList(
      previous?.links,
      links.list.map((routed): LinkShape => routed.shape),
    ),
    curves: curveShapes(layers, previous),
    groups: keepList(previous?.groups, groups),
    groupOf: keepMap(previous?.groupOf, groupOf),
  };
  memories.set(layout, { places, curves, links, drawings, journey, options, patches: new Map() });
  return layout;
}

/** Then the ordinary way takes them over, and the lists of patches begin anew. */
const mostPatches = 200;

/** The former layout with the cards of touchpoints that only got other words; null when more than that changed. */
function withNewWords(
  journey: JourneyMap,
  options: LayoutOptions,
  previous: MapLayout,
  memory: Memory,
): MapLayout | null {
  if (memory.patches.size > mostPatches) return null;
  if (!sameInputs(Object.values(options), Object.values(memory.options))) return null;
  const changed = onlyWordsChanged(memory.journey, journey);
  if (!changed) return null;
  if (changed.length === 0) {
    memories.set(previous, { ...memory, journey });
    return previous;
  }
  const hasFunnel = journey.lanes.some(({ kind }) => kind === 'funnel');
  const groups = [...previous.groups];
  const detail = options.detail ?? 'full';
  const groupOf = new Map<string, SceneGroup>();
  const patches = new Map(memory.patches);
  const drawn: Change[] = [];
  for (const touchpoint of changed) {
    const box = previous.cards.get(touchpoint.id);
    const former = previous.groupOf.get(touchpoint.id);
    // Without a card its words may stand elsewhere (folded lanes); in a funnel they do.
    if (!box || !former || hasFunnel) return null;
    const context = cardContext(touchpoint, box.kind, journey, options);
    const part = cardPart(touchpoint, context, detail, box);
    const group = placePart(part, { x: box.x, y: box.y });
    groups[groups.indexOf(former)] = group;
    groupOf.set(touchpoint.id, group);
    drawn.push({ before: former, after: group });
    patches.set(part.id, { inputs: cardPartInputs(touchpoint, context, detail), part, group });
  }
  const layout = { ...previous, groups, groupOf: new PatchedGroups(previous.groupOf, groupOf) };
  memories.set(layout, { ...memory, journey, patches });
  notePatch(layout, previous, drawn);
  return layout;
}

/** What another detail drew last time, to be drawn on from. */
export interface Redrawn {
  readonly drawings: Drawings;
  /** Items by group; without cards and links, which give theirs themselves (`SceneGroup.itemsAt`). */
  readonly items: ReadonlyMap<string, readonly SceneItem[]>;
}

/** The drawings of a laid out map at another detail. Places and ways are those of its layout, and cost nothing again. */
export function redrawMap(
  journey: JourneyMap,
  options: LayoutOptions,
  layout: MapLayout,
  former?: Redrawn,
): Redrawn {
  const sources = sourcesOf(
    journey,
    options,
    memories.get(layout.plain ?? layout),
    new Drawings(former?.drawings),
  );
  const groups = groundGroups(sources, layersOf(sources, layout), layout.lanes);
  sources.drawings.prune(groups);
  return {
    drawings: sources.drawings,
    items: new Map(groups.map((group) => [group.id, group.items])),
  };
}

type Sources = LaneSources & { readonly places: Places };

function sourcesOf(
  journey: JourneyMap,
  options: LayoutOptions,
  memory: Memory | undefined,
  drawings: Drawings,
): Sources {
  const columns = stageColumns(journey.stages, memory?.places.columns, options.hiddenStages);
  const places = locate(journey, columns, memory?.places);
  const nodes = journeyNodes(places.inSequence, journey.readings);
  return {
    journey,
    options: { ...options, detail: options.detail ?? 'full' },
    columns,
    places,
    inSequence: places.inSequence,
    nodes,
    curves: curvesOf(nodes, journey, options.words.everyone, memory?.curves),
    notes: notesByCell(journey),
    drawings,
  };
}

function layersOf(sources: Sources, previous: MapLayout | undefined): readonly LaneLayer[] {
  const { journey, options, places } = sources;
  const visible = journey.lanes.filter((lane) => !options.hiddenLanes?.has(lane.id));
  const contents = visible.map((lane) => laneContent(lane, places.byLane.get(lane.id) ?? [], sources));
  return laneLayers(journey, visible, contents, previous);
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function routeAll(
  { journey, columns, options }: LaneSources,
  layers: readonly LaneLayer[],
  lanes: readonly LaneRow[],
  cards: ReadonlyMap<string, CardBox>,
  former: RoutedLinks | undefined,
): Steps<RoutedLinks> {
  const { moments } = journey;
  const context = {
    cards,
    obstacles: obstaclesOf(
      layers.map((layer) => ({ lane: layer.row, cards: layer.cards, cells: layer.cells })),
      columns.width,
      former?.obstacles,
    ),
    columns: columns.byId,
    moments,
    pinsOf: (id: string) => (cards.get(id)?.kind === 'journey' ? momentsOf(id, moments).length : 0),
    lanes,
    words: options.words,
  };
  return routeLinks(linksNear(journey.links, cards, options.linksNear), context, former);
}

/** The links between whose cards a place lies, in their order; the same list where that is all of them. */
function linksNear(
  links: readonly Link[],
  cards: ReadonlyMap<string, CardBox>,
  place: Box | undefined,
): readonly Link[] {
  if (!place) return links;
  const near = links.filter(({ from, to }) => {
    const between = unite([cards.get(from), cards.get(to)].filter((card) => card !== undefined));
    return between !== null && boxesMeet(between, place);
  });
  return near.length === links.length ? links : near;
}

/** The curves of all emotion lanes in map units, for whoever points at them. */
function curveShapes(layers: readonly LaneLayer[], previous: MapLayout | undefined): readonly CurveShape[] {
  const former = new Map(
    previous?.curves.map((shape) => [`${shape.laneId} ${shape.personaId ?? ''}`, shape]),
  );
  const shapes = layers.flatMap(({ row, content }) =>
    content.curves.map((curve) => {
      const shape = curveShape(row.id, row.y, row.height, curve);
      const before = former.get(`${row.id} ${curve.personaId ?? ''}`);
      return before && isAlike(before, shape) ? before : shape;
    }),
  );
  return keepList(previous?.curves, shapes);
}
