/** What serves the overlay of the map: the overlay at work and the bar with its legend. Fetched when one is switched on. */
import { useEffect } from 'react';
import { followOverlay } from '../canvas/overlaying.ts';
import { OverlayBar, type OverlayBarProps } from '../panels/overlays/OverlayBar.tsx';
import { useMapSession } from '../state/mapSession.ts';

export function OverlayHost(props: OverlayBarProps) {
  const session = useMapSession();
  useEffect(() => followOverlay(session), [session]);
  return <OverlayBar {...props} />;
}
