/**
 * Replaces a map's content as an ordinary edit: live for everybody, nobody is cut off, and what was there is a version
 * from then on, stored in the same transaction (R48). Both whole-document calls go this way: PUT and restore.
 */
import * as Y from 'yjs';
import { writeContentInside } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { newId } from '../auth/tokens.ts';
import type { Room } from '../rooms/room.ts';
import type { NewVersion, Store, VersionRow } from '../storage/store.ts';
import { countRecords, packDocument } from './packing.ts';
import type { VersionKeeper } from './versionKeeper.ts';

interface Replacing {
  readonly store: Pick<Store, 'listVersions'>;
  readonly versions: VersionKeeper;
  readonly now: number;
  /** The version that is put back, and who does it. */
  readonly restored?: { readonly version: VersionRow & { readonly packed: Uint8Array }; readonly by: string };
}

/**
 * The answer is what it left behind: the version of what was there and the restored one, null for none. It is known
 * from the writing itself: once the edit is stored, nothing can fail any more that would make it look undone.
 */
export async function replaceContent(
  room: Room,
  journey: JourneyMap,
  { store, versions, now, restored }: Replacing,
): Promise<{ readonly before: VersionRow | null; readonly after: VersionRow | null }> {
  const known = await store.listVersions(room.mapId);
  let before: NewVersion | null = null;
  let after: NewVersion | null = null;
  const hasChanged = await room.edit(
    (doc) => writeContentInside(doc, journey),
    (doc, seq) => {
      if (known[0]?.seq !== seq) before = versionBefore(doc, seq);
      if (restored) after = versionAfter(seq + 1);
      return [before, after].filter((one) => one !== null);
    },
  );
  // What the closure set is not seen by the type checker.
  const made = { before: before as NewVersion | null, after: after as NewVersion | null };
  if (!hasChanged) return { before: null, after: null };
  if (made.after) versions.kept(room, made.after.seq);
  await versions.thin(room.mapId);
  const newest = known[0] ? { ...known[0], isCurrent: false } : null;
  return {
    before: made.before ? rowOf(made.before, false) : newest,
    after: made.after && rowOf(made.after, true),
  };

  function versionBefore(doc: Y.Doc, seq: number): NewVersion {
    const facts = {
      kind: 'before',
      title: '',
      by: versions.people(room),
      at: now,
      seq,
      source: null,
    } as const;
    return {
      id: newId(),
      ...facts,
      counts: countRecords(doc),
      packed: packDocument(Y.encodeStateAsUpdate(doc)),
    };
  }

  function versionAfter(seq: number): NewVersion | null {
    if (!restored) return null;
    const { version, by } = restored;
    return {
      id: newId(),
      kind: 'restored',
      title: '',
      by: by === '' ? [] : [by],
      at: now,
      seq,
      counts: version.counts,
      source: { id: version.id, title: version.title, at: version.at },
      packed: version.packed,
    };
  }
}

/** A version that was just stored, as the list has it. */
export function rowOf({ packed, ...version }: NewVersion, isCurrent: boolean): VersionRow {
  return { ...version, size: packed.length, isCurrent };
}
