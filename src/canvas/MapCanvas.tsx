/**
 * The canvas: sheet index in the corner, frozen stage and lane heads, the map itself (React Flow), end labels of the
 * curves and other people's cursors. Fills its container; everything it needs comes from the map session.
 *
 * The editing part is fetched only when the session may edit; a viewer's page never loads it.
 */
import { ReactFlow, ReactFlowProvider, ViewportPortal, type AriaLabelConfig } from '@xyflow/react';
import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { canvasWords } from '../words/canvas.ts';
import { BackToContent } from './BackToContent.tsx';
import { maxZoom, minZoom } from './camera.ts';
import { CameraLink } from './CameraLink.tsx';
import { CurveLabels } from './CurveLabels.tsx';
import { DrawnNodeView } from './DrawnNodeView.tsx';
import { EmotionPoints } from './EmotionPoints.tsx';
import type { CanvasHost } from './host.ts';
import { LaneHeads } from './LaneHeads.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import styles from './MapCanvas.module.css';
import './reactFlow.css';
import { MarkLayer } from './MarkLayer.tsx';
import { PlumbLine } from './PlumbLine.tsx';
import { mountHost } from './mountHost.ts';
import { People } from './People.tsx';
import { SheetIndex } from './SheetIndex.tsx';
import { StageHeads } from './StageHeads.tsx';
import { Underlay } from './Underlay.tsx';
import { useDrawnNodes } from './useDrawnNodes.ts';

const EditingLayer = lazy(() => import('./editing/EditingLayer.tsx'));
const nodeTypes = { drawn: DrawnNodeView };
const noEdges: never[] = [];
/** The map opens at its beginning; on a phone a little smaller, so that a whole card and its neighbour are seen. */
const narrowPx = 640;
const opening = {
  x: 0,
  y: 0,
  zoom: typeof window !== 'undefined' && window.innerWidth < narrowPx ? 0.61 : 0.8,
};

export function MapCanvas() {
  const session = useMapSession();
  const frame = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<CanvasHost | null>(null);
  const tool = useScreen((state) => state.tool);
  const loaded = useProjection((state) => state.loaded);
  const dragging = useScreen((state) => state.drag !== null);
  const words = canvasWords[useScreen((state) => state.language)];

  useEffect(() => {
    if (!frame.current) return;
    const mounted = mountHost(frame.current, session);
    setHost(mounted.host);
    return () => {
      setHost(null);
      mounted.stop();
    };
  }, [session]);

  return (
    <div ref={frame} className={styles.frame} data-testid="canvas" data-tool={tool} data-dragging={dragging}>
      <SheetIndex />
      <StageHeads />
      <LaneHeads />
      <div className={styles.pane} data-part="pane">
        <Underlay />
        <ReactFlowProvider>
          <Flow />
        </ReactFlowProvider>
        <CurveLabels />
        <People />
        <BackToContent />
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

/** React Flow with the window of nodes. Panning, wheel and pinch are its own; everything else is ours. */
const Flow = memo(function Flow() {
  const nodes = useDrawnNodes();
  const language = useScreen((state) => state.language);
  const words = canvasWords[language];
  const labels = useMemo<Partial<AriaLabelConfig>>(
    () => ({
      'node.a11yDescription.default': words.canvasHelp,
      'node.a11yDescription.keyboardDisabled': words.canvasHelp,
      'edge.a11yDescription.default': words.canvasHelp,
    }),
    [words],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={noEdges}
      nodeTypes={nodeTypes}
      defaultViewport={opening}
      minZoom={minZoom}
      maxZoom={maxZoom}
      panOnDrag
      panOnScroll
      panOnScrollSpeed={1}
      zoomOnPinch
      zoomOnDoubleClick={false}
      zoomActivationKeyCode="Meta"
      panActivationKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      proOptions={{ hideAttribution: true }}
      ariaLabelConfig={labels}
      aria-label={words.canvas}
      aria-description={words.canvasHelp}
      tabIndex={0}
    >
      <FlowContents />
    </ReactFlow>
  );
});

const FlowContents = memo(function FlowContents() {
  return (
    <>
      <CameraLink />
      <ViewportPortal>
        <PlumbLine />
        <EmotionPoints />
        <MarkLayer />
      </ViewportPortal>
    </>
  );
});
