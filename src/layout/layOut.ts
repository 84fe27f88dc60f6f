/**
 * Lays out a whole map: the one scene that canvas, thumbnails and every export draw. Whoever has a former layout asks
 * layoutMap.ts, which knows a quick way for the commonest change; a first picture does without it.
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
import type { Box, SceneItem } from './scene.ts';
import { notesByCell } from './notes.ts';
import { obstaclesOf } from './obstacles.ts';
import { groundGroups, paintGroups } from './paintGroups.ts';
import { Drawings, type Patch } from './part.ts';
import { locate, type Places } from './places.ts';
import { routeLinks, type RoutedLinks } from './routeLinks.ts';
import { isAlike, keepList, keepMap } from './same.ts';
import { stageColumns } from './stageColumns.ts';
import type { Steps } from './steps.ts';
import { keepWholeNumbers } from './wholeNumbers.ts';

/** What a layout remembers for the next one, beside what it tells everybody. */
export interface Memory {
  readonly places: Places;
  readonly curves: readonly Curve[];
  readonly links: RoutedLinks;
  readonly drawings: Drawings;
  /** What was laid out. */
  readonly journey: JourneyMap;
  readonly options: LayoutOptions;
  /** Cards drawn anew by the quick way since then. */
  readonly patches: ReadonlyMap<string, Patch>;
}
const memories = new WeakMap<MapLayout, Memory>();

/** Of a layout without overlays; nothing is remembered of an empty one. */
export function memoryOf(layout: MapLayout): Memory | undefined {
  return memories.get(layout);
}

export function remember(layout: MapLayout, memory: Memory): void {
  memories.set(layout, memory);
}

/** The layout of a map step by step: other layouts may be made in between. What did not change since the former one is kept. */
export function* layOutSteps(
  journey: JourneyMap,
  { overlays, ...options }: LayoutOptions,
  previous?: MapLayout,
): Steps<MapLayout> {
  keepWholeNumbers();
  return overlaid(yield* layOut(journey, options, previous?.plain ?? previous), journey, options, overlays);
}

/** A layout with overlays over it. */
export function overlaid(
  plain: MapLayout,
  journey: JourneyMap,
  options: LayoutOptions,
  overlays: LayoutOptions['overlays'] = [],
): MapLayout {
  return overlays.reduce((layout, overlay) => overlay.over(layout, journey, options), plain);
}

function* layOut(journey: JourneyMap, options: LayoutOptions, previous?: MapLayout): Steps<MapLayout> {
  const memory = previous && memories.get(previous);
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
  memories.set(layout, {
    places,
    curves,
    links,
    drawings,
    journey,
    options,
    patches: new Map(),
  });
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
