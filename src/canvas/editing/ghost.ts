/**
 * The ghost: many dragged cards painted once into one picture that follows the pointer as a layer of its own. Moving a
 * hundred elements would paint a large part of the screen anew with every frame.
 *
 * In:  what is dragged, the drawing of each group. Out: `move` by map units, and its end. Holds what is near the view;
 *      what lies further away comes to no harm unseen.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box } from '../../layout/scene.ts';
import { paintGroups } from '../../paint/paintScene.ts';
import { palettes, type Theme } from '../../theme/colours.ts';
import { boundingBox, boxesMeet, widened } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import type { ItemsOf } from '../detail.ts';
import { createGlide } from '../glide.ts';
import { currentHost } from '../host.ts';
import styles from './Editing.module.css';

export interface Ghost {
  move(dx: number, dy: number): void;
  end(): void;
}

/** How far around the view its parts are taken along. */
const around = 0.5;
/** Room for the frames around the outermost cards, in px. */
const rimPx = 8;
const framePx = { width: 2.5, off: 4 } as const;

export function createGhost(
  ids: readonly string[],
  layout: MapLayout,
  itemsOf: ItemsOf,
  theme: Theme,
): Ghost | null {
  const layer = currentHost()?.frame.querySelector('.react-flow__viewport-portal');
  const near = widened(canvasCamera.visible(), around);
  const groups = ids.flatMap((id) => {
    const group = layout.groupOf.get(id);
    return group && boxesMeet(group.box, near) ? [group] : [];
  });
  const whole = boundingBox(groups.map(({ box }) => box));
  if (!layer || !whole) return null;
  const { zoom } = canvasCamera.view();
  const rim = rimPx / zoom;
  const box: Box = {
    x: whole.x - rim,
    y: whole.y - rim,
    width: whole.width + 2 * rim,
    height: whole.height + 2 * rim,
  };
  const scale = zoom * devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * scale);
  canvas.height = Math.ceil(box.height * scale);
  canvas.className = styles.ghost ?? '';
  canvas.dataset['part'] = 'ghost';
  Object.assign(canvas.style, {
    left: `${box.x}px`,
    top: `${box.y}px`,
    width: `${canvas.width / scale}px`,
    height: `${canvas.height / scale}px`,
  });
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  paintGroups(context, groups, {
    theme,
    view: box,
    drawingOf: (group) => ({ origin: group.origin, items: itemsOf(group) }),
  });
  context.strokeStyle = palettes[theme].signal;
  context.lineWidth = framePx.width / zoom;
  const off = framePx.off / zoom;
  for (const id of ids) {
    const card = layout.cards.get(id) ?? layout.cells.get(id);
    if (card && boxesMeet(card, near))
      context.strokeRect(card.x - off, card.y - off, card.width + 2 * off, card.height + 2 * off);
  }
  layer.append(canvas);
  const glide = createGlide(canvas);
  return {
    move: (dx, dy) => glide.to(dx, dy),
    end() {
      glide.end();
      canvas.remove();
    },
  };
}
