/**
 * Applies an update a slice at a time and stops when it has cost too much (P30, R30). Yjs searches for the place of
 * each item among those that were put there at the same time, so a hostile update of 57 kB can keep it busy for half a
 * minute, in more shapes than rules could name. Here the slices get smaller while they are costly, so that the time
 * is looked at often enough, and large while they are cheap.
 *
 * In: an update that passed the gate. Each slice is a transaction of its own, and none leaves anything pending.
 */
import * as Y from 'yjs';
import {
  encodePart,
  inOrderOfNeed,
  noDeletions,
  type Deletions,
  type Struct,
} from '../../src/document/updateParts.ts';

/** The update has cost too much; nobody knows what the rest would. */
export class CostlyUpdateError extends Error {}

/** CPU time: `spentMs` so far, by any clock, and how much an update may take. */
export interface WorkLimit {
  spentMs(): number;
  readonly budgetMs: number;
}

/** Up to this size an update is applied as it is: it holds a few dozen items at most. */
const wholeBytes = 256;
const firstSlice = 32;
const largestSlice = 4096;
/** A slice that takes less is followed by a larger one, one that takes more by a smaller one. */
const quickMs = 4;
const slowMs = 16;

/** Throws CostlyUpdateError when the budget is spent; part of the update is in the document then. */
export function applyInSlices(doc: Y.Doc, update: Uint8Array, work: WorkLimit): void {
  if (update.length <= wholeBytes) return Y.applyUpdate(doc, update);
  const endMs = work.spentMs() + work.budgetMs;
  let beforeMs = work.spentMs();
  let size = firstSlice;
  const apply = (part: Uint8Array) => {
    Y.applyUpdate(doc, part);
    const nowMs = work.spentMs();
    if (nowMs > endMs) throw new CostlyUpdateError('it takes too much work');
    const tookMs = nowMs - beforeMs;
    beforeMs = nowMs;
    if (tookMs < quickMs) size = Math.min(largestSlice, size * 2);
    else if (tookMs > slowMs) size = Math.max(1, size >> 1);
  };
  const { structs, ds } = Y.decodeUpdate(update);
  for (const slice of slicesOf(inOrderOfNeed(structs), () => size)) apply(encodePart(slice, noDeletions));
  for (const slice of slicesOf(rangesOf(ds.clients), () => size)) apply(encodePart([], byClient(slice)));
}

interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

function* rangesOf(deletions: Deletions): Generator<DeletedRange> {
  for (const [client, ranges] of deletions) for (const { clock, len } of ranges) yield { client, clock, len };
}

function byClient(ranges: readonly DeletedRange[]): Deletions {
  return Map.groupBy(ranges, ({ client }) => client);
}

/** Slices of the size wanted when each begins. */
function* slicesOf<T extends Struct | DeletedRange>(all: Iterable<T>, size: () => number): Generator<T[]> {
  let slice: T[] = [];
  for (const one of all) {
    slice.push(one);
    if (slice.length < size()) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
