/**
 * A kill in the middle of work: 10 clients write 20 times a second, the server's process is killed (SIGKILL), started
 * again, and asked what it has. What others had been shown must be there, and what it called stored.
 */
import type { Contestant } from './contestants.ts';
import { closeAll, joinRoom, pace, type Figures } from './load.ts';
import { LoadClient } from './loadClient.ts';

const writers = 10;
const writeEveryMs = 50;

/** `seconds`: how long people work before the kill. */
export async function crash(server: Contestant, kills: number, seconds: number): Promise<Figures> {
  const total = { written: 0, shown: 0, shownMissing: 0, acknowledgedMissing: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const door = await server.newRoom();
    const clients = await joinRoom(door, writers + 1, 0, (index) => index === writers);
    const watcher = clients[writers];
    if (!watcher) throw new Error('nobody watches');
    // The i-th edit of a client is its i-th writing frame, after those of its joining.
    const atJoin = clients.map((client) => client.sent);
    // The moment of the kill wanders through the debounces and commits of the server.
    await pace(writers, writeEveryMs, seconds * (0.5 + kill / kills), (who, step) => {
      clients[who]?.doc.getMap('edits').set(`${who}-${step}`, step);
      total.written += 1;
    });
    for (const client of clients) client.expectEnd();
    await server.stop('SIGKILL');
    const shown = [...watcher.doc.getMap('edits').keys()];
    const acknowledged = clients.slice(0, writers).flatMap((client, who) => {
      const count = Math.max(0, client.stored - (atJoin[who] ?? 0));
      return Array.from({ length: count }, (_, step) => `${who}-${step}`);
    });
    closeAll(clients);
    await server.start();
    const reader = new LoadClient(door(), true);
    await reader.synced();
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (!watcher.isAcknowledged) total.acknowledgedMissing = Number.NaN;
    const kept = reader.doc.getMap('edits');
    total.shown += shown.length;
    total.shownMissing += shown.filter((key) => !kept.has(key)).length;
    total.acknowledgedMissing += acknowledged.filter((key) => !kept.has(key)).length;
    reader.close();
  }
  return total;
}
