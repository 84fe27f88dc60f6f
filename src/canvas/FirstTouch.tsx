/**
 * What the first picture answers to before React Flow is there: a tap or click selects, and the selection is framed. It
 * lies in the screen's state like any other, so the live canvas goes on with it.
 */
import { useLayoutEffect, type CSSProperties } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import { canvasCamera } from './camera.ts';
import { detailAt } from './detail.ts';
import { growth } from './growth.ts';
import { hitHere } from './hitHere.ts';
import styles from './MapCanvas.module.css';
import { opening } from './opening.ts';
import { listenToPointers } from './pointer.ts';
import { selectByTap } from './selection.ts';
import { SelectionFrames } from './SelectionFrames.tsx';

/** Map units to the screen: the camera stands where it opens until it is live. */
const placeOf = (): CSSProperties & { readonly '--px': string } => ({
  transformOrigin: '0 0',
  transform: `translate(${opening.x}px, ${opening.y}px) scale(${opening.zoom})`,
  '--px': `${1 / opening.zoom}px`,
});

/** `frame` is the canvas' outermost element. */
export function FirstTouch({ frame }: { readonly frame: HTMLElement }) {
  const session = useMapSession();
  // With the picture, not after its first paint: what is seen can be clicked.
  useLayoutEffect(() => {
    const { projection, screen } = session;
    const pane = frame.querySelector('[data-part="pane"]') ?? frame;
    const detach = canvasCamera.attach({
      // Moving about comes with the live canvas.
      set: () => undefined,
      corner: () => pane.getBoundingClientRect(),
      layout: () => projection.getState().layout,
      selection: () => screen.getState().selection,
    });
    const pointers = listenToPointers(frame, {
      hitAt: (event) => hitHere(event, session),
      gesture: () => null,
      tap: (press) => selectByTap(session, press),
      doubleTap: () => undefined,
      menu: () => undefined,
      panning: () => screen.getState().tool === 'hand',
    });
    return () => {
      pointers.stop();
      detach();
    };
  }, [frame, session]);
  return (
    <svg className={styles.marks} style={placeOf()} width={1} height={1} aria-hidden="true" focusable="false">
      <SelectionFrames grow={growth[detailAt(opening.zoom)]} />
    </svg>
  );
}
