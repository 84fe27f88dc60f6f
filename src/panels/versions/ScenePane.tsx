/**
 * A scene to look at: fitted into its frame at first, then larger and smaller, moved by scrolling, dragging and the arrow
 * keys. One canvas of the frame's size is painted with what is in view by the one painter; over it lies an empty page of
 * the scene's size, which the browser scrolls.
 */
import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import type { Scene, SceneGroup } from '../../layout/scene.ts';
import { paintScene, type DecodedImage } from '../../paint/paintScene.ts';
import { useInterface, useWords } from '../../state/interfaceStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { versionWords } from '../../words/versions.ts';
import styles from './ScenePane.module.css';

/** Decodes a scene's pictures and tells when one more is ready. */
export type OpenImages = (onReady: () => void) => {
  readonly ready: ReadonlyMap<string, DecodedImage>;
  want(groups: Iterable<SceneGroup>): void;
  readonly stop: () => void;
};

export interface ScenePaneProps {
  readonly scene: Scene;
  readonly label: string;
  readonly openImages: OpenImages;
}

const step = 1.5;
const most = 2;

export function ScenePane({ scene, label, openImages }: ScenePaneProps) {
  const words = useWords(versionWords);
  const theme = useStore(useInterface(), (state) => state.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [frame, setFrame] = useState({ width: 0, height: 0 });
  /** Of the scale that fits; 1 shows the whole map. */
  const [zoom, setZoom] = useState(1);
  const [painted, setPainted] = useState(0);
  const [images] = useState(() => openImages(() => setPainted((times) => times + 1)));
  const fitting = Math.min(frame.width / scene.width, frame.height / scene.height);
  const scale = fitting * zoom;

  useEffect(() => {
    images.want(scene.groups);
    return () => images.stop();
  }, [images, scene]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setFrame({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const [element, page] = [canvas.current, scroller.current];
    const context = element?.getContext('2d');
    if (!element || !page || !context || scale === 0) return;
    const density = devicePixelRatio || 1;
    element.width = Math.round(frame.width * density);
    element.height = Math.round(frame.height * density);
    const paint = () => {
      const view = {
        x: Math.min(0, (scene.width - frame.width / scale) / 2) + page.scrollLeft / scale,
        y: Math.min(0, (scene.height - frame.height / scale) / 2) + page.scrollTop / scale,
        width: frame.width / scale,
        height: frame.height / scale,
      };
      paintScene(context, scene, { theme, scale: scale * density, view, images: images.ready });
      element.dataset['drawn'] = 'true';
    };
    paint();
    page.addEventListener('scroll', paint);
    return () => page.removeEventListener('scroll', paint);
  }, [scene, theme, scale, frame, images, painted]);

  /** Keeps the middle in the middle. */
  const zoomTo = (wanted: number) => {
    const page = scroller.current;
    const next = Math.max(1, Math.min(wanted, Math.max(1, most / fitting)));
    if (!page || next === zoom) return;
    const middle = {
      x: (page.scrollLeft + frame.width / 2) / zoom,
      y: (page.scrollTop + frame.height / 2) / zoom,
    };
    setZoom(next);
    requestAnimationFrame(() =>
      page.scrollTo(middle.x * next - frame.width / 2, middle.y * next - frame.height / 2),
    );
  };
  return (
    <div className={styles.pane}>
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={label}
        // The arrow keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable
        tabIndex={0}
        data-testid="version-picture"
        onPointerDown={drag}
      >
        <div style={{ width: scene.width * scale, height: scene.height * scale }} />
      </section>
      <div className={styles.tools}>
        <IconButton icon="minus" label={words.smaller} onClick={() => zoomTo(zoom / step)} />
        <Button small onClick={() => zoomTo(1)}>
          {words.fit}
        </Button>
        <IconButton icon="plus" label={words.larger} onClick={() => zoomTo(zoom * step)} />
      </div>
    </div>
  );
}

/** Under a mouse the page follows the pointer; fingers scroll by themselves. */
function drag(event: PointerEvent<HTMLElement>): void {
  if (event.pointerType !== 'mouse' || event.button !== 0) return;
  const page = event.currentTarget;
  page.setPointerCapture(event.pointerId);
  const move = (moved: globalThis.PointerEvent) => page.scrollBy(-moved.movementX, -moved.movementY);
  page.addEventListener('pointermove', move);
  page.addEventListener('lostpointercapture', () => page.removeEventListener('pointermove', move), {
    once: true,
  });
}
