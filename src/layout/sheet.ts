/**
 * The sheet (poster): the whole map as a printed plan. Title block, double frame, scale bars on all four sides, heads
 * of stages and lanes, the grid itself, end labels of the curves in a gutter, free elements beside the frame, legend, sheet line.
 *
 * In:  a map, its layout, words for the sheet and for the scene.
 * Out: one scene in map units, (0, 0) at the sheet's corner; groups keep the ids they have in the layout.
 * The sheet's own lettering grows with the map's width, so that it can be read when the whole sheet is printed small.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import type { SheetWords } from '../words/sheet.ts';
import { drawEndLabels } from './endLabels.ts';
import { drawFrame, type FrameBoxes } from './sheetFrame.ts';
import { layoutHeads, type HeadMarks } from './sheetHeads.ts';
import { drawLegend } from './sheetLegend.ts';
import { drawSheetLine } from './sheetLine.ts';
import { drawSheetTitle } from './sheetTitle.ts';
import type { Sign } from './overlays/markItems.ts';
import type { OverlayKey, SheetPart } from './sheetParts.ts';
import type { MapLayout } from './mapLayout.ts';
import { moveItems, scaleItems } from './scaleItems.ts';
import type { Point, Scene, SceneGroup, SceneItem } from './scene.ts';
import { besideGap } from './sizes.ts';

export interface SheetOptions {
  readonly words: SheetWords;
  readonly sceneWords: SceneWords;
  /** Parts that are left out when they are false. */
  readonly parts?: SheetParts;
  /** Below the title: which part of the map this is. */
  readonly partOf?: string;
  /** The overlay that the layout was drawn with. */
  readonly overlay?: OverlayKey | null;
  /** How much larger than its own size the sheet's lettering may be (default: twice): it need not grow where nothing is printed small. */
  readonly mostScale?: number;
  /** What the checks found about stages and lanes, where that is marked. */
  readonly headMarks?: HeadMarks;
  /** The signs of checks on it, for the legend. */
  readonly checkSigns?: readonly Sign[];
}
export interface SheetParts {
  readonly title: boolean;
  readonly date: boolean;
  /** The logo, and the names of product and brand. */
  readonly logo: boolean;
  readonly legend: boolean;
  /** Free elements beside the grid. */
  readonly notes: boolean;
}
/** Nothing left out. */
export const allSheetParts: SheetParts = { title: true, date: true, logo: true, legend: true, notes: true };

/** The group of the logo. */
export const logoId = 'sheet.logo';

const nothing: SheetPart = { items: [], height: 0 };

/** Width in map units at which the sheet's lettering has its own size. */
const usualWidth = 2400;
/** So much its lettering grows at most on a wide map. */
export const usualMost = 2;
/** In sheet units. */
const margin = { side: 56, top: 48, beforeFrame: 30, beforeLegend: 38, beforeLine: 28, bottom: 40 } as const;
const frame = { inset: 8, bar: 7 } as const;
/** Three columns of the legend side by side, so that the sheet of one stage is no ribbon. */
const leastTextWidth = 1120;

/** The sheet of a map. */
export function layoutSheet(
  map: JourneyMap,
  layout: MapLayout,
  {
    words,
    sceneWords,
    parts = allSheetParts,
    partOf = '',
    overlay = null,
    headMarks = new Map(),
    checkSigns = [],
    mostScale = usualMost,
  }: SheetOptions,
): Scene {
  const scale = Math.min(mostScale, Math.max(1, layout.width / (usualWidth - 400)));
  const heads = layoutHeads(map, layout, { words: sceneWords, scale, marks: headMarks });
  const bar = frame.bar * scale;
  const labels = drawEndLabels(layout, layout.width + bar, scale);
  const side = margin.side * scale;
  const inset = frame.inset * scale;
  const innerWidth = heads.laneWidth + bar + layout.width + bar + labels.gutter;
  const frameWidth = 2 * inset + innerWidth;
  // Text of title and legend begins with the inner frame, also beside a map that is narrower than they are.
  const textWidth = Math.max(leastTextWidth, innerWidth / scale);
  const frameLeft = side;

  const title = parts.title
    ? drawSheetTitle(map, { words, partOf, withDate: parts.date, withLogo: parts.logo }, textWidth)
    : { ...nothing, logo: [] };
  const frameTop = (margin.top + (parts.title ? title.height + margin.beforeFrame : 0)) * scale;
  const grid: Point = {
    x: frameLeft + inset + heads.laneWidth + bar,
    y: frameTop + inset + heads.stageHeight + bar,
  };
  const boxes: FrameBoxes = {
    outer: {
      x: frameLeft,
      y: frameTop,
      width: frameWidth,
      height: 2 * (inset + bar) + heads.stageHeight + layout.height,
    },
    grid: { ...grid, width: layout.width, height: layout.height },
    inset,
    bar,
    laneWidth: heads.laneWidth,
    stageHeight: heads.stageHeight,
  };
  const legend = parts.legend
    ? drawLegend({ map, layout, words, sceneWords, overlay, checkSigns }, textWidth)
    : { ...nothing, columns: [] };
  const beside = besideFrame(
    parts.notes ? layout : { ...layout, groups: [] },
    boxes,
    margin.beforeLegend * scale,
  );
  const width = Math.max(2 * (side + inset) + textWidth * scale, beside.right + side);
  const legendTop = Math.max(frameTop + boxes.outer.height, beside.bottom) + margin.beforeLegend * scale;
  const lineTop = legendTop + (parts.legend ? legend.height + margin.beforeLine : 0) * scale;
  const sheetLine = drawSheetLine(map, layout, { words, withNames: parts.logo }, (width - 2 * side) / scale);
  const height = lineTop + (sheetLine.height + margin.bottom) * scale;

  const whole = { x: 0, y: 0, width, height };
  const group = (
    id: string,
    role: SceneGroup['role'],
    groupTitle: string,
    items: readonly SceneItem[],
  ): SceneGroup => ({
    id,
    role,
    title: groupTitle,
    origin: { x: 0, y: 0 },
    box: whole,
    items,
  });
  const groups = [
    group(
      'sheet.title',
      'sheet',
      map.map.title,
      scaleItems(title.items, scale, side + inset, margin.top * scale),
    ),
    group(
      logoId,
      'sheet',
      map.brand?.name ?? '',
      scaleItems(title.logo, scale, side + inset, margin.top * scale),
    ),
    ...heads.groups.map((head) => moveGroup(head, { x: grid.x, y: grid.y })),
    ...layout.groups.filter((one) => one.role !== 'element').map((one) => moveGroup(one, grid)),
    group('sheet.frame', 'sheet', '', drawFrame(layout, boxes, scale)),
    ...beside.groups,
    group('sheet.end-labels', 'emotion-curve', '', moveItems(labels.items, grid.x, grid.y)),
    {
      ...group('sheet.legend', 'legend', '', scaleItems(legend.items, scale, side + inset, legendTop)),
      wholes: legend.columns.map(({ x, y, width: across, height: tall }) => ({
        x: x * scale + side + inset,
        y: y * scale + legendTop,
        width: across * scale,
        height: tall * scale,
      })),
    },
    group('sheet.line', 'sheet', '', scaleItems(sheetLine.items, scale, side, lineTop)),
  ];
  const language = map.map.language === 'en' ? 'en' : 'zh';
  const drawn = groups.filter(
    ({ role, items }) => items.length > 0 || (role !== 'sheet' && role !== 'legend'),
  );
  return { width, height, title: map.map.title, language, background: 'paper', groups: drawn };
}

/** Free elements: on the same side of the frame on which they lie beside the grid. */
function besideFrame(
  layout: MapLayout,
  { outer, grid }: FrameBoxes,
  gap: number,
): { readonly groups: readonly SceneGroup[]; readonly right: number; readonly bottom: number } {
  const below: Point = {
    x: grid.x,
    y: outer.y + outer.height + gap - (layout.height + besideGap),
  };
  const toRight: Point = { x: outer.x + outer.width + gap - (layout.width + besideGap), y: grid.y };
  const groups = layout.groups
    .filter(({ role }) => role === 'element')
    .map((one) =>
      moveGroup(one, layout.elements.get(one.recordId ?? '')?.side === 'right' ? toRight : below),
    );
  return {
    groups,
    right: Math.max(0, ...groups.map(({ box }) => box.x + box.width)),
    bottom: Math.max(0, ...groups.map(({ box }) => box.y + box.height)),
  };
}

function moveGroup(group: SceneGroup, by: Point): SceneGroup {
  const { origin, box } = group;
  return {
    ...group,
    items: group.items,
    origin: { x: origin.x + by.x, y: origin.y + by.y },
    box: { ...box, x: box.x + by.x, y: box.y + by.y },
  };
}
