/**
 * The updates behind the snapshots in SQLite: one log for all maps, in the order they came, without an index. What a commit
 * writes is the log's last page then, however many maps it is for; in a table sorted by map each of them would bring a page
 * or two of its own (measured: half of the work of storing edits in 300 maps).
 *
 * Each row names the row before it of the same content, `contents` the last one and its number: that is how a content's own
 * are found again, and how a lost one is noticed (R39). An id is never given out again while a row names it: the row that
 * names it is younger, and SQLite counts on from the youngest. Calls that write stand inside the caller's transaction.
 */
import { crc32 } from 'node:zlib';
import type { StatementSync } from 'node:sqlite';
import { checkedBytes } from './checkedBytes.ts';
import { DamagedMapError, type Batch, type Part } from './store.ts';

export interface UpdateLog {
  /** Adds a batch's updates; the answer is the number of the last one. Throws when there is no such content. */
  append(batch: Batch): number;
  /** Those after a number, in order. Throws DamagedMapError when one is missing or not as it was. */
  after(mapId: string, part: Part, seq: number): readonly Uint8Array[];
  /** Removes those up to a number; the map keeps the time of the last one. */
  removeUpTo(mapId: string, part: Part, seq: number): void;
  /** Removes all of some maps. */
  removeMaps(mapIds: readonly string[]): void;
  /** To be called when a transaction was rolled back. */
  forget(): void;
}

/** Where the log of a content ends. */
interface End {
  /** Its row in `contents`. */
  readonly row: number;
  /** The number of its last update, whether that lies in the log or in the snapshot. */
  seq: number;
  /** The last update's row; null when the snapshot holds them all. */
  last: number | null;
}

/** Remembered at once; whoever was forgotten is looked up again. */
const maxEnds = 4096;

export function createUpdateLog(sql: (text: string) => StatementSync): UpdateLog {
  const ends = new Map<string, End>();

  function read(mapId: string, part: Part): End | null {
    const found = sql('SELECT rowid AS id, seq, last FROM contents WHERE map_id = ? AND part = ?').get(
      mapId,
      part,
    );
    if (!found) return null;
    const last = found['last'] === null ? null : Number(found['last']);
    return { row: Number(found['id']), seq: Number(found['seq']), last };
  }

  /** The rows of a content after a number, the last one first. Stops where one is missing. */
  function* backFrom({ seq, last }: End, mapId: string, part: Part, after: number) {
    let id = last;
    for (let number = seq; number > after && id !== null; number--) {
      const row = sql('SELECT map_id, part, seq, before, bytes, crc FROM updates WHERE id = ?').get(id);
      if (row?.['map_id'] !== mapId || row['part'] !== part || row['seq'] !== number) return;
      yield { id, number, bytes: row['bytes'], crc: row['crc'] };
      id = row['before'] === null ? null : Number(row['before']);
    }
  }

  return {
    append({ mapId, part, at, updates }) {
      const key = `${mapId}/${part}`;
      const end = ends.get(key) ?? read(mapId, part);
      if (!end) throw new Error('an edit for a map that is not there');
      if (ends.size >= maxEnds) ends.clear();
      ends.set(key, end);
      for (const { author, bytes } of updates) {
        const { lastInsertRowid } = sql(
          'INSERT INTO updates (before, map_id, part, seq, author, at, crc, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ).run(end.last, mapId, part, ++end.seq, author, at, crc32(bytes), bytes);
        end.last = Number(lastInsertRowid);
      }
      sql('UPDATE contents SET seq = ?, last = ? WHERE rowid = ?').run(end.seq, end.last, end.row);
      return end.seq;
    },
    after(mapId, part, seq) {
      const end = read(mapId, part);
      if (!end) return [];
      const found = [...backFrom(end, mapId, part, seq)];
      if (found.length < end.seq - seq)
        throw new DamagedMapError(`${end.seq - seq - found.length} of its edits are missing`);
      return found
        .toReversed()
        .map(({ number, bytes, crc }) => checkedBytes(bytes, crc, `its edit ${number}`));
    },
    removeUpTo(mapId, part, seq) {
      const end = read(mapId, part);
      if (!end) return;
      sql(
        'UPDATE maps SET updated_at = max(updated_at, coalesce((SELECT at FROM updates WHERE id = ?), 0)) WHERE id = ?',
      ).run(end.last, mapId);
      for (const { id, number } of backFrom(end, mapId, part, 0))
        if (number <= seq) sql('DELETE FROM updates WHERE id = ?').run(id);
      if (end.seq <= seq) sql('UPDATE contents SET last = NULL WHERE rowid = ?').run(end.row);
      ends.delete(`${mapId}/${part}`);
    },
    removeMaps(mapIds) {
      // One walk over the log for all of them: what is purged has long been in the bin, and the log is of the maps people edit.
      sql('DELETE FROM updates WHERE map_id IN (SELECT value FROM json_each(?))').run(JSON.stringify(mapIds));
      for (const mapId of mapIds) for (const part of ['map', 'discussion']) ends.delete(`${mapId}/${part}`);
    },
    forget() {
      ends.clear();
    },
  };
}
