/**
 * The underlay: one canvas below React Flow, drawn by the painter of all pictures. It draws everything of the map in
 * view (lanes, rules, links, curves, and every card), so that nothing is blank or stale while the camera moves; cards
 * that are mounted lie over their own drawing and cover it.
 *
 * Drawn again in the frame in which the camera moves or the map changes. A camera that pans moves the canvas, which reaches
 * beyond the pane, and now and then draws ahead of it; one that zooms scales its picture (movingPicture.ts). A change draws
 * only the places it touches, and nothing at all when they are out of view; what cards on their way leave and reach is
 * drawn once a frame. Gives back its undoing.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, SceneGroup } from '../layout/scene.ts';
import type { Change } from '../layout/patchedList.ts';
import { changedSince } from '../layout/patchLayout.ts';
import { sameInputs } from '../layout/same.ts';
import type { StretchedLayout } from '../layout/stretch.ts';
import type { MapSession } from '../state/mapSession.ts';
import { boxesMeet, contains } from './boxes.ts';
import { canvasCamera, type CameraView } from './camera.ts';
import { subscribeOffsets, subscribeUnmounted, type Offset } from './cardOffsets.ts';
import { createCovered, isCovered } from './covered.ts';
import { detailAt } from './detail.ts';
import { isMovedTo, movedTo, paneOn, unmoved } from './drawnPicture.ts';
import { isSameSize, leavePicture, lookOf, takePicture } from './leftPicture.ts';
import { createImages, picturedIn } from './images.ts';
import { movingGiven } from './movingPart.ts';
import type { MovingPicture, Shown } from './movingPicture.ts';
import { createPainter, type Picture } from './underlayPainter.ts';
import { createSheet, type Place } from './underlaySheet.ts';
import {
  differences,
  groupsOf,
  mostPatches,
  ownOf,
  shownLayout,
  underlayScene,
  type ShownLayout,
  type UnderlayScene,
} from './underlayScene.ts';

export function mountUnderlay(canvas: HTMLCanvasElement, session: MapSession): () => void {
  const { projection, screen } = session;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return () => undefined;
  const former = takePicture(canvas);
  const sheet = former?.sheet ?? createSheet(canvas);
  let frame: number | null = null;
  let isStale = false;
  const shown: Shown = { drawn: former?.drawn ?? null, layout: former?.layout ?? null };
  /** Places to be drawn anew with the next frame. */
  let patches: Box[] = [];
  /** Once the live map is there. */
  let moving: MovingPicture | null = null;

  const sceneAt = (view: CameraView, at?: Place): UnderlayScene =>
    underlayScene(session, view.zoom, sheet.placeOf(sheet.whole(), view, at));
  const isNow = (layout: ShownLayout | null): boolean => layout === shownLayout(session);
  const inView = ({ groups }: MapLayout, view: Box): ReadonlySet<SceneGroup> =>
    new Set(groups.filter(({ box }) => boxesMeet(box, view)));

  const drawAll = (): void => {
    if (isStale) moving?.stop();
    isStale = false;
    patches = [];
    covered.take();
    const ratio = devicePixelRatio;
    const view = canvasCamera.view();
    sheet.fit(view, ratio);
    const valid = whenMoving()?.begin() ?? paneOn(sheet.size(), unmoved);
    shown.drawn = { view, ratio, ...unmoved, valid };
    sheet.put(shown.drawn);
    const scene = sceneAt(view);
    painter.pixels(scene, valid, picture());
    shown.layout = scene.layout;
    wantImages(scene, canvasCamera.visible());
    // A map that is drawn can be told from a pane that waits for one.
    canvas.dataset['drawn'] = String(scene.layout.stages.length > 0);
  };

  /** Whether the camera looks elsewhere than the picture shows, or it shows an older state. */
  const isBehind = (): boolean => {
    const { drawn } = shown;
    const moved = drawn && movedTo(drawn, canvasCamera.view(), devicePixelRatio);
    return isStale || !moved || !isMovedTo(drawn, moved);
  };

  /** Brings the picture up to date with camera and map; whether something was drawn for it. */
  const bringUp = (): boolean => {
    // A place cannot be drawn anew on a picture of another zoom.
    const isWhole = patches.length === 0 || !moving?.isScaled();
    const isCurrent = !isStale && isWhole && isNow(shown.layout);
    const isDrawn = isCurrent ? (whenMoving()?.follow() ?? (isBehind() ? null : false)) : null;
    if (isDrawn === null) drawAll();
    return isDrawn ?? true;
  };

  const atNextFrame = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      bringUp();
      if (patches.length > 0) drawPatches(patches);
      patches = [];
    });
  };

  /** Follows the camera now; what is drawn for it is drawn once a frame, and what comes later in the frame at its end. */
  const follow = (): void => {
    if (frame === null && bringUp()) atNextFrame();
    uncover();
  };

  /** Draws now, once a frame; what comes later in the frame is drawn at its end. */
  const draw = (): void => {
    isStale = true;
    if (frame !== null) return;
    drawAll();
    atNextFrame();
  };

  /** Draws all with the next frame: for gestures, which change several things at once and come before it. */
  const drawSoon = (): void => {
    isStale = true;
    atNextFrame();
  };

  /** The picture that is shown. */
  const picture = (): Picture => ({ context, view: canvasCamera.view() });
  const wantImages = (scene: UnderlayScene, place: Box): void =>
    images.want(picturedIn(groupsOf(scene), place));

  const drawPatches = (boxes: readonly Box[]): void => {
    const scene = sceneAt(canvasCamera.view());
    for (const box of boxes) painter.place(scene, box, picture());
  };

  /** Draws where something on its way was and where it is. */
  const patch = (boxes: readonly Box[]): void => {
    const view = canvasCamera.visible();
    whenMoving()?.forgetAhead();
    patches.push(...boxes.filter((box) => boxesMeet(box, view)));
    if (patches.length > mostPatches) isStale = true;
    if (patches.length > 0) atNextFrame();
  };

  /** Draws what has changed under cards, which may be seen from now on. */
  const uncover = (): void => {
    const boxes = covered.take();
    if (boxes.length > 0) patch(boxes);
  };

  /** Lanes are taller or lower: what lies above the first of them stays as it is. */
  const makeRoom = (now: StretchedLayout | null, before: StretchedLayout | null): void => {
    const layout = shownLayout(session);
    const isSameMap = shown.layout !== null && ownOf(layout) === ownOf(shown.layout);
    // From afar what runs across is drawn otherwise with the room than without, all along.
    if (!isSameMap || detailAt(canvasCamera.view().zoom) !== 'full') return drawSoon();
    shown.layout = layout;
    const view = canvasCamera.visible();
    const y = Math.max(view.y, Math.min(now?.from ?? Infinity, before?.from ?? Infinity));
    patch([{ ...view, y, height: view.y + view.height - y }]);
  };

  /** Draws where the map in view is another than the one on the canvas. */
  const drawChange = (): void => {
    const layout = shownLayout(session);
    const before = shown.layout;
    if (layout === before) return;
    if (!before || !('groups' in layout) || !('groups' in before)) return drawSoon();
    const view = canvasCamera.visible();
    whenMoving()?.forgetAhead();
    const changed = changedSince(layout, before);
    const boxes = changed
      ? changed
          .filter((change) => !isCovered(change))
          .flatMap(placesOf)
          .filter((box) => boxesMeet(box, view))
      : differences(inView(before, view), inView(layout, view));
    shown.layout = layout;
    for (const change of changed ?? []) if (isCovered(change)) covered.add(change);
    if (!boxes) {
      draw();
      return;
    }
    if (boxes.length === 0) return;
    // On a picture of where the camera looked before, a part of it would come to lie elsewhere.
    if (isBehind()) return drawSoon();
    images.want(changed ? changed.map(({ after }) => after) : picturedIn(layout.groups, view));
    drawPatches(boxes);
  };

  const whenMoving = (): MovingPicture | null =>
    (moving ??=
      movingGiven()?.({ shown, sheet, painter, picture, sceneAt, isNow, wantImages, drawSoon }) ?? null);
  const covered = createCovered(() => uncover());
  const images = createImages(draw, session.images);
  const painter = createPainter(session, sheet, images);
  const stops = [
    images.stop,
    () => covered.stop(),
    () => moving?.stop(),
    canvasCamera.subscribe(follow),
    // Letters of strips may stand a hair beside those of a whole picture: at rest it is one again.
    canvasCamera.onRest(() => {
      const { drawn } = shown;
      if (!drawn || moving?.isScaled()) return;
      if (drawn.moved.x !== 0 || drawn.moved.y !== 0) drawSoon();
      sheet.put(drawn);
    }),
    projection.subscribe((state, before) => {
      if (!isSameSize(state.layout, before.layout)) draw();
      else if (state.layout !== before.layout) drawChange();
    }),
    screen.subscribe((state, before) => {
      if (!sameInputs(lookOf(state), lookOf(before))) draw();
      else {
        const [room, former] = [state.drag?.room ?? null, before.drag?.room ?? null];
        if (room !== former) makeRoom(room, former);
      }
    }),
    subscribeUnmounted((id) => {
      if (covered.has(id)) uncover();
    }),
    subscribeOffsets((redrawn) => {
      const { groupOf } = projection.getState().layout;
      patch(
        redrawn.flatMap(({ id, before, after }) => {
          const box = groupOf.get(id)?.box;
          return box ? [movedBox(box, before), movedBox(box, after)] : [];
        }),
      );
    }),
  ];
  document.fonts?.addEventListener('loadingdone', draw);
  // The picture of the session before is this one's too, but for what has changed.
  const { layout } = projection.getState();
  if (
    former &&
    isSameSize(former.layout, layout) &&
    sameInputs(former.look, lookOf(screen.getState())) &&
    !isBehind()
  ) {
    wantImages(sceneAt(canvasCamera.view()), canvasCamera.visible());
    drawChange();
  } else draw();
  return () => {
    const { drawn, layout: last } = shown;
    if (drawn && last && frame === null && covered.take().length === 0)
      leavePicture(canvas, { sheet, drawn, layout: last, look: lookOf(screen.getState()) });
    for (const stop of stops) stop();
    document.fonts?.removeEventListener('loadingdone', draw);
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

/** Where a group was and where it is: one place when it has stayed. */
function placesOf({ before, after }: Change): readonly Box[] {
  return contains(before.box, after.box) ? [before.box] : [before.box, after.box];
}

function movedBox(box: Box, offset: Offset | undefined): Box {
  return offset ? { ...box, x: box.x + offset.dx, y: box.y + offset.dy } : box;
}
