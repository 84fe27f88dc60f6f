/**
 * 1,000 quiet clients in 200 rooms: each announced itself once and says nothing more. Half a minute of that, so that
 * every server's pings are in it and whatever a server lets go of after a while is gone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { closeAll, joinRoom, warmUp, writeNodes, type Figures } from './load.ts';
import type { LoadClient } from './loadClient.ts';

const roomCount = 200;
const perRoom = 5;

export async function idle(server: Contestant, seconds: number): Promise<Figures> {
  const early = await warmUp(server);
  const before = await server.settledBytes();
  const clients: LoadClient[] = [];
  for (let room = 0; room < roomCount; room += 1) {
    const here = await joinRoom(await server.newRoom(), perRoom);
    for (const [index, client] of here.entries()) client.sayPresence({ name: `Person ${index}` });
    if (here[0]) writeNodes(here[0], 5);
    clients.push(...here);
  }
  await sleep(2000);
  const cpuBefore = server.cpuSeconds();
  await sleep(seconds * 1000);
  const cpu = server.cpuSeconds() - cpuBefore;
  const perConnection = ((await server.settledBytes()) - before) / clients.length;
  closeAll([...early, ...clients]);
  return { perConnection: perConnection / 1024, cpu: (cpu / seconds) * 100 };
}
