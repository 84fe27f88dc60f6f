/**
 * What the lanes show that are drawn from data: moments of truth and readings and sieves under their
 * touchpoints, channels and media by stage. Each entry comes with its size and items relative to its corner.
 */
import type { SieveMember } from '../analysis/sieve.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { Channel, Media, Metric, Moment, Reading } from '../model/journeyMap.ts';
import { plain, signed, type SceneWords } from '../words/scene.ts';
import { breakLines, fitLine } from './breakLines.ts';
import { larger } from './drawCard.ts';
import { faceItems } from './faces.ts';
import { channelGlyph } from './glyphs.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import { pinItems } from './pins.ts';
import type { Detail, Font, SceneItem } from './scene.ts';
import { pin } from './sizes.ts';
import { textItems } from './textItems.ts';
import type { TypeRoleName } from '../theme/type.ts';

/** An entry without its place. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

function fontOf(role: TypeRoleName, text: string): Font {
  return fontFor(role, scriptOf(text)).font;
}

const questionWidth = 184;
const largestQuestion = 230;

/** The pin of a moment, and the question people decide there. */
export function drawMoment(moment: Moment, words: SceneWords, detail: Detail): Drawn {
  const text = moment.question === '' ? words.momentOf[moment.kind] : moment.question;
  const font = fontOf('delivery-title', text);
  const lines = breakLines(text, font, questionWidth, 4);
  const textHeight = Math.max(1, lines.length) * 16;
  const height = Math.max(pin.height + 4, textHeight + 4);
  const x = 2 * pin.radius + 12;
  const large = larger(font, 19, 500);
  // Wide enough for the larger line seen from farther away, so that nothing moves from one zoom to the next.
  const largeWidth = Math.min(measureText(text, large), largestQuestion);
  const width = x + lines.reduce((most, line) => Math.max(most, line.width), largeWidth);
  const middle = height / 2;
  const [pinX, pinHeight] = [pin.radius + 2, pin.height];
  const smallPin = pinItems(moment.kind, pinX, middle + pinHeight / 2, pinHeight);
  switch (detail) {
    case 'full': {
      const top = (height - textHeight) / 2 + 12.5;
      const items = lines.flatMap((line, index) => textItems(line.text, x, top + index * 16, font, 'ink'));
      return { width, height, items: [...smallPin, ...items] };
    }
    case 'titles': {
      const line = fitLine(text, large, width - x);
      return {
        width,
        height,
        items: [...smallPin, ...textItems(line?.text ?? '', x, middle + 6.5, large, 'ink')],
      };
    }
    case 'blocks':
      return { width, height, items: pinItems(moment.kind, pinX + 6, middle + 26, 52) };
  }
}

const bar = { width: 96, height: 7 } as const;
const funnelWidth = 26;

/** A sieve: its body with the mesh, "306 → 214", a bar, percent. Side members are dashed. */
export function drawSieve(member: SieveMember, isSide: boolean, words: SceneWords, detail: Detail): Drawn {
  const counts = [member.reached, member.passed]
    .filter((count) => count !== null)
    .map((count) => plain(count, 0));
  const title = counts.join(' → ');
  const titleFont = fontFor('cell-title', 'latin').font;
  const percent =
    member.share === null ? words.notRated : words.percent(Math.round(member.share * 1000) / 1000);
  const below = member.share === null ? percent : words.getThrough(`${member.derived ? '≈ ' : ''}${percent}`);
  const belowFont = fontOf('owner', below);
  const x = funnelWidth + 10;
  const large = larger(titleFont, 19, 600);
  const largeTitle = title === '' ? percent : title;
  const width = x + Math.max(bar.width, measureText(largeTitle, large), measureText(below, belowFont));
  const items: SceneItem[] = [...sieveBody(member.share, isSide)];
  if (detail === 'blocks') return { width, height: 46, items };
  if (detail === 'titles') {
    items.push(...textItems(largeTitle, x, 29, large, 'ink'));
    return { width, height: 46, items };
  }
  items.push(...textItems(title, x, 12, titleFont, 'ink'));
  if (member.share !== null) {
    items.push(
      {
        kind: 'rect',
        x: x + 0.5,
        y: 19.5,
        width: bar.width - 1,
        height: bar.height - 1,
        stroke: { colour: 'ink', width: 1 },
      },
      {
        kind: 'rect',
        x,
        y: 19,
        width: bar.width * Math.min(1, Math.max(0, member.share)),
        height: bar.height,
        fill: 'ink',
      },
    );
  }
  items.push(...textItems(below, x, 40, belowFont, 'ink-2'));
  return { width, height: 46, items };
}

/** The body narrows to the share that passes; what is stuck before the mesh is hatched. */
function sieveBody(share: number | null, isSide: boolean): SceneItem[] {
  const height = 40;
  const middle = 22;
  const out = (height / 2) * Math.min(1, Math.max(0.08, share ?? 1));
  const body: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 1, middle - height / 2],
      ['L', 13, middle - height / 2],
      ['L', 17, middle - out],
      ['L', funnelWidth, middle - out],
      ['L', funnelWidth, middle + out],
      ['L', 17, middle + out],
      ['L', 13, middle + height / 2],
      ['L', 1, middle + height / 2],
      ['Z'],
    ],
    fill: 'card',
    stroke:
      isSide || share === null ? { colour: 'ink', width: 1.25, dash: [4, 3] } : { colour: 'ink', width: 1.5 },
  };
  const mesh: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 15, 0],
      ['L', 15, 44],
    ],
    stroke: { colour: 'line', width: 2, dash: [3, 2.5] },
  };
  return share === null ? [body] : [body, mesh];
}

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

export type MediaCounts = Readonly<Record<Media | 'unset', number>>;
const mediaOrder = ['owned', 'paid', 'earned', 'shared', 'unset'] as const;
const thumbnail = { width: 72, height: 54, gap: 8 } as const;

/** Owned, paid, earned and shared touchpoints of one stage, and its evidence images. */
export function drawMedia(
  counts: MediaCounts,
  images: readonly string[],
  width: number,
  words: SceneWords,
  detail: Detail,
): Drawn {
  const items: SceneItem[] = [];
  const total = mediaOrder.reduce((sum, kind) => sum + counts[kind], 0);
  let y = 0;
  if (total > 0) {
    items.push(...mediaBar(counts, total, Math.min(width, 240)));
    y = 18;
    let x = 0;
    for (const kind of mediaOrder) {
      if (counts[kind] === 0) continue;
      const text = `${words.media[kind]} ${counts[kind]}`;
      const font = fontOf('channel', text);
      const entry = 14 + measureText(text, font);
      if (x > 0 && x + entry > width) {
        x = 0;
        y += 18;
      }
      // The room is kept at every detail, so that nothing moves from one zoom to the next.
      if (detail === 'full') {
        items.push(...mediaSign(kind, x, y + 2, 9, 9), ...textItems(text, x + 14, y + 11, font, 'ink-2'));
      }
      x += entry + 12;
    }
    y += 24;
  }
  const inRow = Math.max(1, Math.floor((width + thumbnail.gap) / (thumbnail.width + thumbnail.gap)));
  images.forEach((href, index) => {
    const x = (index % inRow) * (thumbnail.width + thumbnail.gap);
    const top = y + Math.floor(index / inRow) * (thumbnail.height + thumbnail.gap);
    items.push(
      { kind: 'image', x, y: top, width: thumbnail.width, height: thumbnail.height, href },
      {
        kind: 'rect',
        x,
        y: top,
        width: thumbnail.width,
        height: thumbnail.height,
        stroke: { colour: 'line', width: 1 },
      },
    );
  });
  return { width, height: y + Math.ceil(images.length / inRow) * (thumbnail.height + thumbnail.gap), items };
}

function mediaBar(counts: MediaCounts, total: number, width: number): SceneItem[] {
  let x = 0;
  return mediaOrder.flatMap((kind) => {
    if (counts[kind] === 0) return [];
    const part = (counts[kind] / total) * width;
    const items = mediaSign(kind, x, 2, part, 10);
    x += part;
    return items;
  });
}

/** Each kind its own drawing in one ink: solid, open, lower half, a line through, dashed. */
function mediaSign(kind: Media | 'unset', x: number, y: number, width: number, height: number): SceneItem[] {
  const frame = (fill: 'ink' | 'card'): SceneItem => ({
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    fill,
    stroke: { colour: 'ink', width: 1 },
  });
  switch (kind) {
    case 'owned':
      return [frame('ink')];
    case 'paid':
      return [frame('card')];
    case 'earned':
      return [frame('card'), { kind: 'rect', x, y: y + height / 2, width, height: height / 2, fill: 'ink' }];
    case 'shared':
      return [
        frame('card'),
        {
          kind: 'path',
          commands: [
            ['M', x, y + height / 2],
            ['L', x + width, y + height / 2],
          ],
          stroke: { colour: 'ink', width: 2 },
        },
      ];
    case 'unset':
      return [
        {
          kind: 'rect',
          x: x + 0.5,
          y: y + 0.5,
          width: width - 1,
          height: height - 1,
          stroke: { colour: 'line', width: 1, dash: [2, 2] },
        },
      ];
  }
}
