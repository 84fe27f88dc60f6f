/**
 * Five readers stop reading in a busy room: how much memory the server grows by, and whether the others notice. The
 * room is measured before they stop and while they do not read.
 */
import { percentile } from '../figures.ts';
import type { Contestant } from './contestants.ts';
import {
  addNodes,
  closeAll,
  gatherLatencies,
  joinRoom,
  nodesOf,
  pace,
  type Figures,
  type Place,
} from './load.ts';
import type { LoadClient } from './loadClient.ts';

const writers = 10;
const stalled = 5;
const writeEveryMs = 50;
/** A long note, rewritten with each edit, so that what is not read adds up beyond the kernel's buffers. */
const noteLength = 8 * 1024;

export async function slowReaders(server: Contestant, seconds: number): Promise<Figures> {
  const door = await server.newRoom();
  const ids = await addNodes(door, writers);
  const clients = await joinRoom(door, writers, ids.length, (index) => index === 0);
  const idlers = await joinRoom(door, stalled, ids.length);
  const latencies: number[] = [];
  if (clients[0]) gatherLatencies(clients[0], latencies);
  const work = async (): Promise<number> => {
    latencies.length = 0;
    await pace(writers, writeEveryMs, seconds, (who, step) => write(clients[who], ids[who] ?? '', step));
    for (const client of clients) client.forgetKept();
    return percentile(latencies, 0.99);
  };
  await work();
  const p99Before = await work();
  const before = await server.settledBytes();
  for (const one of idlers) one.stopReading();
  const p99 = await work();
  const growth = ((await server.settledBytes()) - before) / 2 ** 20;
  closeAll([...clients, ...idlers]);
  return { growth, p99, p99Ratio: p99 / p99Before };
}

function write(client: LoadClient | undefined, id: string, step: number): void {
  if (!client) return;
  const node = nodesOf(client).get(id);
  const place: Place = { stageId: 'stage-1', laneId: 'lane-1', t: 0, row: step, sentAt: performance.now() };
  client.doc.transact(() => {
    node?.set('note', String.fromCodePoint(97 + (step % 26)).repeat(noteLength));
    node?.set('place', place);
  });
}
