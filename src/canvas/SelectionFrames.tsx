/** The frames of what is selected on this screen, in map units; of a link its line. The same on the first picture as on the live canvas. */
import type { Box } from '../layout/scene.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { drawnBox, framesOf, grown } from './frames.ts';
import { isLocked } from './locked.ts';
import { mostInHand } from './inHand.ts';
import styles from './MapCanvas.module.css';
import { pathData } from './SceneItems.tsx';
import { useGeometry } from './useShownLayout.ts';

/** `grow`: how much larger corners are seen from afar. */
export function SelectionFrames({ grow }: { grow: number }) {
  const { projection } = useMapSession();
  const layout = useGeometry();
  const selection = useScreen((state) => state.framed ?? state.selection);
  const dragged = useScreen((state) => state.drag?.ids);
  const openId = useScreen((state) => state.editing?.id);
  if (selection.size > mostInHand) {
    // Of many only the frames, in one stroke; while they are dragged the ghost has them.
    const boxes = dragged ? [] : [...selection].flatMap((id) => drawnBox(layout, id) ?? []);
    return (
      <path
        d={framesOf(boxes, 4)}
        className={styles.selected}
        data-part="selection-frames"
        data-count={selection.size}
      />
    );
  }
  return (
    <>
      {[...selection].map((id) => {
        // An open text has a frame of its own.
        if (id === openId) return null;
        const box = drawnBox(layout, id);
        if (!box) return <SelectedLink key={id} id={id} />;
        // What is in hand carries its frame along.
        if (dragged?.includes(id)) return null;
        const frame = grown(box, 4);
        const corner = 7 * grow;
        return (
          <g key={id} data-part="selection-frame">
            <rect {...frame} className={styles.selected} />
            {!dragged &&
              grow < 3 &&
              !isLocked(projection, id) &&
              corners(frame).map(([x, y]) => (
                <rect
                  key={`${x} ${y}`}
                  className={styles.corner}
                  x={x - corner / 2}
                  y={y - corner / 2}
                  width={corner}
                  height={corner}
                />
              ))}
          </g>
        );
      })}
    </>
  );
}

function SelectedLink({ id }: { id: string }) {
  const line = useProjection(({ layout }) => layout.groupOf.get(id));
  if (!line) return null;
  return (
    <g transform={`translate(${line.origin.x} ${line.origin.y})`}>
      {line.items.map((item, index) =>
        item.kind === 'path' && item.stroke ? (
          <path key={index} d={pathData(item.commands)} className={styles.selected} />
        ) : null,
      )}
    </g>
  );
}

function corners({ x, y, width, height }: Box): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}
