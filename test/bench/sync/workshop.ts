/**
 * A workshop: 50 clients in one room, 25 of them move a node 20 times a second, all send a cursor 10 times a second.
 *
 * Two ways. In step: one clock moves everybody, so 25 edits and 25 cursors arrive together every 50 ms; this is what the
 * targets are for, and the hard moment for latency. Out of step: everybody at a moment of his own, so that edits
 * come one by one; servers that wait for more to send together pay for that here with latency.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../figures.ts';
import type { Contestant } from './contestants.ts';
import {
  addNodes,
  closeAll,
  contentOf,
  gatherLatencies,
  joinRoom,
  moveNode,
  pace,
  placeOf,
  quiet,
  type Figures,
} from './load.ts';

const people = 50;
const movers = 25;
const moveEveryMs = 50;
const cursorEveryMs = 100;
/** Clients that apply what they receive at once, to measure latency. */
const probes = 3;
const warmUpS = 2;

export async function workshop(server: Contestant, seconds: number, inStep: boolean): Promise<Figures> {
  const door = await server.newRoom();
  const ids = await addNodes(door, people);
  const clients = await joinRoom(door, people, ids.length, (index) => index >= people - probes);
  const latencies: number[] = [];
  for (const probe of clients.slice(people - probes)) gatherLatencies(probe, latencies);

  const lastMoves = new Map<string, number>();
  let sends = 0;
  const work = (forS: number) =>
    Promise.all([
      pace(
        movers,
        moveEveryMs,
        forS,
        (who, step) => {
          const client = clients[who];
          const id = ids[who];
          if (!client || id === undefined) return;
          lastMoves.set(id, moveNode(client, id, step));
          sends += 1;
        },
        inStep,
      ),
      // Twice the pace, every other person: half of all cursors a tick.
      pace(
        people / 2,
        cursorEveryMs / 2,
        forS,
        (who, step) => {
          const person = who * 2 + (step % 2);
          clients[person]?.sayPresence({ name: `Person ${person}`, cursor: { x: step * 3, y: person } });
          sends += 1;
        },
        inStep,
      ),
    ]);
  await work(warmUpS);
  await sleep(500);
  sends = 0;
  latencies.length = 0;
  const cpuBefore = server.cpuSeconds();
  await work(seconds);
  await quiet(server);
  const cpu = server.cpuSeconds() - cpuBefore;

  for (const client of clients) client.applyKept();
  let lost = 0;
  for (const client of clients)
    for (const [id, sentAt] of lastMoves) if (placeOf(client, id)?.sentAt !== sentAt) lost += 1;
  const copies = new Set(clients.map((one) => contentOf(one)));
  closeAll(clients);
  return {
    cpu: (cpu * 1000) / ((sends * (people - 1)) / 1000),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    lost: lost + copies.size - 1,
  };
}
