/**
 * Plain edits: a value of a record set anew, a drag, what most edits are. All of them that the gate lets through can be
 * applied whatever the document looks like: every place they name is there, and Yjs puts a value beside a known item or,
 * where that was collected, lets it go. So a small room stores and relays them as they came, and no live document stands
 * in memory for them (30 to 40 KiB for a map just begun, and half of an edit's work). A law holds them against it.
 *
 * The one thing the server reads out of a document at each edit is the title: what touches it is not plain.
 */
import type * as Y from 'yjs';
import { latestItems } from '../../src/document/structs.ts';
import type { ClockRange } from './updateReader.ts';

/** Longer histories of a title are not gone through. */
const maxTitles = 16;

/** Where the values the title has had lie; null when that cannot be told in short. */
export function titleRanges(doc: Y.Doc): readonly ClockRange[] | null {
  const ranges: ClockRange[] = [];
  let item = latestItems(doc.getMap('map')).get('title') ?? null;
  for (; item !== null; item = item.left) {
    if (ranges.length === maxTitles) return null;
    const { client, clock } = item.id;
    ranges.push({ client, from: clock, to: clock + item.length });
  }
  return ranges;
}

/** Whether nothing of the one lies in the other. */
export function isBeside(some: readonly ClockRange[], others: readonly ClockRange[]): boolean {
  return some.every((one) =>
    others.every(({ client, from, to }) => client !== one.client || one.to <= from || to <= one.from),
  );
}
