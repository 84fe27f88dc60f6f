/**
 * Empties the bin: maps deleted more than 30 days ago go for good, with their contents, share links and bookkeeping of
 * client ids (U41). One timer for the server; a few maps at a time, so that nobody waits for it; trouble is tried
 * again at the next round.
 */
import type { Clock } from './clock.ts';
import type { Limits } from './limits.ts';
import { errorText, type Log } from './log.ts';
import type { Store } from './storage/store.ts';

type BinLimits = Pick<Limits, 'binMs' | 'binRoundMs' | 'binPauseMs' | 'binMapsAtOnce'>;

/** Starts at once and goes on until the answer is called. */
export function emptyBin(
  store: Pick<Store, 'purgeMaps'>,
  clock: Clock,
  log: Log,
  limits: BinLimits,
): () => void {
  let cancel = () => {};
  let stopped = false;
  const purge = async () => {
    let gone = 0;
    try {
      gone = await store.purgeMaps(clock.now() - limits.binMs, limits.binMapsAtOnce);
      if (gone > 0) log.info('maps left the bin', { maps: gone });
    } catch (error) {
      log.warn('the bin could not be emptied', { reason: errorText(error) });
    }
    if (stopped) return;
    const isMore = gone === limits.binMapsAtOnce;
    cancel = clock.after(isMore ? limits.binPauseMs : limits.binRoundMs, () => void purge());
  };
  void purge();
  return () => {
    stopped = true;
    cancel();
  };
}
