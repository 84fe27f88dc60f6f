/** How many answers a question has, lowest first: as many counts as that have the raw answers of a reading (domain A1, A14). */
import type { Reading } from './journeyMap.ts';

export const answersAsked = {
  nps: 11,
  csat: 5,
  ces: 7,
  importance: 5,
  performance: 5,
} as const satisfies Partial<Record<Reading['metric'], number>>;

/** Null for what is not asked with so many answers. */
export function answersAskedFor(metric: Reading['metric']): number | null {
  return metric in answersAsked ? answersAsked[metric as keyof typeof answersAsked] : null;
}
