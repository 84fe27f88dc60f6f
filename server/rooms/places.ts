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
  const taken: Taken = { all: new Counts(), addresses: new Counts(), maps: new Counts(), limits };
  return (address) => {
    // A proxy in front looks like loopback.
    const counted = isLoopbackAddress(address) ? null : address;
    if (!taken.all.take('', limits.maxSockets)) return null;
    if (counted === null || taken.addresses.take(counted, limits.maxSocketsPerAddress))
      return new HeldPlace(taken, counted);
    taken.all.giveBack('');
    return null;
  };
}

interface Taken {
  readonly all: Counts;
  readonly addresses: Counts;
  readonly maps: Counts;
  readonly limits: PlaceLimits;
}

/** A class and no closures: every socket has one. */
class HeldPlace implements Place {
  readonly #taken: Taken;
  readonly #address: string | null;
  #mapId: string | null = null;
  #isHeld = true;

  constructor(taken: Taken, address: string | null) {
    this.#taken = taken;
    this.#address = address;
  }

  enterMap(mapId: string): boolean {
    if (this.#mapId === mapId) return true;
    if (!this.#taken.maps.take(mapId, this.#taken.limits.maxSocketsPerMap)) return false;
    this.#mapId = mapId;
    return true;
  }

  leave(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#taken.all.giveBack('');
    if (this.#address !== null) this.#taken.addresses.giveBack(this.#address);
    if (this.#mapId !== null) this.#taken.maps.giveBack(this.#mapId);
  }
}

class Counts {
  readonly #counts = new Map<string, number>();

  take(name: string, max: number): boolean {
    const count = this.#counts.get(name) ?? 0;
    if (count >= max) return false;
    this.#counts.set(name, count + 1);
    return true;
  }

  giveBack(name: string): void {
    const left = (this.#counts.get(name) ?? 1) - 1;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }
}
