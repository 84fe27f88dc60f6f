/**
 * The versions of maps in SQLite. A version is a row of its own with the whole document, packed; lists never touch
 * those bytes. What people wrote and how much there was are small JSON columns: they are shown, never searched.
 */
import { crc32 } from 'node:zlib';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { checkedBytes } from './checkedBytes.ts';
import type { NewVersion, Store, VersionRow } from './store.ts';

type Row = Record<string, SQLOutputValue>;
type Calls = Pick<Store, 'listVersions' | 'addVersion' | 'removeVersions' | 'renameVersion' | 'loadVersion'>;

const columns =
  'v.id, v.kind, v.title, v.people, v.at, v.seq, v.counts, v.source, length(v.packed) AS size, v.seq = c.seq AS is_current';
const tables = "versions v JOIN contents c ON c.map_id = v.map_id AND c.part = 'map'";

/** `insert` is for use inside a transaction that is already open. */
export function createVersionTable(
  sql: (text: string) => StatementSync,
  transaction: <T>(work: () => T) => T,
): { readonly calls: Calls; readonly insert: (mapId: string, version: NewVersion) => void } {
  const insert = (mapId: string, version: NewVersion) => {
    sql(
      'INSERT INTO versions (id, map_id, kind, title, people, at, seq, counts, source, crc, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      version.id,
      mapId,
      version.kind,
      version.title,
      JSON.stringify(version.by),
      version.at,
      version.seq,
      JSON.stringify(version.counts),
      version.source && JSON.stringify(version.source),
      crc32(version.packed),
      version.packed,
    );
  };
  const remove = (mapId: string, ids: readonly string[]) => {
    for (const id of ids) sql('DELETE FROM versions WHERE map_id = ? AND id = ?').run(mapId, id);
  };
  const calls: Calls = {
    listVersions: async (mapId) =>
      sql(`SELECT ${columns} FROM ${tables} WHERE v.map_id = ? ORDER BY v.seq DESC, v.rowid DESC`)
        .all(mapId)
        .map(versionOf),
    addVersion: async (mapId, version, gone) =>
      transaction(() => {
        remove(mapId, gone);
        insert(mapId, version);
      }),
    removeVersions: async (mapId, ids) => transaction(() => remove(mapId, ids)),
    renameVersion: async (mapId, id, title) =>
      transaction(
        () =>
          sql("UPDATE versions SET kind = 'named', title = ? WHERE map_id = ? AND id = ?").run(
            title,
            mapId,
            id,
          ).changes > 0,
      ),
    loadVersion: async (mapId, id) => {
      const row = sql(
        `SELECT ${columns}, v.packed, v.crc FROM ${tables} WHERE v.map_id = ? AND v.id = ?`,
      ).get(mapId, id);
      return row ? { ...versionOf(row), packed: checkedBytes(row['packed'], row['crc'], 'a version') } : null;
    },
  };
  return { calls, insert };
}

function versionOf(row: Row): VersionRow {
  const source = row['source'];
  return {
    id: String(row['id']),
    // The table's CHECK allows nothing else; the JSON is what `insert` wrote.
    kind: String(row['kind']) as VersionRow['kind'],
    title: String(row['title']),
    by: JSON.parse(String(row['people'])) as VersionRow['by'],
    at: Number(row['at']),
    seq: Number(row['seq']),
    counts: JSON.parse(String(row['counts'])) as VersionRow['counts'],
    source: typeof source === 'string' ? (JSON.parse(source) as VersionRow['source']) : null,
    size: Number(row['size']),
    isCurrent: row['is_current'] === 1,
  };
}
