/**
 * Places for sockets: in all, from one address, on one map. They are taken before anything is waited for and given back
 * when the socket is gone or never came to be, so that many at once cannot slip in together (R17).
 */
import { isLoopbackAddress } from '../auth/clientAddress.ts';
import type { Config } from '../config.ts';

export interface Place {
  /** Takes a place on a map as well; true when it has one. */
  enterMap(mapId: string): boolean;
  leave(): void;
}

type PlaceLimits = Pick<Config, 'maxSockets' | 'maxSocketsPerMap' | 'maxSocketsPerAddress'>;

/** The answer takes a place for an address; null when all are taken. */
export function createPlaces(limits: PlaceLimits): (address: string) => Place | null {
  const taken = new Map<string, number>();
  const take = (name: string, max: number) => {
    const count = taken.get(name) ?? 0;
    if (count >= max) return false;
    taken.set(name, count + 1);
    return true;
  };
  const giveBack = (name: string) => {
    const left = (taken.get(name) ?? 1) - 1;
    if (left > 0) taken.set(name, left);
    else taken.delete(name);
  };
  return (address) => {
    const held = ['all'];
    if (!take('all', limits.maxSockets)) return null;
    // A proxy in front looks like loopback.
    if (!isLoopbackAddress(address)) {
      if (!take(`address ${address}`, limits.maxSocketsPerAddress)) {
        giveBack('all');
        return null;
      }
      held.push(`address ${address}`);
    }
    return {
      enterMap(mapId) {
        const name = `map ${mapId}`;
        if (held.includes(name)) return true;
        if (!take(name, limits.maxSocketsPerMap)) return false;
        held.push(name);
        return true;
      },
      leave() {
        for (const name of held.splice(0)) giveBack(name);
      },
    };
  };
}
