/**
 * All links of a map as routes around cards: possible shapes (plans), one chosen for each (chooseRoutes), spread apart
 * (spreadRuns), labels (placeLabels). Loops between far stages, and links that no gap lets through, become a pair of
 * return signs.
 *
 * Incremental: with the routes before, only what a change reaches is planned, chosen and placed again; a link that goes
 * the same way is the same object. The result is the same as without former routes.
 */
import type { Link, Moment } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import type { CardBox, LaneRow, StageColumn } from './mapLayout.ts';
import { bandOf, type Obstacles } from './obstacles.ts';
import { GroundChange, shapesOf } from './plans.ts';
import { isFar, signWidths } from './returnSigns.ts';
import { newSeat, RouteBook, type Listed } from './routeBook.ts';
import type { RoutedLink } from './routedLink.ts';
import type { End } from './routePlan.ts';
import { sameInputs } from './same.ts';
import { linksInStep, type Steps } from './steps.ts';

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

export interface RoutedLinks {
  readonly list: readonly RoutedLink[];
  readonly obstacles: Obstacles;
  readonly sources: readonly unknown[];
  /** Goes on with the next change, and then belongs to the routes after it: `turn` says whose it is. */
  readonly book: RouteBook;
  readonly turn: number;
}

/** Routes every link whose two cards are drawn. */
export function* routeLinks(
  links: readonly Link[],
  context: LinkContext,
  previous?: RoutedLinks,
): Steps<RoutedLinks> {
  const { cards, obstacles, columns, moments, lanes, words } = context;
  const sources = [links, cards, obstacles, columns, moments, lanes, words];
  if (previous && sameInputs(previous.sources, sources)) return previous;
  const change =
    previous?.obstacles.width === obstacles.width ? new GroundChange(previous.obstacles, obstacles) : null;
  const signs = signWidths(links, cards, columns);
  const listed: Listed[] = [];
  for (const [at, link] of links.entries()) {
    if (at % linksInStep === linksInStep - 1) yield;
    const seat = bookOf(previous)?.seatOf(link.id) ?? newSeat();
    const from = endOf(link.from, context, signs, seat.from);
    const to = endOf(link.to, context, signs, seat.to);
    if (!from || !to || from.card === to.card) continue;
    const shapes = isFar(link, from.card, to.card, columns)
      ? null
      : shapesOf(from, to, obstacles, seat, change);
    listed.push({ seat, link, from, to, shapes });
  }
  const known = bookOf(previous);
  const isNew = !known || known.isOfLittleUse(listed);
  const book = isNew ? new RouteBook() : known;
  book.turn += 1;
  const seated = isNew ? listed.map((entry) => ({ ...entry, seat: newSeat() })) : listed;
  const list = yield* book.route(seated, { obstacles, lanes }, words, previous?.list);
  return { list, obstacles, sources, book, turn: book.turn };
}

/** The book as these routes left it: another map, or another layout between two steps, leaves it to whom it was written for. */
function bookOf(previous: RoutedLinks | undefined): RouteBook | undefined {
  return previous?.book.turn === previous?.turn ? previous?.book : undefined;
}

/** A link's end; the former one where it is the same. */
function endOf(
  id: string,
  { cards, obstacles, pinsOf }: LinkContext,
  signWidth: ReadonlyMap<string, number>,
  former: End | undefined,
): End | null {
  const card = cards.get(id);
  const band = card && bandOf(card, obstacles);
  if (!card || band === undefined) return null;
  const pins = pinsOf(id);
  const signs = signWidth.get(id) ?? 0;
  const isFormer =
    former?.card === card && former.band === band && former.pins === pins && former.signs === signs;
  return isFormer ? former : { card, band, pins, signs };
}
