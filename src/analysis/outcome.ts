/**
 * What an analysis answers: a value with what it rests on, or null with the reason why there is none. A wrong or
 * missing input never becomes a number.
 *
 * `n` of `of`: how many inputs counted, of those that could have ("12 of 18 rated"). `ids`: the touchpoints behind the
 * value, in sequence, so that a page can lead to them. Reasons are codes; their words are the page's business.
 */

export type MissingReason =
  /** The map has no journey touchpoint, or the persona meets none. */
  | 'no-touchpoints'
  /** The point of view asked for is not in the map. */
  | 'unknown-persona'
  | 'unknown-tier'
  | 'no-stages'
  | 'no-channels'
  | 'no-brand'
  | 'no-tiers'
  | 'no-personas'
  /** A comparison of personas needs two. */
  | 'one-persona'
  /** A comparison of states needs the other map. */
  | 'no-base'
  /** None of the touchpoints has the value that is asked for. */
  | 'nothing-rated'
  | 'nothing-counted'
  | 'no-cost'
  | 'no-media'
  | 'no-survey'
  | 'no-response-times'
  | 'no-service-levels'
  | 'no-permission-channels'
  | 'no-frequency'
  | 'no-control-shares'
  | 'no-information'
  | 'no-prepurchase'
  /** One touchpoint's value. */
  | 'not-rated'
  | 'not-measured'
  | 'no-target'
  | 'not-counted'
  | 'nobody-reached'
  | 'more-passed-than-reached'
  | 'unknown-before'
  | 'nobody-passed'
  | 'no-cap'
  | 'no-date'
  /** Raw answers: not as many counts as the question has answers; none given; too few for a margin or a correlation. */
  | 'wrong-counts'
  | 'no-raw-answers'
  | 'no-answers'
  | 'too-few'
  | 'all-equal';

export interface Found<T> {
  readonly value: T;
  readonly reason: null;
  readonly n: number;
  readonly of: number;
  readonly ids: readonly string[];
}
export interface Missing {
  readonly value: null;
  readonly reason: MissingReason;
  readonly n: 0;
  readonly of: number;
  readonly ids: readonly string[];
}
export type Outcome<T> = Found<T> | Missing;

/** A value that rests on these touchpoints, of so many. */
export function found<T>(value: T, ids: readonly string[], of: number, n = ids.length): Found<T> {
  return { value, reason: null, n, of, ids };
}

export function missing(reason: MissingReason, of = 0, ids: readonly string[] = []): Missing {
  return { value: null, reason, n: 0, of, ids };
}

/** Too few to judge by: fewer than three, or not even a quarter. */
export function isThin({ n, of }: Pick<Outcome<unknown>, 'n' | 'of'>): boolean {
  return n < 3 || n < of / 4;
}

/** Plain mean over touchpoints of what is known of each. */
export function meanOf<T extends { readonly id: string }>(
  items: readonly T[],
  valueOf: (item: T) => number | null,
): Outcome<number> {
  const ids: string[] = [];
  let sum = 0;
  for (const item of items) {
    const value = valueOf(item);
    if (value === null) continue;
    ids.push(item.id);
    sum += value;
  }
  return ids.length === 0
    ? missing('nothing-rated', items.length)
    : found(sum / ids.length, ids, items.length);
}
