/** The lettering of the report: paragraphs, subheadings, lists and tables as pieces of a page, every text broken into lines that fit. */
import { barItems } from '../charts/pieces.ts';
import { breakLines } from '../layout/breakLines.ts';
import { fontFor, scriptOf } from '../layout/measureText.ts';
import { line } from '../layout/hatch.ts';
import type { Font, SceneItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Paint } from '../theme/colours.ts';
import type { TypeRoleName } from '../theme/type.ts';
import { together, type Piece } from './flow.ts';

export interface TextLook {
  readonly role: TypeRoleName;
  readonly fill?: Paint;
  readonly above?: number;
  readonly align?: 'start' | 'end';
}

/** Of a text that is longer, the rest is the next piece: so a page can end between them. */
const mostLines = 16;

/** A text as lines, in as many pieces as it needs to be divided between pages. None for an empty one. */
export function paragraph(text: string, width: number, look: TextLook): readonly Piece[] {
  const { role, fill = 'ink', above = 0, align = 'start' } = look;
  const { font, line: pitch } = fontFor(role, scriptOf(text));
  const lines = breakLines(text, font, width, Infinity);
  const pieces: Piece[] = [];
  for (let from = 0; from < lines.length; from += mostLines) {
    const own = lines.slice(from, from + mostLines);
    pieces.push({
      width,
      height: own.length * pitch,
      above: from === 0 ? above : 0,
      items: own.flatMap((one, row) =>
        textItems(
          one.text,
          align === 'start' ? 0 : width,
          baseline(row, pitch, font.size),
          font,
          fill,
          align,
        ),
      ),
    });
  }
  return pieces;
}

/** In the middle of its line. */
function baseline(row: number, pitch: number, size: number): number {
  return row * pitch + (pitch + size * 0.7) / 2;
}

/** The heading of a part of a section; stays with what follows. */
export function subheading(text: string, width: number): readonly Piece[] {
  return paragraph(text, width, { role: 'inspector-title', above: 22 }).map((piece) => ({
    ...piece,
    keep: 90,
  }));
}

/** In place of a table: that there is nothing, or what is not known. */
export function nothing(says: string, width: number): readonly Piece[] {
  return paragraph(says, width, { role: 'lead', fill: 'ink-2', above: 12 });
}

/** Sentences, each behind a bar of the scale. */
export function sentences(texts: readonly string[], width: number): readonly Piece[] {
  const indent = 22;
  return texts.flatMap((text) =>
    paragraph(text, width - indent, { role: 'lead', above: 10 }).map((piece, part) => ({
      ...piece,
      width,
      items: [
        ...(part === 0
          ? ([{ kind: 'rect', x: 0, y: 8, width: 12, height: 6, fill: 'ink' }] satisfies SceneItem[])
          : []),
        ...piece.items.map((item) => shifted(item, indent)),
      ],
    })),
  );
}

/** Lines of text only: text and emoji. */
function shifted(item: SceneItem, by: number): SceneItem {
  return item.kind === 'text' || item.kind === 'emoji' ? { ...item, x: item.x + by } : item;
}

export interface Column {
  readonly name: string;
  /** In parts of the table's width. */
  readonly share: number;
  /** Figures stand at the right of their column. */
  readonly end?: boolean;
  readonly strong?: boolean;
}

/** A cell: a text, or a figure behind the bar of its share (0…1). */
export type Cell = string | { readonly text: string; readonly share: number };

const cellGap = 12;
const rowSpace = { above: 5, below: 6 } as const;
const figureRoom = 44;

interface Place {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}
/** What of a cell stands in one row: finished lines, and the share of its bar. */
interface SetCell {
  readonly place: Place;
  readonly font: Font;
  readonly texts: readonly string[];
  readonly share: number | null;
}

/** Rows under a head that is there again on every page. Long rows go on on the next page. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly Piece[] {
  const sum = columns.reduce((all, { share }) => all + share, 0);
  let x = 0;
  const places = columns.map((column, index): Place => {
    const wide = (width * column.share) / sum;
    // Figures that end at a text that begins there would read as one.
    const isEnding = column.end === true && columns[index + 1]?.end !== true;
    const place = { column, x, width: wide - (isEnding ? 2 : 1) * cellGap };
    x += wide;
    return place;
  });
  const head = rowPiece(
    places.map((place) => setCell(place, place.column.name, 'cell-title')),
    width,
    { fill: 'ink-2', rule: 'ink' },
  );
  const pieces = rows.flatMap((cells) => {
    const all = places.map((place, index) =>
      setCell(place, cells[index] ?? '', place.column.strong ? 'cell-title' : 'cell'),
    );
    const longest = Math.max(1, ...all.map(({ texts }) => texts.length));
    const parts = Math.ceil(longest / mostLines);
    return Array.from({ length: parts }, (_, part) =>
      rowPiece(
        all.map((cell) => ({
          ...cell,
          texts: cell.texts.slice(part * mostLines, (part + 1) * mostLines),
          share: part === 0 ? cell.share : null,
        })),
        width,
        { fill: 'ink', rule: part === parts - 1 ? 'hair' : null },
      ),
    );
  });
  return rowsUnder({ ...head, above: 12 }, pieces);
}

/** Rows under a head that is there again on every page; rather on one. */
export function rowsUnder(head: Piece, rows: readonly Piece[]): readonly Piece[] {
  const keep = rows.slice(0, 2).reduce((sum, { height }) => sum + height, 0);
  return together([{ ...head, keep }, ...rows.map((row): Piece => ({ ...row, head }))]);
}

function setCell(place: Place, cell: Cell, role: TypeRoleName): SetCell {
  const [text, share] = typeof cell === 'string' ? [cell, null] : [cell.text, cell.share];
  const { font } = fontFor(role, scriptOf(text));
  const lines = breakLines(text, font, place.width, Infinity);
  return { place, font, texts: lines.map((one) => one.text), share };
}

function rowPiece(
  cells: readonly SetCell[],
  width: number,
  look: { readonly fill: Paint; readonly rule: 'ink' | 'hair' | null },
): Piece {
  const pitch = fontFor('cell', 'latin').line;
  const lines = Math.max(1, ...cells.map(({ texts }) => texts.length));
  const height = lines * pitch + rowSpace.above + rowSpace.below;
  const items: SceneItem[] = [];
  for (const { place, font, texts, share } of cells) {
    const align = place.column.end || share !== null ? 'end' : 'start';
    const at = align === 'end' ? place.x + place.width : place.x;
    for (const [row, text] of texts.entries())
      items.push(
        ...textItems(text, at, rowSpace.above + baseline(row, pitch, font.size), font, look.fill, align),
      );
    if (share !== null && place.width > figureRoom)
      items.push(...barItems(place.x, rowSpace.above + pitch / 2 - 3, place.width - figureRoom, share));
  }
  if (look.rule)
    items.push(
      line(0, height - 0.5, width, height - 0.5, {
        colour: look.rule,
        width: look.rule === 'ink' ? 1.25 : 1,
      }),
    );
  return { width, height, items };
}
