/**
 * Sieve, or funnel (A5): who gets through the counted touchpoints one after another.
 *
 * In:  a map; members are journey touchpoints with reached, passed or conversion known, in sequence.
 * Out: the chain of `main` members with their share c, the product C of all shares so far, losses and marks; `side`
 *      members (reminders, optional steps) beside it with their own share and loss. Null when there is no member.
 *
 * c = passed / reached; else conversion; else the next member's reached / reached if that is at most 1 ("derived");
 * else null. Nobody reached, or more passed than reached, is null too (the second is lint L17).
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { MissingReason } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export interface SieveMember {
  readonly id: string;
  readonly reached: number | null;
  readonly passed: number | null;
  /** c, 0…1: the share that gets through. */
  readonly share: number | null;
  /** Why the share is not known; null when it is. */
  readonly unknown: MissingReason | null;
  /** The share comes from the next member's count. */
  readonly derived: boolean;
  /** reached − passed, people a period. */
  readonly loss: number | null;
  /** 1 − c. */
  readonly drop: number | null;
  /** cost / passed; null too when more passed than were reached: one of the counts is wrong. */
  readonly costPerPassed: number | null;
}

interface ChainMember extends SieveMember {
  /** C: the share of those at the start that gets through this one too; null from the first unknown share on. */
  readonly cumulative: number | null;
  /** More people come in here than passed the one before: C is then a chance, the shown count is the count. */
  readonly sideEntry: boolean;
}

export interface Sieve {
  readonly chain: readonly ChainMember[];
  readonly side: readonly SieveMember[];
  /** Ids in the chain; null when nothing is lost or nothing is known. Ties go to the earlier one. */
  readonly largestLoss: string | null;
  readonly largestDrop: string | null;
  /** Journey touchpoints there are: "11 of 24 counted". */
  readonly of: number;
}

export function sieve(map: JourneyMap): Sieve | null {
  const nodes = scoredTouchpoints(map, null);
  const members = sieveMembers(nodes);
  if (members.length === 0) return null;
  const main = members.filter((member) => member.touchpoint.sieve === 'main');
  const side = members.filter((member) => member.touchpoint.sieve === 'side');
  const chain = chainOf(main);
  return {
    chain,
    side: side.map((member) => memberOf(member, undefined)),
    largestLoss: idOfLargest(chain, (member) => member.loss),
    largestDrop: idOfLargest(chain, (member) => member.drop),
    of: nodes.length,
  };
}

/** Those that know of anything how many get through. */
export function sieveMembers(nodes: readonly ScoredTouchpoint[]): readonly ScoredTouchpoint[] {
  return nodes.filter(
    ({ reached, passed, conversion }) => reached !== null || passed !== null || conversion !== null,
  );
}

/**
 * What the end of the chain would be if one of its sieves let a share `target` (0…1) through: C_last · target / c.
 * Null when the end is not known or this sieve lets nobody through.
 */
export function liftedEnd({ chain }: Sieve, id: string, target: number): number | null {
  const end = chain.at(-1)?.cumulative ?? null;
  const share = chain.find((member) => member.id === id)?.share ?? null;
  return end === null || share === null || share <= 0 ? null : (end * target) / share;
}

function chainOf(main: readonly ScoredTouchpoint[]): readonly ChainMember[] {
  let cumulative: number | null = 1;
  return main.map((counts, index): ChainMember => {
    const member = memberOf(counts, main[index + 1]);
    cumulative = cumulative === null || member.share === null ? null : cumulative * member.share;
    const before = main[index - 1]?.passed ?? null;
    return {
      ...member,
      cumulative,
      sideEntry: before !== null && counts.reached !== null && counts.reached > before,
    };
  });
}

/** `next`: the next member of the chain, whose count may stand for those who passed. */
function memberOf(counts: ScoredTouchpoint, next: ScoredTouchpoint | undefined): SieveMember {
  const { id, reached, passed, cost } = counts;
  const { share, unknown, derived } = shareOf(counts, next);
  return {
    id,
    reached,
    passed,
    share,
    unknown,
    derived,
    loss: reached !== null && passed !== null && passed <= reached ? reached - passed : null,
    drop: share === null ? null : 1 - share,
    costPerPassed:
      cost !== null && passed !== null && passed > 0 && unknown !== 'more-passed-than-reached'
        ? cost / passed
        : null,
  };
}

type Share = Pick<SieveMember, 'share' | 'unknown' | 'derived'>;

function known(share: number): Share {
  return { share, unknown: null, derived: false };
}

function unknownFor(unknown: MissingReason): Share {
  return { share: null, unknown, derived: false };
}

function shareOf(
  { reached, passed, conversion }: ScoredTouchpoint,
  next: ScoredTouchpoint | undefined,
): Share {
  if (reached === 0) return unknownFor('nobody-reached');
  if (reached !== null && passed !== null) {
    return passed > reached ? unknownFor('more-passed-than-reached') : known(passed / reached);
  }
  if (conversion !== null) return known(conversion);
  const nextReached = next?.reached ?? null;
  if (reached !== null && nextReached !== null && nextReached <= reached) {
    return { share: nextReached / reached, unknown: null, derived: true };
  }
  return unknownFor('not-counted');
}

function idOfLargest(
  chain: readonly ChainMember[],
  value: (member: ChainMember) => number | null,
): string | null {
  let largest = 0;
  let id: string | null = null;
  for (const member of chain) {
    const own = value(member) ?? 0;
    if (own > largest) {
      largest = own;
      id = member.id;
    }
  }
  return id;
}
