/**
 * Joins React Flow's transform to `canvasCamera`, promotes the viewport to its own
 * layer while it moves (and not at rest, where that would blur text and slow marquee and drag), and keeps the zoom
 * shown elsewhere, at most four times a second.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, useEffect } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import { cameraBounds, canvasCamera, type CameraView } from './camera.ts';
import { showZoom } from './cardOffsets.ts';
import { createGlide, type Glide } from './glide.ts';

/** Its words are laid out anew with it, between two turns of a wheel. */
const shownZoomMs = 250;

/**
 * While the zoom changes the underlay alone draws cards: painting them as elements at a new size each frame is what
 * would cost most. Unseen and not hidden, so that the card with the focus keeps it, and all have their boxes. They are a
 * layer of their own by `will-change: opacity` (MapCanvas.module.css): without it the browser would paint each anew for it.
 */
function hideCards(viewport: HTMLElement): void {
  const cards = viewport.querySelector<HTMLElement>('.react-flow__nodes');
  if (cards) cards.style.opacity = '0';
}

/** Back once they have been drawn at the new detail; until then the underlay shows the same. */
function showCards(viewport: HTMLElement): void {
  const cards = viewport.querySelector<HTMLElement>('.react-flow__nodes');
  if (!cards?.style.opacity) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!canvasCamera.isMoving()) cards.style.opacity = '';
    }),
  );
}

export const CameraLink = memo(function CameraLink() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const { projection, screen } = useMapSession();

  useEffect(() => {
    // Asked for with every movement, and each time the page would have to be laid out: under a gesture it stays.
    let pressed: DOMRect | null = null;
    let isPressed = false;
    const corner = (): { readonly x: number; readonly y: number } => {
      const { domNode } = store.getState();
      if (!domNode) return { x: 0, y: 0 };
      if (!isPressed) return domNode.getBoundingClientRect();
      return (pressed ??= domNode.getBoundingClientRect());
    };
    const press = (event: PointerEvent): void => {
      isPressed = event.type === 'pointerdown';
      pressed = null;
    };
    const presses = new AbortController();
    for (const type of ['pointerdown', 'pointerup', 'pointercancel'] as const)
      addEventListener(type, press, { capture: true, signal: presses.signal });
    const detach = canvasCamera.attach({
      set: ({ x, y, zoom }, durationMs) =>
        void flow.setViewport({ x, y, zoom }, durationMs > 0 ? { duration: durationMs } : {}),
      corner,
      layout: () => projection.getState().layout,
      selection: () => screen.getState().selection,
    });
    let last: CameraView | null = null;
    // Over the transform that React Flow writes, while only the place changes.
    let glide: Glide | null = null;
    const settle = (): void => {
      glide?.end();
      glide = null;
    };
    // Wheel, pinch and drag are React Flow's: it keeps the pane inside these corners of the map's plane.
    const bound = (): void => {
      const { transform, width, height, panZoom } = store.getState();
      const zoom = transform[2];
      const { x, y } = cameraBounds(zoom, { width, height }, projection.getState().layout.extent);
      panZoom?.setTranslateExtent([
        [-x.most / zoom, -y.most / zoom],
        [(width - x.least) / zoom, (height - y.least) / zoom],
      ]);
    };
    let bounded: unknown = null;
    const follow = (): void => {
      const { transform, width, height, panZoom } = store.getState();
      if (panZoom !== bounded) {
        bounded = panZoom;
        bound();
      }
      const [x, y, zoom] = transform;
      if (
        last &&
        last.x === x &&
        last.y === y &&
        last.zoom === zoom &&
        last.width === width &&
        last.height === height
      )
        return;
      const before = last;
      if (last?.zoom !== zoom || last.width !== width || last.height !== height) bound();
      pressed = null;
      last = { x, y, zoom, width, height };
      const viewport = store.getState().domNode?.querySelector<HTMLElement>('.react-flow__viewport');
      if (viewport) viewport.style.willChange = 'transform';
      if (viewport && before && before.zoom !== zoom) hideCards(viewport);
      canvasCamera.moved(last);
      if (!viewport || !canvasCamera.isPanning()) settle();
      else (glide ??= createGlide(viewport, ` scale(${zoom})`)).to(x, y);
    };
    let zoomTimer: ReturnType<typeof setTimeout> | undefined;
    const stopZoom = canvasCamera.subscribe(({ zoom }) => {
      if (zoomTimer !== undefined || zoom === screen.getState().zoom) return;
      zoomTimer = setTimeout(() => {
        zoomTimer = undefined;
        screen.setState({ zoom: canvasCamera.view().zoom });
      }, shownZoomMs);
    });
    const stopRest = canvasCamera.onRest((view) => {
      settle();
      const node = store.getState().domNode;
      if (!node) return;
      const viewport = node.querySelector<HTMLElement>('.react-flow__viewport');
      if (viewport) {
        viewport.style.willChange = '';
        showCards(viewport);
      }
      node.style.setProperty('--px', `${1 / view.zoom}px`);
      showZoom(view.zoom);
    });
    follow();
    const stopStore = store.subscribe(follow);
    const stopLayout = projection.subscribe(({ layout }, before) => {
      if (layout.extent !== before.layout.extent) bound();
    });
    return () => {
      detach();
      presses.abort();
      stopStore();
      stopLayout();
      stopZoom();
      stopRest();
      settle();
      clearTimeout(zoomTimer);
    };
  }, [flow, store, projection, screen]);
  return null;
});
