/** Freeform geometry of a shape: one or several paths in the shape's own box. Scene units in, EMU out. */
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
  const paths = parts.map(({ commands, isFilled, isStroked }) => {
    const looks = `${isFilled ? '' : ' fill="none"'}${isStroked ? '' : ' stroke="0"'}`;
    const steps =
      'kind' in commands
        ? circleSteps(commands, scale, point)
        : commands.map((command) => stepXml(command, point)).join('');
    return `<a:path w="${px(box.width * scale)}" h="${px(box.height * scale)}"${looks}>${steps}</a:path>`;
  });
  return `<a:custGeom><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${paths.join('')}</a:pathLst></a:custGeom>`;
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
