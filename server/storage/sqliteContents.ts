/**
 * The contents of maps in SQLite: snapshots, the updates after them, who owns which client id.
 *
 * Updates are first stored in the order they come (`arrivals`), behind one another, and put in their places, sorted by
 * map, some thousands at once (`settle`). So a commit for many maps writes a page or two where it wrote three or four for
 * each map, and a server with many small rooms spends a third less on an edit. `contents.seq` says up to where a content
 * is in its place; what arrived beyond that counts as well, whoever reads it, also after a crash.
 */
import { crc32 } from 'node:zlib';
import type { StatementSync } from 'node:sqlite';
import { checkedBytes } from './checkedBytes.ts';
import {
  DamagedMapError,
  type Batch,
  type NewContent,
  type NewVersion,
  type Part,
  type Store,
} from './store.ts';

type Calls = Pick<Store, 'loadContent' | 'append' | 'compact' | 'settle'>;

/** What arrived of a map and is not in its place. */
interface Arrived {
  /** Of the last edit, whichever part it was for. */
  at: number;
  /** The last edit's number, by part. */
  readonly seqs: Record<Part, number | null>;
}

export interface ContentTables {
  readonly calls: Calls;
  /** For use inside a transaction that is already open. */
  addContent(mapId: string, at: number, content: NewContent): void;
  /** When the map was last edited, if that is not in the table of maps yet. */
  editedAt(mapId: string): number | null;
  /** The number of a map's last edit, if that is not in the table of contents yet. */
  lastArrived(mapId: string, part: Part): number | null;
  /** The map was removed for good. */
  forget(mapId: string): void;
}

/** So many arrivals, or so many bytes of them, are put in their places at once: some 10 ms of work. */
const manyArrivals = 2000;
const manyBytes = 1024 * 1024;

/** Nobody else writes to the file meanwhile. `insertVersion` is called inside the transaction. */
export function createContentTables(
  sql: (text: string) => StatementSync,
  transaction: <T>(work: () => T) => T,
  insertVersion: (mapId: string, version: NewVersion) => void,
): ContentTables {
  const arrived = new Map<string, Arrived>();
  const waiting = { count: 0, bytes: 0 };

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

  /** Throws when there is no such content. */
  const lastSeq = (mapId: string, part: Part): number => {
    const known = arrived.get(mapId)?.seqs[part];
    if (known !== undefined && known !== null) return known;
    const found = sql('SELECT seq FROM contents WHERE map_id = ? AND part = ?').get(mapId, part);
    if (!found) throw new Error('an edit for a map that is not there');
    return Number(found['seq']);
  };

  const insert = (batch: Batch, before: number): number => {
    const { mapId, part, at } = batch;
    let seq = before;
    for (const { author, bytes } of batch.updates) {
      sql(
        'INSERT INTO arrivals (map_id, part, seq, author, at, bytes, crc) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(mapId, part, ++seq, author, at, bytes, crc32(bytes));
    }
    addOwners(mapId, part, batch.owners);
    if (batch.title !== undefined) sql('UPDATE maps SET title = ? WHERE id = ?').run(batch.title, mapId);
    for (const version of batch.versions ?? []) insertVersion(mapId, version);
    return seq;
  };

  const note = (mapId: string, part: Part, at: number, seq: number) => {
    const known = arrived.get(mapId) ?? { at, seqs: { map: null, discussion: null } };
    arrived.set(mapId, known);
    known.at = at;
    known.seqs[part] = seq;
  };

  const settle = () => {
    if (waiting.count < manyArrivals && waiting.bytes < manyBytes) return;
    // Where that fails it is tried again when as many more have come, not at once.
    waiting.count = 0;
    waiting.bytes = 0;
    transaction(() => {
      for (const step of settling) sql(step).run();
    });
    arrived.clear();
  };

  // Of a server that ended before it came to settling them.
  const left = sql(
    'SELECT map_id, part, max(seq) AS seq, at, count(*) AS count, sum(length(bytes)) AS bytes FROM arrivals GROUP BY map_id, part ORDER BY at',
  ).all();
  for (const row of left) {
    const part = row['part'] === 'map' ? 'map' : 'discussion';
    note(String(row['map_id']), part, Number(row['at']), Number(row['seq']));
    waiting.count += Number(row['count']);
    waiting.bytes += Number(row['bytes']);
  }

  /** What arrived of a content behind a number, in order. */
  const arrivalsOf = (mapId: string, part: Part, behind: number) => {
    const last = arrived.get(mapId)?.seqs[part] ?? null;
    if (last === null) return [];
    const rows = sql(
      'SELECT seq, bytes, crc FROM arrivals WHERE map_id = ? AND part = ? AND seq > ? ORDER BY seq',
    ).all(mapId, part, behind);
    const isWhole = rows.every(({ seq }, index) => seq === behind + 1 + index);
    if (!isWhole || behind + rows.length < last) throw new DamagedMapError('some of its edits are missing');
    return rows;
  };

  const tables: ContentTables = {
    addContent(mapId, at, { part, snapshot, owners }) {
      sql('INSERT INTO contents (map_id, part, seq) VALUES (?, ?, 0)').run(mapId, part);
      sql('INSERT INTO snapshots (map_id, part, seq, at, crc, bytes) VALUES (?, ?, 0, ?, ?, ?)').run(
        mapId,
        part,
        at,
        crc32(snapshot),
        snapshot,
      );
      addOwners(mapId, part, owners);
    },
    editedAt: (mapId) => arrived.get(mapId)?.at ?? null,
    lastArrived: (mapId, part) => arrived.get(mapId)?.seqs[part] ?? null,
    forget: (mapId) => void arrived.delete(mapId),
    calls: {
      loadContent: async (mapId, part) => {
        const row = sql(
          'SELECT c.seq, s.seq AS snapshot_seq, s.crc, s.bytes, m.generation, m.updated_at FROM contents c JOIN snapshots s USING (map_id, part) JOIN maps m ON m.id = c.map_id WHERE c.map_id = ? AND c.part = ?',
        ).get(mapId, part);
        if (!row) return null;
        const updates = sql(
          'SELECT seq, bytes, crc FROM updates WHERE map_id = ? AND part = ? AND seq > ? ORDER BY seq',
        ).all(mapId, part, Number(row['snapshot_seq']));
        const owners = sql('SELECT client_id, owner FROM owners WHERE map_id = ? AND part = ?').all(
          mapId,
          part,
        );
        const settled = Number(row['seq']);
        const expected = settled - Number(row['snapshot_seq']);
        if (updates.length !== expected) {
          throw new DamagedMapError(`${expected - updates.length} of its edits are missing`);
        }
        const more = arrivalsOf(mapId, part, settled);
        return {
          generation: Number(row['generation']),
          seq: settled + more.length,
          updatedAt: tables.editedAt(mapId) ?? Number(row['updated_at']),
          snapshot: checkedBytes(row['bytes'], row['crc'], 'its snapshot'),
          updates: [...updates, ...more].map((one) =>
            checkedBytes(one['bytes'], one['crc'], `its edit ${String(one['seq'])}`),
          ),
          owners: new Map(owners.map((one) => [Number(one['client_id']), String(one['owner'])])),
        };
      },
      append: async (batches) => {
        const seqs = transaction(() =>
          batches.map((batch) => insert(batch, lastSeq(batch.mapId, batch.part))),
        );
        // Not before it is stored: a commit that fails leaves no numbers behind.
        for (const [index, { mapId, part, at, updates }] of batches.entries()) {
          note(mapId, part, at, seqs[index] ?? 0);
          waiting.count += updates.length;
          for (const { bytes } of updates) waiting.bytes += bytes.length;
        }
        return seqs;
      },
      compact: async ({ mapId, part, seq, snapshot, at }) =>
        transaction(() => {
          sql(
            'UPDATE snapshots SET seq = ?, at = ?, crc = ?, bytes = ? WHERE map_id = ? AND part = ? AND seq <= ?',
          ).run(seq, at, crc32(snapshot), snapshot, mapId, part, seq);
          sql('DELETE FROM updates WHERE map_id = ? AND part = ? AND seq <= ?').run(mapId, part, seq);
          // What arrived up to there is in its place with that.
          sql('UPDATE contents SET seq = max(seq, ?) WHERE map_id = ? AND part = ?').run(seq, mapId, part);
        }),
      settle: async () => settle(),
    },
  };
  return tables;
}

const settling = [
  `INSERT INTO updates (map_id, part, seq, author, at, bytes, crc)
     SELECT a.map_id, a.part, a.seq, a.author, a.at, a.bytes, a.crc FROM arrivals a JOIN contents c USING (map_id, part)
     WHERE a.seq > c.seq ORDER BY a.map_id, a.part, a.seq`,
  `UPDATE contents SET seq = a.seq FROM (SELECT map_id, part, max(seq) AS seq FROM arrivals GROUP BY map_id, part) AS a
     WHERE contents.map_id = a.map_id AND contents.part = a.part AND a.seq > contents.seq`,
  // Of the columns beside max(), SQLite gives those of the row that has it.
  `UPDATE maps SET updated_at = a.at FROM (SELECT map_id, at, max(rowid) FROM arrivals GROUP BY map_id) AS a
     WHERE maps.id = a.map_id`,
  'DELETE FROM arrivals',
];
