/** A map changes its look by itself in one way only: an action becomes late. */
import { isLate } from '../layout/drawCells.ts';
import type { JourneyMap } from '../model/journeyMap.ts';

/** Calendar days, `YYYY-MM-DD`: later than `after`, no later than `until`. */
export interface Days {
  readonly after: string;
  readonly until: string;
}

const always: Days = { after: '0000-01-01', until: '9999-12-31' };

/** The days around `today` on which a map looks as it does today. */
export function sameDays({ actions }: Pick<JourneyMap, 'actions'>, today: string): Days {
  const dues = actions.flatMap((action) => (isLate(action, always.until) ? (action.due ?? []) : []));
  return {
    after: dues.filter((due) => due < today).reduce(later, always.after),
    until: dues.filter((due) => due >= today).reduce(earlier, always.until),
  };
}

export function isAmong({ after, until }: Days, day: string): boolean {
  return after < day && day <= until;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
