/** Others see what I drag, as far as it has come: ids and one way for all of them, in whole map units (U46). */
import type { MapSession } from '../../state/mapSession.ts';

/** Null when the drag has ended. Throttled by presence itself. */
export function tellDrag(
  { presence }: Pick<MapSession, 'presence'>,
  drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null,
): void {
  presence.set({ drag: drag && { ids: drag.ids, dx: Math.round(drag.dx), dy: Math.round(drag.dy) } });
}
