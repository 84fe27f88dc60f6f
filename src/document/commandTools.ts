/** What the command files share: answers, looking records up, and the checks that several commands make. */
import type * as Y from 'yjs';
import type { Collection, Lane } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { COLLECTION_LIMITS } from '../model/limits.ts';
import type { Done, EditableCollection, Refusal } from './commands.ts';
import { orderKeyOf, readOrder, readRecord } from './readMap.ts';
import { latestItems } from './structs.ts';
import {
  mapCollections,
  recordOf,
  collectionRoot,
  type MapCollection,
  type OrderedCollection,
} from './roots.ts';

export interface CommandContext {
  readonly doc: Y.Doc;
  /** A fresh id, random enough to be unique among all people (21 characters of nanoid). */
  readonly newId: () => string;
  /** Whether this person may lock the structure for all and lift that. */
  readonly facilitates: boolean;
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export const nothingToSay: Done = { ok: true, value: undefined };

export function refuse(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason };
}

export function exists(doc: Y.Doc, collection: Collection, id: string): boolean {
  return recordOf(doc, collection, id) !== undefined;
}

export function collectionOf(doc: Y.Doc, id: string): MapCollection | undefined {
  return mapCollections.find((collection) => exists(doc, collection, id));
}

/** Whether `count` more records fit. */
export function hasRoom(doc: Y.Doc, collection: Collection, count = 1): boolean {
  let present = 0;
  for (const item of latestItems(collectionRoot(doc, collection)).values()) if (!item.deleted) present += 1;
  return present + count <= COLLECTION_LIMITS[collection];
}

/** Ids and ranks of an ordered collection as they stand. */
export function ranksOf(
  doc: Y.Doc,
  collection: OrderedCollection,
): readonly { readonly id: string; readonly rank: string }[] {
  return readOrder(doc, collection).map((id) => ({ id, rank: orderKeyOf(doc, collection, id)?.rank ?? '' }));
}

/** Why a record cannot lie in this stage and lane, or null when it can. Null ids lie nowhere, which cells may. */
export function placeRefusal(
  doc: Y.Doc,
  collection: EditableCollection,
  stageId: string | null,
  laneId: string | null,
): Refusal | null {
  if (stageId !== null && !exists(doc, 'stages', stageId)) return 'gone';
  if (laneId === null) return null;
  const lane = readRecord(doc, 'lanes', laneId);
  if (!lane) return 'gone';
  return holds(lane, collection) ? null : 'not-allowed';
}

export function holds(lane: Lane, collection: Collection): boolean {
  return laneHolds(lane.kind) === collection;
}
