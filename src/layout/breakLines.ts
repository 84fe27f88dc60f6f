/**
 * Breaks a text into finished lines, once for every renderer: the canvas and all files place these lines
 * and never wrap by themselves.
 *
 * Rules: Latin words stay whole unless one alone is wider than the box; a hyphen, dash or slash inside a word
 * lets it break behind; Chinese breaks anywhere except before closing and after opening punctuation, and between a number
 * and what it counts ("6 号"); line
 * feeds in the text are kept; runs of spaces count as one; a line never starts or ends with a space. When the
 * text needs more than `maxLines`, the last line ends in a measured "…". A line is wider than the box only
 * when a single character is. Widths in map units.
 */
import { graphemesOf, isEmoji } from './graphemes.ts';
import { measureText } from './measureText.ts';
import type { Font } from './scene.ts';

export interface Line {
  readonly text: string;
  readonly width: number;
}

/** A part of a text that stays on one line if it can. */
interface Piece {
  readonly text: string;
  readonly spaceBefore: boolean;
}

const notAtStart =
  /^[,.:;?!%)\]}'"’”»›…‥·•、。〃々〉》」』】〕〗〙〛〜〞〟ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ！％），．：；？］｝～｠｡｣､･°′″‰℃—–-]/u;
const notAtEnd = /[([{'"‘“«‹〈《「『【〔〖〘〚〝（［｛｟｢]$/u;
const breaksAnywhere =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;
const hasInnerBreaks = /[^\x20-\x7E\u00A0-\u024F\u2018-\u201D\u2026]|[-/]/u;
const breaksBehind = /[-/\u2010\u2013\u2014]/u;
const letter = /^\p{L}/u;
const twoCharacters = 2;
/** A number that is no part of a name ("CRM2"), and what ends or begins with one. */
const endsInNumber = /(?:^|[^A-Za-z\d.,:])[\d.,:]*\d$/u;
const hasCounted = /(?:\d\s*\p{Script=Han}|第\s*\d)/u;
const counts = /^\p{Script=Han}/u;
const countsInTwo = /\d ?(?:小时|分钟|秒钟|个月|星期|季度)$/u;
const breakingSpaces = /[\t\v\f \u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]+/u;
const lineFeeds = /\r\n|[\n\r\u2028\u2029]/u;
const ellipsis = '…';

const memoSize = 20_000;
const memo = new Map<string, readonly Line[]>();

/**
 * The lines of a text in a box of `width`, at most `maxLines` (Infinity for all of them). No lines for a
 * text without content.
 */
export function breakLines(text: string, font: Font, width: number, maxLines: number): readonly Line[] {
  const { face, script, size, weight, spacing } = font;
  const key = `${face} ${script} ${size} ${weight} ${spacing} ${width} ${maxLines} ${text}`;
  const known = memo.get(key);
  if (known) return known;
  const lines = breakText(text, font, width, maxLines);
  if (memo.size >= memoSize) memo.clear();
  memo.set(key, lines);
  return lines;
}

/** The text on one line, cut with "…" where the box is too narrow; null for a text without content. */
export function fitLine(text: string, font: Font, width: number): Line | null {
  return breakLines(text.replaceAll(/\s+/gu, ' '), font, width, 1)[0] ?? null;
}

function breakText(text: string, font: Font, width: number, maxLines: number): readonly Line[] {
  if (maxLines < 1) return [];
  const paragraphs = text.split(lineFeeds).map(toPieces);
  while (paragraphs.at(-1)?.length === 0) paragraphs.pop();
  while (paragraphs[0]?.length === 0) paragraphs.shift();
  const lines: string[] = [];
  for (const [i, pieces] of paragraphs.entries()) {
    const isLast = i === paragraphs.length - 1;
    if (!fillLines(pieces, font, width, maxLines, lines)) break;
    if (!isLast && lines.length === maxLines) {
      lines.push(cutLine(lines.pop() ?? '', font, width));
      break;
    }
  }
  return lines.map((line) => ({ text: line, width: measureText(line, font) }));
}

/** Adds a paragraph's lines; false when it had to be cut. */
function fillLines(
  pieces: readonly Piece[],
  font: Font,
  width: number,
  maxLines: number,
  lines: string[],
): boolean {
  const space = measureText(' ', font);
  let line = '';
  let lineWidth = 0;
  for (const [i, piece] of pieces.entries()) {
    const isSpaced = line !== '' && piece.spaceBefore;
    const pieceWidth = measureText(piece.text, font);
    const joinedWidth = lineWidth + (isSpaced ? space : 0) + pieceWidth;
    if (joinedWidth <= width) {
      line += isSpaced ? ` ${piece.text}` : piece.text;
      lineWidth = joinedWidth;
      continue;
    }
    const isOnlyLineLeft = lines.length >= maxLines - 1;
    if (isOnlyLineLeft) {
      const rest = pieces.slice(i).map((next) => (next.spaceBefore ? ` ${next.text}` : next.text));
      lines.push(cutLine((line + rest.join('')).trimStart(), font, width, line === ''));
      return line === '' && i === pieces.length - 1 && graphemesOf(piece.text).length === 1;
    }
    if (line !== '') lines.push(line);
    [line, lineWidth] = [piece.text, pieceWidth];
    if (pieceWidth <= width) continue;
    const parts = splitWide(piece.text, font, width);
    for (const [j, part] of parts.entries()) {
      if (j === parts.length - 1) [line, lineWidth] = [part, measureText(part, font)];
      else if (lines.length < maxLines - 1) lines.push(part);
      else {
        const rest = pieces.slice(i + 1).map((next) => (next.spaceBefore ? ` ${next.text}` : next.text));
        lines.push(cutLine(parts.slice(j).join('') + rest.join(''), font, width));
        return false;
      }
    }
  }
  lines.push(line);
  return true;
}

/** Cuts a text to what fits beside the ellipsis; a lone character that nothing could shorten stays as it is. */
function cutLine(text: string, font: Font, width: number, mayBeWhole = false): string {
  const clusters = graphemesOf(text);
  if (mayBeWhole && clusters.length === 1) return text;
  const room = width - measureText(ellipsis, font);
  let kept = '';
  let used = 0;
  for (const cluster of clusters) {
    used += measureText(cluster, font);
    if (used > room) break;
    kept += cluster;
  }
  return kept.replace(/[\s,.;:、。，；：·•…([{‘“（《「『【—–-]+$/u, '') + ellipsis;
}

/** A word that is too wide for any line, in parts that fit. */
function splitWide(text: string, font: Font, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const cluster of graphemesOf(text)) {
    const clusterWidth = measureText(cluster, font);
    if (part !== '' && used + clusterWidth > width) {
      parts.push(part.trimEnd());
      [part, used] = ['', 0];
    }
    // Between a number and what it counts.
    if (part === '' && cluster === ' ') continue;
    part += cluster;
    used += clusterWidth;
  }
  parts.push(part);
  return parts;
}

function toPieces(paragraph: string): Piece[] {
  const words = paragraph.split(breakingSpaces).filter((word) => word !== '');
  const pieces = words.flatMap((word) => {
    const parts = hasInnerBreaks.test(word) ? splitWord(word) : [word];
    return parts.map((text, i) => ({ text, spaceBefore: i === 0 }));
  });
  return hasCounted.test(paragraph) ? joinCounted(pieces) : pieces;
}

/** Numbers are one piece with what they count: "（6 号）", "第 3 天", "24 小时". */
function joinCounted(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isCount =
      last &&
      ((endsInNumber.test(last.text) && counts.test(piece.text)) ||
        (last.text.endsWith('第') && /^\d/.test(piece.text)) ||
        countsInTwo.test(last.text + piece.text.charAt(0)));
    if (!isCount) joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text}${piece.spaceBefore ? ' ' : ''}${piece.text}`,
      };
  }
  return joined;
}

function splitWord(word: string): string[] {
  const clusters = graphemesOf(word);
  const parts: string[] = [];
  let part = '';
  for (const [i, cluster] of clusters.entries()) {
    const before = clusters[i - 1];
    if (before !== undefined && mayBreak(part, before, cluster)) {
      parts.push(part);
      part = '';
    }
    part += cluster;
  }
  parts.push(part);
  return parts;
}

function mayBreak(part: string, before: string, after: string): boolean {
  const left = behaviourOf(before);
  const right = behaviourOf(after);
  if (right.keepsLeft || left.keepsRight) return false;
  if (left.isFree || right.isFree) return true;
  // "price/quality", but neither "24/7" nor "1914-18"; "e-mail" stays whole because a lone "e-" reads badly.
  return left.opensBehind && part.length > twoCharacters && right.isLetter;
}

/** How a character behaves at the end of a line; asked for each pair of them, so remembered. */
interface Behaviour {
  /** Never begins a line. */
  readonly keepsLeft: boolean;
  /** Never ends a line. */
  readonly keepsRight: boolean;
  /** A line may end before and behind it. */
  readonly isFree: boolean;
  readonly opensBehind: boolean;
  readonly isLetter: boolean;
}
const behaviours = new Map<string, Behaviour>();

function behaviourOf(cluster: string): Behaviour {
  let known = behaviours.get(cluster);
  if (!known) {
    known = {
      keepsLeft: notAtStart.test(cluster),
      keepsRight: notAtEnd.test(cluster),
      isFree: breaksAnywhere.test(cluster) || isEmoji(cluster),
      opensBehind: breaksBehind.test(cluster),
      isLetter: letter.test(cluster),
    };
    if (behaviours.size >= memoSize) behaviours.clear();
    behaviours.set(cluster, known);
  }
  return known;
}
