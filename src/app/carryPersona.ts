/**
 * A persona carried from one map of this device to another: written as a piece of a map, the other map is opened, and
 * there it is pasted as one step of that map's own undo, its picture with it.
 */
import { makeFragment } from '../document/fragment.ts';
import { hasRole } from '../protocol/roles.ts';
import { rememberedMaps, type DeviceMap } from '../state/deviceMaps.ts';
import type { MapSession } from '../state/mapSession.ts';
import { carried } from './carried.ts';
import { goTo } from './navigation.ts';
import { mapAddress } from './route.ts';

/** The maps of this device that a persona of this map can be copied to, last opened first. */
export function mapsToCarryTo(storage: Storage, mapId: string): readonly DeviceMap[] {
  return rememberedMaps(storage).filter(({ id, role }) => id !== mapId && hasRole(role, 'editor'));
}

/** Takes the persona along and goes to the other map. */
export function carryPersona(
  { mapId, projection }: Pick<MapSession, 'mapId' | 'projection'>,
  personaId: string,
  to: Pick<DeviceMap, 'id' | 'token'>,
): void {
  const fragment = makeFragment(projection.getState().journey, new Set([personaId]));
  carried.forMap = to.id;
  carried.text = JSON.stringify({ ...fragment, from: mapId });
  goTo(mapAddress(to.id, to.token));
}

/** Pastes what was carried to this map as soon as the map is here, and shows the persona's card. */
export function takeCarried(session: MapSession): void {
  const { editing, projection, screen, mapId } = session;
  const take = (): void => {
    if (!editing || carried.forMap !== mapId || !projection.getState().loaded) return;
    stop();
    carried.forMap = null;
    void import('../canvas/editing/clipboard.ts').then(({ pasteText }) => {
      const [id] = pasteText(session, editing, carried.text, false);
      if (id !== undefined && projection.collectionOf(id) === 'personas') screen.setState({ card: id });
    });
  };
  const stop = projection.subscribe(take);
  take();
}
