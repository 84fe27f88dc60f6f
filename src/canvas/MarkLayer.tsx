/**
 * Marks above the cards: selection frames (mine in the signal colour, others' in theirs), the hover outline, the
 * landing of a drag; and below the cards the dotted old place, which strikes out no text. Map units; strokes keep their width on the screen. Work is in the number of marked things, not of cards.
 */
import { memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { LaneRow } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { cardKindOf, cardMeasures } from '../layout/sizes.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import { peopleInk } from '../theme/inks.ts';
import { FramePicture, type Framed } from './FramePicture.tsx';
import { drawnBox, framesOf, grown } from './frames.ts';
import { useGlide } from './glide.ts';
import { growth } from './growth.ts';
import { mostInHand } from './inHand.ts';
import styles from './MapCanvas.module.css';
import { SelectionFrames } from './SelectionFrames.tsx';
import { useRestingView } from './useRestingView.ts';
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
        <SelectionFrames grow={growth[detail]} />
      </svg>
      <DragMarks />
      <ManyDragged />
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
      {mine && mine.length <= mostInHand && (
        <path d={pathOf(mine)} className={styles.oldPlace} data-part="old-place" />
      )}
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
  const layout = useGeometry();
  const lanes = useShownLayout((shown) => shown.lanes);
  const drag = useScreen((state) => state.drag);
  if (!drag || drag.ids.length > mostInHand) return null;
  return drag.ids.map((id) => {
    const box = drawnBox(layout, id);
    const landing = drag.landing.get(id);
    if (!box || !landing) return null;
    return <Landing key={id} id={id} box={'width' in landing ? landing : landingBox(lanes, box, landing)} />;
  });
}

/** A layer of its own: from place to place it is moved, not drawn anew. */
function Landing({ id, box }: { readonly id: string; readonly box: Box }) {
  const layer = useRef<SVGSVGElement>(null);
  const put = useGlide(layer, true);
  useLayoutEffect(() => put(box.x, box.y), [put, box.x, box.y]);
  return (
    <svg
      ref={layer}
      className={classes(styles.marks, styles.gliding)}
      width={1}
      height={1}
      aria-hidden="true"
      focusable="false"
    >
      <rect
        width={box.width}
        height={box.height}
        className={styles.landing}
        data-part="landing"
        data-id={id}
      />
    </svg>
  );
}

/** Of many the old places and the landings are one picture: what lay there is not shown, and strikes out nothing. */
function ManyDragged() {
  const layout = useGeometry();
  const lanes = useShownLayout((shown) => shown.lanes);
  const drag = useScreen((state) => state.drag);
  const framed = useMemo((): readonly Framed[] => {
    if (!drag || drag.ids.length <= mostInHand) return [];
    const landings = drag.ids.flatMap((id) => {
      const box = drawnBox(layout, id);
      const landing = drag.landing.get(id);
      return box && landing ? [landingBox(lanes, box, landing)] : [];
    });
    return [
      { ...oldPlace, boxes: drag.ids.flatMap((id) => drawnBox(layout, id) ?? []) },
      { ...landingPlace, boxes: landings },
    ];
  }, [drag, layout, lanes]);
  return framed.length > 0 && <FramePicture framed={framed} part="landing" />;
}

/** As in the style sheet. */
const oldPlace = { ink: 'ink-2', widthPx: 1.5, dashPx: [1.5, 3] } as const;
const landingPlace = { ink: 'signal', widthPx: 1, dashPx: [5, 3] } as const;

/** A card takes the size of the lane it lands in: large among the customer's, small behind. */
function landingBox(lanes: readonly LaneRow[], { width, height }: Box, { x, y }: Point): Box {
  const lane = lanes.find((row) => y >= row.y && y < row.y + row.height);
  const kind = lane && cardKindOf(lane.kind);
  const size = kind ? cardMeasures(kind) : { width, height };
  return { x, y, width: size.width, height: size.height };
}
