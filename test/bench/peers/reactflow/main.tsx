/**
 * React Flow as its documentation shows it: useNodesState and useEdgesState, node types outside the component, memoised
 * cards and callbacks (Learn / Performance), onlyRenderVisibleElements, built-in edges between handles, and the
 * "Figma-like" viewport controls. No Background, no MiniMap, no shadows: its advice, and in its favour here.
 */
import {
  addEdge,
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useEdgesState,
  useNodesState,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
  type Connection,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CardFace } from '../shared/CardFace.tsx';
import '../shared/card.css';
import {
  fetchJson,
  placeContainer,
  startZoom,
  wishes,
  type PeerCard,
  type PeerDrawing,
} from '../shared/drawing.ts';

type CardNode = Node<{ card: PeerCard; title: string }, 'touchpoint'>;
type LaneNode = Node<{ name: string }, 'lane'>;
type MapNode = CardNode | LaneNode;

const TouchpointNode = memo(function TouchpointNode({ id, data }: NodeProps<CardNode>) {
  const { updateNodeData } = useReactFlow();
  const [editing, setEditing] = useState(false);
  const { card, title } = data;
  return (
    <div style={{ width: card.width, height: card.height }} onDoubleClick={() => setEditing(true)}>
      <Handle type="target" position={Position.Left} />
      <CardFace card={card}>
        {editing ? (
          <input
            className="nodrag"
            autoFocus
            value={title}
            onChange={(event) => updateNodeData(id, { title: event.target.value })}
            onBlur={() => setEditing(false)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setEditing(false);
            }}
          />
        ) : (
          <div className="title">{title}</div>
        )}
      </CardFace>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

const LaneNodeView = memo(function LaneNodeView({ data }: NodeProps<LaneNode>) {
  return <div style={{ width: '100%', height: '100%', borderTop: '1px solid #c9c4b4' }}>{data.name}</div>;
});

const nodeTypes = { touchpoint: TouchpointNode, lane: LaneNodeView };
const defaultViewport = { x: 0, y: 0, zoom: startZoom };
const panOnDrag = [1, 2];

function toNodes(drawing: PeerDrawing): MapNode[] {
  const lanes = drawing.lanes.map((lane): LaneNode => ({
    id: lane.id,
    type: 'lane',
    position: { x: 0, y: lane.y },
    data: { name: lane.name },
    width: drawing.width,
    height: lane.height,
    draggable: false,
    selectable: false,
    connectable: false,
    zIndex: -1,
    style: { pointerEvents: 'none' },
  }));
  const cards = drawing.cards.map((card): CardNode => ({
    id: card.id,
    type: 'touchpoint',
    position: { x: card.x, y: card.y },
    data: { card, title: card.title },
    width: card.width,
    height: card.height,
  }));
  return [...lanes, ...cards];
}

function toEdges(drawing: PeerDrawing): Edge[] {
  return drawing.links.map(({ id, from, to }) => ({ id, source: from, target: to }));
}

/** The curve as one path in the viewport. */
const Curves = memo(function Curves({ drawing }: { drawing: PeerDrawing }) {
  return (
    <ViewportPortal>
      <svg
        style={{ position: 'absolute', left: 0, top: 0, overflow: 'visible', pointerEvents: 'none' }}
        width={drawing.width}
        height={drawing.height}
      >
        {drawing.curves.map(({ id, points }) => (
          <path
            key={id}
            fill="none"
            stroke="#b5432a"
            strokeWidth={2}
            d={points
              .map((point, index) => {
                const before = points[index - 1];
                if (!before) return `M${point.x} ${point.y}`;
                const middle = (before.x + point.x) / 2;
                return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
              })
              .join('')}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});

function Flow({ drawing }: { drawing: PeerDrawing }) {
  const [nodes, , onNodesChange] = useNodesState(toNodes(drawing));
  const [edges, setEdges, onEdgesChange] = useEdgesState(toEdges(drawing));
  const onConnect = useCallback(
    (connection: Connection) => setEdges((before) => addEdge(connection, before)),
    [setEdges],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onConnect={onConnect}
      nodeTypes={nodeTypes}
      defaultViewport={defaultViewport}
      minZoom={0.1}
      maxZoom={4}
      onlyRenderVisibleElements
      panOnScroll
      panOnScrollSpeed={1}
      selectionOnDrag
      selectionMode={SelectionMode.Partial}
      panOnDrag={panOnDrag}
      zoomOnDoubleClick={false}
    >
      <Curves drawing={drawing} />
      <Bench />
    </ReactFlow>
  );
}

function Bench() {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    window.bench = {
      selected: () => document.querySelectorAll('.react-flow__node.selected').length,
      drawn: () => {
        const card = document.querySelector('.react-flow__node-touchpoint');
        return card instanceof HTMLElement && card.style.visibility !== 'hidden';
      },
      camera: () => flow.getViewport(),
      look: (camera) => void flow.setViewport(camera),
      deselect: () => store.getState().unselectNodesAndEdges(),
      place: (id) => flow.getNode(id)?.position ?? { x: Number.NaN, y: Number.NaN },
    };
  }, [flow, store]);
  return null;
}

const container = placeContainer();
const drawing = await fetchJson<PeerDrawing>(`/maps/${wishes().size}.json`);
createRoot(container).render(
  <ReactFlowProvider>
    <Flow drawing={drawing} />
  </ReactFlowProvider>,
);
