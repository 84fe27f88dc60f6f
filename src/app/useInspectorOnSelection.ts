/**
 * What is selected on the map is what one wants to see: the inspector opens with it. Closing it holds until something
 * else is selected.
 */
import { useEffect } from 'react';
import { nextFrame } from '../state/frame.ts';
import { useMapSession } from '../state/mapSession.ts';

export function useInspectorOnSelection(): void {
  const { screen } = useMapSession();
  useEffect(() => {
    // Selected on the first picture already.
    let isWanted = true;
    let cancel: (() => void) | null = null;
    const show = (): void => {
      cancel = null;
      const { selection, drag, panel: open, view: shown } = screen.getState();
      // The canvas keeps its size under a drag: what it took up is shown when it is dropped.
      if (drag) return;
      isWanted = false;
      if (selection.size > 0 && open === 'none' && shown === 'map') screen.setState({ panel: 'inspector' });
    };
    show();
    const stop = screen.subscribe((state, before) => {
      isWanted ||= state.selection !== before.selection;
      // With the next frame: a drag selects first and then begins.
      if (isWanted && !state.drag) cancel ??= nextFrame(show);
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [screen]);
}
