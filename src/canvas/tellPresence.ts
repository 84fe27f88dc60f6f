/** What others see of this screen beside its cursor; the same from both views of the map. */
import type { MapSession } from '../state/mapSession.ts';

/** Others see my selection and what I write in; throttled by presence itself. What I drag its gesture tells. Gives back its undoing. */
export function tellPresence({ screen, presence }: MapSession): () => void {
  // On the first picture, which nobody else sees, something may have been selected already.
  const { selection } = screen.getState();
  if (selection.size > 0) presence.set({ selection: [...selection] });
  return screen.subscribe((state, before) => {
    if (state.selection !== before.selection) presence.set({ selection: [...state.selection] });
    if (state.editing !== before.editing) presence.set({ editing: state.editing });
  });
}
