/**
 * The tables of the SQLite store. `user_version` counts the steps taken; a newer file than this program knows is
 * refused rather than guessed at.
 */
import type { DatabaseSync } from 'node:sqlite';

/** Step n brings a file from version n to n + 1. Steps are never edited, only added. */
export const steps: readonly string[] = [
  `CREATE TABLE maps (
     id TEXT PRIMARY KEY, title TEXT NOT NULL, generation INTEGER NOT NULL,
     created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER
   ) STRICT;
   CREATE TABLE links (
     id TEXT PRIMARY KEY, map_id TEXT NOT NULL REFERENCES maps (id),
     name TEXT NOT NULL CHECK (name IN ('owner', 'edit', 'comment', 'view')), label TEXT NOT NULL,
     token_hash BLOB NOT NULL UNIQUE,
     created_at INTEGER NOT NULL, expires_at INTEGER, last_opened_at INTEGER
   ) STRICT;
   CREATE INDEX links_of_map ON links (map_id);
   CREATE TABLE contents (
     map_id TEXT NOT NULL REFERENCES maps (id), part TEXT NOT NULL CHECK (part IN ('map', 'discussion')),
     seq INTEGER NOT NULL, snapshot_seq INTEGER NOT NULL, snapshot BLOB NOT NULL, crc INTEGER NOT NULL, at INTEGER NOT NULL,
     PRIMARY KEY (map_id, part)
   ) STRICT;
   CREATE TABLE updates (
     map_id TEXT NOT NULL, part TEXT NOT NULL, seq INTEGER NOT NULL,
     author TEXT NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL, crc INTEGER NOT NULL,
     PRIMARY KEY (map_id, part, seq),
     FOREIGN KEY (map_id, part) REFERENCES contents (map_id, part)
   ) STRICT;
   CREATE TABLE owners (
     map_id TEXT NOT NULL, part TEXT NOT NULL, client_id INTEGER NOT NULL, owner TEXT NOT NULL,
     PRIMARY KEY (map_id, part, client_id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;`,
  `CREATE TABLE images (
     hash TEXT PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('png', 'jpeg')), bytes BLOB NOT NULL, crc INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE map_images (
     map_id TEXT NOT NULL REFERENCES maps (id), hash TEXT NOT NULL REFERENCES images (hash),
     PRIMARY KEY (map_id, hash)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX maps_of_image ON map_images (hash);`,
  // The bytes stand last: SQLite then lists the rest without reading them.
  `CREATE TABLE versions (
     id TEXT PRIMARY KEY, map_id TEXT NOT NULL REFERENCES maps (id),
     kind TEXT NOT NULL CHECK (kind IN ('named', 'automatic', 'before', 'restored')), title TEXT NOT NULL,
     people TEXT NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL, counts TEXT NOT NULL, source TEXT,
     crc INTEGER NOT NULL, packed BLOB NOT NULL
   ) STRICT;
   CREATE INDEX versions_of_map ON versions (map_id, seq);`,
  // A row is written whole: beside its snapshot the number of the last edit made every edit cost as much as the map.
  `CREATE TABLE snapshots (
     map_id TEXT NOT NULL, part TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, crc INTEGER NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (map_id, part),
     FOREIGN KEY (map_id, part) REFERENCES contents (map_id, part)
   ) STRICT;
   INSERT INTO snapshots SELECT map_id, part, snapshot_seq, at, crc, snapshot FROM contents;
   ALTER TABLE contents DROP COLUMN snapshot;
   ALTER TABLE contents DROP COLUMN snapshot_seq;
   ALTER TABLE contents DROP COLUMN crc;
   ALTER TABLE contents DROP COLUMN at;`,
  // Sorted by map, an edit wrote a page or two of its own; see sqliteUpdates.ts.
  `CREATE TABLE log (
     id INTEGER PRIMARY KEY, before INTEGER, map_id TEXT NOT NULL, part TEXT NOT NULL, seq INTEGER NOT NULL,
     author TEXT NOT NULL, at INTEGER NOT NULL, crc INTEGER NOT NULL, bytes BLOB NOT NULL
   ) STRICT;
   INSERT INTO log SELECT id, lag(id) OVER (PARTITION BY map_id, part ORDER BY seq), map_id, part, seq, author, at, crc, bytes
     FROM (SELECT *, row_number() OVER (ORDER BY map_id, part, seq) AS id FROM updates) ORDER BY id;
   DROP TABLE updates;
   ALTER TABLE log RENAME TO updates;
   ALTER TABLE contents ADD COLUMN last INTEGER;
   UPDATE contents SET last = ends.id
     FROM (SELECT map_id, part, max(id) AS id FROM updates GROUP BY map_id, part) AS ends
     WHERE ends.map_id = contents.map_id AND ends.part = contents.part;`,
];

/** Brings the file to this program's tables, all or nothing. Throws when it is newer. */
export function migrate(db: DatabaseSync): void {
  const version = stepsTaken(db);
  if (version > steps.length) throw new Error('it was written by a newer Touchline');
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    db.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

/** Whether the file has exactly this program's tables. */
export function isUpToDate(db: DatabaseSync): boolean {
  return stepsTaken(db) === steps.length;
}

function stepsTaken(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
