/**
 * A panel that opens beside the map takes a part of its room: the one thing that is selected, and comes to lie under the
 * panel or over the map's edge, is brought into what is left. Once, when nothing is pressed any more and no second tap
 * can follow, and not when the person has moved the view meanwhile.
 */
import { useEffect } from 'react';
import { boxOfRecord } from '../canvas/boxes.ts';
import { canvasCamera } from '../canvas/camera.ts';
import { doubleTapMs } from '../canvas/pointer.ts';
import { useMapSession } from '../state/mapSession.ts';

/** So far from the panel stays its point of the curve clear of the names at the curves' ends, px. */
const clearPx = 120;
/** Stages, lanes and links are larger than what is pressed on, and not sought. */
const sought = new Set<string | undefined>([
  'touchpoints',
  'insights',
  'opportunities',
  'actions',
  'elements',
]);

export function KeepInSight() {
  const { projection, screen } = useMapSession();
  useEffect(() => {
    const { zoom: firstZoom } = canvasCamera.view();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listening = new AbortController();
    const bring = (): void => {
      listening.abort();
      const { selection, drag } = screen.getState();
      const [id] = selection;
      if (id === undefined || selection.size > 1 || drag || canvasCamera.view().zoom !== firstZoom) return;
      const box = boxOfRecord(projection.getState().layout, id);
      if (!box || !sought.has(projection.collectionOf(id))) return;
      canvasCamera.reveal({ ...box, width: box.width + clearPx / firstZoom });
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(bring, doubleTapMs);
    };
    const leave = (): void => {
      clearTimeout(timer);
      listening.abort();
    };
    const options = { capture: true, passive: true, signal: listening.signal } as const;
    addEventListener('pointerdown', () => clearTimeout(timer), options);
    addEventListener('pointerup', wait, options);
    addEventListener('pointercancel', wait, options);
    addEventListener('wheel', leave, options);
    wait();
    return leave;
  }, [projection, screen]);
  return null;
}
