/**
 * All heads of a sheet, one group each, and how much room they need. Relative to the grid's corner, so stage heads have
 * negative y and lane heads negative x. Enlarged as far as the narrowest stage and the lowest lane let their names
 * stay whole.
 */
import { meanEmotions } from '../analysis/meanEmotions.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { signed, type SceneWords } from '../words/scene.ts';
import { faceItems } from './faces.ts';
import { drawLaneHead, drawStageHead, laneHead, stageHead } from './heads.ts';
import type { MapLayout } from './mapLayout.ts';
import { fontFor } from './measureText.ts';
import { markItems } from './overlays/markItems.ts';
import { scaleItems } from './scaleItems.ts';
import type { SceneGroup, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

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
const step = 0.1;
/** As thick as the scale bar between heads and grid. */
const bar = 7;
const averageHeight = 36;
/** The letter of a folded stage stands above that. */
const foldedLift = -12;

/** What the checks found about a stage or lane, by its id. */
export type HeadMarks = ReadonlyMap<string, string>;

/** The heads of all stages and lanes of a layout on a sheet of this scale. */
export function layoutHeads(
  map: JourneyMap,
  layout: MapLayout,
  { words, scale, marks }: { readonly words: SceneWords; readonly scale: number; readonly marks: HeadMarks },
): SheetHeads {
  const stages = stageHeads(map, layout, words, scale, marks);
  const lanes = laneHeads(map, layout, scale, marks);
  return { groups: [...stages.groups, ...lanes.groups], stageHeight: stages.height, laneWidth: lanes.width };
}

function stageHeads(map: JourneyMap, layout: MapLayout, words: SceneWords, scale: number, marks: HeadMarks) {
  const open = layout.stages.filter((column) => !column.collapsed).map((column) => column.width);
  const most = Math.max(1, Math.min(scale * stageBoost, Math.min(...open) / leastStage));
  const draw = (own: number) =>
    layout.stages.flatMap((column) => {
      const stage = map.stages.find((one) => one.id === column.id);
      return stage ? [{ column, stage, head: drawStageHead(stage, column, column.width / own, words) }] : [];
    });
  const own = downwards(most).find((one) => draw(one).every(({ head }) => head.isCompact)) ?? 1;
  const drawn = draw(own);
  const height = Math.max(0, ...drawn.map(({ head }) => head.height * own));
  const top = -height - bar * scale;
  const means = meanEmotions(map);
  const groups = drawn.map(({ column, stage, head }): SceneGroup => {
    const rule: SceneItem[] =
      column.x === 0
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
      title: marked(stage.name, marks.get(column.id)),
      origin: { x: column.x, y: top },
      box: { x: column.x - scale, y: top, width: column.width + scale, height },
      items: [
        ...rule,
        ...(column.collapsed ? averageItems(means.get(column.index), column.width, height, scale) : []),
        ...scaleItems(head.items, own, 0, column.collapsed ? foldedLift * own : 0),
        ...(marks.has(column.id) ? stageMark(column, own) : []),
      ],
    };
  });
  return { groups, height };
}

/** Below the letter; above it in a folded stage, whose foot says its mean emotion. */
function stageMark({ collapsed, width }: { collapsed: boolean; width: number }, own: number): SceneItem[] {
  return collapsed
    ? markItems('warning', width / 2, 7 * own, Math.min(0.8 * own, width / 24))
    : markItems('warning', (stageHead.letterX + 9) * own, 52 * own, 0.75 * own);
}

/** Below the number; in a low lane behind the name. */
function laneMark(height: number, width: number, own: number): SceneItem[] {
  return height / own < laneHead.baseline + 26
    ? markItems('warning', width - 8 * own, height / 2, 0.6 * own)
    : markItems('warning', (laneHead.numberX + 5) * own, (laneHead.baseline + 15) * own, 0.8 * own);
}

/** A name with what was found, for those who hear it. */
function marked(name: string, found: string | undefined): string {
  return found === undefined ? name : `${name} (${found})`;
}

/** The mean emotion of a folded stage at the foot of its head: colour, face and number. */
function averageItems(
  mean: number | undefined,
  width: number,
  height: number,
  scale: number,
): readonly SceneItem[] {
  if (mean === undefined) return [];
  const band = emotionBand(mean);
  const tall = Math.min(height * 0.55, averageHeight * scale);
  const block: SceneItem = {
    kind: 'rect',
    x: 0,
    y: height - tall,
    width,
    height: tall,
    fill: `emotion-${band}`,
  };
  const { font } = fontFor('emotion-number', 'latin');
  const number = Math.min(font.size, tall * 0.36);
  const face = Math.min(width, tall - number) * 0.8;
  return [
    block,
    ...faceItems(band, width / 2, height - tall + tall * 0.06 + face / 2, face, `on-${band}`),
    ...textItems(
      signed(mean),
      width / 2,
      height - tall * 0.1,
      { ...font, size: number },
      `on-${band}`,
      'middle',
    ),
  ];
}

/** What one line of a folded lane needs, in head units. */
const foldedHeight = 22;
/** Wider heads rather than smaller names. */
const widths: readonly number[] = [laneHead.width, 176, 210];

interface LaneScale {
  readonly own: number;
  readonly width: number;
}

/** Scales to try, from the most wished one to 1. */
function downwards(most: number): number[] {
  const steps = Math.max(0, Math.ceil((most - 1) / step));
  return Array.from({ length: steps + 1 }, (_, index) => Math.max(1, most - index * step));
}

function laneHeads(map: JourneyMap, layout: MapLayout, scale: number, marks: HeadMarks) {
  const names = new Map(map.lanes.map((lane) => [lane.id, lane.name]));
  const wished = downwards(scale * laneBoost).flatMap((own) =>
    widths.map((width): LaneScale => ({ own, width })),
  );
  const fits = ({ own, width }: LaneScale): boolean =>
    layout.lanes.every(
      (row) => drawLaneHead(row, names.get(row.id) ?? '', own, width).height * own <= row.height,
    );
  const chosen = wished.find(fits) ?? {
    own: 1,
    width: widths[widths.length - 1] ?? laneHead.width,
  };
  const { own } = chosen;
  const drawn = layout.lanes.map((row) => {
    const scaleOfRow = row.collapsed ? Math.min(own, row.height / foldedHeight) : own;
    const head = drawLaneHead(row, names.get(row.id) ?? '', scaleOfRow, chosen.width);
    // Numbers stand below each other, whatever the scale.
    return { row, items: scaleItems(head.items, scaleOfRow, laneHead.numberX * (own - scaleOfRow), 0) };
  });
  const width = chosen.width * own;
  const left = -width - bar * scale;
  const groups = drawn.map(({ row, items: lettering }, index): SceneGroup => {
    const items: SceneItem[] = [...lettering];
    if (row.behind) items.unshift({ kind: 'rect', x: 0, y: 0, width, height: row.height, fill: 'paper-2' });
    if (marks.has(row.id)) items.push(...laneMark(row.height, width, own));
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
      title: marked(names.get(row.id) ?? '', marks.get(row.id)),
      origin: { x: left, y: row.y },
      box: { x: left, y: row.y, width, height: row.height + scale },
      items,
    };
  });
  return { groups, width };
}
