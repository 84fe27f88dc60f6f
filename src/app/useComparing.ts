/** What the open map can be compared with; and the address names the comparison as long as it is looked at. */
import { useEffect, useMemo } from 'react';
import type { OtherMaps } from '../insights/compare/otherMaps.ts';
import { writeComparing } from '../state/comparing.ts';
import { useWords } from '../state/interfaceStore.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { appWords } from '../words/app.ts';
import { otherMapsOf } from './otherMaps.ts';

export function useComparing(token: string, storage: Storage): OtherMaps {
  const { mapId } = useMapSession();
  const named = writeComparing(useScreen((state) => state.comparing));
  useEffect(() => {
    nameInAddress(named);
    return () => nameInAddress(null);
  }, [named]);
  const { guest } = useWords(appWords).name;
  return useMemo(() => otherMapsOf(mapId, token, storage, guest), [mapId, token, storage, guest]);
}

function nameInAddress(named: string | null): void {
  const address = new URL(location.href);
  if (address.searchParams.get('compare') === named) return;
  if (named === null) address.searchParams.delete('compare');
  // The colon may stand as it is, and reads better.
  else address.searchParams.set('compare', named);
  history.replaceState(history.state, '', address.href.replace('%3A', ':'));
}
