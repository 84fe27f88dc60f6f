/** A reading of the metrics lane: its metric, value, how many answers and when. */
import type { Metric, Reading } from '../model/journeyMap.ts';
import { plain, signed, type SceneWords } from '../words/scene.ts';
import type { Drawn } from './drawn.ts';
import { fontOf, larger } from './lettering.ts';
import { fontFor, measureText } from './measureText.ts';
import type { Detail, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

/** Decimals and form of a metric's value. */
export function metricText(metric: Metric, value: number, words: SceneWords): string {
  switch (metric) {
    case 'nps':
      return value > 0 ? `+${plain(value, 0)}` : plain(value, 0);
    case 'emotion':
    case 'sentiment':
      return signed(value);
    case 'ces':
    case 'rating':
    case 'importance':
    case 'performance':
      return plain(value, 1);
    case 'conversion':
      return words.percent(Math.round(value * 1000) / 1000);
    case 'csat':
    case 'target-reach':
    case 'mind-share':
    case 'wallet-share':
    case 'market-share':
    case 'repurchase':
    case 'referral':
      return words.percent(Math.round(value * 10) / 1000);
    case 'reached':
    case 'passed':
    case 'cost':
    case 'response-min':
    case 'resolution-min':
      return plain(value, 0);
  }
}

/** A reading: metric, value, how many answers and when. */
export function drawReading(reading: Reading, words: SceneWords, detail: Detail): Drawn {
  const name = words.metric[reading.metric];
  const value = metricText(reading.metric, reading.value, words);
  const facts = [reading.n === null ? '' : words.readingCount(reading.n), words.date(reading.at)]
    .filter((text) => text !== '')
    .join(' · ');
  const nameFont = fontOf('channel', name);
  const valueFont = larger(fontFor('cell-title', 'latin').font, 17, 600);
  const factsFont = fontOf('owner', facts);
  const width =
    10 +
    Math.max(measureText(name, nameFont), measureText(value, valueFont) + 8 + measureText(facts, factsFont));
  const rule: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 0.5, 0],
      ['L', 0.5, 40],
    ],
    stroke: { colour: 'line', width: 1 },
  };
  if (detail === 'blocks')
    return { width, height: 40, items: [{ kind: 'rect', x: 0, y: 4, width, height: 30, fill: 'hair' }] };
  const items = [
    rule,
    ...textItems(name, 10, 13, nameFont, 'ink-2'),
    ...textItems(value, 10, 34, valueFont, 'ink'),
    ...(detail === 'full'
      ? textItems(facts, 10 + measureText(value, valueFont) + 8, 34, factsFont, 'ink-3')
      : []),
  ];
  return { width, height: 40, items };
}
