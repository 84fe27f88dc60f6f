/**
 * The drawing of what a filter leaves out (look, section 7): hair outline, face in line colour, title at 400 in ink-3,
 * nothing else, and no transparency. Cards, cells, what lies beside the map, and links.
 *
 * In: the group's own items at a detail, and what a card needs. Out: items at the same place and of the same size, the same
 * object for the same items.
 */
import type { EmotionBand } from '../model/emotionBand.ts';
import type { Paint } from '../theme/colours.ts';
import { breakLines } from './breakLines.ts';
import { faceItems } from './faces.ts';
import { fontOf, larger } from './lettering.ts';
import type { Detail, SceneItem, Stroke, TextItem } from './scene.ts';
import { cardMeasures, ruleScale, type CardKind } from './sizes.ts';
import { textItems } from './textItems.ts';

export interface FilteredCard {
  readonly kind: CardKind;
  readonly title: string;
  readonly band: EmotionBand | null;
}

const drawn = new WeakMap<readonly SceneItem[], readonly SceneItem[]>();

/** A touchpoint's card that is filtered out. */
export function filteredCard(
  items: readonly SceneItem[],
  card: FilteredCard,
  detail: Detail,
): readonly SceneItem[] {
  return remembered(items, () => cardItems(card, detail));
}

/** Anything else that is filtered out. */
export function filteredItems(items: readonly SceneItem[]): readonly SceneItem[] {
  return remembered(items, () => items.flatMap(quiet));
}

function remembered(items: readonly SceneItem[], draw: () => readonly SceneItem[]): readonly SceneItem[] {
  const known = drawn.get(items) ?? draw();
  drawn.set(items, known);
  return known;
}

function cardItems({ kind, title, band }: FilteredCard, detail: Detail): SceneItem[] {
  const { width, height } = cardMeasures(kind);
  const full = detail === 'full';
  const ground: SceneItem = {
    kind: 'rect',
    x: 0,
    y: 0,
    width,
    height,
    fill: 'card',
    stroke: { colour: 'hair', width: ruleScale[detail] },
  };
  if (detail === 'blocks') return [ground];
  if (kind === 'delivery') {
    const base = fontOf('delivery-title', title);
    const font = larger(base, full ? base.size : 17, 400);
    const [pitch, most] = [full ? 16 : 19, 2];
    return [ground, ...titleItems(title, { font, x: 10, top: 19, pitch, width: width - 20, most })];
  }
  const base = fontOf('card-title', title);
  const font = larger(base, full ? base.size : 20, 400);
  const [top, pitch, most] = full ? [22, 18, 2] : [26, 25, 3];
  return [
    ground,
    ...faceItems(band, 18, full ? 24 : 26, full ? 24 : 30, 'line'),
    ...titleItems(title, { font, x: 46, top, pitch, width: 152, most }),
  ];
}

interface Lines {
  readonly font: TextItem['font'];
  readonly x: number;
  readonly top: number;
  readonly pitch: number;
  readonly width: number;
  readonly most: number;
}

function titleItems(title: string, { font, x, top, pitch, width, most }: Lines): SceneItem[] {
  return breakLines(title, font, width, most).flatMap((line, index) =>
    textItems(line.text, x, top + index * pitch, font, 'ink-3'),
  );
}

/** What is smaller is a gauge's part, not an outline. */
const leastRect = 12;

const grounds: ReadonlySet<string> = new Set(['card', 'paper', 'paper-2']);

/** One item of something else: what says what it is called stays, grounds stay, signs and rules are drawn in hair. */
function quiet(item: SceneItem): readonly SceneItem[] {
  switch (item.kind) {
    case 'rect':
      if (item.width < leastRect && item.height < leastRect) return [];
      return [
        {
          ...item,
          ...(item.fill && { fill: quietFill(item.fill) }),
          ...(item.stroke && { stroke: inHair(item.stroke) }),
        },
      ];
    case 'circle':
    case 'path':
      return [
        {
          ...item,
          ...(item.fill && { fill: quietFill(item.fill) }),
          ...(item.stroke && { stroke: inHair(item.stroke) }),
        },
      ];
    case 'text':
      if (item.fill === 'ink-2' || item.fill === 'ink-3') return [];
      return [{ ...item, fill: 'ink-3', font: light(item.font) }];
    case 'image': {
      const { x, y, width, height } = item;
      return [{ kind: 'rect', x, y, width, height, fill: 'paper' }];
    }
    case 'clip':
      return [{ ...item, items: item.items.flatMap(quiet) }];
    case 'emoji':
      return [item];
  }
}

/** A note's paper is a path: in hair it would be a heavy patch. */
function quietFill(fill: Paint): Paint {
  return grounds.has(fill) ? fill : 'hair';
}

function inHair(stroke: Stroke): Stroke {
  return { ...stroke, colour: 'hair' };
}

/** There is no serif of this weight. */
function light(font: TextItem['font']): TextItem['font'] {
  return font.face === 'serif' ? font : { ...font, weight: 400 };
}
