/**
 * Marks above the cards: selection frames (mine in the signal colour, others' in theirs), the hover outline, the
 * landing of a drag; and below the cards the dotted old place, which strikes out no text. Map units; strokes keep their width on the screen. Work is in the number of marked things, not of cards.
 */
import { memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { LaneRow } from '../layout/mapLayout.ts';
import { geometryOf } from '../layout/patchLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { cardKindOf, cardMeasures } from '../layout/sizes.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { subscribeOutline } from '../state/outline.ts';
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
  const ids = useScreen(({ drag }) => drag?.ids);
  if (!ids || ids.length > mostInHand) return null;
  return ids.map((id) => <Landing key={id} id={id} />);
}

/** A layer of its own: from place to place it is moved, not drawn anew, without React. Of a card that is gone it shows nothing. */
function Landing({ id }: { readonly id: string }) {
  const { screen, projection } = useMapSession();
  const layer = useRef<SVGSVGElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const put = useGlide(layer, true);
  useLayoutEffect(() => {
    const follow = (): void => {
      const { drag } = screen.getState();
      const layout = geometryOf(projection.getState().layout);
      const from = drawnBox(layout, id);
      const to = drag?.landing.get(id);
      const lanes = drag?.room?.lanes ?? layout.lanes;
      const box = from && to && ('width' in to ? to : landingBox(lanes, from, to));
      writeAttribute(frame.current, 'width', box?.width ?? 0);
      writeAttribute(frame.current, 'height', box?.height ?? 0);
      if (box) put(box.x, box.y);
    };
    follow();
    const stops = [screen.subscribe(follow), subscribeOutline(projection, follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [screen, projection, id, put]);
  return (
    <svg
      ref={layer}
      className={classes(styles.marks, styles.gliding)}
      width={1}
      height={1}
      aria-hidden="true"
      focusable="false"
    >
      <rect ref={frame} className={styles.landing} data-part="landing" data-id={id} />
    </svg>
  );
}

/** Of many the old places and the landings are one picture: what lay there is not shown, and strikes out nothing. */
function ManyDragged() {
  const layout = useGeometry();
  const lanes = useShownLayout((shown) => shown.lanes);
  const drag = useScreen((state) => (state.drag && state.drag.ids.length > mostInHand ? state.drag : null));
  const framed = useMemo((): readonly Framed[] => {
    if (!drag) return [];
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

function writeAttribute(element: Element | null, name: string, value: number): void {
  if (element && element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
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
