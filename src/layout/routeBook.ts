/**
 * What is known of every link on its way, from one routing to the next: its shapes, its choice, its places, its label, and
 * how it is drawn. Works on what it knows, so it belongs to one layout at a time (routeLinks.ts).
 */
import type { Link } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { Chooser, RouteChoices } from './chooseRoutes.ts';
import { labelOf, type LinkLabel } from './drawLinks.ts';
import { entersAt, leavesAt, type LinkShapes } from './linkShapes.ts';
import type { CardBox, LaneRow } from './mapLayout.ts';
import type { Obstacles } from './obstacles.ts';
import { LabelPlaces, LabelWish } from './placeLabels.ts';
import { returnSigns } from './returnSigns.ts';
import { keepRouted, type RoutedLink } from './routedLink.ts';
import { edgeY, right, type End, type Side } from './routePlan.ts';
import { isAlike } from './same.ts';
import type { Box, Point } from './scene.ts';
import { sharedNumber } from './sharedNumber.ts';
import { pin } from './sizes.ts';
import { RunSpread } from './spreadRuns.ts';
import type { Steps } from './steps.ts';
import { cornersOf, Way } from './ways.ts';

/** One link's place among them all, and what became of it. */
interface Seat {
  /** -1 before it has one. */
  index: number;
  route: readonly Point[];
  shapes?: LinkShapes | null;
  from?: End;
  to?: End;
  chooser?: Chooser | null;
  way?: Way | null;
  wish?: LabelWish | null;
  /** Of this link, in these words. */
  label?: LinkLabel | null;
  link?: Link;
  words?: SceneWords;
  routed?: RoutedLink;
}

/** A link that is to be routed, with its possible shapes; without them it is told by signs. */
export interface Listed {
  readonly seat: Seat;
  readonly link: Link;
  readonly from: End;
  readonly to: End;
  readonly shapes: LinkShapes | null;
}

/** With a smaller share of the links still as they were it is quicker to begin anew. */
const leastKnown = 0.5;

export function newSeat(): Seat {
  return { index: -1, route: [] };
}

export class RouteBook {
  turn = 0;
  #seats = new Map<string, Seat>();
  readonly #choices = new RouteChoices();
  readonly #spread = new RunSpread();
  #labels: LabelPlaces | null = null;

  /** The seat of a link, a new one for a new link. */
  seatOf(id: string): Seat {
    return this.#seats.get(id) ?? newSeat();
  }

  /** Whether so little of these links is known here that another book, begun anew, is quicker. */
  isOfLittleUse(listed: readonly Listed[]): boolean {
    const known = listed.filter(({ seat }) => seat.index >= 0);
    const isSame = ({ seat, from, to, shapes }: Listed) =>
      seat.from === from && seat.to === to && seat.shapes === shapes;
    const most = Math.max(listed.length, this.#seats.size);
    return !isInOrder(known) || known.filter(isSame).length < most * leastKnown;
  }

  /** The routed links in the order listed; the former list where nothing changed. */
  *route(
    listed: readonly Listed[],
    ground: { readonly obstacles: Obstacles; readonly lanes: readonly LaneRow[] },
    words: SceneWords,
    before: readonly RoutedLink[] = [],
  ): Steps<readonly RoutedLink[]> {
    const changed = this.#take(listed);
    const turned = new Set(yield* this.#choices.among(ground.obstacles.gutters));
    const moved = listed.filter(
      (entry) => changed.has(entry) || (entry.seat.chooser && turned.has(entry.seat.chooser)),
    );
    for (const { seat, from, to } of moved) this.#setWay(seat, from, to);
    const signs = returnSigns(listed.filter(({ seat }) => !seat.way));
    const boxes = [...signs.values()].flat().map(({ box }) => box);
    const spread = yield* this.#spread.settle(ground.obstacles.gutters, [...boxes, ...pinBoxes(listed)]);
    const rerouted = listed.filter(({ seat }) => (seat.way ? spread.has(seat.way) : seat.route.length > 0));
    for (const entry of rerouted) this.#setRoute(entry);
    yield* this.#settleLabels(listed, words, { ...ground, signs: boxes });
    const list = listed.map((entry) => this.#routed(entry, signs.get(entry.link.id) ?? []));
    return list.length === before.length && list.every((one, at) => one === before[at]) ? before : list;
  }

  /** Takes in what is listed, with new and other possible shapes, and lets go of the rest. */
  #take(listed: readonly Listed[]): ReadonlySet<Listed> {
    const seats = new Map(listed.map(({ link, seat }) => [link.id, seat]));
    const changed = new Set(
      listed.filter(
        ({ seat, from, to, shapes }) => seat.from !== from || seat.to !== to || seat.shapes !== shapes,
      ),
    );
    for (const [id, seat] of this.#seats) if (seats.get(id) !== seat) this.#drop(id, seat);
    for (const { seat, shapes } of changed)
      if (seat.chooser && seat.chooser.shapes !== shapes) {
        this.#choices.remove(seat.chooser);
        seat.chooser = null;
      }
    this.#seats = seats;
    listed.forEach(({ seat, from, to, shapes }, index) => {
      seat.index = index;
      seat.shapes = shapes;
      seat.from = from;
      seat.to = to;
    });
    for (const { seat, shapes } of changed) {
      if (!shapes || seat.chooser) continue;
      seat.chooser = new Chooser(seat, shapes);
      this.#choices.add(seat.chooser);
    }
    return changed;
  }

  #drop(id: string, { chooser, way, wish }: Seat): void {
    if (chooser) this.#choices.remove(chooser);
    if (way) this.#spread.remove(way);
    if (wish) this.#labels?.remove(wish);
    this.#labels?.setLine(id, []);
  }

  #setWay(seat: Seat, from: End, to: End): void {
    const before = seat.way;
    const { shapes, choice: shape } = seat.chooser ?? {};
    const facts =
      shapes && typeof shape === 'number'
        ? {
            seat,
            from: from.card.id,
            to: to.card.id,
            shapes,
            shape,
            start: edgeOf(from, leavesAt(shapes, shape)),
            end: edgeOf(to, entersAt(shapes, shape)),
          }
        : null;
    if (before && facts && before.is(facts)) return;
    const way = facts && new Way(facts);
    if (before) this.#spread.remove(before);
    seat.way = way;
    if (seat.way) this.#spread.add(seat.way);
  }

  #setRoute({ seat, link }: Listed): void {
    const route = seat.way ? cornersOf(seat.way) : [];
    if (isAlike(seat.route, route)) return;
    seat.route = route;
    this.#labels?.setLine(link.id, route);
  }

  *#settleLabels(
    listed: readonly Listed[],
    words: SceneWords,
    ground: Parameters<LabelPlaces['settle']>[0],
  ): Steps<void> {
    for (const { seat, link } of listed) {
      if (seat.link !== link || seat.words !== words) {
        seat.label = labelOf(link, words);
        seat.link = link;
        seat.words = words;
      }
      const { label, route, wish } = seat;
      if (wish && wish.route === route && wish.width === label?.width) continue;
      if (wish) this.#labels?.remove(wish);
      seat.wish = label && route.length > 0 ? new LabelWish(link.id, seat, route, label.width) : null;
      if (seat.wish) this.#openLabels(listed).add(seat.wish);
    }
    if (this.#labels) yield* this.#labels.settle(ground);
  }

  /** Most maps have no labels, and then nobody asks where lines run. */
  #openLabels(listed: readonly Listed[]): LabelPlaces {
    if (this.#labels) return this.#labels;
    this.#labels = new LabelPlaces();
    for (const { seat, link } of listed) this.#labels.setLine(link.id, seat.route);
    return this.#labels;
  }

  #routed({ seat, link, from, to }: Listed, signs: RoutedLink['signs']): RoutedLink {
    const { routed, label, route } = seat;
    const box = seat.wish ? this.#labels?.boxOf(seat.wish) : undefined;
    const isPlain = !box && signs.length === 0;
    if (
      isPlain &&
      routed?.link === link &&
      routed.shape.route === route &&
      !routed.label &&
      routed.signs.length === 0
    )
      return routed;
    const shape = {
      id: link.id,
      from: from.card.id,
      to: to.card.id,
      route,
      labelAt: box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null,
      box: around(route, [...signs.map((sign) => sign.box), ...(box ? [box] : [])]),
    };
    const now = keepRouted(routed, {
      link,
      shape,
      label: label && box ? { text: label, box } : null,
      signs,
    });
    seat.routed = now;
    return now;
  }
}

/** Whether links that were listed before stand in the order they stood in. */
function isInOrder(known: readonly Listed[]): boolean {
  return known.every(({ seat }, at) => seat.index >= (known[at - 1]?.seat.index ?? 0));
}

function edgeOf({ card }: End, side: Side): number {
  if (side === 'left') return card.x;
  return side === 'right' ? right(card) : edgeY(card, side);
}

function pinBoxes(listed: readonly Listed[]): Box[] {
  const cards = new Map<CardBox, number>();
  for (const { from, to } of listed)
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
  const x = sharedNumber(Math.min(...xs) - margin);
  const y = sharedNumber(Math.min(...ys) - margin);
  const width = sharedNumber(Math.max(...xs) + margin - x);
  const height = sharedNumber(Math.max(...ys) + margin - y);
  return { x, y, width, height };
}
