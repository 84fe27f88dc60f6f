/**
 * A cold join: 20,000 edits are stored, the server is stopped in order and started again; how long the first client
 * waits for the bytes, and what 20 joins cost the server.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { addNodes, closeAll, joinRoom, moveNode, placeOf, quiet, until, type Figures } from './load.ts';
import { LoadClient } from './loadClient.ts';

const edits = 20_000;
const nodes = 200;
/** Each writer sends so many edits, one a frame, and leaves: no more than a page may send at once. */
const editsPerWriter = 140;
const joins = 20;

export async function coldJoin(server: Contestant): Promise<Figures> {
  const door = await server.newRoom();
  const ids = await addNodes(door, nodes);
  const truth = await write(server, door, ids);
  await server.stop();
  await server.start();
  await sleep(500);

  const cpuBefore = server.cpuSeconds();
  const readers: LoadClient[] = [];
  let first = 0;
  let missing = 0;
  for (let index = 0; index < joins; index += 1) {
    const began = performance.now();
    const reader = new LoadClient(door(), true);
    await reader.synced();
    // y-websocket-server answers before it has loaded; the content is there once the last edit is.
    const isWhole = () => [...truth].every(([id, sentAt]) => placeOf(reader, id)?.sentAt === sentAt);
    if (!isWhole()) await untilUpdate(reader, isWhole);
    if (index === 0) first = reader.arrivedMs - began;
    missing += [...truth].filter(([id, sentAt]) => placeOf(reader, id)?.sentAt !== sentAt).length;
    readers.push(reader);
  }
  await sleep(300);
  const cpu = (server.cpuSeconds() - cpuBefore) * 1000;
  closeAll(readers);
  return { first, cpu, missing };
}

async function write(
  server: Contestant,
  door: Awaited<ReturnType<Contestant['newRoom']>>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const truth = new Map<string, number>();
  const watcher = new LoadClient(door(), true);
  await watcher.synced();
  for (let from = 0; from < edits; from += editsPerWriter) {
    const [writer] = await joinRoom(door, 1, nodes);
    if (!writer) throw new Error('nobody writes');
    let last = { id: '', sentAt: 0 };
    for (let edit = from; edit < Math.min(from + editsPerWriter, edits); edit += 1) {
      const id = ids[edit % nodes] ?? '';
      last = { id, sentAt: moveNode(writer, id, edit) };
      truth.set(id, last.sentAt);
    }
    const isThere = await until(() => placeOf(watcher, last.id)?.sentAt === last.sentAt, 20_000);
    if (!isThere) throw new Error('an edit did not come through');
    writer.close();
  }
  await quiet(server);
  watcher.close();
  await sleep(500);
  return truth;
}

function untilUpdate(reader: LoadClient, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(done, 20_000);
    function done(): void {
      clearTimeout(limit);
      reader.doc.off('update', look);
      resolve();
    }
    function look(): void {
      if (holds()) done();
    }
    reader.doc.on('update', look);
  });
}
