/**
 * The canvas: sheet index in the corner, frozen stage and lane heads, the map itself, end labels of the curves. Fills
 * its container; everything it needs comes from the map session.
 *
 * What is seen first is all here: heads, and the underlay, which draws the whole map; a click on it selects. Sheet index and
 * end labels are fetched when that is seen. What moves, edits and follows other people (LiveCanvas, with React Flow) is
 * fetched only when the session is more than a first picture; the editing part only when the session may edit: a viewer's
 * page never loads it.
 */
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useIsSeen, useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { useFetched } from '../ui/part.tsx';
import { canvasWords } from '../words/canvas.ts';
import { canvasCamera } from './camera.ts';
import { FirstTouch } from './FirstTouch.tsx';
import type { CanvasHost } from './host.ts';
import heads from './Heads.module.css';
import { holdKeys } from './heldKeys.ts';
import { LaneHeads } from './LaneHeads.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import styles from './MapCanvas.module.css';
import { opening } from './opening.ts';
import { curveLabels, editingLayer, liveCanvas, sheetIndex } from './parts.ts';
import { StageHeads } from './StageHeads.tsx';
import { Underlay } from './Underlay.tsx';

const CurveLabels = curveLabels.Part;
const SheetIndex = sheetIndex.Part;
const LiveCanvas = liveCanvas.Part;
const EditingLayer = editingLayer.Part;

export function MapCanvas() {
  const session = useMapSession();
  const { screen } = session;
  const pane = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [host, setHost] = useState<CanvasHost | null>(null);
  const tool = useScreen((state) => state.tool);
  const loaded = useOutline((state) => state.loaded);
  const dragging = useScreen((state) => state.drag !== null);
  const framing = useScreen((state) => state.framed !== null);
  const words = canvasWords[useScreen((state) => state.language)];

  // The heads follow the camera before there is anything that moves it.
  useLayoutEffect(() => {
    if (!pane.current) return;
    const { offsetWidth: width, offsetHeight: height } = pane.current;
    canvasCamera.moved({ ...opening, width, height });
    screen.setState({ zoom: opening.zoom });
  }, [screen]);

  useLayoutEffect(() => holdKeys(session.mapId), [session.mapId]);

  return (
    <div
      ref={setFrame}
      className={styles.frame}
      data-testid="canvas"
      data-live={host !== null}
      data-tool={tool}
      data-dragging={dragging}
      data-gesture={dragging || framing}
    >
      <div className={heads.corner}>
        <IndexLater />
      </div>
      <StageHeads />
      <LaneHeads />
      <div ref={pane} className={styles.pane} data-part="pane">
        <Underlay />
        {frame && session.isFirst && <FirstTouch frame={frame} />}
        {frame && !session.isFirst && (
          <Suspense fallback={null}>
            <LiveCanvas frame={frame} onHost={setHost} />
          </Suspense>
        )}
        <LabelsLater />
        {!loaded && <div className={styles.empty}>{words.loading}</div>}
      </div>
      {host && session.editing && (
        <Suspense fallback={null}>
          <EditingLayer host={host} editing={session.editing} />
        </Suspense>
      )}
      <LiveRegion />
    </div>
  );
}

/** Each by itself: the canvas is not rendered anew when they come. */
function IndexLater() {
  return useFetched(sheetIndex, useIsSeen()) && <SheetIndex />;
}

function LabelsLater() {
  return useFetched(curveLabels, useIsSeen()) && <CurveLabels />;
}
