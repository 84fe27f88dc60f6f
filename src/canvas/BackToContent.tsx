/** When nothing of the map is in view, the way back to it (U35). Asked when the camera rests and when the map gets smaller. */
import { memo, useEffect, useState } from 'react';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { Button } from '../ui/Button.tsx';
import { canvasWords } from '../words/canvas.ts';
import { boxesMeet } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import styles from './MapCanvas.module.css';

export const BackToContent = memo(function BackToContent() {
  const { projection } = useMapSession();
  const loaded = useOutline((state) => state.loaded);
  const words = canvasWords[useScreen((state) => state.language)];
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const { extent } = projection.getState().layout;
      setLost(!boxesMeet(canvasCamera.visible(), { x: 0, y: 0, ...extent }));
    };
    const stopRest = canvasCamera.onRest(look);
    const stopLayout = projection.subscribe(({ layout }, before) => {
      if (layout.extent !== before.layout.extent) look();
    });
    return () => {
      stopRest();
      stopLayout();
    };
  }, [projection]);
  if (!isLost || !loaded) return null;
  return (
    <div className={styles.back} data-own-press="">
      <Button kind="main" onClick={() => canvasCamera.fitAll()}>
        {words.backToContent}
      </Button>
    </div>
  );
});
