/** The canvas below the cards; everything about it is drawn outside React (underlay.ts). */
import { memo, useEffect, useRef } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import styles from './MapCanvas.module.css';
import { mountUnderlay } from './underlay.ts';

export const Underlay = memo(function Underlay() {
  const session = useMapSession();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? mountUnderlay(canvas.current, session) : undefined), [session]);
  return <canvas ref={canvas} className={styles.underlay} aria-hidden="true" data-part="underlay" />;
});
