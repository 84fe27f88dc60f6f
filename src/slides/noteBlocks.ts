/**
 * The texts beside a slide's curve as blocks in several forms, the fullest first: a place that is too small for one may hold
 * the next. No form ends in the middle of what it says but the last of a kind, which is cut with "…".
 */
import { boundsOf } from '../layout/bounds.ts';
import { line } from '../layout/hatch.ts';
import { pinItems } from '../layout/pins.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Moment } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import type { SlideWords } from '../words/slides.ts';
import { evenBlock, oneLine, reach, slideFont, textBlock, widthOf, type Look } from './slideText.ts';
import type { StageNotes, Voice } from './stageNotes.ts';

/** Its upper left corner at (0, 0). */
export interface Block {
  readonly items: readonly SceneItem[];
  readonly width: number;
  readonly height: number;
}

const pinHeight = 50;
/** From the left of a moment to its texts. */
const pinRoom = 50;

interface MomentForm {
  readonly question: number;
  /** Size of the conditions; null: without. */
  readonly conditions: number | null;
  readonly width: number;
  readonly mayCut?: boolean;
}
const momentForms: readonly MomentForm[] = [
  { question: 34, conditions: 19, width: 380 },
  { question: 34, conditions: 19, width: 290 },
  { question: 28, conditions: 18, width: 480 },
  { question: 28, conditions: 17, width: 330 },
  { question: 24, conditions: 16, width: 400 },
  { question: 24, conditions: 16, width: 260 },
  { question: 21, conditions: 15, width: 500 },
  { question: 21, conditions: 15, width: 330 },
  { question: 28, conditions: null, width: 300 },
  { question: 22, conditions: null, width: 380 },
  { question: 22, conditions: null, width: 240 },
  { question: 19, conditions: null, width: 300, mayCut: true },
  { question: 19, conditions: null, width: 200, mayCut: true },
];

/** A moment of truth: its pin, the question, when it is passed and when people are lost. */
export function* momentBlocks(moment: Moment, words: SlideWords): Generator<Block> {
  const question = moment.question.trim();
  const rows = [
    { label: words.pass, text: moment.passWhen.trim(), ink: 'ink-2' as const },
    { label: words.lose, text: moment.failWhen.trim(), ink: 'signal' as const },
  ].filter(({ text }) => text !== '');
  for (const form of momentForms) {
    if (rows.length > 0 && form.conditions !== null) {
      const told = labelledRows(rows, form.conditions, form.width, 2);
      const asked = questionBlock(question, form, words);
      if (told.isWhole && asked.isWhole)
        yield withPin(moment, [
          ...asked.items,
          ...moveItems(told.items, 0, asked.height + (asked.lines > 0 ? 12 : 4)),
        ]);
    } else if (form.conditions === null || rows.length === 0) {
      const asked = questionBlock(question, form, words);
      if (asked.isWhole || form.mayCut) yield withPin(moment, asked.items);
    }
  }
}

function questionBlock(question: string, { question: size, width }: MomentForm, words: SlideWords) {
  const caps = { size: 15, weight: 600, fill: 'ink-2' } as const;
  const block = evenBlock(question, { size, serif: true }, width, 3);
  const top = 24;
  return {
    items: [...oneLine(words.moment, 0, 14, caps), ...moveItems(block.items, 0, top)],
    height: top + block.height,
    lines: block.lines,
    isWhole: block.isWhole,
  };
}

function withPin({ kind }: Moment, items: readonly SceneItem[]): Block {
  return boxed([...pinItems(kind, 20, pinHeight + 2, pinHeight), ...moveItems(items, pinRoom, 0)]);
}

interface Row {
  readonly label: string;
  readonly text: string;
  readonly ink: Paint;
}

/** Labels in a column, texts beside them. */
function labelledRows(rows: readonly Row[], size: number, width: number, most: number, rule = false) {
  const look = { size: Math.max(13, size - 3), weight: 600 } as const;
  const column = Math.max(...rows.map(({ label }) => widthOf(label, look)));
  const gap = rule ? 26 : 14;
  const items: SceneItem[] = [];
  let y = 0;
  let isWhole = true;
  for (const { label, text, ink } of rows) {
    const block = evenBlock(text, { size, weight: rule ? 500 : 400 }, width - column - gap, most);
    items.push(
      ...oneLine(label, rule ? column : 0, y + size * 0.88, {
        ...look,
        fill: ink,
        align: rule ? 'end' : 'start',
      }),
      ...moveItems(block.items, column + gap, y),
    );
    isWhole &&= block.isWhole;
    y += block.height + size * 0.5;
  }
  const height = y - size * 0.5;
  if (rule)
    items.push(line(column + gap / 2, -2, column + gap / 2, height + 2, { colour: 'line', width: 1 }));
  return { items, height, isWhole };
}

/** How many pains and opportunities, in what size and width. */
const painForms = [
  { most: [2, 2], size: 18, width: 420 },
  { most: [2, 2], size: 18, width: 560 },
  { most: [2, 1], size: 17, width: 340 },
  { most: [1, 1], size: 18, width: 420 },
  { most: [1, 1], size: 17, width: 560 },
  { most: [1, 1], size: 16, width: 300 },
  { most: [1, 0], size: 17, width: 380 },
  { most: [1, 0], size: 16, width: 280 },
] as const;

/** What hurts here and what could be better. */
export function* painBlocks(
  { pains, opportunities }: Pick<StageNotes, 'pains' | 'opportunities'>,
  words: SlideWords,
): Generator<Block> {
  for (const { most, size, width } of painForms) {
    const rows = [
      ...pains
        .slice(0, most[0])
        .map(({ text }, at) => ({ label: at === 0 ? words.pain : '', text, ink: 'ink-2' as const })),
      ...opportunities.slice(0, Math.max(most[1], pains.length === 0 ? 1 : 0)).map(({ title }, at) => ({
        label: at === 0 ? words.opportunity : '',
        text: title,
        ink: 'ink-2' as const,
      })),
    ];
    if (rows.length === 0) return;
    const told = labelledRows(rows, size, width, 2, true);
    if (told.isWhole) yield boxed(told.items);
  }
}

const voiceForms = [
  { size: 24, width: 330, lines: 3 },
  { size: 24, width: 440, lines: 3 },
  { size: 22, width: 260, lines: 4 },
  { size: 20, width: 520, lines: 2 },
  { size: 20, width: 220, lines: 4 },
  { size: 20, width: 380, lines: 3 },
] as const;

/** Somebody's words, the first mark hanging out, and where they are from. */
export function* voiceBlocks({ text, source }: Voice, words: SlideWords): Generator<Block> {
  for (const { size, width, lines } of voiceForms) {
    const [open, rest] = [words.quote('').slice(0, 1), words.quote(text).slice(1)];
    const look = { size, serif: true };
    const block = evenBlock(rest, look, width, lines);
    if (!block.isWhole) continue;
    const from = textBlock(source, { size: 15, fill: 'ink-2' }, width, 2);
    yield boxed([
      ...openingMark(open, rest, look, size * reach.above),
      ...block.items,
      ...moveItems(from.items, 0, block.height + 8),
    ]);
  }
}

/** Before the first line, in the script of the words: a Chinese mark is as wide as a character. */
function openingMark(mark: string, text: string, look: Look, y: number): readonly SceneItem[] {
  const font = slideFont(text, look);
  return textItems(mark, 0, y, font, 'ink', 'end');
}

/** A drawing moved so that its box begins at (0, 0). */
function boxed(items: readonly SceneItem[]): Block {
  const box = boundsOf(items);
  if (!box) return { items: [], width: 0, height: 0 };
  return { items: moveItems(items, -box.x, -box.y), width: box.width, height: box.height };
}
