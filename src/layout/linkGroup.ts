/** The group of a routed link: line, heads, label, signs, relative to where its route begins. */
import { labelItems, lineItems, signItems } from './drawLinks.ts';
import type { LaneSources } from './laneSources.ts';
import type { LaneRow } from './mapLayout.ts';
import type { RoutedLink } from './routedLink.ts';
import type { Box, Detail, Point, SceneGroup } from './scene.ts';

interface Known {
  readonly lanes: readonly LaneRow[];
  readonly detail: Detail;
  readonly group: SceneGroup;
}
const known = new WeakMap<RoutedLink, Known>();

/** Drawn again only when something of it changed; kept as it is when its way and the lanes are the former ones. */
export function linkGroup(routed: RoutedLink, lanes: readonly LaneRow[], sources: LaneSources): SceneGroup {
  const { detail } = sources.options;
  const before = known.get(routed);
  if (before?.lanes === lanes && before.detail === detail) return before.group;
  const group = drawGroup(routed, lanes, sources);
  known.set(routed, { lanes, detail, group });
  return group;
}

function drawGroup(
  { link, shape, label, signs }: RoutedLink,
  lanes: readonly LaneRow[],
  { drawings, options }: LaneSources,
): SceneGroup {
  const { detail } = options;
  const first = shape.route[0] ?? signs[0]?.box ?? { x: 0, y: 0 };
  const origin = { x: first.x, y: first.y };
  const points = shape.route.map((point) => relative(point, origin));
  const isBehindAt = (y: number): boolean =>
    lanes.some((lane) => lane.behind && y >= lane.y && y < lane.y + lane.height);
  const paper = label && isBehindAt(label.box.y) ? 'paper-2' : 'paper';
  const labelBox = label && relativeBox(label.box, origin);
  const placedSigns = signs.map((sign) => ({
    ...sign,
    box: relativeBox(sign.box, origin),
    edge: rounded(sign.edge - origin.y),
  }));
  const box = relativeBox(shape.box, origin);
  const id = `link.${link.id}`;
  const inputs = [
    detail,
    link.kind,
    link.mutual,
    link.from,
    link.to,
    paper,
    label?.text.text,
    label?.text.clock,
    ...points.flatMap(({ x, y }) => [x, y]),
    ...(labelBox ? [labelBox.x, labelBox.y, labelBox.width] : []),
    ...placedSigns.flatMap((sign) => [sign.address, sign.arrives, sign.box.x, sign.box.y, sign.edge]),
  ];
  const part = drawings.part(id, inputs, () => ({
    id,
    role: 'link',
    recordId: link.id,
    title: label?.text.text ?? link.kind,
    items:
      detail === 'blocks'
        ? []
        : [
            ...lineItems(link, points),
            ...(label && labelBox && detail === 'full' ? labelItems(label.text, labelBox, paper) : []),
            ...placedSigns.flatMap((sign) => signItems(sign.address, sign.box, sign.edge, sign.arrives)),
          ],
    box,
    from: link.from,
    to: link.to,
  }));
  return drawings.place(part, origin.x, origin.y);
}

/** To a hundredth: the same link at another place must not differ by what subtraction leaves over. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function relative({ x, y }: Point, origin: Point): Point {
  return { x: rounded(x - origin.x), y: rounded(y - origin.y) };
}

function relativeBox({ width, height, ...corner }: Box, origin: Point): Box {
  return { ...relative(corner, origin), width: rounded(width), height: rounded(height) };
}
