/**
 * A touchpoint's card: journey cards (208 x 100) and delivery cards (184 x 46), at three levels of detail.
 *
 * In: the touchpoint and what is drawn from other records (channel, moments, effective scores).
 * Out: items relative to the card's upper left corner.
 */
import { emotionBand, type EmotionBand } from '../model/emotionBand.ts';
import type { Channel, Moment, Touchpoint } from '../model/journeyMap.ts';
import type { ColourRole, Paint } from '../theme/colours.ts';
import { plain, signed, type SceneWords } from '../words/scene.ts';
import { breakLines, fitLine } from './breakLines.ts';
import { faceItems } from './faces.ts';
import { channelGlyph, starItem } from './glyphs.ts';
import { barItems } from './gauge.ts';
import { fontOf, larger } from './lettering.ts';
import { fontFor } from './measureText.ts';
import type { CardBlock } from './overlay.ts';
import { inPinOrder, pinItems } from './pins.ts';
import type { Detail, Font, RectItem, SceneItem } from './scene.ts';
import { cardMeasures, pin, ruleScale, type CardKind } from './sizes.ts';
import { textItems } from './textItems.ts';

/** What a card shows besides the touchpoint's own fields. */
export interface CardContext {
  readonly kind: CardKind;
  readonly words: SceneWords;
  readonly channel: Channel | null;
  readonly moments: readonly Moment[];
  readonly emotion: number | null;
  readonly importance: number | null;
  readonly performance: number | null;
  /** How far personas differ here (A15), where it is enough to be said; else null. */
  readonly spread: number | null;
}

/** All that a card's drawing depends on: two cards with the same values look the same. */
export function cardInputs(touchpoint: Touchpoint, context: CardContext): readonly unknown[] {
  const { title, owner, key, evidenceLevel } = touchpoint;
  const { kind, words, channel, moments, emotion, importance, performance, spread } = context;
  const fields = [title, owner, key, evidenceLevel];
  return [...fields, kind, words, channel, emotion, importance, performance, spread, ...moments];
}

/** The card's items, relative to its corner; `block` is drawn in place of the emotion. */
export function drawCard(
  touchpoint: Touchpoint,
  context: CardContext,
  detail: Detail,
  block?: CardBlock,
): readonly SceneItem[] {
  return context.kind === 'journey'
    ? journeyItems(touchpoint, context, detail, block)
    : deliveryItems(touchpoint, detail, block);
}

/** A delivery card has one only when something is laid over the map. */
export const blockWidth = { journey: 36, delivery: 28 } as const;
const textX = 46;
const textWidth = 152;
const starWidth = 16;

interface Look {
  readonly fill: ColourRole;
  readonly ink: ColourRole;
  readonly band: EmotionBand | null;
  readonly number: string;
}

function lookOf(emotion: number | null, words: SceneWords): Look {
  if (emotion === null) return { fill: 'paper-2', ink: 'ink-3', band: null, number: words.notRated };
  const band = emotionBand(emotion);
  return { fill: `emotion-${band}`, ink: `on-${band}`, band, number: signed(emotion) };
}

function journeyItems(
  touchpoint: Touchpoint,
  context: CardContext,
  detail: Detail,
  block: CardBlock | undefined,
): SceneItem[] {
  const { width, height } = cardMeasures('journey');
  const look = lookOf(context.emotion, context.words);
  const ground: RectItem = { kind: 'rect', x: 0, y: 0, width, height, fill: 'card' };
  if (detail === 'blocks')
    return block
      ? [ground, ...block(width, height, detail), outline(touchpoint, detail)]
      : blockItems(look, width, height);
  const full = detail === 'full';
  const items: SceneItem[] = [
    ground,
    ...(block?.(blockWidth.journey, height, detail) ?? emotionBlock(look, height, full)),
    outline(touchpoint, detail),
    ...titleItems(touchpoint, full),
  ];
  if (touchpoint.key) items.push(starItem(193, 16, 7.5, 'ink'));
  if (full)
    items.push(
      ...channelLine(touchpoint, context),
      ...gauges(context),
      ...(block ? [] : spreadItems(context.spread, look.ink)),
    );
  inPinOrder(context.moments).forEach((moment, index) => {
    items.push(...pinItems(moment.kind, pin.x + index * pin.pitch, pin.sink, full ? pin.height : 34));
  });
  return items;
}

function emotionBlock(look: Look, height: number, full: boolean): readonly SceneItem[] {
  return [
    { kind: 'rect', x: 0, y: 0, width: blockWidth.journey, height, fill: look.fill },
    ...faceItems(look.band, 18, full ? 24 : 26, full ? 24 : 30, look.ink),
    ...textItems(look.number, 18, full ? 54 : 87, numberFont(full), look.ink, 'middle'),
  ];
}

function numberFont(full: boolean): Font {
  const { font } = fontFor('emotion-number', 'latin');
  return full ? font : larger(font, 15, 700);
}

/** Dashed where nothing but an assumption stands behind it, solid where it was observed or measured. */
function outline(touchpoint: Touchpoint, detail: Detail): SceneItem {
  const { width, height } = cardMeasures('journey');
  const scale = ruleScale[detail];
  const stroke =
    touchpoint.evidenceLevel === 'assumed'
      ? { colour: 'line' as const, width: scale, dash: [4 * scale, 3 * scale] }
      : { colour: 'ink' as const, width: 1.25 * scale };
  return { kind: 'rect', x: 0, y: 0, width, height, stroke };
}

function titleItems(touchpoint: Touchpoint, full: boolean): SceneItem[] {
  const base = fontOf('card-title', touchpoint.title);
  const font = full ? base : larger(base, 20, 600);
  const [top, pitch, most] = full ? [22, 18, 2] : [26, 25, 3];
  const narrow = touchpoint.key ? textWidth - starWidth : textWidth;
  return titleLines(touchpoint.title, font, narrow, textWidth, most).flatMap((line, index) =>
    textItems(line, textX, top + index * pitch, font, 'ink'),
  );
}

/** Lines of a title whose first line gives way to the star. */
function titleLines(
  title: string,
  font: Font,
  first: number,
  width: number,
  most: number,
): readonly string[] {
  const text = title.replace(/\s+/gu, ' ').trim();
  const all = breakLines(text, font, width, most);
  const head = all[0];
  if (!head || head.width <= first) return all.map((line) => line.text);
  const narrow = breakLines(text, font, first, Number.POSITIVE_INFINITY)[0]?.text ?? '';
  if (!text.startsWith(narrow)) return breakLines(text, font, first, most).map((line) => line.text);
  const rest = text.slice(narrow.length).trim();
  return [narrow, ...breakLines(rest, font, width, most - 1).map((line) => line.text)];
}

/** A shorter remnant of an owner's name tells nobody anything. */
const leastCutOwner = 24;
const chip = { y: 52, height: 17, glyph: 12, textMost: 96, baseline: 64.5 } as const;

/** The channel's chip, and the owner in the room that is left. */
function channelLine(touchpoint: Touchpoint, { channel }: CardContext): SceneItem[] {
  const items: SceneItem[] = [];
  let x = textX;
  if (channel) {
    const font = fontOf('channel', channel.name);
    const name = fitLine(channel.name, font, chip.textMost);
    const width = 5 + chip.glyph + 3 + (name?.width ?? 0) + 6;
    items.push(
      {
        kind: 'rect',
        x: x + 0.5,
        y: chip.y + 0.5,
        width: width - 1,
        height: chip.height - 1,
        radius: 2,
        fill: 'paper',
        stroke: { colour: 'hair', width: 1 },
      },
      ...channelGlyph(channel.form, x + 5, chip.y + 2.5, chip.glyph, 'ink-2'),
      ...(name ? textItems(name.text, x + 5 + chip.glyph + 3, chip.baseline, font, 'ink-2') : []),
    );
    x += width + 7;
  }
  const left = textX + textWidth - x;
  const font = fontOf('owner', touchpoint.owner);
  const owner = left >= 18 ? fitLine(touchpoint.owner, font, left) : null;
  if (owner && (owner.text === touchpoint.owner || owner.width >= leastCutOwner))
    items.push(...textItems(owner.text, x, chip.baseline, font, 'ink-3'));
  return items;
}

const gauge = { baseline: 87.5, part: 6, height: 5, second: 122 } as const;

function gauges({ words, importance, performance }: CardContext): SceneItem[] {
  return [
    ...gaugeItems(words.importance, importance, textX, gauge.baseline, words.notRated),
    ...gaugeItems(words.performance, performance, gauge.second, gauge.baseline, words.notRated),
  ];
}

/** Label, number and a bar of five parts; "–" and no bar when it is not assessed. */
function gaugeItems(
  label: string,
  value: number | null,
  x: number,
  baseline: number,
  none: string,
): SceneItem[] {
  const labelFont = fontOf('gauge', label);
  const { font } = fontFor('gauge-number', 'latin');
  const labelItems = textItems(label, x, baseline, labelFont, 'ink-2');
  const at = x + endOf(labelItems, x) + 4;
  const numberItems = textItems(value === null ? none : plain(value), at, baseline, font, 'ink');
  if (value === null) return [...labelItems, ...numberItems];
  return [...labelItems, ...numberItems, ...barItems(value, at + endOf(numberItems, at) + 4, baseline - 6.5)];
}

function endOf(items: readonly SceneItem[], x: number): number {
  const last = items.at(-1);
  return last?.kind === 'text' ? last.x + last.width - x : 0;
}

/** How far personas differ, below the number: a double-headed tick and the difference. */
function spreadItems(spread: number | null, ink: Paint): SceneItem[] {
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

/** Far away: the emotion's colour alone; two paper lines say "below zero", an outline says "neither". */
function blockItems(look: Look, width: number, height: number): SceneItem[] {
  const items: SceneItem[] = [{ kind: 'rect', x: 0, y: 0, width, height, fill: look.fill }];
  if (look.band === null || look.band === 'neutral') {
    items.push({
      kind: 'rect',
      x: 1.5,
      y: 1.5,
      width: width - 3,
      height: height - 3,
      stroke: { colour: 'line', width: 3 },
    });
  } else if (look.band.endsWith('negative')) {
    for (const y of [30, 62]) items.push({ kind: 'rect', x: 0, y, width, height: 8, fill: 'paper' });
  }
  return items;
}

function deliveryItems(touchpoint: Touchpoint, detail: Detail, block: CardBlock | undefined): SceneItem[] {
  const { width, height } = cardMeasures('delivery');
  const stroke = { colour: 'line', width: ruleScale[detail] } as const;
  const ground: RectItem = { kind: 'rect', x: 0, y: 0, width, height, fill: 'card' };
  const far = detail === 'blocks';
  const left = block && !far ? blockWidth.delivery : 0;
  const rects: readonly SceneItem[] = block
    ? [
        ground,
        ...block(far ? width : left, height, detail),
        { kind: 'rect', x: 0, y: 0, width, height, stroke },
      ]
    : [{ ...ground, stroke }];
  if (far) return [...rects];
  const x = left + (left > 0 ? 8 : 10);
  const room = width - x - 10;
  const base = fontOf('delivery-title', touchpoint.title);
  const font = detail === 'full' ? base : larger(base, 17, 500);
  const pitch = detail === 'full' ? 16 : 19;
  const lines = breakLines(touchpoint.title, font, room, 2);
  const items = [
    ...rects,
    ...lines.flatMap((line, index) => textItems(line.text, x, 19 + index * pitch, font, 'ink')),
  ];
  if (lines.length > 1 || detail !== 'full') return items;
  const ownerFont = fontOf('owner', touchpoint.owner);
  const owner = fitLine(touchpoint.owner, ownerFont, room);
  return owner ? [...items, ...textItems(owner.text, x, 35, ownerFont, 'ink-3')] : items;
}
