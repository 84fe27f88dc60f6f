/**
 * The part of the canvas that lives: React Flow with the window of nodes, pointers and keys, other people's cursors.
 * Fetched when the underlay has drawn the map.
 */
import { ReactFlow, ReactFlowProvider, ViewportPortal, type AriaLabelConfig } from '@xyflow/react';
import { memo, useEffect, useMemo } from 'react';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { focusHome } from '../ui/focusBack.ts';
import { canvasWords } from '../words/canvas.ts';
import { BackToContent } from './BackToContent.tsx';
import { maxZoom, minZoom } from './camera.ts';
import { CameraLink } from './CameraLink.tsx';
import { mountDrawAhead } from './drawAhead.ts';
import { DrawnNodeView } from './DrawnNodeView.tsx';
import { EmotionPoints } from './EmotionPoints.tsx';
import type { CanvasHost } from './host.ts';
import './reactFlow.css';
import { MarkLayer } from './MarkLayer.tsx';
import { mountHost } from './mountHost.ts';
import type { DrawnNode } from './nodes.ts';
import { MovingMark } from './MovingMark.tsx';
import { giveMoving } from './movingPart.ts';
import { createMoving } from './movingPicture.ts';
import { NothingYet } from './NothingYet.tsx';
import { opening } from './opening.ts';
import { People } from './People.tsx';
import { PlumbLine } from './PlumbLine.tsx';
import { pressHeldKeys } from './pressHeldKeys.ts';
import { ReadingList } from './ReadingList.tsx';
import { useDrawnNodes } from './useDrawnNodes.ts';

const nodeTypes = { drawn: DrawnNodeView };
const noEdges: never[] = [];

export interface LiveCanvasProps {
  /** The canvas' outermost element. */
  readonly frame: HTMLElement;
  readonly onHost: (host: CanvasHost | null) => void;
}

export function LiveCanvas({ frame, onHost }: LiveCanvasProps) {
  const session = useMapSession();
  useEffect(() => {
    const mounted = mountHost(frame, session);
    onHost(mounted.host);
    // Who may edit has them pressed by the editing part: some of them are for it.
    if (!session.editing) void pressHeldKeys();
    return () => {
      onHost(null);
      mounted.stop();
    };
  }, [frame, session, onHost]);
  useEffect(() => mountDrawAhead(session), [session]);
  useEffect(() => giveMoving(createMoving), []);
  return (
    <>
      <ReactFlowProvider>
        <Flow />
      </ReactFlowProvider>
      <MovingMark frame={frame} />
      <ReadingList />
      <People />
      <BackToContent />
      <NothingYet />
    </>
  );
}

/** The window of nodes; React Flow itself is left alone by changes that touch none of them. */
function Flow() {
  return <FlowOf nodes={useDrawnNodes()} />;
}

/** React Flow with these nodes. Panning, wheel and pinch are its own; everything else is ours. */
const FlowOf = memo(function FlowOf({ nodes }: { readonly nodes: DrawnNode[] }) {
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
      {...focusHome}
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
