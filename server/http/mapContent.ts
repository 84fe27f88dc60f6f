/** The content of a map as pages ask for it and glimpses are drawn from it: its file without the discussion, kept as text. */
import { readMap } from '../../src/document/readMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import type { MapRow } from '../storage/store.ts';
import { openRoom, reading, type HttpWorld } from './context.ts';

type World = Pick<HttpWorld, 'rooms' | 'log' | 'kept'>;

/** As JSON. Read out of the document once for each stored state. Throws ProblemError when it cannot be read. */
export async function contentOfMap(world: World, map: MapRow): Promise<string> {
  const room = await openRoom(world, map.id, 'map');
  return world.kept.get(map.id, await storedState(world, map), () =>
    reading(world, () => room.read((doc, seq) => ({ state: stateOf(map, seq), json: textOf(readMap(doc)) }))),
  );
}

/** Which state of a map is stored. Throws ProblemError when it cannot be read. */
export async function storedState(world: Omit<World, 'kept'>, map: MapRow): Promise<string> {
  const room = await openRoom(world, map.id, 'map');
  return stateOf(map, await room.storedSeq());
}

/** Changes with everything that is stored in a map. */
export function stateOf({ generation }: Pick<MapRow, 'generation'>, seq: number): string {
  return `${generation} ${seq}`;
}

/** The file of a map that has no discussion. */
export function textOf(journey: JourneyMap): string {
  return JSON.stringify(writeMap(repairMap(journey)));
}
