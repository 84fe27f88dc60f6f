/**
 * What is selected on the map is what one wants to see: the inspector opens with it. Closing it holds until something
 * else is selected. Who may edit gets it with the live map: what stands on the first picture could not be edited, and the
 * canvas would give up its room before the click is shown.
 */
import { useEffect } from 'react';
import { hasRole } from '../protocol/roles.ts';
import { nextFrame, type Schedule } from '../state/frame.ts';
import { useMapSession } from '../state/mapSession.ts';

/** How long a drop is left to be seen before the canvas gives some of its room to the panel. */
const settleMs = 120;

const onceSettled: Schedule = (act) => {
  const timer = setTimeout(act, settleMs);
  return () => clearTimeout(timer);
};

export function useInspectorOnSelection(): void {
  const { screen, role, isFirst = false } = useMapSession();
  const waits = isFirst && hasRole(role, 'editor');
  useEffect(() => {
    if (waits) return;
    // Selected on the first picture already.
    let isWanted = true;
    let cancel: (() => void) | null = null;
    const show = (): void => {
      cancel = null;
      const { selection, drag, framed, panel: open, view: shown } = screen.getState();
      // The canvas keeps its size under a gesture: what it took up is shown when that is over.
      if (drag || framed) return;
      isWanted = false;
      if (selection.size > 0 && open === 'none' && shown === 'map') screen.setState({ panel: 'inspector' });
    };
    show();
    const stop = screen.subscribe((state, before) => {
      isWanted ||= state.selection !== before.selection;
      if (!isWanted || state.drag || state.framed) return;
      // With the next frame: a drag selects first and then begins. A drop is shown first, and then what was taken up.
      cancel ??= before.drag || before.framed ? onceSettled(show) : nextFrame(show);
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [screen, waits]);
}
