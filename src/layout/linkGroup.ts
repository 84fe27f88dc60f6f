/** The group of a routed link: line, heads, label, signs, relative to where its route begins. */
import { labelItems, lineItems, signItems } from './drawLinks.ts';
import type { LaneSources } from './laneSources.ts';
import type { LaneRow } from './mapLayout.ts';
import { LazyPart } from './part.ts';
import type { RoutedLink } from './routedLink.ts';
import type { Box, Detail, Point, SceneGroup, SceneItem } from './scene.ts';

interface Known {
  readonly lanes: readonly LaneRow[];
  readonly group: SceneGroup;
}
const known = new WeakMap<RoutedLink, { [D in Detail]?: Known }>();

/** Kept as it is while its way and the lanes are the former ones. */
export function linkGroup(routed: RoutedLink, lanes: readonly LaneRow[], sources: LaneSources): SceneGroup {
  const { detail } = sources.options;
  const drawn = known.get(routed);
  const before = drawn?.[detail];
  if (before?.lanes === lanes) return before.group;
  const group = groupOf(routed, lanes, sources);
  if (drawn) drawn[detail] = { lanes, group };
  else known.set(routed, { [detail]: { lanes, group } });
  return group;
}

function groupOf(
  routed: RoutedLink,
  lanes: readonly LaneRow[],
  { drawings, options }: LaneSources,
): SceneGroup {
  const { link, shape, label, signs } = routed;
  const { detail } = options;
  const { x, y } = shape.route[0] ?? signs[0]?.box ?? { x: 0, y: 0 };
  const isBehindAt = (at: number): boolean =>
    lanes.some((lane) => lane.behind && at >= lane.y && at < lane.y + lane.height);
  const paper = label && isBehindAt(label.box.y) ? 'paper-2' : 'paper';
  const id = `link.${link.id}`;
  const part = drawings.part(
    id,
    [detail, paper, routed],
    () =>
      new LazyPart(
        {
          id,
          role: 'link',
          recordId: link.id,
          title: label?.text.text ?? link.kind,
          box: relativeBox(shape.box, { x, y }),
          from: link.from,
          to: link.to,
        },
        detail,
        (wished) => drawLink(routed, { x, y }, paper, wished),
      ),
  );
  return drawings.place(part, x, y);
}

/** From afar no link is drawn. */
const nothing: readonly SceneItem[] = [];

function drawLink(
  { link, shape, label, signs }: RoutedLink,
  origin: Point,
  paper: 'paper' | 'paper-2',
  detail: Detail,
): readonly SceneItem[] {
  if (detail === 'blocks') return nothing;
  const points = shape.route.map((point) => relative(point, origin));
  return [
    ...lineItems(link, points),
    ...(label && detail === 'full' ? labelItems(label.text, relativeBox(label.box, origin), paper) : []),
    ...signs.flatMap((sign) =>
      signItems(sign.address, relativeBox(sign.box, origin), rounded(sign.edge - origin.y), sign.arrives),
    ),
  ];
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
