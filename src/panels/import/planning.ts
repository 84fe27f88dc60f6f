/**
 * A plan worked out while the page stays usable: the first rows at once, so that a small table is planned when it is first
 * shown; the others step by step in tasks of their own as long as somebody looks on. Thousands of rows take the better
 * part of a second, and a worker would first have to be given the whole map.
 */
import type { RowKind } from '../../import/fields.ts';
import type { Steps } from '../../import/planTouchpoints.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';

export interface Planning<T> {
  /** The plan; how many rows are done while it is under way. */
  readonly state: () => T | number;
  /** Goes on planning while anybody listens, to whom each step and the end are told. Gives back its undoing. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** ms that a task may take. */
const longestTask = 12;

export function beginPlanning<T extends object>(steps: Steps<T>, now: () => number): Planning<T> {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let state: T | number = 0;
  const go = (): void => {
    const until = now() + longestTask;
    do state = steps.next().value;
    while (typeof state === 'number' && now() < until);
  };
  const goOn = (): void => {
    timer = setTimeout(() => {
      timer = null;
      go();
      if (typeof state === 'number' && listeners.size > 0) goOn();
      for (const listener of listeners) listener();
    });
  };
  go();
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (typeof state === 'number' && timer === null) goOn();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
  };
}

/** Whether two states of a map come to the same plan: planning looks at names, readings also at touchpoints. */
export function plansAlike(one: JourneyMap, other: JourneyMap, kind: RowKind): boolean {
  const isSame = (fields: readonly (keyof JourneyMap)[]) =>
    fields.every((field) => one[field] === other[field]);
  if (!isSame(named) || one.touchpoints.length !== other.touchpoints.length) return false;
  return kind === 'touchpoints' || isSame(['touchpoints', 'readings']);
}
const named = ['stages', 'lanes', 'personas', 'tiers', 'channels', 'evidence', 'brand'] as const;
