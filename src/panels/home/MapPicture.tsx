/**
 * A scene as a small picture in its frame: painted by the one painter, sharp at the screen's density, anew when the
 * theme or the frame's size changes. Decoration: the name beside it speaks. Without a scene the frame stays empty.
 */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Scene } from '../../layout/scene.ts';
import { paintScene } from '../../paint/paintScene.ts';
import { useInterface } from '../../state/interfaceStore.ts';

export function MapPicture({ scene }: { scene: Scene | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useStore(useInterface(), (state) => state.theme);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !scene) return;
    const paint = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const density = devicePixelRatio || 1;
      element.width = Math.round(width * density);
      element.height = Math.round(height * density);
      const scale = Math.min(width / scene.width, height / scene.height) * density;
      context.translate(
        (element.width - scene.width * scale) / 2,
        (element.height - scene.height * scale) / 2,
      );
      paintScene(context, scene, { theme, scale });
      element.dataset['drawn'] = 'true';
    };
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scene, theme]);
  return (
    <canvas ref={canvas} aria-hidden="true" style={{ display: 'block', width: '100%', height: '100%' }} />
  );
}
