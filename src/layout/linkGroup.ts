/** The group of a routed link: line, heads, label, signs, relative to where its route begins. */
import { labelItems, lineItems, signItems } from './drawLinks.ts';
import type { LaneSources } from './laneSources.ts';
import type { LaneRow } from './mapLayout.ts';
import { LazyPart } from './part.ts';
import type { RoutedLink } from './routedLink.ts';
import type { Box, Detail, Point, SceneGroup, SceneItem } from './scene.ts';
import { sharedNumber } from './sharedNumber.ts';

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
  const { link, label } = routed;
  const { detail } = options;
  const isBehindAt = (at: number): boolean =>
    lanes.some((lane) => lane.behind && at >= lane.y && at < lane.y + lane.height);
  const paper = label && isBehindAt(label.box.y) ? 'paper-2' : 'paper';
  const id = `link.${link.id}`;
  const part = drawings.part(id, [detail, paper, routed], () => partOf(id, routed, paper, detail));
  return drawings.place(part, originOf(routed));
}

type Paper = 'paper' | 'paper-2';

/** Apart from its caller, so that a link not yet drawn holds on to nothing else. */
function partOf(id: string, routed: RoutedLink, paper: Paper, detail: Detail): LazyPart {
  const { link, shape, label } = routed;
  return new LazyPart(
    {
      id,
      role: 'link',
      recordId: link.id,
      title: label?.text.text ?? link.kind,
      box: relativeBox(shape.box, originOf(routed)),
      from: link.from,
      to: link.to,
    },
    detail,
    (wished) => drawLink(routed, paper, wished),
  );
}

/** Where its route begins. */
function originOf({ shape, signs }: RoutedLink): Point {
  const [start] = shape.route;
  if (start) return start;
  const { x, y } = signs[0]?.box ?? { x: 0, y: 0 };
  return { x, y };
}

/** From afar no link is drawn. */
const nothing: readonly SceneItem[] = [];

function drawLink(routed: RoutedLink, paper: Paper, detail: Detail): readonly SceneItem[] {
  if (detail === 'blocks') return nothing;
  const { link, shape, label, signs } = routed;
  const origin = originOf(routed);
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
  return sharedNumber(Math.round(value * 100) / 100);
}

function relative({ x, y }: Point, origin: Point): Point {
  return { x: rounded(x - origin.x), y: rounded(y - origin.y) };
}

function relativeBox({ x, y, width, height }: Box, origin: Point): Box {
  return {
    x: rounded(x - origin.x),
    y: rounded(y - origin.y),
    width: rounded(width),
    height: rounded(height),
  };
}
