/**
 * Information (A20): which information each journey touchpoint produces, and in which system it ends up; key
 * touchpoints that produce none, and information that goes into no system.
 *
 * In:  a map. Out: rows in sequence, systems in the order they first appear. n of N: touchpoints that produce any.
 */
import type { Information, JourneyMap } from '../model/journeyMap.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export interface InformationProduced {
  readonly rows: readonly {
    readonly id: string;
    readonly items: readonly { readonly what: string; readonly system: string; readonly use: string }[];
  }[];
  readonly systems: readonly { readonly system: string; readonly ids: readonly string[] }[];
  readonly keyWithout: readonly string[];
  /** Touchpoints with information that goes into no system. */
  readonly withoutSystem: readonly { readonly id: string; readonly what: string }[];
}

const eachRow = keptEach<ScoredTouchpoint, InformationProduced['rows'][number] | null>();

export function informationProduced(map: JourneyMap): Outcome<InformationProduced> {
  const nodes = scoredTouchpoints(map, null);
  const each = eachRow(map.stages, [], nodes, ({ id, touchpoint: { information } }) =>
    information.length === 0 ? null : { id, items: itemsOf(information) },
  );
  const rows = each.filter((row) => row !== null);
  const keyWithout = nodes
    .filter(({ touchpoint }) => touchpoint.key && touchpoint.information.length === 0)
    .map(({ id }) => id);
  if (rows.length === 0) return missing('no-information', nodes.length, keyWithout);
  const bySystem = new Map<string, Set<string>>();
  const withoutSystem: { readonly id: string; readonly what: string }[] = [];
  for (const { id, items } of rows) {
    for (const { what, system } of items) {
      const name = system.trim();
      if (name === '') withoutSystem.push({ id, what });
      else {
        const ids = bySystem.get(name);
        if (ids) ids.add(id);
        else bySystem.set(name, new Set([id]));
      }
    }
  }
  const systems = [...bySystem].map(([system, ids]) => ({ system, ids: [...ids] }));
  return found(
    { rows, systems, keyWithout, withoutSystem },
    rows.map(({ id }) => id),
    nodes.length,
  );
}

/** Without what a newer version may have written beside. */
function itemsOf(information: readonly Information[]): InformationProduced['rows'][number]['items'] {
  return information.some(({ extra }) => extra !== undefined)
    ? information.map(({ what, system, use }) => ({ what, system, use }))
    : information;
}
