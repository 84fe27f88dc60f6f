/** Many small rooms: 300 rooms of 2, in each of them an edit a second. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import {
  closeAll,
  joinRoom,
  moveNode,
  pace,
  placeOf,
  until,
  warmUp,
  writeNodes,
  type Figures,
} from './load.ts';
import type { LoadClient } from './loadClient.ts';

const roomCount = 300;

export async function manyRooms(server: Contestant, seconds: number): Promise<Figures> {
  const early = await warmUp(server);
  const atRest = await server.settledBytes();
  const rooms: { readonly writer: LoadClient; readonly reader: LoadClient; readonly id: string }[] = [];
  for (let index = 0; index < roomCount; index += 1) {
    const door = await server.newRoom();
    const [writer, reader] = await joinRoom(door, 2, 0, () => true);
    if (!writer || !reader) throw new Error('a room without clients');
    const [id = ''] = writeNodes(writer, 5);
    rooms.push({ writer, reader, id });
  }
  const lastMoves = Array.from({ length: roomCount }, () => 0);
  const work = (forS: number) =>
    pace(roomCount, 1000, forS, (who, step) => {
      const room = rooms[who];
      if (room) lastMoves[who] = moveNode(room.writer, room.id, step);
    });
  await work(2);
  await sleep(500);
  const cpuBefore = server.cpuSeconds();
  await work(seconds);
  await sleep(1000);
  const cpu = server.cpuSeconds() - cpuBefore;
  const perRoom = ((await server.settledBytes()) - atRest) / roomCount;
  const isThere = (room: (typeof rooms)[number], index: number) =>
    placeOf(room.reader, room.id)?.sentAt === lastMoves[index];
  await until(() => rooms.every(isThere), 5000);
  const lost = rooms.filter((room, index) => !isThere(room, index)).length;
  const unconfirmed = rooms.reduce(
    (sum, { writer }) => sum + (writer.isAcknowledged ? writer.sent - writer.stored : Number.NaN),
    0,
  );
  closeAll([...early, ...rooms.flatMap(({ writer, reader }) => [writer, reader])]);
  return { cpu: (cpu * 1000) / ((seconds * roomCount) / 1000), perRoom: perRoom / 1024, lost, unconfirmed };
}
