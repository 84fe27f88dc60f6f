/** The layout that is drawn: the map's own, or during a drag the one with the room the drop needs. */
import { geometryOf, type Geometry } from '../layout/patchLayout.ts';
import { useOutline, useScreen } from '../state/mapSession.ts';

/** What a taller lane moves and many parts of the page show. */
type ShownLayout = Pick<Geometry, 'height' | 'stages' | 'lanes' | 'curves'>;

/** A part of the shown layout; re-renders only when that part changes, and never for mere words. */
export function useShownLayout<T>(select: (layout: ShownLayout) => T): T {
  const room = useScreen(({ drag }) => drag?.room ?? null);
  return useOutline(({ layout }) => select(room ?? geometryOf(layout)));
}

/** Where everything of the map lies; the same object as long as only words change. */
export function useGeometry(): Geometry {
  return useOutline(({ layout }) => geometryOf(layout));
}
