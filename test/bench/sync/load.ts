/** What the workloads share: clients in rooms, a room's nodes, and sending at a steady pace. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Contestant, Door } from './contestants.ts';
import { LoadClient } from './loadClient.ts';

const quietLimitMs = 8000;

/** Figures of one round of a workload, by name. */
export type Figures = Readonly<Record<string, number>>;

/** What a moving node holds; the time it was sent rides along, so that whoever receives it knows how long it took. */
export interface Place {
  readonly stageId: string;
  readonly laneId: string;
  readonly t: number;
  readonly row: number;
  readonly sentAt: number;
}

/**
 * Connects clients, a few at a time, and waits until all have the content: the first answer, and as many nodes as the
 * room has (some servers send a part of it behind the answer). `applies`: who applies updates as they come.
 */
export async function joinRoom(
  door: Door,
  count: number,
  nodes = 0,
  applies: (index: number) => boolean = () => false,
): Promise<readonly LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let index = 0; index < count; index += 1) {
    clients.push(new LoadClient(door(), applies(index)));
    if (clients.length % 10 === 0) await Promise.all(clients.slice(-10).map((one) => one.synced()));
  }
  await Promise.all(clients.map((one) => one.synced()));
  const isWhole = (client: LoadClient) => {
    client.applyKept();
    return nodesOf(client).size >= nodes;
  };
  if (!(await until(() => clients.every(isWhole), 10_000))) throw new Error('a client lacks content');
  return clients;
}

/** Fills a room with touchpoints as the product has them; gives their ids. */
export async function addNodes(door: Door, count: number): Promise<readonly string[]> {
  const client = new LoadClient(door(), true);
  await client.synced();
  const ids = writeNodes(client, count);
  await sleep(200);
  client.close();
  return ids;
}

export function writeNodes(client: LoadClient, count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, index) => `touchpoint-${index}`);
  client.doc.transact(() => {
    for (const id of ids) {
      const node = new Y.Map<unknown>();
      client.doc.getMap('touchpoints').set(id, node);
      node.set('title', `What happens at ${id}`);
      node.set('channel', 'web');
      node.set('emotion', 1);
      node.set('place', { stageId: 'stage-1', laneId: 'lane-1', t: 0, row: 0, sentAt: 0 } satisfies Place);
    }
  });
  return ids;
}

export function nodesOf(client: LoadClient): Y.Map<Y.Map<unknown>> {
  return client.doc.getMap<Y.Map<unknown>>('touchpoints');
}

export function moveNode(client: LoadClient, id: string, step: number): number {
  const sentAt = performance.now();
  const place: Place = { stageId: 'stage-1', laneId: 'lane-1', t: (step % 100) / 100, row: 0, sentAt };
  nodesOf(client).get(id)?.set('place', place);
  return sentAt;
}

export function placeOf(client: LoadClient, id: string): Place | undefined {
  return nodesOf(client).get(id)?.get('place') as Place | undefined;
}

/** All nodes as text, equal for equal copies. */
export function contentOf(client: LoadClient): string {
  const nodes = Object.entries<Record<string, unknown>>(nodesOf(client).toJSON());
  return JSON.stringify(
    nodes
      .map(([id, node]) => [id, Object.entries(node).toSorted(([a], [b]) => (a < b ? -1 : 1))] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Gathers how many ms after being sent a moved node reached this client. */
export function gatherLatencies(client: LoadClient, into: number[]): void {
  nodesOf(client).observeDeep((events) => {
    const now = performance.now();
    for (const event of events) {
      if (!event.keys.has('place')) continue;
      const { sentAt } = (event.target as Y.Map<unknown>).get('place') as Place;
      if (sentAt > 0) into.push(now - sentAt);
    }
  });
}

/**
 * For `seconds`, calls `act(who, step)` for each of `count` actors once a period: all at the same moment ("in step"),
 * or each at its own, evenly spread over the period.
 */
export async function pace(
  count: number,
  periodMs: number,
  seconds: number,
  act: (who: number, step: number) => void,
  inStep = false,
): Promise<void> {
  const began = performance.now();
  const total = Math.floor((seconds * 1000) / periodMs) * count;
  for (let next = 0; next < total;) {
    const due = began + (inStep ? Math.floor(next / count) : next / count) * periodMs;
    const now = performance.now();
    if (due > now) {
      await sleep(due - now);
    } else {
      act(next % count, Math.floor(next / count));
      next += 1;
    }
  }
}

/** Waits until it holds, at most so long; gives whether it did. */
export async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    await sleep(5);
  }
  return true;
}

/**
 * A few rooms with work in them, before memory is compared: what a server loads and compiles once is then in both
 * figures. They stay open, so that none of them is given back in between.
 */
export async function warmUp(server: Contestant): Promise<readonly LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let room = 0; room < 8; room += 1) {
    const here = await joinRoom(await server.newRoom(), 5, 0, () => true);
    for (const [index, client] of here.entries()) client.sayPresence({ name: `Person ${index}` });
    if (here[0]) writeNodes(here[0], 5);
    clients.push(...here);
  }
  await pace(clients.length, 100, 2, (who, step) => {
    const client = clients[who];
    if (client) moveNode(client, 'touchpoint-0', step);
  });
  await quiet(server);
  return clients;
}

/** Waits until the server does next to nothing any more: everything is sent and stored that it ever will. */
export async function quiet(server: Contestant): Promise<void> {
  const end = performance.now() + quietLimitMs;
  let rounds = 0;
  let before = server.cpuSeconds();
  while (rounds < 3 && performance.now() < end) {
    await sleep(400);
    const now = server.cpuSeconds();
    rounds = now - before <= 0.02 ? rounds + 1 : 0;
    before = now;
  }
}

export function closeAll(clients: Iterable<LoadClient>): void {
  for (const client of clients) client.close();
}
