/** The markers of emotion curves: a shape a line, so that lines are told apart without colour. */
import type { Paint } from '../theme/colours.ts';
import type { Marker } from '../theme/inks.ts';
import type { PathCommand, SceneItem } from './scene.ts';

/** A marker around a point. `size` is its width; circles of the base take the band's colour as fill. */
export function markerItem(
  marker: Marker,
  x: number,
  y: number,
  size: number,
  ink: Paint,
  fill: Paint,
): SceneItem {
  const half = size / 2;
  const stroke = { colour: ink, width: size >= 12 ? 2.2 : 1.6 };
  switch (marker) {
    case 'circle':
      return { kind: 'circle', cx: x, cy: y, r: half, fill, stroke };
    case 'ring':
      return { kind: 'circle', cx: x, cy: y, r: half - 0.6, fill, stroke: { colour: ink, width: 2.6 } };
    case 'square':
      return {
        kind: 'rect',
        x: x - half + 0.5,
        y: y - half + 0.5,
        width: size - 1,
        height: size - 1,
        fill,
        stroke,
      };
    case 'diamond':
      return closedPath([x, y - half - 0.5], [x + half + 0.5, y], [x, y + half + 0.5], [x - half - 0.5, y]);
    case 'triangle':
      return closedPath(
        [x, y - half - 0.5],
        [x + half + 0.5, y + half - 0.5],
        [x - half - 0.5, y + half - 0.5],
      );
    case 'cross':
      return {
        kind: 'path',
        commands: [
          ['M', x - half + 1, y - half + 1],
          ['L', x + half - 1, y + half - 1],
          ['M', x - half + 1, y + half - 1],
          ['L', x + half - 1, y - half + 1],
        ],
        stroke: { colour: ink, width: 2.2, cap: 'round' },
      };
  }

  function closedPath(...corners: readonly (readonly [number, number])[]): SceneItem {
    const commands = corners.map(([cx, cy], index): PathCommand => [index === 0 ? 'M' : 'L', cx, cy]);
    return { kind: 'path', commands: [...commands, ['Z']], fill, stroke: { ...stroke, join: 'miter' } };
  }
}
