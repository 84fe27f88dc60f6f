/**
 * All heads of a sheet, one group each, and how much room they need. Relative to the grid's corner, so stage heads have
 * negative y and lane heads negative x. Enlarged as far as the narrowest stage and the lowest lane let their names
 * stay whole.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { drawLaneHead, drawStageHead, laneHead } from './heads.ts';
import type { MapLayout } from './mapLayout.ts';
import { scaleItems } from './scaleItems.ts';
import type { SceneGroup, SceneItem } from './scene.ts';

export interface SheetHeads {
  readonly groups: readonly SceneGroup[];
  readonly stageHeight: number;
  readonly laneWidth: number;
}

/** A stage narrower than this, in head units, would break its name too often. */
const leastStage = 190;
/** Stage names are the sheet's main lettering. */
const stageBoost = 1.25;
const laneBoost = 1.15;
const step = 0.05;
/** As thick as the scale bar between heads and grid. */
const bar = 7;

/** The heads of all stages and lanes of a layout on a sheet of this scale. */
export function layoutHeads(
  map: JourneyMap,
  layout: MapLayout,
  words: SceneWords,
  scale: number,
): SheetHeads {
  const stages = stageHeads(map, layout, words, scale);
  const lanes = laneHeads(map, layout, scale);
  return { groups: [...stages.groups, ...lanes.groups], stageHeight: stages.height, laneWidth: lanes.width };
}

function stageHeads(map: JourneyMap, layout: MapLayout, words: SceneWords, scale: number) {
  const open = layout.stages.filter((column) => !column.collapsed).map((column) => column.width);
  const own = Math.max(1, Math.min(scale * stageBoost, Math.min(...open) / leastStage));
  const drawn = layout.stages.flatMap((column) => {
    const stage = map.stages.find((one) => one.id === column.id);
    return stage ? [{ column, stage, head: drawStageHead(stage, column, column.width / own, words) }] : [];
  });
  const height = Math.max(0, ...drawn.map(({ head }) => head.height * own));
  const top = -height - bar * scale;
  const groups = drawn.map(({ column, stage, head }): SceneGroup => {
    const rule: SceneItem[] =
      column.index === 0
        ? []
        : [
            {
              kind: 'path',
              commands: [
                ['M', 0, 0],
                ['L', 0, height],
              ],
              stroke: { colour: 'line', width: scale },
            },
          ];
    return {
      id: `sheet.stage.${column.id}`,
      role: 'stage-head',
      recordId: column.id,
      title: stage.name,
      origin: { x: column.x, y: top },
      box: { x: column.x - scale, y: top, width: column.width + scale, height },
      items: [...rule, ...scaleItems(head.items, own, 0, 0)],
    };
  });
  return { groups, height };
}

function laneHeads(map: JourneyMap, layout: MapLayout, scale: number) {
  const names = new Map(map.lanes.map((lane) => [lane.id, lane.name]));
  const draw = (own: number) =>
    layout.lanes.map((row) => ({ row, head: drawLaneHead(row, names.get(row.id) ?? '', own) }));
  let own = scale * laneBoost;
  let drawn = draw(own);
  while (own > 1 && drawn.some(({ row, head }) => head.height * own > row.height)) {
    own = Math.max(1, own - step);
    drawn = draw(own);
  }
  const width = laneHead.width * own;
  const left = -width - bar * scale;
  const groups = drawn.map(({ row, head }, index): SceneGroup => {
    const items: SceneItem[] = [...scaleItems(head.items, own, 0, 0)];
    if (row.behind) items.unshift({ kind: 'rect', x: 0, y: 0, width, height: row.height, fill: 'paper-2' });
    if (index < drawn.length - 1) {
      items.push({
        kind: 'path',
        commands: [
          ['M', 0, row.height],
          ['L', width, row.height],
        ],
        stroke: { colour: 'line', width: scale },
      });
    }
    return {
      id: `sheet.lane.${row.id}`,
      role: 'lane-head',
      recordId: row.id,
      title: names.get(row.id) ?? '',
      origin: { x: left, y: row.y },
      box: { x: left, y: row.y, width, height: row.height + scale },
      items,
    };
  });
  return { groups, width };
}
