/** What lies in a stage or a lane: touchpoints by their place, notes, opportunities and actions by their cell. */
import type * as Y from 'yjs';
import { recordOf } from './roots.ts';
import { collectionRoot } from './roots.ts';
import { storedPlaceOf } from './removal.ts';

/** Collections whose records lie in a stage and a lane. */
export const placedCollections = ['touchpoints', 'insights', 'opportunities', 'actions'] as const;
export type Placed = (typeof placedCollections)[number];

/** The records that lie in a stage (`stageId`) or lane (`laneId`). */
export function contentOf(
  doc: Y.Doc,
  field: 'stageId' | 'laneId',
  id: string,
): readonly (readonly [Placed, string])[] {
  return placedCollections.flatMap((collection) =>
    [...collectionRoot(doc, collection).keys()].flatMap((record) =>
      storedPlaceOf(doc, collection, record)?.[field] === id ? [[collection, record] as const] : [],
    ),
  );
}

/** The placed record of an id, whichever kind it is. */
export function placedCollectionOf(doc: Y.Doc, id: string): Placed | undefined {
  return placedCollections.find((collection) => recordOf(doc, collection, id) !== undefined);
}
