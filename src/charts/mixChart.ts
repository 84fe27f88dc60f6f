/**
 * Media mix (A8): owned, paid, earned and shared as parts of a bar, a row for the whole map by touchpoints, reach and
 * cost, and one a stage. The parts are told apart by how they are filled (solid, hatched, tinted, lined).
 */
import type { MediaMix } from '../analysis/mediaMix.ts';
import { hatch, line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { stageLetter } from '../model/address.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { InsightsWords } from '../words/insights.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { textLine } from './pieces.ts';

export const mediaKinds = ['owned', 'paid', 'earned', 'shared'] as const;
type Kind = (typeof mediaKinds)[number];

const row = 26;
const bar = 12;

interface MixRow {
  readonly name: string;
  readonly mix: MediaMix['byCount'];
  /** A rule above it sets it apart. */
  readonly apart?: boolean;
}

export function mixChart(rows: readonly MixRow[], left: number, width: number, facts: ChartFacts): Chart {
  const { words, numbers } = facts;
  const items: SceneItem[] = [];
  const targets: ChartTarget[] = [];
  const wide = width - left - 2;
  for (const [index, { name, mix, apart }] of rows.entries()) {
    const y = index * row;
    if (apart) items.push(line(0, y, width, y, { colour: 'hair', width: 1 }));
    items.push(...textLine(name, 0, y + 17, { size: 12, weight: 500 }, left - 8));
    if (!mix.shares) {
      items.push(...textLine('–', left, y + 17, { fill: 'ink-3' }));
      continue;
    }
    let x = left + 0.5;
    for (const kind of mediaKinds) {
      const own = mix.shares[kind] * wide;
      if (own <= 0) continue;
      items.push(...mediaFill(kind, x, y + 7.5, own, bar));
      targets.push({
        box: { x, y: y + 1, width: Math.max(own, 8), height: 24 },
        label: words.media.target(name, words.media.kinds[kind], numbers.percent(mix.shares[kind])),
        ids: mix.ids[kind],
      });
      x += own;
    }
  }
  return {
    width,
    height: rows.length * row,
    items,
    targets,
    table: {
      columns: [words.media.where, ...mediaKinds.map((kind) => words.media.kinds[kind])],
      rows: rows.map(({ name, mix }) => [
        name,
        ...mediaKinds.map((kind) => (mix.shares ? numbers.percent(mix.shares[kind]) : '–')),
      ]),
    },
  };
}

/** The whole map by number, and by people and cost where they are known; then stage by stage. */
export function mediaRows(
  mix: MediaMix,
  stages: JourneyMap['stages'],
  words: InsightsWords['media'],
): readonly MixRow[] {
  return [
    { name: words.by.byCount, mix: mix.byCount },
    ...(mix.byReached.shares ? [{ name: words.by.byReached, mix: mix.byReached }] : []),
    ...(mix.byCost.shares ? [{ name: words.by.byCost, mix: mix.byCost }] : []),
    ...mix.stages.map(({ byCount }, index) => ({
      name: `${stageLetter(index)} ${stages[index]?.name ?? ''}`,
      mix: byCount,
      apart: index === 0,
    })),
  ];
}

/** How a kind is filled; also for the key. */
export function mediaFill(kind: Kind, x: number, y: number, width: number, height: number): SceneItem[] {
  const frame: SceneItem = {
    kind: 'rect',
    x,
    y,
    width,
    height,
    fill: kind === 'owned' ? 'ink' : kind === 'earned' ? 'emotion-neutral' : 'card',
    stroke: { colour: 'ink', width: 1 },
  };
  if (kind === 'paid') {
    const shape = [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
    return [frame, ...hatch(shape, 6, { colour: 'ink', width: 1.2 }, true)];
  }
  if (kind !== 'shared') return [frame];
  const lines: SceneItem[] = [];
  for (let at = x + 4; at < x + width - 1; at += 4)
    lines.push(line(at, y, at, y + height, { colour: 'line', width: 1 }));
  return [frame, ...lines];
}
