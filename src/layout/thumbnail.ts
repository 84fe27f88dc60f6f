/**
 * A map in a stamp: stage bar, blocks in the colours of their emotion, the profile, a dot for each moment of truth.
 *
 * In:  a map, its layout, and the size in px. `map` shows blocks and profile (a map of one's own), `profile` the curve
 *      alone (a template), so that the two can be told apart.
 * Out: a scene of that size; plain enough to be kept as JSON and painted anywhere. No text in it.
 */
import { monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { emotionFor } from '../model/sequence.ts';
import { curveAreas, curvePath } from './curveAreas.ts';
import type { ElementBox, LaneRow, MapLayout } from './mapLayout.ts';
import type { Box, Scene, SceneItem } from './scene.ts';

const stageBarHeight = 6;
/** Emotions run from -2 to +2. */
const emotionReach = 2;
const leastBlockHeight = 2.5;
/** The part of a picture's height for what lies below the grid. */
const belowShare = 0.22;

export function layoutThumbnail(
  map: JourneyMap,
  layout: MapLayout,
  kind: 'map' | 'profile',
  width: number,
  height: number,
): Scene {
  const beside = kind === 'map' ? [...layout.elements.values()] : [];
  const shown = beside.length > 0 ? layout.extent.width : layout.width;
  const scale = shown > 0 ? width / shown : 0;
  const stripHeight = beside.some(({ side }) => side === 'below') ? height * belowShare : 0;
  const gridHeight = height - stripHeight;
  const blocksHeight = kind === 'map' ? gridHeight * 0.5 : 0;
  const blocks: Box = { x: 0, y: stageBarHeight + 4, width, height: blocksHeight };
  const profileTop = kind === 'map' ? blocks.y + blocksHeight : stageBarHeight;
  const profile: Box = { x: 0, y: profileTop + 10, width, height: gridHeight - profileTop - 20 };
  const items: SceneItem[] = [
    ...stageRules(layout, scale, gridHeight),
    ...(kind === 'map' ? cardBlocks(map, layout, scale, blocks) : []),
    ...profileItems(map, layout, scale, profile),
    ...stageBar(layout, scale),
    ...besideItems(layout, beside, scale, { x: 0, y: gridHeight, width, height: stripHeight }),
  ];
  const box = { x: 0, y: 0, width, height };
  return {
    width,
    height,
    title: map.map.title,
    language: map.map.language === 'en' ? 'en' : 'zh',
    background: 'card',
    groups: [{ id: 'thumbnail', role: 'sheet', title: map.map.title, origin: { x: 0, y: 0 }, box, items }],
  };
}

/** Free elements as small outlines: right of the grid at their height, below it squeezed into a strip. */
function besideItems(
  layout: MapLayout,
  elements: readonly ElementBox[],
  scale: number,
  strip: Box,
): SceneItem[] {
  const down = strip.y / Math.max(1, layout.height);
  const below = strip.height / Math.max(1, layout.extent.height - layout.height);
  return elements.map(({ side, kind, x, y, width, height }) => ({
    kind: 'rect',
    x: x * scale,
    y: side === 'below' ? strip.y + (y - layout.height) * below : Math.min(strip.y, y * down),
    width: Math.max(2, width * scale),
    height: Math.max(leastBlockHeight, height * (side === 'below' ? below : down)),
    ...(kind === 'frame' ? {} : { fill: 'paper-2' as const }),
    stroke: { colour: 'line', width: 0.75 },
  }));
}

function stageBar(layout: MapLayout, scale: number): SceneItem[] {
  const stroke = { colour: 'ink', width: 1 } as const;
  return layout.stages.map((stage) => ({
    kind: 'rect',
    x: stage.x * scale,
    y: 0,
    width: stage.width * scale,
    height: stageBarHeight,
    fill: stage.index % 2 === 0 ? 'ink' : 'card',
    stroke,
  }));
}

function stageRules(layout: MapLayout, scale: number, height: number): SceneItem[] {
  return layout.stages.slice(1).map((stage) => ({
    kind: 'path',
    commands: [
      ['M', stage.x * scale, stageBarHeight],
      ['L', stage.x * scale, height],
    ],
    stroke: { colour: 'hair', width: 1 },
  }));
}

/** Lanes of touchpoints only, squeezed together into the box. */
function cardBlocks(map: JourneyMap, layout: MapLayout, scale: number, box: Box): SceneItem[] {
  const lanes = layout.lanes.filter((lane) => laneHolds(lane.kind) === 'touchpoints');
  const total = lanes.reduce((sum, lane) => sum + lane.height, 0);
  if (total === 0) return [];
  const squeeze = box.height / total;
  const tops = new Map<string, { readonly lane: LaneRow; readonly top: number }>();
  let top = box.y;
  for (const lane of lanes) {
    tops.set(lane.id, { lane, top });
    top += lane.height * squeeze;
  }
  return map.touchpoints.flatMap((touchpoint): SceneItem[] => {
    const card = layout.cards.get(touchpoint.id);
    const row = card && tops.get(card.laneId);
    if (!card || !row) return [];
    const emotion = emotionFor(touchpoint, null, map.readings);
    const band = card.kind === 'journey' && emotion !== null ? emotionBand(emotion) : null;
    const outlined = band === null || band === 'neutral';
    return [
      {
        kind: 'rect',
        x: card.x * scale,
        y: row.top + (card.y - row.lane.y) * squeeze,
        width: card.width * scale,
        height: Math.max(leastBlockHeight, card.height * squeeze * 0.8),
        fill: band ? `emotion-${band}` : 'card',
        ...(outlined ? { stroke: { colour: 'line', width: 0.75 } as const } : {}),
      },
    ];
  });
}

function profileItems(map: JourneyMap, layout: MapLayout, scale: number, box: Box): SceneItem[] {
  const datum = box.y + box.height / 2;
  const yOf = (emotion: number): number => datum - (emotion / emotionReach) * (box.height / 2);
  const base = layout.curves.find((curve) => curve.personaId === null);
  const knots = (base?.points ?? []).map((point) => ({ x: point.x * scale, y: yOf(point.emotion) }));
  const { segments } = monotoneCubic(knots);
  const zero: SceneItem = {
    kind: 'path',
    commands: [
      ['M', box.x, datum],
      ['L', box.x + box.width, datum],
    ],
    stroke: { colour: 'line', width: 1 },
  };
  if (!base || segments.length === 0) return [zero];
  const withMoment = new Set(map.moments.map((moment) => moment.touchpointId));
  const dots = base.points.flatMap((point, index): SceneItem[] => {
    const knot = knots[index];
    if (!knot || !point.touchpointIds.some((id) => withMoment.has(id))) return [];
    return [
      {
        kind: 'circle',
        cx: knot.x,
        cy: knot.y,
        r: 3.5,
        fill: 'signal',
        stroke: { colour: 'card', width: 1 },
      },
    ];
  });
  return [...areaItems(segments, datum), zero, curveItem(segments), ...dots];
}

function areaItems(segments: readonly CurveSegment[], datum: number): SceneItem[] {
  const areas = curveAreas(segments, datum, Number.POSITIVE_INFINITY);
  return [
    { kind: 'path', commands: areas.land, fill: 'emotion-positive' },
    { kind: 'path', commands: areas.water, fill: 'emotion-negative' },
  ];
}

function curveItem(segments: readonly CurveSegment[]): SceneItem {
  return { kind: 'path', commands: curvePath(segments), stroke: { colour: 'ink', width: 2, join: 'round' } };
}
