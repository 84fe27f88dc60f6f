/** Follows the camera at rest, for what React draws of a window of the map: a live map has that, its first picture not. */
import { useEffect, useState } from 'react';
import type { Box, Detail } from '../layout/scene.ts';
import { canvasCamera, type CameraView } from './camera.ts';
import { detailAt } from './detail.ts';
import { stillCovers } from './windowOfNodes.ts';

export interface RestingView {
  /** What was in view when the window was last chosen, in map units. */
  readonly visible: Box;
  readonly detail: Detail;
}

/** The view as it was at the last rest; renewed only when it no longer covers what is seen or the detail changes. */
export function useRestingView(): RestingView {
  const [resting, setResting] = useState<RestingView>(() => ({
    visible: canvasCamera.visible(),
    detail: detailAt(canvasCamera.view().zoom),
  }));
  useEffect(() => {
    const renew = (view: CameraView): void => {
      setResting((before) => {
        const visible = canvasCamera.visible();
        const detail = detailAt(view.zoom);
        return detail === before.detail && stillCovers(before.visible, visible)
          ? before
          : { visible, detail };
      });
    };
    renew(canvasCamera.view());
    return canvasCamera.onRest(renew);
  }, []);
  return resting;
}
