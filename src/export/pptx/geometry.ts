/** Freeform geometry of a shape: one or several paths in the shape's own box. Scene units in, `scale` of them out. */
import { circleBox, pathBounds } from '../../layout/bounds.ts';
import type { Box, CircleItem, PathCommand, RectItem } from '../../layout/scene.ts';

export interface GeometryPart {
  readonly commands: readonly PathCommand[] | CircleItem;
  readonly isFilled: boolean;
  readonly isStroked: boolean;
}

/** A whole number of EMU. */
export function px(value: number): number {
  return Math.round(value) || 0;
}

export function rectCommands({ x, y, width, height }: RectItem): readonly PathCommand[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

export function geometryXml(parts: readonly GeometryPart[], box: Box, scale: number): string {
  const point = (x: number, y: number) =>
    `<a:pt x="${px((x - box.x) * scale)}" y="${px((y - box.y) * scale)}"/>`;
  const steps = ({ commands }: GeometryPart) =>
    'kind' in commands
      ? circleSteps(commands, scale, point)
      : commands.map((command) => stepXml(command, point)).join('');
  const path = (inner: string, looks: string) =>
    inner === ''
      ? ''
      : `<a:path w="${px(box.width * scale)}" h="${px(box.height * scale)}"${looks}>${inner}</a:path>`;
  const together = (some: readonly GeometryPart[], looks: string) => path(some.map(steps).join(''), looks);
  // All parts have one colour: those that are drawn alike are one path, whatever their order.
  const lines = together(
    parts.filter(({ isFilled }) => !isFilled),
    ' fill="none"',
  );
  const plain = parts.filter(({ isFilled, isStroked }) => isFilled && !isStroked);
  // Areas that overlap would be holes in each other.
  const areas = areDisjoint(plain)
    ? together(plain, ' stroke="0"')
    : plain.map((part) => together([part], ' stroke="0"')).join('');
  const lined = parts.filter(({ isFilled, isStroked }) => isFilled && isStroked);
  const both = lined.map((part) => together([part], '')).join('');
  return `<a:custGeom><a:pathLst>${lines}${areas}${both}</a:pathLst></a:custGeom>`;
}

function areDisjoint(parts: readonly GeometryPart[]): boolean {
  const boxes = parts.flatMap(({ commands }) => {
    const box = 'kind' in commands ? circleBox(commands) : pathBounds(commands);
    return box ? [box] : [];
  });
  return boxes.every((box, index) => boxes.slice(index + 1).every((other) => !doTouch(box, other)));
}

function doTouch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

type PointXml = (x: number, y: number) => string;

function stepXml(command: PathCommand, point: PointXml): string {
  switch (command[0]) {
    case 'M':
      return `<a:moveTo>${point(command[1], command[2])}</a:moveTo>`;
    case 'L':
      return `<a:lnTo>${point(command[1], command[2])}</a:lnTo>`;
    case 'Q':
      return `<a:quadBezTo>${point(command[1], command[2])}${point(command[3], command[4])}</a:quadBezTo>`;
    case 'C': {
      const [, a, b, c, d, e, f] = command;
      return `<a:cubicBezTo>${point(a, b)}${point(c, d)}${point(e, f)}</a:cubicBezTo>`;
    }
    case 'Z':
      return '<a:close/>';
  }
}

/** All the way round, from the left. */
function circleSteps({ cx, cy, r }: CircleItem, scale: number, point: PointXml): string {
  const radius = px(r * scale);
  return (
    `<a:moveTo>${point(cx - r, cy)}</a:moveTo>` +
    `<a:arcTo wR="${radius}" hR="${radius}" stAng="10800000" swAng="21600000"/><a:close/>`
  );
}
