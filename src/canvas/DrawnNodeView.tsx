/**
 * What a React Flow node shows: one svg of the scene's items. Nothing here knows the selection, the camera or the
 * document; it is drawn again only when its own node object changes.
 */
import type { NodeProps } from '@xyflow/react';
import { memo, useCallback } from 'react';
import { registerCard } from './cardOffsets.ts';
import type { DrawnNode } from './nodes.ts';
import { SceneItems } from './SceneItems.tsx';
import { useDrawing } from './rewordedCards.ts';
import styles from './MapCanvas.module.css';

const testIds = {
  touchpoints: 'touchpoint',
  insights: 'insight',
  opportunities: 'opportunity',
  actions: 'action',
  elements: 'element',
} as const;

const hits = {
  touchpoints: 'card',
  insights: 'cell',
  opportunities: 'cell',
  actions: 'cell',
  elements: 'element',
} as const;

export const DrawnNodeView = memo(function DrawnNodeView({ id, data: made }: NodeProps<DrawnNode>) {
  const data = useDrawing(id, made);
  const register = useCallback((element: HTMLDivElement | null) => registerCard(id, element), [id]);
  return (
    <div
      ref={register}
      className={styles.card}
      data-testid={testIds[data.collection]}
      data-id={id}
      data-hit={hits[data.collection]}
      data-address={data.address}
      role="group"
      aria-label={data.label}
      tabIndex={-1}
    >
      <svg
        className={styles.drawing}
        width={data.width}
        height={data.height}
        aria-hidden="true"
        focusable="false"
      >
        <g transform={data.dx === 0 && data.dy === 0 ? undefined : `translate(${data.dx} ${data.dy})`}>
          <SceneItems items={data.items} />
        </g>
      </svg>
    </div>
  );
}, sameDrawing);

/** React Flow hands a new props object on every change of its own; only these two say anything to us. */
function sameDrawing(before: NodeProps<DrawnNode>, after: NodeProps<DrawnNode>): boolean {
  return before.id === after.id && before.data === after.data;
}
