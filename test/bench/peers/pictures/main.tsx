/**
 * A map of cards and links as React Flow shows it, every node rendered, taken as a picture the way each library's own
 * documentation says: the viewport element at the full size of the map, without the screen's pan and zoom.
 */
import {
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { snapdom } from '@zumer/snapdom';
import { toBlob } from 'html-to-image';
import { domToBlob } from 'modern-screenshot';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { CardFace } from '../shared/CardFace.tsx';
import '../shared/card.css';
import { fetchJson, wishes, type PeerCard, type PeerDrawing } from '../shared/drawing.ts';

type CardNode = Node<{ card: PeerCard }, 'touchpoint'>;

const TouchpointNode = memo(function TouchpointNode({ data: { card } }: NodeProps<CardNode>) {
  return (
    <div style={{ width: card.width, height: card.height }}>
      <Handle type="target" position={Position.Left} />
      <CardFace card={card}>
        <div className="title">{card.title}</div>
      </CardFace>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});
const nodeTypes = { touchpoint: TouchpointNode };

const drawing = await fetchJson<PeerDrawing>(`/maps/${wishes().size}.json`);
const nodes = drawing.cards.map((card): CardNode => ({
  id: card.id,
  type: 'touchpoint',
  position: { x: card.x, y: card.y },
  data: { card },
  width: card.width,
  height: card.height,
}));
const edges = drawing.links.map(({ id, from, to }): Edge => ({
  id,
  source: from,
  target: to,
  type: 'straight',
}));

const root = document.querySelector<HTMLElement>('#root');
if (!root) throw new Error('there is no root');
root.style.cssText = 'position:fixed;inset:0';
createRoot(root).render(
  <ReactFlowProvider>
    <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} minZoom={0.05} />
  </ReactFlowProvider>,
);

type Library = 'html-to-image' | 'modern-screenshot' | 'snapdom';
const style = {
  width: `${drawing.width}px`,
  height: `${drawing.height}px`,
  transform: 'translate(0px, 0px) scale(1)',
};

const makers: Readonly<Record<Library, (element: HTMLElement) => Promise<Blob | null>>> = {
  'html-to-image': (element) =>
    toBlob(element, { width: drawing.width, height: drawing.height, pixelRatio: 1, style }),
  'modern-screenshot': (element) =>
    domToBlob(element, { width: drawing.width, height: drawing.height, scale: 1, style }),
  snapdom: async (element) => {
    const before = element.style.cssText;
    Object.assign(element.style, style);
    const blob = await snapdom.toBlob(element, { type: 'png', dpr: 1, scale: 1 });
    element.style.cssText = before;
    return blob;
  },
};

Object.assign(window, {
  isDrawn: () => document.querySelectorAll('.react-flow__edge').length >= drawing.links.length,
  capture: async (library: Library) => {
    const element = document.querySelector<HTMLElement>('.react-flow__viewport');
    if (!element) throw new Error('there is no viewport');
    const began = performance.now();
    const blob = await makers[library](element);
    const ms = performance.now() - began;
    if (!blob) return null;
    const bitmap = await createImageBitmap(blob);
    return { ms, bytes: blob.size, width: bitmap.width, height: bitmap.height };
  },
});
