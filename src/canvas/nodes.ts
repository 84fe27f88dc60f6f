/**
 * React Flow nodes for the mounted window. A node object keeps its identity as long as its drawing, place, size,
 * detail and spoken name are the same, so React Flow and React leave the card alone; mere words go past it.
 *
 * Every node comes with width, height, `measured` and `handles`, so that nothing is measured by the browser:
 * React Flow would otherwise mount, observe and hide each new node first (canvas.md, section 2).
 */
import type { Node } from '@xyflow/react';
import type { Box, SceneItem } from '../layout/scene.ts';
import { forgetReworded, reword, rewordedDrawing } from './rewordedCards.ts';

export interface DrawnData extends Record<string, unknown> {
  readonly items: readonly SceneItem[];
  /** From the node's corner to the items' (0, 0). */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly collection: 'touchpoints' | 'insights' | 'opportunities' | 'actions' | 'elements';
  readonly address: string;
}
export type DrawnNode = Node<DrawnData, 'drawn'>;

export interface NodeSource {
  readonly id: string;
  readonly box: Box;
  readonly items: readonly SceneItem[];
  readonly origin: { readonly x: number; readonly y: number };
  readonly label: string;
  readonly collection: DrawnData['collection'];
  readonly address: string;
}

export interface NodeMaker {
  /**
   * Hands out the same object again for an unchanged source, and the same list when all are unchanged. Forgets what
   * leaves the window.
   */
  make(sources: readonly NodeSource[]): DrawnNode[];
  /** Draws something with other words at its place, if it is mounted; its node and the list stay the same. */
  reword(id: string, sourceOf: (id: string) => NodeSource | null): void;
}

export function createNodeMaker(): NodeMaker {
  let kept = new Map<string, DrawnNode>();
  let list: DrawnNode[] = [];
  return {
    make(sources) {
      const next = new Map<string, DrawnNode>();
      const nodes = sources.map((source) => {
        const before = kept.get(source.id);
        kept.delete(source.id);
        const node = before && isSame(before, source) ? before : makeNode(source);
        if (node !== before) forgetReworded(source.id);
        next.set(source.id, node);
        return node;
      });
      for (const id of kept.keys()) forgetReworded(id);
      kept = next;
      if (nodes.length !== list.length || nodes.some((node, index) => node !== list[index])) list = nodes;
      return list;
    },
    reword(id, sourceOf) {
      const node = kept.get(id);
      const source = node && sourceOf(id);
      if (source && !isSame(node, source)) reword(id, drawnData(source));
    },
  };
}

function isSame({ id, position, data: made }: DrawnNode, source: NodeSource): boolean {
  const { box, origin } = source;
  const data = rewordedDrawing(id) ?? made;
  return (
    data.items === source.items &&
    position.x === box.x &&
    position.y === box.y &&
    data.width === box.width &&
    data.height === box.height &&
    data.dx === origin.x - box.x &&
    data.dy === origin.y - box.y &&
    data.label === source.label &&
    data.address === source.address
  );
}

function drawnData({ box, items, origin, label, collection, address }: NodeSource): DrawnData {
  return {
    items,
    dx: origin.x - box.x,
    dy: origin.y - box.y,
    width: box.width,
    height: box.height,
    label,
    collection,
    address,
  };
}

function makeNode(source: NodeSource): DrawnNode {
  const { id, box } = source;
  return {
    id,
    type: 'drawn',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: [],
    data: drawnData(source),
    // The wrapper is React Flow's; what a person meets is the element inside (DrawnNodeView.tsx).
    ariaRole: 'presentation',
    domAttributes: { 'aria-roledescription': undefined },
    style: { pointerEvents: 'all' },
  };
}
