/** The survey of a sheet: what the analyses say of the whole map, five figures at most. In sheet units. */
import { momentsOfTruth } from '../analysis/momentsOfTruth.ts';
import { peakEnd } from '../analysis/peakEnd.ts';
import { sieve } from '../analysis/sieve.ts';
import { signed } from '../words/scene.ts';
import { fontFor } from './measureText.ts';
import type { SceneItem } from './scene.ts';
import type { LegendSources, SheetPart } from './sheetParts.ts';
import { textBlock } from './textBlock.ts';
import { textItems } from './textItems.ts';

const row = { pitch: 39, figureRight: 86, textX: 102, baseline: 22 } as const;

/** Mean, peak, peak-end (A4), the whole sieve (A5), moments of truth (A10); null when nothing can be computed. */
export function drawSurvey({ map, words }: LegendSources, width: number): SheetPart | null {
  const remembered = peakEnd(map, null);
  const passed = sieve(map)?.chain.at(-1)?.cumulative ?? null;
  const { present, moments } = momentsOfTruth(map);
  const counted = [present.zero, present.first, present.second].filter(Boolean).length;
  const title = map.touchpoints.find(({ id }) => id === remembered?.peak.id)?.title ?? '';
  const rows = [
    ...(remembered
      ? [
          { figure: signed(remembered.mean), text: words.mean },
          { figure: signed(remembered.peak.emotion), text: words.peak(title) },
          { figure: signed(remembered.score), text: words.peakEnd },
        ]
      : []),
    ...(passed === null ? [] : [{ figure: words.percent(passed), text: words.sieve }]),
    ...(moments.length === 0 ? [] : [{ figure: words.of(counted, 3), text: words.momentsPresent }]),
  ];
  if (rows.length === 0) return null;
  const { font } = fontFor('figure-large', 'latin');
  const items = rows.flatMap(({ figure, text }, index): SceneItem[] => {
    const y = index * row.pitch;
    const rule: SceneItem = {
      kind: 'path',
      commands: [
        ['M', 0, y - 5],
        ['L', width, y - 5],
      ],
      stroke: { colour: 'hair', width: 1 },
    };
    const label = textBlock(text, {
      role: 'legend-text',
      fill: 'ink',
      x: row.textX,
      y: y + row.baseline,
      width: width - row.textX,
      mostLines: 1,
    });
    return [
      ...(index > 0 ? [rule] : []),
      ...textItems(figure, row.figureRight, y + row.baseline, font, 'ink', 'end'),
      ...label.items,
    ];
  });
  return { items, height: rows.length * row.pitch };
}
