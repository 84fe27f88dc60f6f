/** Scene items enlarged and moved: a sheet's own lettering is larger than the map's, and shows a card enlarged. */
import type { Font, PathCommand, SceneItem, Stroke } from './scene.ts';

/** Every point p of the items becomes p * scale + (dx, dy); strokes, dashes and type grow alike. */
export function scaleItems(items: readonly SceneItem[], scale: number, dx: number, dy: number): SceneItem[] {
  return items.map((item) => scaleItem(item, { scale, dx, dy }));
}

/** The same items elsewhere. */
export function moveItems(items: readonly SceneItem[], dx: number, dy: number): SceneItem[] {
  return scaleItems(items, 1, dx, dy);
}

interface Change {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

function scaleItem(item: SceneItem, change: Change): SceneItem {
  const { scale, dx, dy } = change;
  const x = (value: number): number => value * scale + dx;
  const y = (value: number): number => value * scale + dy;
  switch (item.kind) {
    case 'rect':
      return {
        ...item,
        x: x(item.x),
        y: y(item.y),
        width: item.width * scale,
        height: item.height * scale,
        ...(item.radius === undefined ? {} : { radius: item.radius * scale }),
        ...strokeOf(item.stroke, scale),
      };
    case 'circle':
      return { ...item, cx: x(item.cx), cy: y(item.cy), r: item.r * scale, ...strokeOf(item.stroke, scale) };
    case 'path':
      return {
        ...item,
        commands: item.commands.map((command) => scaleCommand(command, x, y)),
        ...strokeOf(item.stroke, scale),
      };
    case 'text':
      return {
        ...item,
        x: x(item.x),
        y: y(item.y),
        width: item.width * scale,
        font: fontOf(item.font, scale),
      };
    case 'emoji':
      return { ...item, x: x(item.x), y: y(item.y), size: item.size * scale };
    case 'image':
      return {
        ...item,
        x: x(item.x),
        y: y(item.y),
        width: item.width * scale,
        height: item.height * scale,
        ...(item.missing && { missing: item.missing.map((inner) => scaleItem(inner, change)) }),
      };
    case 'clip': {
      const { box } = item;
      return {
        ...item,
        box: { x: x(box.x), y: y(box.y), width: box.width * scale, height: box.height * scale },
        items: item.items.map((inner) => scaleItem(inner, change)),
      };
    }
  }
}

function scaleCommand(
  command: PathCommand,
  x: (value: number) => number,
  y: (value: number) => number,
): PathCommand {
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], x(command[1]), y(command[2])];
    case 'Q':
      return ['Q', x(command[1]), y(command[2]), x(command[3]), y(command[4])];
    case 'C':
      return ['C', x(command[1]), y(command[2]), x(command[3]), y(command[4]), x(command[5]), y(command[6])];
    case 'Z':
      return command;
  }
}

function strokeOf(stroke: Stroke | undefined, scale: number): { readonly stroke?: Stroke } {
  if (!stroke) return {};
  const dash = stroke.dash ? { dash: stroke.dash.map((length) => length * scale) } : {};
  return { stroke: { ...stroke, width: stroke.width * scale, ...dash } };
}

function fontOf(font: Font, scale: number): Font {
  return { ...font, size: font.size * scale, spacing: font.spacing * scale };
}
