/**
 * What a filter leaves out: touchpoints with their moments of truth and readings, cells, what lies beside the map, and links
 * with an end that is left out.
 *
 * In:  a map, a filter, the day for dated checks (`YYYY-MM-DD`; null = unknown).
 * Out: ids that are filtered out; of several values of one kind one is enough, of several kinds all must hold. A cell is judged by
 *      its own words, owner and personas; by what only touchpoints have (tier, channel, tag, emotion) through the touchpoints it
 *      refers to. A persona's touchpoints are those she meets, a tier's those it is served at.
 */
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap, MapFilter, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore, meets } from '../model/sequence.ts';
import { checkMap } from './checks/checkMap.ts';
import { saysAll, searchedIn } from './searchMap.ts';

export const noFilter: MapFilter = {
  text: '',
  personaIds: [],
  tierIds: [],
  channelIds: [],
  owners: [],
  tags: [],
  emotions: [],
  checks: [],
};

/** The kinds of values one can choose among; the text is typed. */
export const filterKinds = [
  'personaIds',
  'tierIds',
  'channelIds',
  'owners',
  'tags',
  'emotions',
  'checks',
] as const satisfies readonly (keyof MapFilter)[];
export type FilterKind = (typeof filterKinds)[number];

/** The filter of something that has more fields than that (a saved view). */
export function filterOf(filter: MapFilter): MapFilter {
  const { text, personaIds, tierIds, channelIds, owners, tags, emotions, checks } = filter;
  return { text, personaIds, tierIds, channelIds, owners, tags, emotions, checks };
}

/** Whether anything is chosen besides the text. */
export function hasChoices(filter: MapFilter): boolean {
  return filterKinds.some((kind) => filter[kind].length > 0);
}

export function isEmptyFilter(filter: MapFilter): boolean {
  return filter.text.trim() === '' && !hasChoices(filter);
}

export function filteredOut(map: JourneyMap, filter: MapFilter, on: string | null): ReadonlySet<string> {
  const out = new Set<string>();
  if (isEmptyFilter(filter)) return out;
  const says = saysAll(filter.text);
  const isSaid = new Set(searchedIn(map).flatMap((entry) => (says(entry) ? [entry.id] : [])));
  const isFound = filter.checks.length === 0 ? null : foundBy(map, filter, on);
  const passes = (kind: readonly string[], value: string): boolean =>
    kind.length === 0 || kind.includes(value);
  const shared = new Set<string>();
  for (const touchpoint of map.touchpoints) {
    const { id, owner } = touchpoint;
    if (hasTraits(map, filter, touchpoint)) shared.add(id);
    const stays =
      isSaid.has(id) &&
      shared.has(id) &&
      passes(filter.owners, owner) &&
      (filter.personaIds.length === 0 || filter.personaIds.some((persona) => meets(touchpoint, persona))) &&
      (isFound?.has(id) ?? true);
    if (!stays) out.add(id);
  }
  const wantsTraits = [filter.tierIds, filter.channelIds, filter.tags, filter.emotions].some(
    (kind) => kind.length > 0,
  );
  const judge = (id: string, { touchpointIds = [], owner = '', personaIds = null }: Traits): void => {
    const stays =
      isSaid.has(id) &&
      passes(filter.owners, owner) &&
      (!wantsTraits || touchpointIds.some((one) => shared.has(one))) &&
      (filter.personaIds.length === 0 ||
        (personaIds?.some((persona) => filter.personaIds.includes(persona)) ??
          touchpointIds.some((one) => !out.has(one)))) &&
      (isFound === null || touchpointIds.some((one) => isFound.has(one)));
    if (!stays) out.add(id);
  };
  for (const { id, touchpointIds, personaIds } of map.insights)
    judge(id, { touchpointIds, personaIds: personaIds.length > 0 ? personaIds : null });
  for (const { id, touchpointIds } of map.opportunities) judge(id, { touchpointIds });
  for (const { id, touchpointId, owner } of map.actions)
    judge(id, { touchpointIds: touchpointId === null ? [] : [touchpointId], owner });
  for (const { id } of map.elements) judge(id, {});
  // Her curve among hers: the curves of the others step back with what only they meet.
  for (const { id } of map.personas) if (!passes(filter.personaIds, id)) out.add(id);
  for (const id of hangingOn(map, out)) out.add(id);
  return out;
}

/** What goes with touchpoints that are left out: their links, moments of truth and readings. */
export function hangingOn(
  { links, moments, readings }: Pick<JourneyMap, 'links' | 'moments' | 'readings'>,
  out: ReadonlySet<string>,
): readonly string[] {
  return [
    ...links.filter(({ from, to }) => out.has(from) || out.has(to)),
    ...moments.filter(({ touchpointId }) => out.has(touchpointId)),
    ...readings.filter(({ touchpointId }) => touchpointId !== null && out.has(touchpointId)),
  ].map(({ id }) => id);
}

interface Traits {
  readonly touchpointIds?: readonly string[];
  readonly owner?: string;
  readonly personaIds?: readonly string[] | null;
}

/** Tier, channel, tag and emotion. */
function hasTraits(map: JourneyMap, filter: MapFilter, touchpoint: Touchpoint): boolean {
  const { channelIds, tags, emotions, tierIds } = filter;
  if (channelIds.length > 0 && !channelIds.includes(touchpoint.channelId ?? '')) return false;
  if (tags.length > 0 && !touchpoint.tags.some((tag) => tags.includes(tag))) return false;
  if (tierIds.length > 0 && !tierIds.some((tier) => isServed(touchpoint, tier))) return false;
  if (emotions.length === 0) return true;
  const emotion = effectiveScore(touchpoint, 'emotion', map);
  return emotions.includes(emotion === null ? 'not-rated' : emotionBand(emotion));
}

function isServed({ tierIds, byTier }: Touchpoint, tier: string): boolean {
  const isMeant = tierIds.length === 0 || tierIds.includes(tier);
  return isMeant && (Object.hasOwn(byTier, tier) ? byTier[tier]?.level !== 'none' : true);
}

/** Everything that a chosen check found and nobody has set aside. */
function foundBy(map: JourneyMap, { checks }: MapFilter, on: string | null): ReadonlySet<string> {
  return new Set(
    checkMap(map, on)
      .filter(({ code, dismissed }) => dismissed === null && checks.includes(code))
      .flatMap(({ ids }) => ids),
  );
}
