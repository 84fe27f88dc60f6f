/**
 * What pages are filled with: pieces of a fixed height, laid one below the other until the page is full. Nothing is cut: what
 * is too long for a page goes on on the next one, and only a drawing that is larger than a page is made smaller.
 *
 * In:  the pieces of a section and the box they may fill. Out: for each page the items, in page units.
 */
import { scaleItems } from '../layout/scaleItems.ts';
import type { Box, SceneItem } from '../layout/scene.ts';

export interface Piece {
  readonly width: number;
  readonly height: number;
  /** From its own upper left corner. */
  readonly items: readonly SceneItem[];
  /** Space above it, unless it begins a page. */
  readonly above?: number;
  /** So much more has to find room below it on the same page: a heading stays with what it heads. */
  readonly keep?: number;
  /** Would like so much, itself included, on one page: it begins one rather than be divided, where the last one is well filled. */
  readonly whole?: number;
  /** The least scale at which it may be drawn, so that what belongs to it stays on its page. */
  readonly shrinks?: number;
  /** Says only that something is not known; a section of nothing else is none. */
  readonly missing?: string;
  /** Drawn over it again where it begins a page: the head of the table it is a row of. */
  readonly head?: Piece;
}

/** What stands on one page. */
interface PageOfItems {
  readonly items: readonly SceneItem[];
  /** Where what stands on it ends. */
  readonly bottom: number;
}

/** A page filled so far may be left, so that what follows is whole on the next. */
const wellFilled = 0.6;
/** Rows of a table that go on on another page together. */
const fewestRows = 3;

/** The pages of the pieces; at least one. `top`: where they begin on the first page. */
export function flow(pieces: readonly Piece[], body: Box, top: number = body.y): readonly PageOfItems[] {
  const pages: { items: SceneItem[]; bottom: number }[] = [{ items: [], bottom: top }];
  let y = top;
  let isFresh = true;
  const bottom = body.y + body.height;
  const put = (piece: Piece): void => {
    const page = pages.at(-1);
    const scale = Math.min(1, body.width / piece.width, (bottom - y) / piece.height);
    y += piece.height * scale;
    if (page) page.bottom = y;
    page?.items.push(...scaleItems(piece.items, scale, body.x, y - piece.height * scale));
    isFresh = false;
  };
  for (const [index, piece] of pieces.entries()) {
    const above = isFresh ? 0 : (piece.above ?? 0);
    // What is larger than a whole page gets one of its own, and is made to fit it.
    const wanted = Math.min(above + piece.height + (piece.keep ?? 0), body.height);
    const isBetterWhole =
      piece.whole !== undefined &&
      piece.whole <= body.height &&
      y + above + piece.whole > bottom &&
      y - body.y >= body.height * wellFilled;
    if (!isFresh && (y + wanted > bottom || isBetterWhole || leavesWidow(pieces, index, bottom - y))) {
      pages.push({ items: [], bottom: body.y });
      y = body.y;
      isFresh = true;
    }
    if (isFresh && piece.head && piece.head !== piece) put(piece.head);
    else y += isFresh ? 0 : above;
    put(piece);
  }
  return pages;
}

/** Whether the last rows of a table, from this one on, would be divided so that fewer go on than are seen as a table. */
function leavesWidow(pieces: readonly Piece[], index: number, room: number): boolean {
  const head = pieces[index]?.head;
  if (!head || pieces[index - 1]?.head !== head) return false;
  const left = pieces.slice(index, index + fewestRows + 1).filter((one) => one.head === head);
  return left.length === fewestRows && heightOf(left) > room;
}

/** Pieces that would rather be on one page. */
export function together(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = pieces;
  // Among them none asks for more than itself: it would leave its heading behind.
  const alone = others.map((piece): Piece => ({ ...piece, whole: piece.height }));
  return first ? [{ ...first, whole: heightOf(pieces) }, ...alone] : [];
}

/** The pieces, with those that may shrink as small as it takes to fit one page; the same where that does not help. */
export function fitted(pieces: readonly Piece[], height: number): readonly Piece[] {
  const over = heightOf(pieces) - height;
  const able = pieces.filter(({ shrinks }) => shrinks !== undefined);
  const all = able.reduce((sum, piece) => sum + piece.height, 0);
  const scale = 1 - over / Math.max(1, all);
  if (over <= 0 || able.some(({ shrinks = 1 }) => scale < shrinks) || able.length === 0) return pieces;
  return pieces.map((piece) =>
    piece.shrinks === undefined
      ? piece
      : {
          ...piece,
          width: piece.width * scale,
          height: piece.height * scale,
          items: scaleItems(piece.items, scale, 0, 0),
        },
  );
}

/** How high pieces are when no page divides them. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height, above = 0 }, index) => sum + height + (index === 0 ? 0 : above), 0);
}

/** Pieces one below the other as one, which no page divides. */
export function stack(pieces: readonly Piece[]): Piece {
  const items: SceneItem[] = [];
  let y = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) y += piece.above ?? 0;
    items.push(...scaleItems(piece.items, 1, 0, y));
    y += piece.height;
  }
  return { width: Math.max(0, ...pieces.map(({ width }) => width)), height: y, items };
}

/** A drawing as a piece, at a scale. */
export function drawing(
  drawn: { readonly width: number; readonly height: number; readonly items: readonly SceneItem[] },
  scale = 1,
  above = 0,
): Piece {
  return {
    width: drawn.width * scale,
    height: drawn.height * scale,
    items: scaleItems(drawn.items, scale, 0, 0),
    above,
  };
}
