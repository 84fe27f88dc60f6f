/**
 * What a filter finds in a map, in the order one walks through it: the place that was typed as an address, stages and
 * lanes (while nothing but words is looked for), touchpoints in sequence, cells, what lies beside the map.
 */
import { hasChoices, isEmptyFilter } from '../../analysis/filterMap.ts';
import { addressIn, saysAll, searchedIn } from '../../analysis/searchMap.ts';
import { parseAddress } from '../../model/address.ts';
import type { JourneyMap, MapFilter } from '../../model/journeyMap.ts';

export interface Hit {
  /** A record's id; of a place its address. */
  readonly id: string;
  /** "C", "2", "C2"; empty for what lies nowhere. */
  readonly address: string;
  readonly text: string;
  /** A place is gone to by its address. */
  readonly isPlace: boolean;
}

/** `out`: what is filtered out, as far as that is known. */
export function findInMap(
  journey: JourneyMap,
  filter: MapFilter,
  out: ReadonlySet<string> | null,
): readonly Hit[] {
  if (isEmptyFilter(filter)) return [];
  const says = saysAll(filter.text);
  const chosen = hasChoices(filter);
  const records = searchedIn(journey).flatMap((entry): Hit[] => {
    const { id, collection, address, text } = entry;
    if (chosen && (collection === 'stages' || collection === 'lanes')) return [];
    return says(entry) && !out?.has(id) ? [{ id, address, text, isPlace: false }] : [];
  });
  return [...placeOf(journey, filter.text), ...records];
}

function placeOf(journey: JourneyMap, text: string): readonly Hit[] {
  const found = addressIn(journey, text);
  const place = found === null ? null : parseAddress(found);
  if (found === null || !place) return [];
  const names = [journey.stages[place.stageIndex]?.name, journey.lanes[place.laneIndex]?.name];
  return [{ id: found, address: found, text: names.filter(Boolean).join(' · '), isPlace: true }];
}
