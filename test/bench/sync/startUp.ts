/** The server's start with 1,000 maps of 1 MB in the store, and its memory at rest. Only ours: it has no peer. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { newContent } from '../../../server/rooms/content.ts';
import { openSqliteStore } from '../../../server/storage/sqliteStore.ts';
import { ServerProcess } from '../serverProcess.ts';
import type { Figures } from './load.ts';

const maps = 1000;
const mapBytes = 2 ** 20;

/** Starts several times on the same store; gives each start's figures. */
export async function startUp(rounds: number): Promise<readonly Figures[]> {
  const server = new ServerProcess();
  try {
    // The server makes its file; the maps are put there by its own store, without a page's limits on speed.
    await server.start();
    await server.stop();
    await fill(path.join(server.dataDir, 'touchline.sqlite'));
    const figures: Figures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const health = await server.start();
      await sleep(2000);
      // As it lies there, nothing collected on purpose.
      figures.push({ health, memory: server.residentBytes() / 2 ** 20 });
      await server.stop();
    }
    return figures;
  } finally {
    await server.dispose();
  }
}

async function fill(file: string): Promise<void> {
  const { snapshot } = newContent((doc) => {
    const notes = doc.getMap('touchpoints');
    for (let index = 0; index < 256; index += 1)
      notes.set(`touchpoint-${index}`, new Y.Text(randomBytes(mapBytes / 512).toString('hex')));
  });
  const store = openSqliteStore(file);
  for (let index = 0; index < maps; index += 1) {
    const map = { id: `map-${index}`, title: `Map ${index}`, generation: 1, createdAt: 0, updatedAt: 0 };
    await store.createMap({ ...map, deletedAt: null }, [], [{ part: 'map', snapshot, owners: new Map() }]);
  }
  await store.close();
}
