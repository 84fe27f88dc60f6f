/**
 * Wrong tokens by address (R7): after the allowed number in a minute further wrong ones are answered "wait", for a
 * time that doubles with each. A right token always passes, so an office behind one address keeps
 * working while somebody in it guesses. Loopback is not counted: a proxy in front looks like that.
 */
import type { Clock } from '../clock.ts';
import { isLoopbackAddress } from './clientAddress.ts';

export interface Failures {
  /** Notes a wrong token; the answer is how many seconds to wait, 0 while that is still allowed. */
  note(address: string): number;
}

const windowMs = 60_000;
const longestWaitS = 3600;
/** Addresses remembered at once; beyond it the oldest are forgotten, so a flood of them cannot fill the memory. */
const maxAddresses = 10_000;

export function createFailures(perMinute: number, clock: Pick<Clock, 'elapsed'>): Failures {
  const known = new Map<string, { count: number; since: number }>();
  return {
    note(address) {
      if (isLoopbackAddress(address)) return 0;
      const now = clock.elapsed();
      const found = known.get(address);
      const waitedS = found ? waitFor(found.count - perMinute) : 0;
      const fresh = !found || now - found.since > Math.max(windowMs, waitedS * 1000);
      const entry = fresh ? { count: 0, since: now } : found;
      entry.count++;
      if (entry.count > perMinute) entry.since = now;
      known.delete(address);
      known.set(address, entry);
      const oldest = known.size > maxAddresses ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return waitFor(entry.count - perMinute);
    },
  };
}

function waitFor(tooMany: number): number {
  return tooMany <= 0 ? 0 : Math.min(longestWaitS, 2 ** Math.min(tooMany, 12));
}
