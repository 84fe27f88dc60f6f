/** The view that is shown (map, table, insights), remembered on this device when it changes; the map's place on the screen with it. */
import { useEffect } from 'react';
import { canvasCamera } from '../canvas/camera.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import type { MapView } from '../state/screen.ts';
import { writeView } from '../state/viewMemory.ts';

export function useView(storage: Storage): MapView {
  const { screen } = useMapSession();
  useEffect(
    () =>
      screen.subscribe((state, before) => {
        if (state.view !== before.view) writeView(storage, state.view);
      }),
    [screen, storage],
  );
  const view = useScreen((state) => state.view);
  useKeptCamera(view);
  // The rows need the width; details come when they are asked for.
  useEffect(() => {
    if (view !== 'map') screen.setState({ panel: 'none' });
  }, [screen, view]);
  return view;
}

/** Back on the map one sees what one saw there before, or what has been selected since. */
function useKeptCamera(view: MapView): void {
  const { screen } = useMapSession();
  useEffect(() => {
    if (view === 'map') return;
    const place = canvasCamera.view();
    return () => {
      if (place.width === 0) return;
      const stop = canvasCamera.subscribe(() => {
        stop();
        canvasCamera.putBack(place);
        const [id] = screen.getState().selection;
        if (id !== undefined) canvasCamera.revealRecord(id);
      });
    };
  }, [screen, view]);
}
