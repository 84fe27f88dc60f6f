/** The last line of a sheet: how much is on it, how much of it was measured, whose it is. In sheet units. */
import type { JourneyMap } from '../model/journeyMap.ts';
import { effectiveScore, journeyTouchpoints } from '../model/sequence.ts';
import type { SheetWords } from '../words/sheet.ts';
import type { MapLayout } from './mapLayout.ts';
import type { SceneItem } from './scene.ts';
import type { SheetPart } from './sheetParts.ts';
import { textBlock } from './textBlock.ts';

const baseline = 24;
const gap = 10;

/** The sheet line in a given width; stages and lanes are counted as they are drawn: those of a part, not of the whole map. */
export function drawSheetLine(
  map: JourneyMap,
  { stages, lanes }: Pick<MapLayout, 'stages' | 'lanes'>,
  { words, withNames }: { readonly words: SheetWords; readonly withNames: boolean },
  width: number,
): SheetPart {
  const rule: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 0, 0],
      ['L', width, 0],
    ],
    stroke: { colour: 'hair', width: 1 },
  };
  const product = textBlock(withNames ? 'Touchline' : '', {
    role: 'sheet-name',
    fill: 'ink',
    x: 0,
    y: baseline,
    width,
    mostLines: 1,
  });
  const owner = textBlock(withNames ? (map.brand?.name ?? '') : '', {
    role: 'goal',
    fill: 'ink-2',
    x: width,
    y: baseline,
    width: width / 3,
    mostLines: 1,
    align: 'end',
  });
  const facts = textBlock(
    `${words.sheetLine(stages.length, lanes.length, map.touchpoints.length)}  ·  ${evidenceOf(map, words)}`,
    {
      role: 'goal',
      fill: 'ink-2',
      x: product.width === 0 ? 0 : product.width + gap,
      y: baseline,
      width: Math.max(1, width - product.width - owner.width - 3 * gap),
      mostLines: 2,
    },
  );
  return {
    items: [rule, ...product.items, ...facts.items, ...owner.items],
    height: baseline + (facts.lines - 1) * 16,
  };
}

function evidenceOf(map: JourneyMap, words: SheetWords): string {
  const rated = journeyTouchpoints(map).filter(
    (touchpoint) => effectiveScore(touchpoint, 'emotion', map) !== null,
  );
  if (rated.length === 0) return words.noEvidence;
  const count = (level: 'assumed' | 'observed' | 'measured'): number =>
    rated.filter((touchpoint) => touchpoint.evidenceLevel === level).length;
  return words.evidence(count('measured'), count('observed'), count('assumed'), rated.length);
}
