/**
 * Draws the glimpse of a map: what a wide page shows of it when it is opened, as its first picture will show it, with
 * the heads of stages and lanes.
 *
 * In:  a map, what a page asks for and the day there. Out: calls for a canvas of that size, and what a click on it selects.
 * Pictures are not in it; where one is missing its place says what it shows.
 */
import { layoutOptionsFor } from '../layout/defaultOptions.ts';
import { drawLaneHead, drawStageHead } from '../layout/heads.ts';
import { layOutSteps } from '../layout/layOut.ts';
import type { LayoutOptions } from '../layout/layoutOptions.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, SceneGroup, SceneItem } from '../layout/scene.ts';
import { moveItems } from '../layout/scaleItems.ts';
import { headSize, nearWindow, openingZoom } from '../layout/screenFrame.ts';
import { allAtOnce } from '../layout/steps.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { paintGroups } from '../paint/paintScene.ts';
import type { PaintContext } from '../paint/pen.ts';
import { palettes, type Paint } from '../theme/colours.ts';
import type { Glimpse, GlimpseWish } from './glimpse.ts';
import { recordCalls } from './recordCalls.ts';

const { laneWidth, stageHeight, letterOnlyPx, goalPx } = headSize;

export function drawGlimpse(journey: JourneyMap, wish: GlimpseWish, today: string): Glimpse {
  const { width, height, theme } = wish;
  const options = {
    ...layoutOptionsFor(journey),
    today,
    linksNear: nearWindow({ x: 0, y: 0, zoom: openingZoom }, wish),
  };
  const layout = allAtOnce(layOutSteps(journey, options));
  const pane = { x: laneWidth, y: stageHeight, width: width - laneWidth, height: height - stageHeight };
  const view = { x: 0, y: 0, width: pane.width / openingZoom, height: pane.height / openingZoom };
  const { context, calls } = recordCalls();
  const colours = palettes[theme];

  const fill = (colour: string, box: Box) => {
    context.fillStyle = colour;
    context.fillRect(box.x, box.y, box.width, box.height);
  };
  fill(colours.desk, { x: 0, y: 0, width, height });
  within(context, pane, () => {
    context.scale(openingZoom, openingZoom);
    fill(colours.paper, { x: 0, y: 0, width: layout.width, height: layout.height });
    paintGroups(context, layout.groups, { theme, view });
  });
  const across = { x: laneWidth, y: 0, width: pane.width, height: stageHeight };
  const down = { x: 0, y: stageHeight, width: laneWidth, height: pane.height };
  const whole = { x: 0, y: 0, width, height };
  fill(colours.paper, { ...across, x: 0, width });
  fill(colours.paper, down);
  within(context, across, () =>
    paintGroups(context, stageHeads(journey, layout, options), { theme, view: whole }),
  );
  within(context, down, () => paintGroups(context, laneHeads(journey, layout), { theme, view: whole }));
  // The frame of the corner goes on beside the lanes.
  fill(colours.ink, { x: laneWidth - 1, y: 0, width: 1, height });
  fill(colours.ink, { x: 0, y: stageHeight - 1, width: laneWidth, height: 1 });
  return { calls, boxes: boxesIn(layout, view) };
}

/** With the corner of a place as the corner of all, and nothing drawn beside it. */
function within(context: PaintContext, { x, y, width, height }: Box, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.translate(x, y);
  draw();
  context.restore();
}

/** As high as the scale bar under a stage's head, and as wide as that beside a lane's. */
const barPx = 6;
/** Heads on a sheet have their lettering so much lower than those of the page, and a stage's is heavier. */
const lettering = { stage: { x: 0.5, y: -2 }, lane: { x: 0, y: -2 } } as const;
/** What a lane's name and number have of its head. */
const laneTextWidth = 140;

function stageHeads(
  journey: JourneyMap,
  { stages }: MapLayout,
  { words }: Pick<LayoutOptions, 'words'>,
): readonly SceneGroup[] {
  return stages.flatMap((column) => {
    const stage = journey.stages.find(({ id }) => id === column.id);
    if (!stage) return [];
    const width = column.width * openingZoom;
    const { x, y } = lettering.stage;
    const quarter = (width - 1) / 4;
    const told = width < goalPx ? { ...stage, goal: '', durationMin: null } : stage;
    const shape = width < letterOnlyPx ? { ...column, collapsed: true } : column;
    return head('stage-head', { x: column.x * openingZoom, y: 0, width, height: stageHeight }, [
      rect(0, 0, 1, stageHeight, 'hair'),
      ...moveItems(drawStageHead(told, shape, width, words).items, x, y).map(lighter),
      rect(1, stageHeight - barPx, width - 1, barPx, 'ink'),
      ...[1, 3].map((at) => rect(1 + at * quarter, stageHeight - barPx + 1, quarter, barPx - 2, 'card')),
    ]);
  });
}

function lighter(item: SceneItem): SceneItem {
  return item.kind === 'text' && item.font.face === 'serif'
    ? { ...item, font: { ...item.font, weight: 500 } }
    : item;
}

function laneHeads(journey: JourneyMap, { lanes }: MapLayout): readonly SceneGroup[] {
  const { x, y } = lettering.lane;
  const bar = laneWidth - 1 - barPx;
  return lanes.flatMap((row) => {
    const height = row.height * openingZoom;
    const name = journey.lanes.find(({ id }) => id === row.id)?.name ?? '';
    const { items } = drawLaneHead(row, name, 1 / openingZoom, laneTextWidth);
    return head('lane-head', { x: 0, y: row.y * openingZoom, width: laneWidth, height }, [
      ...(row.behind ? [rect(0, 0, bar, height, 'paper-2')] : []),
      rect(0, height - 1, bar, 1, 'line'),
      ...moveItems(items, x, y),
      rect(bar, -1, barPx, height + 1, 'ink'),
      ...(row.index % 2 === 0 ? [] : [rect(bar + 1, 0, barPx - 1, height - 1, 'card')]),
    ]);
  });
}

function rect(x: number, y: number, width: number, height: number, fill: Paint): SceneItem {
  return { kind: 'rect', x, y, width, height, fill };
}

function head(
  role: 'stage-head' | 'lane-head',
  box: Box,
  items: readonly SceneItem[],
): readonly SceneGroup[] {
  return [{ id: role, role, title: '', origin: box, box, items }];
}

/** Cards, cells and free elements in view, on the canvas. */
function boxesIn({ cards, cells, elements }: MapLayout, view: Box): Glimpse['boxes'] {
  const onCanvas = (place: number, corner: number) => Math.round((place * openingZoom + corner) * 100) / 100;
  return [...elements.values(), ...cells.values(), ...cards.values()]
    .filter(({ x, y }) => x < view.width && y < view.height)
    .map(({ id, x, y, width, height }) => [
      id,
      onCanvas(x, laneWidth),
      onCanvas(y, stageHeight),
      onCanvas(width, 0),
      onCanvas(height, 0),
    ]);
}
