/**
 * The title block of a sheet: title, scenario, up to four facts (state, goal, period of the figures, date), the logo.
 *
 * In sheet units (the sheet's lettering before it is enlarged), (0, 0) at its upper left corner. The facts stand at
 * the right when there is room beside the title, else below it; the logo in the upper or lower right corner, beside them.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { SheetWords } from '../words/sheet.ts';
import { moveItems } from './scaleItems.ts';
import { drawLogo } from './sheetLogo.ts';
import type { SceneItem } from './scene.ts';
import type { SheetPart } from './sheetParts.ts';
import { textBlock } from './textBlock.ts';

const titleBaseline = 46;
/** The height of a title with its scenario. */
const mostLogo = { width: 220, height: 64 } as const;
const fact = { indent: 18, gap: 18, most: 330, height: 46 } as const;
/** Beside a title that would be left with less, facts go below. */
const leastTitleShare = 0.5;

interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface SheetTitle {
  readonly words: SheetWords;
  /** Which part of the map this is; empty for the whole. */
  readonly partOf: string;
  readonly withDate: boolean;
  readonly withLogo: boolean;
}

export interface DrawnTitle extends SheetPart {
  /** Apart from the items: a slide has a title of its own, and the logo beside it. */
  readonly logo: readonly SceneItem[];
}

/** The title block in a given width. */
export function drawSheetTitle(
  { map, brand }: Pick<JourneyMap, 'map' | 'brand'>,
  { words, partOf, withDate, withLogo }: SheetTitle,
  sheetWidth: number,
): DrawnTitle {
  const logo = withLogo
    ? drawLogo({ map, brand }, { width: Math.min(mostLogo.width, sheetWidth / 4), height: mostLogo.height })
    : null;
  const width = logo ? sheetWidth - logo.width - 2 * fact.gap : sheetWidth;
  const facts = factsOf(map, words, withDate).map((one) =>
    drawFact(one, Math.min(fact.most, width - fact.indent)),
  );
  const factsWidth = facts.reduce((sum, one) => sum + one.width + fact.gap, -fact.gap);
  const areBeside = factsWidth + 2 * fact.gap < width * (1 - leastTitleShare);
  const titleWidth = areBeside ? width - factsWidth - 4 * fact.gap : width;
  const title = textBlock(map.title, {
    role: 'poster-title',
    fill: 'ink',
    x: 0,
    y: titleBaseline,
    width: titleWidth,
    mostLines: 3,
  });
  const scenario = textBlock(partOf === '' ? map.scenario : partOf, {
    role: 'lead',
    fill: 'ink-2',
    x: 0,
    y: titleBaseline + title.height - 56 + 36,
    width: titleWidth,
    mostLines: 3,
  });
  const bottom = titleBaseline + title.height - 56 + (scenario.lines > 0 ? 42 + scenario.height - 22 : 14);
  const top = areBeside ? bottom - fact.height : bottom + 20;
  const factItems = areBeside ? placeFacts(facts, width - factsWidth, top) : placeFactRows(facts, width, top);
  const height = Math.max(bottom, factItems.bottom, logo?.height ?? 0);
  return {
    items: [...title.items, ...scenario.items, ...factItems.items],
    logo: logo ? moveItems(logo.items, sheetWidth - logo.width, areBeside ? height - logo.height : 0) : [],
    height,
  };
}

function factsOf(map: JourneyMap['map'], words: SheetWords, withDate: boolean): Fact[] {
  const drawn = withDate ? (map.updatedAt ?? map.createdAt) : null;
  const figures = words.figuresOf(words.period[map.period], map.currency);
  return [
    { label: words.state[map.state], value: words.stateMeaning[map.state] },
    { label: words.goal, value: map.goal },
    { label: words.figures, value: figures },
    { label: words.drawn, value: drawn === null ? '' : words.fullDate(drawn) },
  ].filter(({ value }) => value.trim() !== '');
}

interface DrawnFact {
  readonly width: number;
  readonly items: readonly SceneItem[];
  readonly lines: number;
}

/** Relative to the fact's corner: a hair rule, a label in caps, the value below it. */
function drawFact({ label, value }: Fact, most: number): DrawnFact {
  const x = fact.indent;
  const width = most - x;
  const head = textBlock(label, { role: 'caps', fill: 'ink-2', x, y: 10, width, mostLines: 1 });
  const body = textBlock(value, { role: 'fact', fill: 'ink', x, y: 34, width, mostLines: 2 });
  const height = fact.height + Math.max(0, body.lines - 1) * 20;
  const rule: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 0, 0],
      ['L', 0, height],
    ],
    stroke: { colour: 'hair', width: 1 },
  };
  return {
    width: x + Math.max(head.width, body.width),
    items: [rule, ...head.items, ...body.items],
    lines: body.lines,
  };
}

interface Placed {
  readonly items: readonly SceneItem[];
  readonly bottom: number;
}

function placeFacts(facts: readonly DrawnFact[], left: number, top: number): Placed {
  // A value of two lines lifts the row, so that the block still ends with the title's last line.
  const lift = Math.max(0, ...facts.map((one) => one.lines - 1)) * 20;
  let x = left;
  const items = facts.flatMap((one) => {
    const placed = moveItems(one.items, x, top - lift);
    x += one.width + fact.gap;
    return placed;
  });
  return { items, bottom: top + fact.height };
}

function placeFactRows(facts: readonly DrawnFact[], width: number, top: number): Placed {
  const items: SceneItem[] = [];
  let x = 0;
  let y = top;
  let rowHeight = 0;
  for (const one of facts) {
    if (x > 0 && x + one.width > width) {
      x = 0;
      y += rowHeight + fact.gap;
      rowHeight = 0;
    }
    items.push(...moveItems(one.items, x, y));
    x += one.width + fact.gap;
    rowHeight = Math.max(rowHeight, fact.height + Math.max(0, one.lines - 1) * 20);
  }
  return { items, bottom: y + rowHeight };
}
