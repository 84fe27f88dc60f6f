/** The layout that is drawn: the map's own, or during a drag the one with the room the drop needs. */
import type { MapLayout } from '../layout/mapLayout.ts';
import { useProjection, useScreen } from '../state/mapSession.ts';

/** A part of the shown layout; re-renders only when that part changes. */
export function useShownLayout<T>(select: (layout: MapLayout) => T): T {
  const room = useScreen(({ drag }) => drag?.room ?? null);
  return useProjection(({ layout }) => select(room ?? layout));
}
