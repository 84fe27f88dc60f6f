/**
 * What is locked (SCHEMA.md D40, D41). Locks keep from accidents and are kept by every command; they are no wall
 * against a person who means to, as everybody who may edit may write to the document.
 */
import type * as Y from 'yjs';
import type { Collection } from '../model/journeyMap.ts';
import type { Refusal } from './commands.ts';
import { recordOf, singleRoot } from './roots.ts';

/** Collections whose records can be locked. */
export const lockableCollections = [
  'touchpoints',
  'insights',
  'opportunities',
  'actions',
  'elements',
] as const satisfies readonly Collection[];

export function isLocked(doc: Y.Doc, collection: Collection, id: string): boolean {
  return (
    (lockableCollections as readonly Collection[]).includes(collection) &&
    recordOf(doc, collection, id)?.get('locked') === true
  );
}

/** Why stages and lanes may not be changed now, or null when they may. */
export function structureRefusal(doc: Y.Doc): Refusal | null {
  return singleRoot(doc, 'map').get('structureLocked') === true ? 'structure-locked' : null;
}
