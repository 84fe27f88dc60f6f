/** The channels of one stage as chips: form, name, how many touchpoints, how people feel there on average. */
import { emotionBand } from '../model/emotionBand.ts';
import type { Channel } from '../model/journeyMap.ts';
import { signed, type SceneWords } from '../words/scene.ts';
import { fitLine } from './breakLines.ts';
import type { Drawn } from './drawn.ts';
import { faceItems } from './faces.ts';
import { channelGlyph } from './glyphs.ts';
import { fontOf } from './lettering.ts';
import { fontFor, measureText } from './measureText.ts';
import type { Detail, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

export interface ChannelUse {
  readonly channel: Channel;
  readonly count: number;
  readonly meanEmotion: number | null;
}

const rowHeight = 24;

/** The channels of one stage as chips, wrapped in its width. */
export function drawChannels(
  uses: readonly ChannelUse[],
  width: number,
  words: SceneWords,
  detail: Detail,
): Drawn {
  const items: SceneItem[] = [];
  let x = 0;
  let row = 0;
  for (const use of uses) {
    const chip = channelChip(use, Math.min(width, 260), words, detail);
    if (x > 0 && x + chip.width > width) {
      x = 0;
      row += 1;
    }
    items.push(...chip.at(x, row * rowHeight));
    x += chip.width + 12;
  }
  return { width, height: uses.length === 0 ? 0 : (row + 1) * rowHeight, items };
}

function channelChip(
  { channel, count, meanEmotion }: ChannelUse,
  most: number,
  words: SceneWords,
  detail: Detail,
): { width: number; at: (x: number, y: number) => SceneItem[] } {
  const font = fontOf('channel', channel.name);
  const times = count > 1 ? words.times(count) : '';
  const timesFont = fontOf('owner', times);
  const numberFont = fontFor('gauge-number', 'latin').font;
  const number = meanEmotion === null ? words.notRated : signed(meanEmotion);
  const rest =
    18 +
    (times === '' ? 0 : 5 + measureText(times, timesFont)) +
    7 +
    16 +
    3 +
    measureText(number, numberFont);
  const name = fitLine(channel.name, font, Math.max(20, most - rest));
  const nameWidth = name?.width ?? 0;
  const width = rest + nameWidth;
  const band = meanEmotion === null ? null : emotionBand(meanEmotion);
  return {
    width,
    at: (x, y) => {
      if (detail === 'blocks') return [{ kind: 'rect', x, y: y + 3, width, height: 14, fill: 'hair' }];
      const afterName = x + 18 + nameWidth;
      const afterTimes = times === '' ? afterName : afterName + 5 + measureText(times, timesFont);
      const face = afterTimes + 7;
      return [
        ...channelGlyph(channel.form, x, y + 4, 13, 'ink-2'),
        ...(name ? textItems(name.text, x + 18, y + 14, font, 'ink') : []),
        ...textItems(times, afterName + 5, y + 14, timesFont, 'ink-3'),
        {
          kind: 'rect',
          x: face,
          y: y + 2,
          width: 16,
          height: 16,
          fill: band ? (`emotion-${band}` as const) : 'paper-2',
        },
        ...faceItems(band, face + 8, y + 10, 14, band ? (`on-${band}` as const) : 'ink-3'),
        ...textItems(number, face + 19, y + 14, numberFont, 'ink'),
      ];
    },
  };
}
