/**
 * Look-ups over a map's lists. Lists and records are never changed in place (a new list is made), so each index
 * is made once a list, and what it says of a record keeps its identity while the records behind it do.
 */
import type { Channel, Evidence, Moment } from '../model/journeyMap.ts';

const nothing: readonly never[] = [];

/** A function of a list, computed once a list. */
function oncePerList<T, R>(compute: (list: readonly T[]) => R): (list: readonly T[]) => R {
  const known = new WeakMap<readonly T[], { readonly result: R }>();
  return (list) => {
    let found = known.get(list);
    if (!found) known.set(list, (found = { result: compute(list) }));
    return found.result;
  };
}

const momentsByTouchpoint = oncePerList(
  (moments: readonly Moment[]): ReadonlyMap<string, readonly Moment[]> => {
    const byTouchpoint = new Map<string, Moment[]>();
    for (const moment of moments) {
      const own = byTouchpoint.get(moment.touchpointId);
      if (own) own.push(moment);
      else byTouchpoint.set(moment.touchpointId, [moment]);
    }
    return byTouchpoint;
  },
);

/** The moments of truth of one touchpoint. */
export function momentsOf(touchpointId: string, moments: readonly Moment[]): readonly Moment[] {
  return momentsByTouchpoint(moments).get(touchpointId) ?? nothing;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((record) => [record.id, record]));

export const channelsById = oncePerList((channels: readonly Channel[]) => byId(channels));
export const evidenceById = oncePerList((evidence: readonly Evidence[]) => byId(evidence));
