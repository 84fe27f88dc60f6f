/**
 * Hocuspocus 4.7 with its database extension over SQLite, as its documentation sets it up. `npm run bench` starts it
 * as a process of its own, with PORT and DATA_DIR.
 *
 * Every setting of the server is its default: broadcasts coalesced within one turn of the event loop (flushDelay 0),
 * stores debounced by 2 s and at most 10 s after the first change, documents unloaded with their last connection.
 * No hook asks for authentication or checks an update, so it is spared what ours does there.
 * SQLite is Node's own, with the statement of @hocuspocus/extension-sqlite and with WAL and synchronous FULL like ours,
 * so that "stored" means the same for both.
 */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const db = new DatabaseSync(path.join(process.env.DATA_DIR, 'hocuspocus.sqlite'));
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
db.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)');
const find = db.prepare('SELECT data FROM documents WHERE name = ?');
const save = db.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
);

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => find.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => {
        save.run(documentName, state);
      },
    }),
  ],
});
await server.listen();
