/**
 * The server under load: a workshop of 50 in one room, a cold join after a restart, and idle sockets.
 * Everything stays on this machine; each part is bounded in time and count.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Y from 'yjs';
import { percentile, report } from './figures.ts';
import { LoadClient } from './loadClient.ts';
import { ServerProcess } from './serverProcess.ts';

const people = 50;
const movers = 25;
const seconds = 8;

interface Workshop {
  readonly cpuPerThousand: number;
  readonly p50: number;
  readonly p99: number;
  readonly lost: number;
}

/** 25 of 50 clients move a node 20 times a second, all send a cursor 10 times a second. */
async function workshop(server: ServerProcess): Promise<Workshop> {
  const map = await server.createMap({ template: 'saas-onboarding-blueprint.en' });
  const probes = 3;
  const clients = Array.from(
    { length: people },
    (_, index) => new LoadClient(server.url, map.id, map.links.edit.token, index >= people - probes),
  );
  await Promise.all(clients.map((client) => client.synced()));

  const latencies: number[] = [];
  for (const probe of clients.slice(people - probes)) {
    probe.doc.getMap('touchpoints').observeDeep((events) => {
      const now = performance.now();
      for (const event of events) {
        for (const key of event.keys.keys()) {
          const sentAt = ((event.target as Y.Map<unknown>).get(key) as { sentAt?: number } | undefined)
            ?.sentAt;
          if (key === 'place' && sentAt) latencies.push(now - sentAt);
        }
      }
    });
  }

  let edits = 0;
  let cursors = 0;
  const cpuBefore = server.cpuSeconds();
  const began = performance.now();
  for (let tick = 0; performance.now() - began < seconds * 1000; tick += 1) {
    const due = began + tick * 50;
    await sleep(Math.max(0, due - performance.now()));
    for (const [index, client] of clients.entries()) {
      if (index < movers) {
        const nodes = client.doc.getMap<Y.Map<unknown>>('touchpoints');
        const node = nodes.get([...nodes.keys()][index % nodes.size] ?? '');
        const place = node?.get('place') as object | undefined;
        node?.set('place', { ...place, t: (tick % 100) / 100, sentAt: performance.now() });
        edits += 1;
      }
      if (tick % 2 === index % 2) {
        client.sendCursor(tick, index);
        cursors += 1;
      }
    }
  }
  const cpu = server.cpuSeconds() - cpuBefore;
  await sleep(1000);
  for (const client of clients) client.applyKept();
  const contents = new Set(
    clients.map((client) => JSON.stringify(client.doc.getMap('touchpoints').toJSON())),
  );
  for (const client of clients) client.close();
  const deliveries = (edits + cursors) * (people - 1);
  return {
    cpuPerThousand: (cpu * 1000) / (deliveries / 1000),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    lost: contents.size - 1,
  };
}

/** 20,000 stored edits, the server restarted: the first join until its bytes are there. */
async function coldJoin(server: ServerProcess, edits: number): Promise<number> {
  const map = await server.createMap({ template: 'saas-onboarding-blueprint.en' });
  const writer = new LoadClient(server.url, map.id, map.links.edit.token, true);
  await writer.synced();
  const nodes = writer.doc.getMap<Y.Map<unknown>>('touchpoints');
  const ids = [...nodes.keys()];
  for (let index = 0; index < edits; index += 50) {
    writer.doc.transact(() => {
      for (let one = index; one < index + 50; one += 1)
        nodes.get(ids[one % ids.length] ?? '')?.set('owner', `owner ${one}`);
    });
    await sleep(20);
  }
  writer.close();
  await sleep(500);
  await server.stop();
  await server.start();
  const began = performance.now();
  const reader = new LoadClient(server.url, map.id, map.links.view.token, true);
  await reader.synced();
  const took = performance.now() - began;
  reader.close();
  return took;
}

/** Resident memory a quiet socket costs, with five a room. */
async function idle(server: ServerProcess, sockets: number): Promise<number> {
  const before = server.residentBytes();
  const clients: LoadClient[] = [];
  for (let room = 0; room < sockets / 5; room += 1) {
    const map = await server.createMap({ title: `Room ${room}` });
    for (let one = 0; one < 5; one += 1)
      clients.push(new LoadClient(server.url, map.id, map.links.edit.token, false));
  }
  await Promise.all(clients.map((client) => client.synced()));
  await sleep(2000);
  const used = server.residentBytes() - before;
  for (const client of clients) client.close();
  return used / sockets;
}

async function rounds<T>(count: number, one: (server: ServerProcess) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < count; round += 1) {
    const server = new ServerProcess();
    await server.start();
    try {
      results.push(await one(server));
    } finally {
      await server.dispose();
    }
  }
  return results;
}

export async function benchSync(): Promise<void> {
  const workshops = await rounds(3, workshop);
  const conditions = { people, movers, seconds };
  report(
    'workshop',
    'server CPU per 1,000 deliveries',
    'ms',
    workshops.map((one) => one.cpuPerThousand),
    conditions,
  );
  report(
    'workshop',
    'latency p50',
    'ms',
    workshops.map((one) => one.p50),
    conditions,
  );
  report(
    'workshop',
    'latency p99',
    'ms',
    workshops.map((one) => one.p99),
    conditions,
  );
  report(
    'workshop',
    'copies that differ at the end',
    'copies',
    workshops.map((one) => one.lost),
    conditions,
  );
  const edits = 20_000;
  report(
    'cold join',
    'first join after a restart',
    'ms',
    await rounds(3, (server) => coldJoin(server, edits)),
    { edits },
  );
  const sockets = 500;
  report('idle', 'resident memory per socket', 'bytes', await rounds(3, (server) => idle(server, sockets)), {
    sockets,
  });
  report(
    'start',
    'process start to healthy',
    'ms',
    await rounds(5, async (server) => {
      await server.stop();
      return server.start();
    }),
  );
}
