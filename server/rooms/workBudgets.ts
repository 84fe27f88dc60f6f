/**
 * Who causes how much work (P30, R30): CPU time beyond what honest edits cost is charged to the person, the share link
 * and the address, so that neither a new socket nor a new device key starts afresh. Loopback addresses are not counted:
 * a proxy in front looks like that.
 */
import { isLoopbackAddress } from '../auth/clientAddress.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { createBucket, type Bucket } from './rateLimit.ts';

interface Worker {
  readonly person: string;
  readonly linkId: string;
  readonly address: string;
}

export interface WorkBudgets {
  /** Charges what `bytes` of an edit cost beyond the free part. */
  charge(worker: Worker, bytes: number, tookMs: number): void;
  /** Whether this person, link or address must wait. */
  isSpent(worker: Worker): boolean;
}

type WorkLimits = Pick<
  Limits,
  | 'freeEditMs'
  | 'freeEditMsPerKiB'
  | 'personWorkMs'
  | 'personWorkMsPerSecond'
  | 'groupWorkMs'
  | 'groupWorkMsPerSecond'
>;

/** Remembered at once; forgetting everybody now and then gives at most one more burst. */
const maxKnown = 10_000;

export function createWorkBudgets(limits: WorkLimits, clock: Pick<Clock, 'elapsed'>): WorkBudgets {
  const known = new Map<string, Bucket>();
  const keysOf = ({ person, linkId, address }: Worker) => [
    { key: person, isGroup: false },
    { key: `link ${linkId}`, isGroup: true },
    ...(isLoopbackAddress(address) ? [] : [{ key: `address ${address}`, isGroup: true }]),
  ];
  const bucketOf = (isGroup: boolean, nowMs: number) => {
    const perSecond = isGroup ? limits.groupWorkMsPerSecond : limits.personWorkMsPerSecond;
    return createBucket(perSecond, isGroup ? limits.groupWorkMs : limits.personWorkMs, nowMs);
  };
  return {
    charge(worker, bytes, tookMs) {
      const costMs = tookMs - limits.freeEditMs - (bytes / 1024) * limits.freeEditMsPerKiB;
      if (costMs <= 0) return;
      if (known.size > maxKnown) known.clear();
      const nowMs = clock.elapsed();
      for (const { key, isGroup } of keysOf(worker)) {
        const bucket = known.get(key) ?? bucketOf(isGroup, nowMs);
        known.set(key, bucket);
        bucket.charge(costMs, nowMs);
      }
    },
    isSpent(worker) {
      // Nobody has, most of the time, and everybody's every edit asks.
      if (known.size === 0) return false;
      const nowMs = clock.elapsed();
      return keysOf(worker).some(({ key }) => known.get(key)?.take(0, nowMs) === false);
    },
  };
}
