/**
 * What stands on a journey card below its title: channel and owner, the two scores, how far personas differ. Items are
 * relative to the card's upper left corner; those that many cards have alike are the same.
 */
import type { Channel } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import { plain, type SceneWords } from '../words/scene.ts';
import { fitLine } from './breakLines.ts';
import { drawOnce } from './drawOnce.ts';
import { barItems } from './gauge.ts';
import { channelGlyph } from './glyphs.ts';
import { fontOf } from './lettering.ts';
import { fontFor } from './measureText.ts';
import type { SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

/** Where a card's texts begin, and how wide they may be. */
export const textX = 46;
export const textWidth = 152;

/** A shorter remnant of an owner's name tells nobody anything. */
const leastCutOwner = 24;
const chip = { y: 52, height: 17, glyph: 12, textMost: 96, baseline: 64.5 } as const;

/** The channel's chip, and the owner in the room that is left. */
export function channelLine(channel: Channel | null, name: string): SceneItem[] {
  const drawn = channel && chipOf(channel);
  const items = drawn ? [...drawn.items] : [];
  const x = textX + (drawn ? drawn.width + 7 : 0);
  const left = textX + textWidth - x;
  const font = fontOf('owner', name);
  const owner = left >= 18 ? fitLine(name, font, left) : null;
  if (owner && (owner.text === name || owner.width >= leastCutOwner))
    items.push(...textItems(owner.text, x, chip.baseline, font, 'ink-3'));
  return items;
}

interface Chip {
  readonly width: number;
  readonly items: readonly SceneItem[];
}
const chips = new WeakMap<Channel, Chip>();

/** A channel's chip, the same on every card. */
function chipOf(channel: Channel): Chip {
  const drawn = chips.get(channel) ?? drawChip(channel);
  chips.set(channel, drawn);
  return drawn;
}

function drawChip({ name, form }: Channel): Chip {
  const font = fontOf('channel', name);
  const line = fitLine(name, font, chip.textMost);
  const width = 5 + chip.glyph + 3 + (line?.width ?? 0) + 6;
  const items: readonly SceneItem[] = [
    {
      kind: 'rect',
      x: textX + 0.5,
      y: chip.y + 0.5,
      width: width - 1,
      height: chip.height - 1,
      radius: 2,
      fill: 'paper',
      stroke: { colour: 'hair', width: 1 },
    },
    ...channelGlyph(form, textX + 5, chip.y + 2.5, chip.glyph, 'ink-2'),
    ...(line ? textItems(line.text, textX + 5 + chip.glyph + 3, chip.baseline, font, 'ink-2') : []),
  ];
  return { width, items };
}

const gauge = { baseline: 87.5, second: 122 } as const;

interface Scores {
  readonly words: SceneWords;
  readonly importance: number | null;
  readonly performance: number | null;
}

export function gauges({ words, importance, performance }: Scores): SceneItem[] {
  const draw = (label: string, value: number | null, x: number): readonly SceneItem[] =>
    (isGiven(value) ? givenGauge : gaugeItems)(label, value, x, words.notRated);
  return [
    ...draw(words.importance, importance, textX),
    ...draw(words.performance, performance, gauge.second),
  ];
}

/** What people give has five values; what was measured may be any number. */
function isGiven(value: number | null): boolean {
  return value === null || (Number.isInteger(value) && value >= 1 && value <= 5);
}

/** Label, number and a bar of five parts; "–" and no bar when it is not assessed. */
function gaugeItems(label: string, value: number | null, x: number, none: string): readonly SceneItem[] {
  const { baseline } = gauge;
  const labelFont = fontOf('gauge', label);
  const { font } = fontFor('gauge-number', 'latin');
  const labelItems = textItems(label, x, baseline, labelFont, 'ink-2');
  const at = x + endOf(labelItems, x) + 4;
  const numberItems = textItems(value === null ? none : plain(value), at, baseline, font, 'ink');
  if (value === null) return [...labelItems, ...numberItems];
  const bar = barItems(value, at + endOf(numberItems, at) + 4, baseline - 6.5);
  return [...labelItems, ...numberItems, ...bar];
}
const givenGauge = drawOnce(gaugeItems);

function endOf(items: readonly SceneItem[], x: number): number {
  const last = items.at(-1);
  return last?.kind === 'text' ? last.x + last.width - x : 0;
}

/** How far personas differ, below the number: a double-headed tick and the difference. */
export function spreadItems(spread: number | null, ink: Paint): SceneItem[] {
  if (spread === null) return [];
  const { font } = fontFor('gauge-number', 'latin');
  return [
    {
      kind: 'path',
      commands: [
        ['M', 5.5, 67],
        ['L', 7.5, 64],
        ['L', 9.5, 67],
        ['M', 7.5, 64],
        ['L', 7.5, 76],
        ['M', 5.5, 73],
        ['L', 7.5, 76],
        ['L', 9.5, 73],
      ],
      stroke: { colour: ink, width: 1.1 },
    },
    ...textItems(plain(spread), 22, 74, font, ink, 'middle'),
  ];
}
