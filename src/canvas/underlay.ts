/**
 * The underlay: one canvas below React Flow, drawn by the painter of all pictures. It draws everything of the map in
 * view (lanes, rules, links, curves, and every card), so that nothing is blank or stale while the camera moves; cards
 * that are mounted lie over their own drawing and cover it.
 *
 * Drawn again in the frame in which the camera moves or the map changes. A camera that pans moves the canvas, which reaches
 * beyond the pane, and now and then draws ahead of it (shiftPicture.ts); a change draws only the places it touches, and
 * nothing at all when they are out of view; what cards on their way leave and reach is drawn once a frame. Gives back its
 * undoing.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, SceneGroup } from '../layout/scene.ts';
import type { Change } from '../layout/patchedList.ts';
import { changedSince } from '../layout/patchLayout.ts';
import { sameInputs } from '../layout/same.ts';
import type { StretchedLayout } from '../layout/stretch.ts';
import { paintGroups } from '../paint/paintScene.ts';
import type { MapSession } from '../state/mapSession.ts';
import { palettes } from '../theme/colours.ts';
import { boxesMeet, contains } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import { subscribeOffsets, subscribeUnmounted, type Offset } from './cardOffsets.ts';
import { createCovered, isCovered } from './covered.ts';
import { detailAt } from './detail.ts';
import { grown } from './frames.ts';
import { isSameSize, leavePicture, lookOf, takePicture } from './leftPicture.ts';
import { createImages, picturedIn } from './images.ts';
import { followTo, movedTo, paneOn, withoutAhead, type Drawn } from './shiftPicture.ts';
import { createSheet } from './underlaySheet.ts';
import {
  bleed,
  differences,
  mostPatches,
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
  let drawn: Drawn | null = former?.drawn ?? null;
  /** Places to be drawn anew with the next frame. */
  let patches: Box[] = [];
  let drawnLayout: ShownLayout | null = former?.layout ?? null;

  const scene = (): UnderlayScene => underlayScene(session, canvasCamera.view().zoom, placeOf(sheet.whole()));
  const inView = ({ groups }: MapLayout, view: Box): ReadonlySet<SceneGroup> =>
    new Set(groups.filter(({ box }) => boxesMeet(box, view)));

  const paint = (shown: UnderlayScene, part: Box): void => {
    const { theme } = screen.getState();
    inMapUnits();
    context.fillStyle = palettes[theme].desk;
    context.fillRect(part.x, part.y, part.width, part.height);
    context.fillStyle = palettes[theme].paper;
    const { width, height } = shown.layout;
    const right = Math.min(width, part.x + part.width);
    const bottom = Math.min(height, part.y + part.height);
    const left = Math.max(0, part.x);
    const top = Math.max(0, part.y);
    if (right > left && bottom > top) context.fillRect(left, top, right - left, bottom - top);
    paintGroups(context, shown.groups, {
      theme,
      view: part,
      images: images.ready,
      drawingOf: shown.drawingOf,
    });
  };

  const drawAll = (): void => {
    isStale = false;
    patches = [];
    covered.take();
    const ratio = devicePixelRatio;
    const view = canvasCamera.view();
    sheet.fit(view, ratio);
    const unmoved = { moved: { x: 0, y: 0 }, copied: { x: 0, y: 0 } };
    drawn = { view, ratio, ...unmoved, valid: paneOn(sheet.size(), unmoved) };
    sheet.put(drawn);
    const shown = scene();
    paintPixels(shown, drawn.valid);
    drawnLayout = shown.layout;
    images.want(picturedIn(groupsOf(shown), canvasCamera.visible()));
    // A map that is drawn can be told from a pane that waits for one.
    canvas.dataset['drawn'] = String(shown.layout.stages.length > 0);
  };

  /** Whether the camera looks elsewhere than the picture shows, or it shows an older state. */
  const isBehind = (): boolean => {
    const moved = drawn && movedTo(drawn, canvasCamera.view(), devicePixelRatio);
    return isStale || !drawn || !moved || moved.x !== drawn.moved.x || moved.y !== drawn.moved.y;
  };

  /** Moves the picture to where the camera looks now, and says whether something was drawn for it; null when all has to be. */
  const shift = (): boolean | null => {
    const moved = drawn && movedTo(drawn, canvasCamera.view(), devicePixelRatio);
    if (!drawn || !moved || drawnLayout !== shownLayout(session)) return null;
    if (moved.x === drawn.moved.x && moved.y === drawn.moved.y) return false;
    const following = followTo(drawn, moved, sheet.size());
    if (!following) return null;
    const { copy, strips } = following;
    drawn = following.drawn;
    sheet.put(drawn);
    if (copy) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(canvas, copy.x, copy.y);
    }
    if (strips.length === 0) return copy !== null;
    const whole = scene();
    const places = strips.map((strip) => grown(placeOf(strip), bleed));
    // One look at each thing of the map for all of them.
    const groups = whole.groups.filter(({ box }) => places.some((place) => boxesMeet(box, place)));
    for (const strip of strips) paintPixels({ ...whole, groups }, strip);
    images.want(picturedIn(groupsOf(whole), placeOf(drawn.valid)));
    return true;
  };

  /** What is drawn ahead of the camera shows the map as it was. */
  const forgetAhead = (): void => {
    if (drawn) drawn = withoutAhead(drawn, sheet.size());
  };

  /** Brings the picture up to date with camera and map; whether something was drawn for it. */
  const bringUp = (): boolean => {
    const isDrawn = isStale ? null : shift();
    if (isDrawn === null) drawAll();
    return isDrawn ?? true;
  };

  const atNextFrame = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      bringUp();
      if (patches.length > 0) drawPatches(scene(), patches);
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

  const inMapUnits = (): void => sheet.inMapUnits(context, canvasCamera.view());
  const placeOf = (part: Box): Box => sheet.placeOf(part, canvasCamera.view());

  /** Draws a part of the canvas, given in its own pixels. */
  const paintPixels = (shown: UnderlayScene, strip: Box): void => {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(strip.x, strip.y, strip.width, strip.height);
    context.clip();
    paint(shown, grown(placeOf(strip), bleed));
    context.restore();
  };

  const drawPatches = (shown: UnderlayScene, boxes: readonly Box[]): void => {
    for (const box of boxes) {
      const part = grown(box, bleed);
      context.save();
      inMapUnits();
      context.beginPath();
      context.rect(part.x, part.y, part.width, part.height);
      context.clip();
      paint(shown, part);
      context.restore();
    }
  };

  /** Draws where something on its way was and where it is. */
  const patch = (boxes: readonly Box[]): void => {
    const view = canvasCamera.visible();
    forgetAhead();
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
    const isSameMap = drawnLayout !== null && ownOf(layout) === ownOf(drawnLayout);
    // From afar what runs across is drawn otherwise with the room than without, all along.
    if (!isSameMap || detailAt(canvasCamera.view().zoom) !== 'full') return drawSoon();
    drawnLayout = layout;
    const view = canvasCamera.visible();
    const y = Math.max(view.y, Math.min(now?.from ?? Infinity, before?.from ?? Infinity));
    patch([{ ...view, y, height: view.y + view.height - y }]);
  };

  /** Draws where the map in view is another than the one on the canvas. */
  const drawChange = (): void => {
    const layout = shownLayout(session);
    if (layout === drawnLayout) return;
    if (!drawnLayout || !('groups' in layout) || !('groups' in drawnLayout)) return drawSoon();
    const view = canvasCamera.visible();
    forgetAhead();
    const changed = changedSince(layout, drawnLayout);
    const boxes = changed
      ? changed
          .filter((change) => !isCovered(change))
          .flatMap(placesOf)
          .filter((box) => boxesMeet(box, view))
      : differences(inView(drawnLayout, view), inView(layout, view));
    drawnLayout = layout;
    for (const change of changed ?? []) if (isCovered(change)) covered.add(change);
    if (!boxes) {
      draw();
      return;
    }
    if (boxes.length === 0) return;
    // On a picture of where the camera looked before, a part of it would come to lie elsewhere.
    if (isBehind()) return drawSoon();
    images.want(changed ? changed.map(({ after }) => after) : picturedIn(layout.groups, view));
    drawPatches(scene(), boxes);
  };

  const covered = createCovered(() => uncover());
  const images = createImages(draw, session.images);
  const stops = [
    images.stop,
    () => covered.stop(),
    canvasCamera.subscribe(follow),
    // Letters of strips may stand a hair beside those of a whole picture: at rest it is one again.
    canvasCamera.onRest(() => {
      if (drawn && (drawn.moved.x !== 0 || drawn.moved.y !== 0)) drawSoon();
      if (drawn) sheet.put(drawn);
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
    images.want(picturedIn(groupsOf(scene()), canvasCamera.visible()));
    drawChange();
  } else draw();
  return () => {
    if (drawn && drawnLayout && frame === null && covered.take().length === 0)
      leavePicture(canvas, { sheet, drawn, layout: drawnLayout, look: lookOf(screen.getState()) });
    for (const stop of stops) stop();
    document.fonts?.removeEventListener('loadingdone', draw);
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

/** Where a group was and where it is: one place when it has stayed. */
function placesOf({ before, after }: Change): readonly Box[] {
  return contains(before.box, after.box) ? [before.box] : [before.box, after.box];
}

/** The map without the room. */
function ownOf(layout: ShownLayout): MapLayout {
  return 'former' in layout ? layout.former : layout;
}

/** Of the map as it is the whole list, always the same one; with the room for a drop those in view. */
function groupsOf({ layout, groups }: UnderlayScene): readonly SceneGroup[] {
  return 'groups' in layout ? layout.groups : groups;
}

function movedBox(box: Box, offset: Offset | undefined): Box {
  return offset ? { ...box, x: box.x + offset.dx, y: box.y + offset.dy } : box;
}
