/**
 * The foot of a sheet, for pages that show the sheet in parts: legend and sheet line once more, in a width of their own. On
 * the sheet they are as wide as the map and lettered for it; a page of a paper could show only pieces of them.
 *
 * In:  what the sheet was made from, and the page's room in map units. Out: a scene of its own, at the lettering's own size, or
 *      wider than the page, to be shown smaller, where it would be too high; null where the sheet has neither of both.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { MapLayout } from './mapLayout.ts';
import { moveItems } from './scaleItems.ts';
import type { Box, Scene, SceneGroup, SceneItem } from './scene.ts';
import { allSheetParts, type SheetOptions } from './sheet.ts';
import { drawLegend } from './sheetLegend.ts';
import { drawSheetLine } from './sheetLine.ts';

/** Between legend and sheet line, and below it. */
const gaps = { beforeLine: 28, bottom: 6 } as const;
/** So much smaller than usual its lettering can still be read on paper. */
const smallest = 0.7;
const steps = 6;

export function layoutFoot(
  map: JourneyMap,
  layout: MapLayout,
  options: SheetOptions,
  room: { readonly width: number; readonly height: number },
): Scene | null {
  if (!(options.parts ?? allSheetParts).legend) return null;
  for (let step = 0; step <= steps; step += 1) {
    const scale = 1 - ((1 - smallest) * step) / steps;
    const foot = footOf(map, layout, options, room.width / scale);
    if (foot.height * scale <= room.height) return foot;
  }
  return footOf(map, layout, options, room.width);
}

function footOf(
  map: JourneyMap,
  layout: MapLayout,
  { words, sceneWords, parts = allSheetParts, overlay = null, checkSigns = [] }: SheetOptions,
  width: number,
): Scene {
  const legend = drawLegend({ map, layout, words, sceneWords, overlay, checkSigns }, width);
  const line = drawSheetLine(map, layout, { words, withNames: parts.logo }, width);
  const lineTop = legend.height + gaps.beforeLine;
  const height = lineTop + line.height + gaps.bottom;
  const whole = { x: 0, y: 0, width, height };
  const group = (
    id: string,
    role: SceneGroup['role'],
    items: readonly SceneItem[],
    wholes: readonly Box[],
  ) => ({
    id,
    role,
    title: '',
    origin: { x: 0, y: 0 },
    box: whole,
    items,
    ...(wholes.length > 0 ? { wholes } : {}),
  });
  const groups = [
    group('foot.legend', 'legend', legend.items, legend.columns),
    group('foot.line', 'sheet', moveItems(line.items, 0, lineTop), []),
  ];
  const language = map.map.language === 'en' ? 'en' : 'zh';
  return { width, height, title: map.map.title, language, background: 'paper', groups };
}
