/** The canvas' polite live region. */
import { memo, useEffect, useRef } from 'react';
import { hearAnnouncements } from './announce.ts';
import styles from './MapCanvas.module.css';

export const LiveRegion = memo(function LiveRegion() {
  const region = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      hearAnnouncements((text) => {
        if (region.current) region.current.textContent = text;
      }),
    [],
  );
  return (
    <div
      ref={region}
      className={styles.unseen}
      role="status"
      aria-live="polite"
      data-testid="canvas-status"
    />
  );
});
