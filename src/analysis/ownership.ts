/**
 * Ownership (A23): journey touchpoints by team and by owner, key touchpoints nobody owns, and hand-offs (links of kind
 * handoff, between any touchpoints in use) from team to team.
 *
 * In:  a map. Out: teams and owners with most touchpoints first, then by name as written. n of N: touchpoints with an owner or team.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { touchpointsInUse } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

interface Holder {
  readonly name: string;
  readonly ids: readonly string[];
}

export interface Handoff {
  readonly linkId: string;
  readonly from: string;
  readonly to: string;
  /** Empty when the touchpoint names none. */
  readonly fromTeam: string;
  readonly toTeam: string;
  /** Null: one of the teams is not named. */
  readonly betweenTeams: boolean | null;
}

export interface Ownership {
  readonly teams: readonly Holder[];
  readonly owners: readonly Holder[];
  readonly withoutTeam: readonly string[];
  readonly withoutOwner: readonly string[];
  readonly keyWithoutOwner: readonly string[];
  readonly handoffs: readonly Handoff[];
}

export function ownership(map: JourneyMap): Outcome<Ownership> {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.length === 0) return missing('no-touchpoints');
  const holders = eachHeld(map.stages, [], nodes, ({ id, touchpoint }) => ({
    id,
    key: touchpoint.key,
    owner: touchpoint.owner.trim(),
    team: touchpoint.team.trim(),
  }));
  const value = {
    teams: grouped(holders, 'team'),
    owners: grouped(holders, 'owner'),
    withoutTeam: holders.filter(({ team }) => team === '').map(({ id }) => id),
    withoutOwner: holders.filter(({ owner }) => owner === '').map(({ id }) => id),
    keyWithoutOwner: holders.filter(({ owner, key }) => key && owner === '').map(({ id }) => id),
    handoffs: handoffsOf(map),
  };
  const ids = holders.filter(({ owner, team }) => owner !== '' || team !== '').map(({ id }) => id);
  return found(value, ids, nodes.length);
}

interface Held {
  readonly id: string;
  readonly key: boolean;
  readonly owner: string;
  readonly team: string;
}

const eachHeld = keptEach<ScoredTouchpoint, Held>();

function grouped(items: readonly Held[], by: 'team' | 'owner'): readonly Holder[] {
  const idsOf = new Map<string, string[]>();
  for (const item of items) {
    const name = item[by];
    if (name === '') continue;
    const ids = idsOf.get(name);
    if (ids) ids.push(item.id);
    else idsOf.set(name, [item.id]);
  }
  return [...idsOf]
    .map(([name, ids]) => ({ name, ids }))
    .toSorted((a, b) => b.ids.length - a.ids.length || (a.name < b.name ? -1 : 1));
}

function handoffsOf(map: JourneyMap): readonly Handoff[] {
  const links = map.links.filter(({ kind }) => kind === 'handoff');
  if (links.length === 0) return [];
  const teamOf = new Map(touchpointsInUse(map).map(({ id, team }) => [id, team.trim()]));
  return links.flatMap(({ id, from, to }) => {
    const [fromTeam, toTeam] = [teamOf.get(from), teamOf.get(to)];
    if (fromTeam === undefined || toTeam === undefined) return [];
    const betweenTeams = fromTeam === '' || toTeam === '' ? null : fromTeam !== toTeam;
    return [{ linkId: id, from, to, fromTeam, toTeam, betweenTeams }];
  });
}
