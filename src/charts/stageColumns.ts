/**
 * The stages as columns of the charts along the journey: as wide as what stands in them needs, never below 96, and
 * together as wide as the page where there is room.
 */
import { stageLetter } from '../model/address.ts';
import type { StageColumn } from './chart.ts';
import { textWidth } from './pieces.ts';

export interface StageRoom {
  readonly id: string;
  readonly name: string;
  /** Sieves that stand in it. */
  readonly sieves: number;
}

const least = 98;
/** The letter and the space around it. */
const besideName = 44;
/** What a sieve with its flag likes to have, as flags stand above and below in turn. */
const perSieve = 52;
/** Before the first mesh stands the count of those who begin. */
const beginning = 33;

/** `left`: where the first begins. On a narrow page all are alike and as narrow as they must be. */
export function stageColumns(
  stages: readonly StageRoom[],
  left: number,
  width: number,
  narrow = false,
): readonly StageColumn[] {
  const room = width - left;
  const first = stages.findIndex(({ sieves }) => sieves > 0);
  const wishes = stages.map(({ name, sieves }, index) => {
    const own = Math.max(least, besideName + longestWord(name)) + (index === first ? beginning : 0);
    return { least: own, wanted: Math.max(own, 44 + perSieve * sieves) };
  });
  const smallest = wishes.reduce((sum, one) => sum + one.least, 0);
  const wanted = wishes.reduce((sum, one) => sum + one.wanted, 0);
  // Room left over goes to all alike in proportion; what is short is taken from those that wish for more.
  const share = Math.max(0, Math.min(1, (room - smallest) / Math.max(1, wanted - smallest)));
  const stretch = Math.max(1, room / Math.max(1, wanted));
  let x = left;
  return stages.map(({ id, name }, index) => {
    const wish = wishes[index] ?? { least, wanted: least };
    const own = narrow
      ? Math.max(24, room / stages.length)
      : (wish.least + (wish.wanted - wish.least) * share) * stretch;
    const column = { id, name, letter: stageLetter(index), x, width: own };
    x += own;
    return column;
  });
}

/** The names of stages break between words alone. */
function longestWord(name: string): number {
  const look = { serif: true, size: 14 };
  return Math.min(
    140,
    Math.max(0, ...name.split(/[\s/-]+|(?=\p{Script=Han})/u).map((word) => textWidth(word, look))),
  );
}

/** Where the last one ends. */
export function endOf(columns: readonly StageColumn[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : 0;
}
