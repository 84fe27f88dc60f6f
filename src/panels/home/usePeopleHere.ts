/**
 * How many people have a map of this device open now: asked for when its tile has come near the view, and again whenever
 * one comes back to the page. Nothing is told while the server does not answer.
 */
import { useEffect, useState, type RefObject } from 'react';
import type { DeviceMap } from '../../state/deviceMaps.ts';
import { useNear } from './useNear.ts';

export function usePeopleHere(tile: RefObject<HTMLElement | null>, { id, token }: DeviceMap): number | null {
  const isNear = useNear(tile);
  const [here, setHere] = useState<number | null>(null);
  useEffect(() => {
    if (!isNear) return;
    let gone = false;
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      // Fetched when it is asked for: the list of maps is there first.
      import('../../sync/linksApi.ts')
        .then(({ readPeopleHere }) => readPeopleHere(id, token))
        .then((count) => !gone && setHere(count))
        .catch(() => undefined);
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', ask);
    };
  }, [isNear, id, token]);
  return here;
}
