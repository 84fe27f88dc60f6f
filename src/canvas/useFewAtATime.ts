/**
 * Lets a list of ids in a few a frame, and none while the camera moves: mounting a card costs about a millisecond, and
 * meanwhile each is drawn by the underlay. What somebody has in hand comes at once; what is no longer wanted goes at once.
 */
import { useEffect, useMemo, useState } from 'react';
import { nextFrame } from '../state/frame.ts';
import { canvasCamera } from './camera.ts';

export const fewAtATime = 16;

export function useFewAtATime(wanted: readonly string[], urgent: ReadonlySet<string>): readonly string[] {
  const [admitted, setAdmitted] = useState<ReadonlySet<string>>(() => new Set());
  const [lastWanted, setLastWanted] = useState(wanted);
  if (wanted !== lastWanted) {
    setLastWanted(wanted);
    // What has gone comes a few a frame again, as after a look from afar, from where no card is mounted.
    setAdmitted(new Set(wanted.filter((id) => admitted.has(id))));
  }
  const shown = useMemo(
    () => wanted.filter((id) => admitted.has(id) || urgent.has(id)),
    [wanted, admitted, urgent],
  );
  const isComplete = shown.length === wanted.length;
  useEffect(() => {
    if (isComplete) return;
    const admit = (): void => {
      // Moving again: the rest after it asks for another window.
      if (canvasCamera.isMoving()) return;
      const here = new Set(shown);
      const next = wanted.filter((id) => !here.has(id)).slice(0, fewAtATime);
      setAdmitted(new Set([...shown, ...next]));
    };
    const stopWaiting = canvasCamera.onRest(() => (cancel = nextFrame(admit)));
    let cancel = nextFrame(admit);
    return () => {
      stopWaiting();
      cancel();
    };
  }, [wanted, shown, isComplete]);
  return shown;
}
