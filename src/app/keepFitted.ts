/**
 * A map that stands alone is fitted to its frame, and stays so while the frame or the map itself changes size, until
 * whoever looks at it moves about in it. All of it is seen where its titles can be read then; in a frame that is too small
 * for that, from its beginning on as much as its height allows. The button that fits shows all in any case.
 */
import { canvasCamera, type CameraPlace } from '../canvas/camera.ts';
import { detailAt } from '../canvas/detail.ts';
import { opening } from '../canvas/opening.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { MapSession, Projection } from '../state/mapSession.ts';

/** Titles can be read from here on. */
const readableZoom = 0.45;
/** The camera leaves so much around what it fits, both sides together. */
const aroundPx = 64;

/** Puts the camera of a canvas that has its size, and nothing yet that moves it, where all is seen; the live canvas begins there. */
export function fitFirst({ projection, screen }: Pick<MapSession, 'projection' | 'screen'>): void {
  const detach = canvasCamera.attach({
    set: (place: CameraPlace) => {
      Object.assign(opening, place);
      canvasCamera.moved({ ...canvasCamera.view(), ...place });
      screen.setState({ zoom: place.zoom });
    },
    corner: () => ({ x: 0, y: 0 }),
    layout: () => projection.getState().layout,
    selection: () => new Set(),
  });
  fit(projection.getState().layout);
  detach();
}

/** `frame` is what the canvas stands in. Gives back its end. */
export function keepFitted(frame: HTMLElement, projection: Projection): () => void {
  let again: ((layout: MapLayout) => void) | null = fit;
  let { width, height } = canvasCamera.view();
  const stopCamera = canvasCamera.subscribe((view) => {
    if (view.width === width && view.height === height) return;
    ({ width, height } = view);
    again?.(projection.getState().layout);
  });
  const stopLayout = projection.subscribe(({ layout }, before) => {
    if (layout.extent !== before.layout.extent) again?.(layout);
  });
  const touches = new AbortController();
  const handleTouch = ({ target }: Event): void => {
    again = target instanceof Element && target.closest('[data-fits]') ? () => canvasCamera.fitAll() : null;
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    frame.addEventListener(type, handleTouch, { passive: true, signal: touches.signal });
  return () => {
    touches.abort();
    stopCamera();
    stopLayout();
  };
}

function fit({ extent }: MapLayout): void {
  const { width, height } = canvasCamera.view();
  const [across, down] = [width - aroundPx, height - aroundPx];
  if (detailAt(Math.min(across / extent.width, down / extent.height)) !== 'blocks') {
    canvasCamera.fitAll();
    return;
  }
  const zoom = Math.min(1, Math.max(readableZoom, down / extent.height));
  const seen = { width: Math.min(extent.width, across / zoom), height: Math.min(extent.height, down / zoom) };
  canvasCamera.fitBox({ x: 0, y: 0, ...seen }, 1);
}
