/**
 * What the server asks of a place to keep maps. Every call is asynchronous, because other back ends are; one
 * contract suite (test/server/storage/contract.ts) holds for all of them.
 *
 * A content is one Y.Doc: a snapshot and the updates after it, numbered by `seq`. Every writing call is one
 * transaction: all of it is durable when its promise resolves, nothing of it when it rejects.
 */
import type { VersionCounts } from '../../src/protocol/http.ts';
import type { LinkName } from '../../src/protocol/roles.ts';

/** A map has two documents: what is on the canvas, and what people say about it. */
export type Part = 'map' | 'discussion';

export interface MapRow {
  readonly id: string;
  readonly title: string;
  readonly generation: number;
  /** Milliseconds since 1970, like all times here. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** In the bin since; null when it is not. */
  readonly deletedAt: number | null;
}

export interface LinkRow {
  readonly id: string;
  readonly mapId: string;
  readonly name: LinkName;
  readonly label: string;
  readonly tokenHash: Uint8Array;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastOpenedAt: number | null;
}

export interface NewContent {
  readonly part: Part;
  readonly snapshot: Uint8Array;
  /** Who owns the client ids in it. */
  readonly owners: ReadonlyMap<number, string>;
}

export interface StoredContent {
  readonly generation: number;
  readonly seq: number;
  /** When the map was last edited. */
  readonly updatedAt: number;
  readonly snapshot: Uint8Array;
  /** In the order of `seq`, all after the snapshot. */
  readonly updates: readonly Uint8Array[];
  readonly owners: ReadonlyMap<number, string>;
}

export interface Batch {
  readonly mapId: string;
  readonly part: Part;
  readonly at: number;
  readonly updates: readonly { readonly author: string; readonly bytes: Uint8Array }[];
  /** Client ids that got an owner with these updates. */
  readonly owners: readonly (readonly [clientId: number, owner: string])[];
  /** The map's title when these updates changed it. */
  readonly title?: string;
  /** Versions that must not be missing when these updates are stored: what they replace. */
  readonly versions?: readonly NewVersion[];
}

/** `before`: kept because the content was replaced next; `restored`: what an earlier version put there. */
export type VersionKind = 'named' | 'automatic' | 'before' | 'restored';

/** A version of a map's content, as the list shows it. */
export interface VersionRow {
  readonly id: string;
  readonly kind: VersionKind;
  /** '' but for named ones. */
  readonly title: string;
  /** Names of the people who worked on it since the version before, as far as known. */
  readonly by: readonly string[];
  readonly at: number;
  /** The last edit it holds. */
  readonly seq: number;
  readonly counts: VersionCounts;
  /** The version that was put back, as it was then; null but for restored ones. */
  readonly source: { readonly id: string; readonly title: string; readonly at: number } | null;
  /** As stored. */
  readonly size: number;
  /** Nothing was edited since. */
  readonly isCurrent: boolean;
}

export interface NewVersion extends Omit<VersionRow, 'size' | 'isCurrent'> {
  /** The document, packed (server/versions/packing.ts). */
  readonly packed: Uint8Array;
}

interface Compaction {
  readonly mapId: string;
  readonly part: Part;
  /** The snapshot holds everything up to and with this number. */
  readonly seq: number;
  readonly snapshot: Uint8Array;
  readonly at: number;
}

/** The bytes of a map cannot be read or do not match their checksums. The map is left as it is. */
export class DamagedMapError extends Error {}

/** A picture; its name is the SHA-256 of its bytes. */
export interface ImageRow {
  readonly hash: string;
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

export interface Store {
  createMap(map: MapRow, links: readonly LinkRow[], contents: readonly NewContent[]): Promise<void>;
  findMap(mapId: string): Promise<MapRow | null>;
  /** To the bin. False when there is no such map, or it is there already. */
  deleteMap(mapId: string, at: number): Promise<boolean>;
  /** Out of the bin again. False when it is not in it. */
  undeleteMap(mapId: string): Promise<boolean>;
  /** Removes for good, with the pictures no other map has, what has been in the bin since before a time, at most so many maps; the answer is how many. */
  purgeMaps(deletedBefore: number, max: number): Promise<number>;

  findLink(tokenHash: Uint8Array): Promise<LinkRow | null>;
  /** The share links that were not withdrawn, oldest first. */
  listLinks(mapId: string): Promise<readonly LinkRow[]>;
  addLink(link: LinkRow): Promise<void>;
  /** False when there is no such link on this map. */
  withdrawLink(mapId: string, linkId: string): Promise<boolean>;
  /** When share links were last opened, by their ids. */
  noteOpened(times: ReadonlyMap<string, number>): Promise<void>;

  /** Null when the map has no such content. Rejects with DamagedMapError. */
  loadContent(mapId: string, part: Part): Promise<StoredContent | null>;
  /** All or nothing; the answer is the last `seq` of each batch. */
  append(batches: readonly Batch[]): Promise<readonly number[]>;
  compact(compaction: Compaction): Promise<void>;

  /** Versions of a map's content, the newest first. */
  listVersions(mapId: string): Promise<readonly VersionRow[]>;
  /** Adds one and removes others, in one. */
  addVersion(mapId: string, version: NewVersion, gone: readonly string[]): Promise<void>;
  removeVersions(mapId: string, ids: readonly string[]): Promise<void>;
  /** Makes it a named one of this title. False when the map has no such version. */
  renameVersion(mapId: string, id: string, title: string): Promise<boolean>;
  /** Null when the map has no such version. Rejects with DamagedMapError. */
  loadVersion(mapId: string, id: string): Promise<(VersionRow & { readonly packed: Uint8Array }) | null>;

  /** Stores a picture once, however many maps show it, and gives it to a map. False when the map has no room for another. */
  addImage(
    mapId: string,
    image: ImageRow,
    room: { readonly count: number; readonly bytes: number },
  ): Promise<boolean>;
  /** Null when the map was not given such a picture. Rejects with DamagedMapError. */
  loadImage(mapId: string, hash: string): Promise<ImageRow | null>;

  /** Writes something that does not matter, to see whether writing works. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
