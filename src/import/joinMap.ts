/**
 * A whole map that came in -> what it adds to an open one: stages, lanes, personas, tiers and channels that are called alike
 * are taken for the same, everything else comes under new ids. Opinions about the other map (comments, votes, snapshots,
 * saved views, its own facts) stay behind.
 */
import { emptyMap } from '../model/blankMap.ts';
import { plainName } from '../model/cellText.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { rewriteIds } from '../model/rewriteIds.ts';
import { collectionNames } from '../model/schema.ts';

const matched = ['stages', 'lanes', 'personas', 'tiers', 'channels'] as const;
const leftBehind = ['comments', 'votes', 'snapshots', 'views', 'dismissals'] as const;

export function joinMap(base: JourneyMap, came: JourneyMap, newId: () => string): JourneyMap {
  const ids = new Map<string, string>();
  const twins = new Set<string>();
  for (const name of matched) {
    const present = new Map(base[name].toReversed().map((record) => [keyOf(record), record.id]));
    for (const record of came[name]) {
      const twin = present.get(keyOf(record));
      if (twin === undefined) continue;
      ids.set(record.id, twin);
      twins.add(record.id);
    }
  }
  const only: { [name: string]: readonly { readonly id: string }[] } = {};
  for (const name of collectionNames) only[name] = came[name].filter(({ id }) => !twins.has(id));
  for (const name of leftBehind) only[name] = [];
  const hasPrimary = base.personas.some(({ primary }) => primary);
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const added: JourneyMap = { ...emptyMap('import'), brand: came.brand, ...only };
  return rewriteIds(
    {
      ...added,
      personas: added.personas.map((persona) => ({ ...persona, primary: persona.primary && !hasPrimary })),
    },
    { own: fresh, reference: fresh },
  );
}

/** Lanes are the same only where they hold the same. */
function keyOf(record: { readonly name: string } | JourneyMap['lanes'][number]): string {
  return 'kind' in record ? `${plainName(record.name)} ${laneHolds(record.kind)}` : plainName(record.name);
}
