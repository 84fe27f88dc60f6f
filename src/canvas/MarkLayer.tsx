/**
 * Marks above the cards: selection frames (mine in the signal colour, others' in theirs), the hover outline, the
 * landing of a drag; and below the cards the dotted old place, which strikes out no text. Map units; strokes keep their width on the screen. Work is in the number of marked things, not of cards.
 */
import { memo, useSyncExternalStore } from 'react';
import type { Geometry } from '../layout/patchLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { cardKindOf, cardMeasures } from '../layout/sizes.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { peopleInk } from '../theme/inks.ts';
import { drawnBox, framesOf, grown } from './frames.ts';
import { growth } from './growth.ts';
import { mostInHand } from './inHand.ts';
import styles from './MapCanvas.module.css';
import { SelectionFrames } from './SelectionFrames.tsx';
import { useRestingView } from './useCamera.ts';
import { useGeometry, useShownLayout } from './useShownLayout.ts';

export const MarkLayer = memo(function MarkLayer() {
  const { detail } = useRestingView();
  return (
    <>
      <svg className={styles.plumbLayer} width={1} height={1} aria-hidden="true" focusable="false">
        <OldPlaces />
      </svg>
      <svg className={styles.marks} width={1} height={1} aria-hidden="true" focusable="false">
        <OtherSelections />
        <DragMarks />
        <SelectionFrames grow={growth[detail]} />
      </svg>
    </>
  );
});

/** Where what is dragged lay, mine and others'. */
function OldPlaces() {
  const { presence } = useMapSession();
  const layout = useGeometry();
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const mine = useScreen(({ drag }) => drag?.ids);
  const pathOf = (ids: readonly string[]): string =>
    framesOf(
      ids.flatMap((id) => drawnBox(layout, id) ?? []),
      0,
    );
  return (
    <>
      {others.map(
        ({ clientId, colour, drag }) =>
          drag && (
            <path
              key={clientId}
              d={pathOf(drag.ids)}
              className={styles.oldPlace}
              style={{ stroke: `var(--${peopleInk(colour)})` }}
              data-part="old-place"
            />
          ),
      )}
      {mine && <path d={pathOf(mine)} className={styles.oldPlace} data-part="old-place" />}
    </>
  );
}

function OtherSelections() {
  const { presence } = useMapSession();
  const layout = useGeometry();
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
    </>
  );
}

/** Where the cards would land. */
function DragMarks() {
  const layout = useShownLayout((shown) => shown);
  const drag = useScreen((state) => state.drag);
  if (!drag) return null;
  if (drag.ids.length > mostInHand) {
    const landings = drag.ids.flatMap((id) => {
      const box = drawnBox(layout, id);
      const landing = drag.landing.get(id);
      return box && landing ? [landingBox(layout, box, landing)] : [];
    });
    return <path d={framesOf(landings, 0)} className={styles.landing} data-part="landing" />;
  }
  return (
    <>
      {drag.ids.map((id) => {
        const box = drawnBox(layout, id);
        const landing = drag.landing.get(id);
        if (!box || !landing) return null;
        return (
          <rect
            key={id}
            {...('width' in landing ? landing : landingBox(layout, box, landing))}
            className={styles.landing}
            data-part="landing"
            data-id={id}
          />
        );
      })}
    </>
  );
}

/** A card takes the size of the lane it lands in: large among the customer's, small behind. */
function landingBox(layout: Geometry, { width, height }: Box, { x, y }: Point): Box {
  const lane = layout.lanes.find((row) => y >= row.y && y < row.y + row.height);
  const kind = lane && cardKindOf(lane.kind);
  const size = kind ? cardMeasures(kind) : { width, height };
  return { x, y, width: size.width, height: size.height };
}
