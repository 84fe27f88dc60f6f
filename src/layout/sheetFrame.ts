/**
 * The frame of a sheet: a heavy and a fine line around heads, grid and gutter, and the scale bars on all four sides of
 * the grid: four parts a stage, one part a lane, ink and card in turn. In map units.
 */
import type { MapLayout } from './mapLayout.ts';
import type { Box, SceneItem } from './scene.ts';

export interface FrameBoxes {
  readonly outer: Box;
  readonly grid: Box;
  /** From the outer line to the inner one. */
  readonly inset: number;
  /** Thickness of the scale bars. */
  readonly bar: number;
  readonly laneWidth: number;
  readonly stageHeight: number;
}

const heavy = 2.5;
const fine = 1.25;
const partsOfStage = 4;

/** Frame and scale bars; line widths grow with the sheet's scale. */
export function drawFrame(layout: MapLayout, boxes: FrameBoxes, scale: number): SceneItem[] {
  const { outer, grid, inset, bar } = boxes;
  const inner: Box = {
    x: outer.x + inset,
    y: outer.y + inset,
    width: outer.width - 2 * inset,
    height: outer.height - 2 * inset,
  };
  return [
    ...[grid.y - bar, grid.y + grid.height].flatMap((y) =>
      stageBar(layout, { ...grid, y, height: bar }, scale),
    ),
    ...[grid.x - bar, grid.x + grid.width].flatMap((x) => laneBar(layout, { ...grid, x, width: bar }, scale)),
    { kind: 'rect', ...outer, stroke: { colour: 'ink', width: heavy * scale } },
    { kind: 'rect', ...inner, stroke: { colour: 'ink', width: fine * scale } },
  ];
}

function stageBar({ stages }: MapLayout, box: Box, scale: number): SceneItem[] {
  const filled = stages.flatMap((stage) => {
    const parts = stage.collapsed ? 1 : partsOfStage;
    const width = stage.width / parts;
    return Array.from({ length: Math.ceil(parts / 2) }, (_, i): SceneItem => ({
      kind: 'rect',
      x: box.x + stage.x + 2 * i * width,
      y: box.y,
      width,
      height: box.height,
      fill: 'ink',
    }));
  });
  return [...outlined(box, scale), ...filled];
}

function laneBar({ lanes }: MapLayout, box: Box, scale: number): SceneItem[] {
  const filled = lanes
    .filter((_, index) => index % 2 === 0)
    .map((lane): SceneItem => ({
      kind: 'rect',
      x: box.x,
      y: box.y + lane.y,
      width: box.width,
      height: lane.height,
      fill: 'ink',
    }));
  return [...outlined(box, scale), ...filled];
}

function outlined(box: Box, scale: number): SceneItem[] {
  return [{ kind: 'rect', ...box, fill: 'card', stroke: { colour: 'ink', width: fine * scale } }];
}
