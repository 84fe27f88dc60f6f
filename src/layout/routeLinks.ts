/**
 * All links of a map as routes around cards: possible shapes (planRoute), one chosen for each (chooseRoutes), spread apart (spreadRuns), labels (placeLabels).
 * Loops between far stages, and links that no gap lets through, become a pair of return signs.
 *
 * Incremental: a plan is kept while its two cards and the bands between them are the same objects; when no plan
 * and no label changed, everything is kept. The result is the same as without a former one.
 */
import type { Link, Moment } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { chooseRoutes } from './chooseRoutes.ts';
import { labelOf, type LinkLabel } from './drawLinks.ts';
import { isFar, returnSigns, signWidths } from './returnSigns.ts';
import type { CardBox, LaneRow, LinkShape, StageColumn } from './mapLayout.ts';
import type { Band, Obstacles } from './obstacles.ts';
import { placeLabels } from './placeLabels.ts';
import { planRoutes } from './planRoute.ts';
import type { Candidate, End, RoutePlan } from './routePlan.ts';
import type { Route } from './placings.ts';
import { hasRoute, keepRouted, type RoutedLink } from './routedLink.ts';
import { spreadRuns } from './spreadRuns.ts';
import type { Tracks } from './gutterTracks.ts';
import { sameInputs } from './same.ts';
import type { Box, Point } from './scene.ts';
import { pin } from './sizes.ts';

export interface LinkContext {
  readonly cards: ReadonlyMap<string, CardBox>;
  readonly obstacles: Obstacles;
  readonly columns: ReadonlyMap<string, StageColumn>;
  /** Pins on each touchpoint's card. */
  readonly pinsOf: (touchpointId: string) => number;
  readonly moments: readonly Moment[];
  /** Labels keep off the rules between them. */
  readonly lanes: readonly LaneRow[];
  readonly words: SceneWords;
}

interface PlanEntry {
  readonly from: CardBox;
  readonly to: CardBox;
  readonly blocked: string;
  readonly bands: readonly (Band | undefined)[];
  readonly width: number;
  readonly candidates: readonly Candidate[];
}

export interface RoutedLinks {
  readonly list: readonly RoutedLink[];
  readonly plans: ReadonlyMap<string, PlanEntry>;
  readonly inputs: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly obstacles: Obstacles;
  readonly tracks: Tracks;
}

interface Prepared {
  readonly link: Link;
  readonly from: End;
  readonly to: End;
  readonly label: LinkLabel | null;
}

/** Routes every link whose two cards are drawn. */
export function routeLinks(
  links: readonly Link[],
  context: LinkContext,
  previous?: RoutedLinks,
): RoutedLinks {
  const { cards, obstacles, columns, moments, lanes, words } = context;
  const sources = [links, cards, obstacles, columns, moments, lanes, words];
  if (previous && sameInputs(previous.sources, sources)) return previous;
  const signs = signWidths(links, cards, columns);
  const prepared = links.flatMap((link): Prepared[] => {
    const from = endOf(link.from, context, signs.get(link.from) ?? 0);
    const to = endOf(link.to, context, signs.get(link.to) ?? 0);
    return from && to && from !== to ? [{ link, from, to, label: labelOf(link, context.words) }] : [];
  });
  const plans = new Map<string, PlanEntry>();
  const near = prepared.filter(({ link, from, to }) => !isFar(link, from.card, to.card, context.columns));
  for (const { link, from, to } of near) {
    plans.set(link.id, planEntry(from, to, context, previous?.plans.get(link.id)));
  }
  const inputs = [
    context.lanes,
    ...prepared.flatMap(({ link, from, to, label }) => [
      link.id,
      plans.get(link.id)?.candidates,
      from.card,
      to.card,
      from.pins,
      to.pins,
      from.signs,
      to.signs,
      label?.text,
      label?.clock,
    ]),
  ];
  if (previous && sameInputs(previous.inputs, inputs)) {
    // Records may be new objects though nothing about their way changed.
    const list = prepared
      .map((entry, index) => withLink(previous.list[index], entry))
      .filter((routed) => routed !== null);
    return { list, plans, inputs, sources, obstacles, tracks: previous.tracks };
  }
  const before = new Map(previous?.list.map((routed) => [routed.link.id, routed]));
  const plansOf = chosenPlans(near, plans, context);
  const { list, tracks } = assemble(prepared, plansOf, context, before, previous?.tracks);
  return { list, plans, inputs, sources, obstacles, tracks };
}

function withLink(routed: RoutedLink | undefined, { link }: Prepared): RoutedLink | null {
  if (!routed) return null;
  return routed.link === link ? routed : { ...routed, link };
}

const ends = new WeakMap<CardBox, End>();

function endOf(id: string, { cards, obstacles, pinsOf }: LinkContext, signs: number): End | null {
  const card = cards.get(id);
  const band = obstacles.bandOf.get(id);
  if (!card || band === undefined) return null;
  const pins = pinsOf(id);
  const known = ends.get(card);
  if (known && known.band === band && known.pins === pins && known.signs === signs) return known;
  const end = { card, band, pins, signs };
  ends.set(card, end);
  return end;
}

function planEntry(from: End, to: End, { obstacles }: LinkContext, known: PlanEntry | undefined): PlanEntry {
  const low = Math.min(from.band, to.band);
  const high = Math.max(from.band, to.band);
  const bands = obstacles.bands.slice(low, high + 1);
  const blocked = `${from.pins} ${from.signs} ${to.pins} ${to.signs}`;
  if (
    known &&
    known.from === from.card &&
    known.to === to.card &&
    known.blocked === blocked &&
    known.width === obstacles.width &&
    sameInputs(known.bands, bands)
  ) {
    return known;
  }
  return {
    from: from.card,
    to: to.card,
    blocked,
    bands,
    width: obstacles.width,
    candidates: planRoutes(from, to, obstacles),
  };
}

function chosenPlans(
  near: readonly Prepared[],
  plans: ReadonlyMap<string, PlanEntry>,
  { obstacles }: LinkContext,
): ReadonlyMap<string, RoutePlan> {
  const candidates = near.map(({ link }) => plans.get(link.id)?.candidates ?? []);
  const chosen = new Map<string, RoutePlan>();
  chooseRoutes(candidates, obstacles.gutters).forEach((plan, index) => {
    const id = near[index]?.link.id;
    if (plan && id !== undefined) chosen.set(id, plan);
  });
  return chosen;
}

function assemble(
  prepared: readonly Prepared[],
  plans: ReadonlyMap<string, RoutePlan>,
  context: LinkContext,
  before: ReadonlyMap<string, RoutedLink>,
  former: Tracks | undefined,
): Pick<RoutedLinks, 'list' | 'tracks'> {
  const signs = returnSigns(prepared, new Set(plans.keys()));
  const signBoxes = [...signs.values()].flat().map(({ box }) => box);
  const routed: { readonly prepared: Prepared; readonly route: Route }[] = [];
  for (const entry of prepared) {
    const plan = plans.get(entry.link.id);
    if (plan)
      routed.push({
        prepared: entry,
        route: {
          id: entry.link.id,
          from: entry.link.from,
          to: entry.link.to,
          plan,
          start: edgeOf(entry.from, plan.leaves),
          end: edgeOf(entry.to, plan.enters),
        },
      });
  }
  const keepOff = [...signBoxes, ...pinBoxes(prepared)];
  const { places, tracks } = spreadRuns(
    routed.map(({ route }) => route),
    context.obstacles.gutters,
    keepOff,
    former,
  );
  const points = new Map(routed.map(({ route }, index) => [route.id, cornersOf(route, places[index] ?? [])]));
  const labels = placeLabels(
    prepared.flatMap(({ link, label }) => {
      const route = points.get(link.id);
      return label && route ? [{ id: link.id, route, width: label.width }] : [];
    }),
    [...points].map(([id, route]) => ({ id, route })),
    context.obstacles,
    context.lanes.map((lane) => lane.y + lane.height),
    signBoxes,
  );
  const list = prepared.map(({ link, from, to, label }): RoutedLink => {
    const route = points.get(link.id) ?? [];
    const box = labels.get(link.id);
    const own = signs.get(link.id) ?? [];
    const known = before.get(link.id);
    if (known?.link === link && !box && own.length === 0 && isPlain(known) && hasRoute(known, route))
      return known;
    const shape: LinkShape = {
      id: link.id,
      from: from.card.id,
      to: to.card.id,
      route,
      labelAt: box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null,
      box: around(route, [...own.map((sign) => sign.box), ...(box ? [box] : [])]),
    };
    return keepRouted(known, { link, shape, label: label && box ? { text: label, box } : null, signs: own });
  });
  return { list, tracks };
}

/** Nothing but a line. */
function isPlain({ label, signs }: RoutedLink): boolean {
  return label === null && signs.length === 0;
}

function edgeOf({ card }: End, side: 'top' | 'bottom' | 'left' | 'right'): number {
  switch (side) {
    case 'top':
      return card.y;
    case 'bottom':
      return card.y + card.height;
    case 'left':
      return card.x;
    case 'right':
      return card.x + card.width;
  }
}

/** The corners of a route from the coordinates of its runs. */
function cornersOf({ plan, start, end }: Route, places: readonly number[]): Point[] {
  const all = [start, ...places, end];
  const points: Point[] = [];
  for (let index = 0; index < all.length - 1; index += 1) {
    const a = all[index] ?? 0;
    const b = all[index + 1] ?? 0;
    // Between two neighbours of this list one is an x and the other a y; which, follows from the run they belong to.
    const run = plan.runs[Math.min(index, plan.runs.length - 1)];
    const isLast = index === all.length - 2;
    const aIsY = isLast ? run?.axis === 'horizontal' : run?.axis === 'vertical';
    points.push(aIsY ? { x: b, y: a } : { x: a, y: b });
  }
  return points;
}

function pinBoxes(prepared: readonly Prepared[]): Box[] {
  const cards = new Map<CardBox, number>();
  for (const { from, to } of prepared)
    for (const end of [from, to]) if (end.pins > 0) cards.set(end.card, end.pins);
  return [...cards].map(([card, pins]) => ({
    x: card.x + pin.x - pin.radius - 2,
    y: card.y - pin.height + pin.sink - 2,
    width: (pins - 1) * pin.pitch + 2 * pin.radius + 4,
    height: pin.height - pin.sink + 2,
  }));
}

function around(route: readonly Point[], boxes: readonly Box[]): Box {
  const margin = 8;
  const xs = [...route.map(({ x }) => x), ...boxes.flatMap((box) => [box.x, box.x + box.width])];
  const ys = [...route.map(({ y }) => y), ...boxes.flatMap((box) => [box.y, box.y + box.height])];
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}
