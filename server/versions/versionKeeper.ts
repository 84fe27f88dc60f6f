/**
 * Keeps versions of maps by itself, by the rules of versionRules.ts. Rooms tell it what was edited and look in once a
 * second; there are no timers in here. Trouble with the store loses no edit: it is logged and tried again.
 */
import { newId } from '../auth/tokens.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import type { StoredEdit } from '../rooms/relay.ts';
import type { Room, StoredState } from '../rooms/room.ts';
import type { NewVersion, Store, VersionRow } from '../storage/store.ts';
import { countRecords, packDocument, withDocument } from './packing.ts';
import { versionsToThin } from './versionRules.ts';

export interface VersionKeeper {
  /** Edits were stored, the last one with this number; `opening` is what was there before the first of a room. */
  edited(room: Room, edits: readonly StoredEdit[], seq: number, opening: Opening | null): void;
  /** Keeps what is due. Called about once a second. */
  look(room: Room): void;
  /** Everybody has left: keeps what no version holds yet. */
  leave(room: Room): Promise<void>;
  /** Who worked on the map since the version before; `kept` begins anew with this edit. */
  people(room: Room): readonly string[];
  kept(room: Room, seq: number): void;
  /** Lets go what the rules say of a map's versions. Never rejects: what stays now goes with a later one. */
  thin(mapId: string): Promise<void>;
}

type Opening = StoredState & { readonly at: number };

/** What is known of a room with edits that no version holds. */
interface Work {
  /** By person; null before somebody with a name edits. */
  names: Map<string, string> | null;
  sinceMs: number;
  opening: Opening | null;
  seq: number;
  notBeforeMs: number;
  busy: Promise<void> | null;
}

/** A version names so many people; more are not listed. */
const maxNames = 20;
const retryMs = 60_000;

export function createVersionKeeper(
  store: Pick<Store, 'listVersions' | 'addVersion' | 'removeVersions'>,
  clock: Clock,
  log: Log,
  limits: Limits,
): VersionKeeper {
  const works = new WeakMap<Room, Work>();

  /** Whether a version of this time would stand too near to the newest. */
  const isTooNear = (newest: VersionRow | undefined, at: number, apartMs: number) =>
    newest !== undefined && at >= newest.at && at - newest.at < apartMs;

  async function keepOpening(room: Room, { seq, bytes, at }: Opening): Promise<void> {
    const versions = await store.listVersions(room.mapId);
    // Much nearer than others may stand: who comes next may be the one whose work is to be taken back (R48).
    if (versions[0]?.seq === seq || isTooNear(versions[0], clock.now(), limits.versionOpeningApartMs)) return;
    const counts = withDocument(bytes, countRecords);
    const facts = { kind: 'automatic', title: '', by: [], at, seq, counts, source: null } as const;
    await add(room.mapId, versions, { id: newId(), ...facts, packed: packDocument(bytes) });
  }

  async function keepPresent(room: Room, work: Work): Promise<void> {
    const at = clock.now();
    const versions = await store.listVersions(room.mapId);
    const [newest] = versions;
    if (newest && isTooNear(newest, at, limits.versionApartMs)) {
      work.notBeforeMs = clock.elapsed() + limits.versionApartMs - (at - newest.at);
      return;
    }
    const by = namesOf(work);
    const version = await room.stored(({ seq, bytes }, doc): NewVersion => {
      const facts = { kind: 'automatic', title: '', by, at, seq, source: null } as const;
      return { id: newId(), ...facts, counts: countRecords(doc), packed: packDocument(bytes) };
    });
    if (newest?.seq !== version.seq) await add(room.mapId, versions, version);
    kept(room, version.seq);
  }

  async function add(mapId: string, before: readonly VersionRow[], version: NewVersion): Promise<void> {
    const row = { ...version, size: version.packed.length, isCurrent: true };
    const all = [row, ...before].toSorted((a, b) => b.seq - a.seq);
    await store.addVersion(mapId, version, versionsToThin(all, clock.now(), limits));
  }

  function run(room: Room, work: Work, isEnd: boolean): Promise<void> {
    const keep = async () => {
      try {
        const { opening } = work;
        if (opening) await keepOpening(room, opening);
        work.opening = null;
        if (isEnd) await keepPresent(room, work);
      } catch (error) {
        work.notBeforeMs = clock.elapsed() + retryMs;
        log.warn('a version could not be kept', { map: room.mapId.slice(0, 8), reason: errorText(error) });
      } finally {
        work.busy = null;
      }
    };
    work.busy ??= keep();
    return work.busy;
  }

  function kept(room: Room, seq: number): void {
    const work = works.get(room);
    if (!work) return;
    if (work.seq <= seq) works.delete(room);
    // Edits that came while the version was made begin the next one.
    work.sinceMs = clock.elapsed();
    work.names = null;
  }

  return {
    edited(room, edits, seq, opening) {
      const nowMs = clock.elapsed();
      const fresh: Work = {
        names: null,
        sinceMs: nowMs,
        opening,
        seq,
        notBeforeMs: nowMs,
        busy: null,
      };
      const work = works.get(room) ?? fresh;
      works.set(room, work);
      work.seq = seq;
      for (const { sender } of edits) {
        const name = sender ? room.presence.nameOf(sender) : '';
        if (!sender || name === '') continue;
        work.names ??= new Map();
        if (work.names.size < maxNames) work.names.set(sender.person, name);
      }
    },
    look(room) {
      const work = works.get(room);
      if (!work || work.busy) return;
      const nowMs = clock.elapsed();
      if (nowMs < work.notBeforeMs) return;
      const isQuiet = nowMs - room.lastEditMs >= limits.versionQuietMs;
      const isLong = nowMs - work.sinceMs >= limits.versionEveryMs;
      if (work.opening || isQuiet || isLong) void run(room, work, isQuiet || isLong);
    },
    async leave(room) {
      const work = works.get(room);
      if (work && !room.isFailing) await run(room, work, true);
    },
    people(room) {
      const work = works.get(room);
      return work ? namesOf(work) : [];
    },
    kept,
    async thin(mapId) {
      try {
        const gone = versionsToThin(await store.listVersions(mapId), clock.now(), limits);
        if (gone.length > 0) await store.removeVersions(mapId, gone);
      } catch (error) {
        log.warn('versions could not be thinned out', { map: mapId.slice(0, 8), reason: errorText(error) });
      }
    },
  };
}

function namesOf({ names }: Work): readonly string[] {
  return [...new Set(names?.values())];
}
