/**
 * A touchpoint's card: journey cards (208 x 100) and delivery cards (184 x 46), at three levels of detail.
 *
 * In: the touchpoint and what is drawn from other records (channel, moments, effective scores).
 * Out: items relative to the card's upper left corner.
 */
import { emotionBand, type EmotionBand } from '../model/emotionBand.ts';
import type { Channel, Moment, Touchpoint } from '../model/journeyMap.ts';
import type { ColourRole } from '../theme/colours.ts';
import { signed, type SceneWords } from '../words/scene.ts';
import { breakLines, fitLine } from './breakLines.ts';
import { channelLine, gauges, spreadItems, textWidth, textX } from './cardFacts.ts';
import { drawOnce } from './drawOnce.ts';
import { faceItems } from './faces.ts';
import { starItem } from './glyphs.ts';
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
): readonly SceneItem[] {
  const { width, height } = cardMeasures('journey');
  const { fill, ink, band, number } = lookOf(context.emotion, context.words);
  const edge = outline(touchpoint.evidenceLevel === 'assumed', detail);
  if (detail === 'blocks')
    return block ? [ground, ...block(width, height, detail), edge] : blockItems(fill, band);
  const full = detail === 'full';
  const items: SceneItem[] = [
    ground,
    ...(block?.(blockWidth.journey, height, detail) ?? emotionBlock(fill, ink, band, number, full)),
    edge,
    ...titleItems(touchpoint, full),
  ];
  if (touchpoint.key) items.push(star);
  if (full)
    items.push(
      ...channelLine(context.channel, touchpoint.owner),
      ...gauges(context),
      ...(block ? [] : spreadItems(context.spread, ink)),
    );
  inPinOrder(context.moments).forEach((moment, index) => {
    items.push(...pinItems(moment.kind, pin.x + index * pin.pitch, pin.sink, full ? pin.height : 34));
  });
  return items;
}

const ground: RectItem = { kind: 'rect', x: 0, y: 0, ...cardMeasures('journey'), fill: 'card' };
const star = starItem(193, 16, 7.5, 'ink');

const emotionBlock = drawOnce(
  (
    fill: ColourRole,
    ink: ColourRole,
    band: EmotionBand | null,
    number: string,
    full: boolean,
  ): readonly SceneItem[] => [
    { kind: 'rect', x: 0, y: 0, width: blockWidth.journey, height: ground.height, fill },
    ...faceItems(band, 18, full ? 24 : 26, full ? 24 : 30, ink),
    ...textItems(number, 18, full ? 54 : 87, numberFont(full), ink, 'middle'),
  ],
);

function numberFont(full: boolean): Font {
  const { font } = fontFor('emotion-number', 'latin');
  return full ? font : larger(font, 15, 700);
}

/** Dashed where nothing but an assumption stands behind it, solid where it was observed or measured. */
const outline = drawOnce((isAssumed: boolean, detail: Detail): SceneItem => {
  const { width, height } = ground;
  const scale = ruleScale[detail];
  const stroke = isAssumed
    ? { colour: 'line' as const, width: scale, dash: [4 * scale, 3 * scale] }
    : { colour: 'ink' as const, width: 1.25 * scale };
  return { kind: 'rect', x: 0, y: 0, width, height, stroke };
});

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

/** Far away: the emotion's colour alone; two paper lines say "below zero", an outline says "neither". */
const blockItems = drawOnce((fill: ColourRole, band: EmotionBand | null): readonly SceneItem[] => {
  const { width, height } = ground;
  const items: SceneItem[] = [{ kind: 'rect', x: 0, y: 0, width, height, fill }];
  if (band === null || band === 'neutral') {
    items.push({
      kind: 'rect',
      x: 1.5,
      y: 1.5,
      width: width - 3,
      height: height - 3,
      stroke: { colour: 'line', width: 3 },
    });
  } else if (band.endsWith('negative')) {
    for (const y of [30, 62]) items.push({ kind: 'rect', x: 0, y, width, height: 8, fill: 'paper' });
  }
  return items;
});

function deliveryItems(touchpoint: Touchpoint, detail: Detail, block: CardBlock | undefined): SceneItem[] {
  const { width, height } = cardMeasures('delivery');
  const stroke = { colour: 'line', width: ruleScale[detail] } as const;
  const paper: RectItem = { kind: 'rect', x: 0, y: 0, width, height, fill: 'card' };
  const far = detail === 'blocks';
  const left = block && !far ? blockWidth.delivery : 0;
  const rects: readonly SceneItem[] = block
    ? [
        paper,
        ...block(far ? width : left, height, detail),
        { kind: 'rect', x: 0, y: 0, width, height, stroke },
      ]
    : [{ ...paper, stroke }];
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
