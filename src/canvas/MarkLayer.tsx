/**
 * Marks above the cards: selection frames (mine in the signal colour, others' in theirs), the hover outline, the
 * landing of a drag with the dotted old place. Map units; strokes keep their width on the screen. Work is in the number of marked things, not of cards.
 */
import { memo, useSyncExternalStore } from 'react';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { cardKindOf, cardMeasures } from '../layout/sizes.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { peopleInk } from '../theme/inks.ts';
import { growth } from './growth.ts';
import { mostInHand } from './inHand.ts';
import styles from './MapCanvas.module.css';
import { pathData } from './SceneItems.tsx';
import { useRestingView } from './useCamera.ts';
import { useShownLayout } from './useShownLayout.ts';

export const MarkLayer = memo(function MarkLayer() {
  const { detail } = useRestingView();
  return (
    <svg className={styles.marks} width={1} height={1} aria-hidden="true" focusable="false">
      <OtherSelections />
      <DragMarks />
      <SelectionFrames grow={growth[detail]} />
    </svg>
  );
});

function SelectionFrames({ grow }: { grow: number }) {
  const layout = useProjection((state) => state.layout);
  const selection = useScreen((state) => state.selection);
  const drag = useScreen((state) => state.drag);
  const openId = useScreen((state) => state.editing?.id);
  if (selection.size > mostInHand) {
    // Of many only the frames, in one stroke; while they are dragged the ghost has them.
    const boxes = drag ? [] : [...selection].flatMap((id) => drawnBox(layout, id) ?? []);
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
        if (!box) return <SelectedLink key={id} layout={layout} id={id} />;
        const moved = drag?.ids.includes(id) ? { x: drag.dx, y: drag.dy } : { x: 0, y: 0 };
        const frame = grown({ ...box, x: box.x + moved.x, y: box.y + moved.y }, 4);
        const corner = 7 * grow;
        return (
          <g key={id} data-part="selection-frame">
            <rect {...frame} className={classes(styles.selected, drag && styles.lifted)} />
            {!drag &&
              grow < 3 &&
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

function SelectedLink({ layout, id }: { layout: MapLayout; id: string }) {
  const line = layout.groupOf.get(id);
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

function OtherSelections() {
  const { presence } = useMapSession();
  const layout = useProjection((state) => state.layout);
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  return (
    <>
      {others.flatMap((person) =>
        person.selection.map((id) => {
          const box = drawnBox(layout, id);
          if (!box) return null;
          const moved = person.drag?.ids.includes(id) ? person.drag : { dx: 0, dy: 0 };
          return (
            <rect
              key={`${person.clientId} ${id}`}
              data-part="other-selection"
              {...grown({ ...box, x: box.x + moved.dx, y: box.y + moved.dy }, 3)}
              className={classes(styles.frameLine, person.drag && styles.lifted)}
              style={{ stroke: `var(--${peopleInk(person.colour)})` }}
            />
          );
        }),
      )}
      {others.flatMap((person) =>
        (person.drag?.ids ?? []).map((id) => {
          const box = drawnBox(layout, id);
          return box ? (
            <rect
              key={`${person.clientId} old ${id}`}
              {...grown(box, 0)}
              className={styles.oldPlace}
              style={{ stroke: `var(--${peopleInk(person.colour)})` }}
            />
          ) : null;
        }),
      )}
    </>
  );
}

/** The dotted old place, and where the cards would land. */
function DragMarks() {
  const layout = useShownLayout((shown) => shown);
  const drag = useScreen((state) => state.drag);
  if (!drag) return null;
  if (drag.ids.length > mostInHand) {
    const boxes = drag.ids.flatMap((id) => drawnBox(layout, id) ?? []);
    const landings = drag.ids.flatMap((id) => {
      const box = drawnBox(layout, id);
      const landing = drag.landing.get(id);
      return box && landing ? [landingBox(layout, box, landing)] : [];
    });
    return (
      <>
        <path d={framesOf(boxes, 0)} className={styles.oldPlace} />
        <path d={framesOf(landings, 0)} className={styles.landing} data-part="landing" />
      </>
    );
  }
  return (
    <>
      {drag.ids.map((id) => {
        const box = drawnBox(layout, id);
        const landing = drag.landing.get(id);
        if (!box) return null;
        return (
          <g key={id}>
            <rect {...grown(box, 0)} className={styles.oldPlace} />
            {landing && (
              <rect
                {...('width' in landing ? landing : landingBox(layout, box, landing))}
                className={styles.landing}
                data-part="landing"
                data-id={id}
              />
            )}
          </g>
        );
      })}
    </>
  );
}

/** A card takes the size of the lane it lands in: large among the customer's, small behind. */
function landingBox(layout: MapLayout, { width, height }: Box, { x, y }: Point): Box {
  const lane = layout.lanes.find((row) => y >= row.y && y < row.y + row.height);
  const kind = lane && cardKindOf(lane.kind);
  const size = kind ? cardMeasures(kind) : { width, height };
  return { x, y, width: size.width, height: size.height };
}

function drawnBox(layout: MapLayout, id: string): Box | undefined {
  return layout.cards.get(id) ?? layout.cells.get(id) ?? layout.elements.get(id);
}

/** Frames around boxes as one path. */
function framesOf(boxes: readonly Box[], off: number): string {
  return boxes
    .map(
      ({ x, y, width, height }) =>
        `M${x - off} ${y - off}h${width + 2 * off}v${height + 2 * off}h${-width - 2 * off}z`,
    )
    .join('');
}

function grown(box: Box, by: number): { x: number; y: number; width: number; height: number } {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function corners({ x, y, width, height }: Box): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}
