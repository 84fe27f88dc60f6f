/**
 * Order keys: short strings between which there is always room for another, so that moving one item writes one key.
 *
 * A rank is a whole part and a fraction over the digits 0-9A-Za-z, compared by code units (`<`). The first character
 * of the whole part gives its length: `a0` … `az`, `b00` … and downwards `Zz` … `Z0`, `Yzz` …; so appending (or
 * prepending) n times costs about log n characters, not n. The fraction never ends in 0, else nothing would fit
 * before it. Two people may get the same rank at the same time; the id decides between equal ranks.
 */

/** Longer ranks are taken for junk; honest editing stays far below. */
const LONGEST = 200;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = 'a0';
/** The lowest whole part; it must have a fraction, as nothing can lie below it. */
const LOWEST = `A${'0'.repeat(26)}`;

/** Whether a text is a rank this file could have made. */
export function isRank(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST || !/^[A-Za-z][0-9A-Za-z]*$/.test(value))
    return false;
  const length = wholeLength(value);
  if (value.length < length || value === LOWEST) return false;
  return value.length === length || !value.endsWith('0');
}

/** Order by rank, then id: the same on every machine. */
export function compareRanked(
  a: { readonly rank: string; readonly id: string },
  b: { readonly rank: string; readonly id: string },
): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * A rank strictly between two others; null stands for "before all" and "after all".
 * Throws RangeError when they are not ranks or not in rising order: use `ranksToInsert` for content others wrote.
 */
export function rankBetween(a: string | null, b: string | null): string {
  for (const rank of [a, b])
    if (rank !== null && !isRank(rank)) throw new RangeError(`not a rank: ${String(rank)}`);
  if (a !== null && b !== null && a >= b) throw new RangeError(`ranks out of order: ${a}, ${b}`);
  if (a === null && b === null) return FIRST;
  if (a === null) return rankBelow(b ?? FIRST);
  if (b === null) return rankAbove(a);
  const wholeA = whole(a);
  const wholeB = whole(b);
  if (wholeA === wholeB) return wholeA + fractionBetween(a.slice(wholeA.length), b.slice(wholeB.length));
  const next = increment(wholeA);
  return next !== null && next < b ? next : wholeA + fractionBetween(a.slice(wholeA.length), null);
}

/** `count` rising ranks strictly between two others, spread so that none gets long. */
export function ranksBetween(a: string | null, b: string | null, count: number): string[] {
  if (count <= 0) return [];
  if (b === null || a === null) {
    // Counting up or down from one end keeps all of them short.
    const ranks: string[] = [];
    let last: string | null = b === null ? a : b;
    for (let made = 0; made < count; made++) {
      last = b === null ? rankBetween(last, null) : rankBetween(null, last);
      ranks.push(last);
    }
    return b === null ? ranks : ranks.toReversed();
  }
  const middle = Math.floor(count / 2);
  const rank = rankBetween(a, b);
  return [...ranksBetween(a, rank, middle), rank, ...ranksBetween(rank, b, count - middle - 1)];
}

/**
 * The ranks to write so that `ids` stand, in that order, before `before` (null = at the end).
 *
 * `order`: all items of the collection as they stand now, sorted by `compareRanked`; `ids` may be among them (a move)
 * or not (an insertion). Usually only `ids` get a rank; where neighbours share a rank or hold junk there is no room
 * between them, and then everything is ranked anew.
 */
export function ranksToInsert(
  order: readonly { readonly id: string; readonly rank: string }[],
  ids: readonly string[],
  before: string | null,
): ReadonlyMap<string, string> {
  const moved = new Set(ids);
  const rest = order.filter((item) => !moved.has(item.id));
  const found = rest.findIndex((item) => item.id === before);
  const index = found < 0 ? rest.length : found;
  const left = rest[index - 1]?.rank ?? null;
  const right = rest[index]?.rank ?? null;
  const room = (left === null || isRank(left)) && (right === null || isRank(right));
  if (room && (left === null || right === null || left < right)) {
    return zip(ids, ranksBetween(left, right, ids.length));
  }
  const all = [...rest.slice(0, index).map(({ id }) => id), ...ids, ...rest.slice(index).map(({ id }) => id)];
  return zip(all, ranksBetween(null, null, all.length));
}

function zip(ids: readonly string[], ranks: readonly string[]): ReadonlyMap<string, string> {
  return new Map(ids.map((id, index) => [id, ranks[index] ?? FIRST]));
}

/** Characters of the whole part, its first included: a = 2, b = 3 … z = 27; Z = 2, Y = 3 … A = 27. */
function wholeLength(rank: string): number {
  const head = rank.charCodeAt(0);
  return head >= 97 ? head - 97 + 2 : 90 - head + 2;
}

function whole(rank: string): string {
  return rank.slice(0, wholeLength(rank));
}

function rankAbove(rank: string): string {
  const part = whole(rank);
  return increment(part) ?? part + fractionBetween(rank.slice(part.length), null);
}

function rankBelow(rank: string): string {
  const part = whole(rank);
  if (part === LOWEST) return part + fractionBetween('', rank.slice(part.length));
  if (part < rank) return part;
  const lower = decrement(part);
  return lower === LOWEST ? lower + fractionBetween('', null) : lower;
}

/** The next whole part; null after the last. */
function increment(part: string): string | null {
  const carried = addOne(part.slice(1));
  if (!carried.overflow) return part.charAt(0) + carried.digits;
  const head = part.charAt(0);
  if (head === 'z') return null;
  if (head === 'Z') return FIRST;
  const next = String.fromCharCode(head.charCodeAt(0) + 1);
  return next + '0'.repeat(wholeLength(next) - 1);
}

function addOne(digits: string): { digits: string; overflow: boolean } {
  const kept = digits.replace(/z+$/, '');
  const zeros = '0'.repeat(digits.length - kept.length);
  if (kept === '') return { digits: zeros, overflow: true };
  return { digits: kept.slice(0, -1) + digit(valueAt(kept, kept.length - 1) + 1) + zeros, overflow: false };
}

/** The whole part below; never asked for the lowest. */
function decrement(part: string): string {
  const digits = part.slice(1);
  const kept = digits.replace(/0+$/, '');
  const nines = 'z'.repeat(digits.length - kept.length);
  const head = part.charAt(0);
  if (kept !== '') return head + kept.slice(0, -1) + digit(valueAt(kept, kept.length - 1) - 1) + nines;
  const lower = head === 'a' ? 'Z' : String.fromCharCode(head.charCodeAt(0) - 1);
  return lower + 'z'.repeat(wholeLength(lower) - 1);
}

/** A fraction strictly between two; '' is the smallest, null is one. Neither ends in 0, nor does the result. */
function fractionBetween(a: string, b: string | null): string {
  let shared = 0;
  if (b !== null) {
    while (shared < b.length && (a.charAt(shared) || '0') === b.charAt(shared)) shared++;
    if (shared > 0) return b.slice(0, shared) + fractionBetween(a.slice(shared), b.slice(shared));
  }
  const low = a === '' ? 0 : valueAt(a, 0);
  const high = b === null ? DIGITS.length : valueAt(b, 0);
  if (high - low > 1) return digit(Math.round((low + high) / 2));
  if (b !== null && b.length > 1) return b.charAt(0);
  return digit(low) + fractionBetween(a.slice(1), null);
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}

function valueAt(digits: string, index: number): number {
  return DIGITS.indexOf(digits.charAt(index));
}
