/**
 * Control balance (A19): who controls the contact, of organisation, staff and customer (the service encounter triad of
 * J. Bateson, 1985). A part above 60 of 100 dominates; else the contact is balanced.
 *
 * In:  a map; looks at journey touchpoints that are direct or employee contacts. Out: those with shares, in sequence.
 */
import type { JourneyMap, Triad } from '../model/journeyMap.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

export type ControlPart = 'organisation' | 'staff' | 'customer';

export interface ControlBalance {
  readonly rows: readonly {
    readonly id: string;
    readonly shares: Readonly<Record<ControlPart, number>>;
    /** Null: balanced. */
    readonly dominatedBy: ControlPart | null;
  }[];
  readonly balanced: number;
  readonly dominated: Readonly<Record<ControlPart, number>>;
}

const dominates = 60;
const parts: readonly ControlPart[] = ['organisation', 'staff', 'customer'];

export function controlBalance(map: JourneyMap): Outcome<ControlBalance> {
  const contacts = scoredTouchpoints(map, null).filter(
    ({ touchpoint: { contactKinds } }) =>
      contactKinds.includes('direct') || contactKinds.includes('employee'),
  );
  const rows = contacts.flatMap(({ id, touchpoint: { triad } }) => (triad ? [rowOf(id, triad)] : []));
  if (rows.length === 0) return missing('no-control-shares', contacts.length);
  const by = (part: ControlPart | null) => rows.filter((row) => row.dominatedBy === part).length;
  const value = {
    rows,
    balanced: by(null),
    dominated: { organisation: by('organisation'), staff: by('staff'), customer: by('customer') },
  };
  return found(
    value,
    rows.map(({ id }) => id),
    contacts.length,
  );
}

function rowOf(id: string, { organisation, staff, customer }: Triad) {
  const shares = { organisation, staff, customer };
  return { id, shares, dominatedBy: parts.find((part) => shares[part] > dominates) ?? null };
}
