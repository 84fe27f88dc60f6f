/**
 * The store in one SQLite file through Node's own `node:sqlite`: WAL, synchronous FULL, so that what a promise
 * resolved for survives a kill and a power cut. Every blob carries a CRC-32, so that a damaged map is noticed and set
 * aside instead of being shown as something else (R39, R49). Calls are synchronous inside: one commit for all rooms
 * is under a millisecond, less than handing it to another thread.
 */
import { crc32 } from 'node:zlib';
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import type { LinkName } from '../../src/protocol/roles.ts';
import { errorText } from '../log.ts';
import type { ImageRow, LinkRow, MapRow, NewContent, Part, Store } from './store.ts';
import { isUpToDate, migrate } from './sqliteSchema.ts';
import { createUpdateLog } from './sqliteUpdates.ts';
import { createVersionTable } from './sqliteVersions.ts';
import { checkedBytes } from './checkedBytes.ts';

type Row = Record<string, SQLOutputValue>;

/**
 * When a map `m` was last edited: its last updates say so, and its own row what they said when they were worked into the
 * snapshot. Nothing is written for it at each edit, and it is as sure as the edits are.
 */
const editedAt =
  'max(m.updated_at, coalesce((SELECT max(u.at) FROM contents e JOIN updates u ON u.id = e.last WHERE e.map_id = m.id), 0))';

/** The file is there but is not (or no longer) a store of ours; the message says what to do. */
export class StoreError extends Error {}

/** Opens or creates the store. Throws StoreError. */
export function openSqliteStore(file: string): Store {
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(file, { timeout: 2000 });
    db.exec(
      // The cache of pages is small: what is written is found again in the system's own, and every room holds its content.
      // The log goes into the file every 16 MiB: that stops all edits for a moment, a busy map's every second otherwise.
      'PRAGMA cache_size = -400; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF',
    );
    migrate(db);
  } catch (error) {
    throw new StoreError(
      `The store ${file} cannot be opened (${errorText(error)}). It was left as it is. ` +
        'Put a backup in its place, or move it away to start with an empty one.',
      { cause: error },
    );
  }
  return createStore(db);
}

/** A store that is only read; nothing of the file is changed. Throws StoreError, also when another Touchline wrote it. */
export function openStoreToRead(file: string): Store {
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    if (isUpToDate(db)) return createStore(db);
    db.close();
    throw new Error('an older or newer Touchline wrote it; use that one’s own command');
  } catch (error) {
    throw new StoreError(`The store ${file} cannot be read (${errorText(error)}).`, { cause: error });
  }
}

function createStore(db: DatabaseSync): Store {
  const statements = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = statements.get(text) ?? db.prepare(text);
    statements.set(text, known);
    return known;
  };
  const log = createUpdateLog(sql);
  const transaction = <T>(work: () => T): T => {
    sql('BEGIN IMMEDIATE').run();
    try {
      const result = work();
      sql('COMMIT').run();
      return result;
    } catch (error) {
      // A failed COMMIT (disk full) may have rolled back by itself already.
      if (db.isTransaction) db.exec('ROLLBACK');
      log.forget();
      throw error;
    }
  };
  const addOwners = (mapId: string, part: Part, owners: Iterable<readonly [number, string]>) => {
    for (const [clientId, owner] of owners) {
      sql('INSERT OR IGNORE INTO owners (map_id, part, client_id, owner) VALUES (?, ?, ?, ?)').run(
        mapId,
        part,
        clientId,
        owner,
      );
    }
  };
  const addLink = (link: LinkRow) => {
    sql(
      'INSERT INTO links (id, map_id, name, label, token_hash, created_at, expires_at, last_opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      link.id,
      link.mapId,
      link.name,
      link.label,
      link.tokenHash,
      link.createdAt,
      link.expiresAt,
      link.lastOpenedAt,
    );
  };
  const addContent = (mapId: string, at: number, content: NewContent) => {
    sql('INSERT INTO contents (map_id, part, seq) VALUES (?, ?, 0)').run(mapId, content.part);
    sql('INSERT INTO snapshots (map_id, part, seq, at, crc, bytes) VALUES (?, ?, 0, ?, ?, ?)').run(
      mapId,
      content.part,
      at,
      crc32(content.snapshot),
      content.snapshot,
    );
    addOwners(mapId, content.part, content.owners);
  };
  const versions = createVersionTable(sql, transaction);

  return {
    ...versions.calls,
    createMap: async (map, links, contents) =>
      transaction(() => {
        sql(
          'INSERT INTO maps (id, title, generation, created_at, updated_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(map.id, map.title, map.generation, map.createdAt, map.updatedAt, map.deletedAt);
        for (const link of links) addLink(link);
        for (const content of contents) addContent(map.id, map.createdAt, content);
      }),
    findMap: async (mapId) =>
      mapOf(sql(`SELECT m.*, ${editedAt} AS edited_at FROM maps m WHERE m.id = ?`).get(mapId)),
    deleteMap: async (mapId, at) =>
      sql('UPDATE maps SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, mapId).changes === 1,
    undeleteMap: async (mapId) =>
      sql('UPDATE maps SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL').run(mapId).changes ===
      1,
    purgeMaps: async (deletedBefore, max) => {
      const found = sql('SELECT id FROM maps WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?').all(
        deletedBefore,
        max,
      );
      if (found.length === 0) return 0;
      return transaction(() => {
        log.removeMaps(found.map(({ id }) => String(id)));
        for (const { id } of found) {
          // Those that refer to others first.
          for (const table of ['owners', 'snapshots', 'contents', 'links', 'map_images', 'versions'])
            sql(`DELETE FROM ${table} WHERE map_id = ?`).run(String(id));
          sql('DELETE FROM maps WHERE id = ?').run(String(id));
        }
        sql('DELETE FROM images WHERE hash NOT IN (SELECT hash FROM map_images)').run();
        return found.length;
      });
    },

    findLink: async (hash) => linkOf(sql('SELECT * FROM links WHERE token_hash = ?').get(hash)),
    listLinks: async (mapId) =>
      sql('SELECT * FROM links WHERE map_id = ? ORDER BY created_at, rowid')
        .all(mapId)
        .flatMap((row) => linkOf(row) ?? []),
    addLink: async (link) => transaction(() => addLink(link)),
    withdrawLink: async (mapId, linkId) =>
      sql('DELETE FROM links WHERE map_id = ? AND id = ?').run(mapId, linkId).changes === 1,
    noteOpened: async (times) =>
      transaction(() => {
        for (const [linkId, at] of times)
          sql('UPDATE links SET last_opened_at = ? WHERE id = ?').run(at, linkId);
      }),

    loadContent: async (mapId, part) => {
      const row = sql(
        `SELECT c.seq, s.seq AS snapshot_seq, s.crc, s.bytes, m.generation, ${editedAt} AS edited_at FROM contents c JOIN snapshots s USING (map_id, part) JOIN maps m ON m.id = c.map_id WHERE c.map_id = ? AND c.part = ?`,
      ).get(mapId, part);
      if (!row) return null;
      const updates = log.after(mapId, part, Number(row['snapshot_seq']));
      const owners = sql('SELECT client_id, owner FROM owners WHERE map_id = ? AND part = ?').all(
        mapId,
        part,
      );
      return {
        generation: Number(row['generation']),
        seq: Number(row['seq']),
        updatedAt: Number(row['edited_at']),
        snapshot: checkedBytes(row['bytes'], row['crc'], 'its snapshot'),
        updates,
        owners: new Map(owners.map((one) => [Number(one['client_id']), String(one['owner'])])),
      };
    },
    append: async (batches) =>
      transaction(() =>
        batches.map((batch) => {
          const last = log.append(batch);
          addOwners(batch.mapId, batch.part, batch.owners);
          if (batch.title !== undefined)
            sql('UPDATE maps SET title = ? WHERE id = ?').run(batch.title, batch.mapId);
          for (const version of batch.versions ?? []) versions.insert(batch.mapId, version);
          return last;
        }),
      ),
    compact: async ({ mapId, part, seq, snapshot, at }) =>
      transaction(() => {
        sql(
          'UPDATE snapshots SET seq = ?, at = ?, crc = ?, bytes = ? WHERE map_id = ? AND part = ? AND seq <= ?',
        ).run(seq, at, crc32(snapshot), snapshot, mapId, part, seq);
        log.removeUpTo(mapId, part, seq);
      }),

    addImage: async (mapId, { hash, type, bytes }, room) =>
      transaction(() => {
        if (sql('SELECT 1 FROM map_images WHERE map_id = ? AND hash = ?').get(mapId, hash)) return true;
        const held = sql(
          'SELECT count(*) AS count, coalesce(sum(length(bytes)), 0) AS bytes FROM map_images JOIN images USING (hash) WHERE map_id = ?',
        ).get(mapId);
        if (Number(held?.['count']) + 1 > room.count || Number(held?.['bytes']) + bytes.length > room.bytes)
          return false;
        sql('INSERT OR IGNORE INTO images (hash, type, bytes, crc) VALUES (?, ?, ?, ?)').run(
          hash,
          type,
          bytes,
          crc32(bytes),
        );
        sql('INSERT INTO map_images (map_id, hash) VALUES (?, ?)').run(mapId, hash);
        return true;
      }),
    loadImage: async (mapId, hash) => {
      const row = sql(
        'SELECT images.* FROM map_images JOIN images USING (hash) WHERE map_id = ? AND hash = ?',
      ).get(mapId, hash);
      if (!row) return null;
      return {
        hash,
        // The table's CHECK allows nothing else.
        type: String(row['type']) as ImageRow['type'],
        bytes: checkedBytes(row['bytes'], row['crc'], 'a picture'),
      };
    },

    probe: async () => {
      sql(
        "INSERT INTO facts (name, value) VALUES ('probe', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
      ).run();
    },
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}

function mapOf(row: Row | undefined): MapRow | null {
  if (!row) return null;
  return {
    id: String(row['id']),
    title: String(row['title']),
    generation: Number(row['generation']),
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['edited_at']),
    deletedAt: timeOf(row['deleted_at']),
  };
}

function linkOf(row: Row | undefined): LinkRow | null {
  const hash = row?.['token_hash'];
  if (!row || !(hash instanceof Uint8Array)) return null;
  return {
    id: String(row['id']),
    mapId: String(row['map_id']),
    // The table's CHECK allows nothing else.
    name: String(row['name']) as LinkName,
    label: String(row['label']),
    tokenHash: hash,
    createdAt: Number(row['created_at']),
    expiresAt: timeOf(row['expires_at']),
    lastOpenedAt: timeOf(row['last_opened_at']),
  };
}

function timeOf(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
