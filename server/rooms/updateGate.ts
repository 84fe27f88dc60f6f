/**
 * The gate for incoming updates (reliability checklist 4, PROTOCOL.md P14 to P16): decides from what an update says
 * about itself and what the room knows, before anything is applied. Pure.
 */
import type { Limits } from '../limits.ts';
import { readUpdate, type ClockRange } from './updateReader.ts';

export interface KnownState {
  /** How many clock values the document holds of a client. */
  clockOf(client: number): number;
  /** The person a client id belongs to, undefined when nobody has used it. */
  ownerOf(client: number): string | undefined;
  /** How many client ids have an owner. */
  readonly ownedIds: number;
}

export type Verdict =
  /** `newIds`: client ids that now belong to the sender. `adds`: it brings content, not only deletions. */
  | {
      readonly kind: 'pass';
      readonly newIds: readonly number[];
      readonly adds: boolean;
      /** Null for most; see plainEdits.ts. */
      readonly plain: PlainEdit | null;
    }
  /** Something before it is missing here; the sender can be asked for all it has. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refuse'; readonly reason: string };

/**
 * An update that does nothing but put values in the place of others that are known, under the client id of its sender
 * and right behind what is known of that, and delete what is known. It can be applied to any document that holds as much.
 */
export interface PlainEdit {
  readonly range: ClockRange;
  /** What it puts values behind and what it deletes. */
  readonly touches: readonly ClockRange[];
}

type GateLimits = Pick<Limits, 'valueDepth' | 'runLength' | 'newIdsPerUpdate' | 'idsPerMap'>;

/** What to do with an update that `person` sent. */
export function judgeUpdate(
  bytes: Uint8Array,
  person: string,
  known: KnownState,
  limits: GateLimits,
): Verdict {
  const reading = readUpdate(bytes, limits);
  if (!reading.ok) return { kind: 'refuse', reason: reading.reason };
  const { ranges, refersTo, holes, touches } = reading.facts;
  const ends = new Map<number, number>();
  const newIds: number[] = [];
  let gap = holes;
  let adds = false;
  for (const { client, from, to } of ranges) {
    const clock = known.clockOf(client);
    // What the room has already is skipped by Yjs whoever sends it; a step 2 may race with relayed edits.
    if (to <= clock) continue;
    adds = true;
    ends.set(client, to);
    if (to - Math.max(from, clock) > limits.runLength) return refuse('it holds a run of absurd length');
    const owner = known.ownerOf(client);
    if (owner === undefined && clock === 0) newIds.push(client);
    else if (owner !== person) return refuse('it writes under the client id of somebody else');
    if (from > clock) gap = true;
  }
  if (newIds.length > limits.newIdsPerUpdate)
    return refuse(`it brings more than ${limits.newIdsPerUpdate} new client ids`);
  if (newIds.length > 0 && known.ownedIds + newIds.length > limits.idsPerMap) {
    return refuse(
      `the map has been edited from ${limits.idsPerMap} pages, its limit; export it and import the file as a new map`,
    );
  }
  for (const [client, clock] of refersTo) {
    if (clock >= (ends.get(client) ?? known.clockOf(client))) gap = true;
  }
  if (gap) return { kind: 'gap' };
  const [range, ...others] = ranges;
  const isPlain =
    touches !== null &&
    range !== undefined &&
    others.length === 0 &&
    range.from === known.clockOf(range.client) &&
    [...refersTo].every(([client, clock]) => clock < known.clockOf(client));
  return { kind: 'pass', newIds, adds, plain: isPlain ? { range, touches } : null };
}

function refuse(reason: string): Verdict {
  return { kind: 'refuse', reason };
}
