/** The canvas below the cards and the names over it; everything about them is drawn outside React (underlay.ts, lineNames.ts). */
import { memo, useEffect, useRef } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import { mountLineNames } from './lineNames.ts';
import styles from './MapCanvas.module.css';
import { mountUnderlay } from './underlay.ts';

export const Underlay = memo(function Underlay() {
  const session = useMapSession();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? mountUnderlay(canvas.current, session) : undefined), [session]);
  const names = useRef<HTMLDivElement>(null);
  useEffect(() => (names.current ? mountLineNames(names.current, session) : undefined), [session]);
  return (
    <>
      <canvas ref={canvas} className={styles.underlay} aria-hidden="true" data-part="underlay" />
      <div ref={names} className={styles.lineNames} aria-hidden="true" data-part="line-names" />
    </>
  );
});
