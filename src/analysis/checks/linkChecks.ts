/**
 * Checks of links: L09 a cycle of next, trigger, handoff or alternative links (a loop link is the legal way back), and a
 * journey touchpoint without any link in a map that has links; L14 a delivery touchpoint not linked to a journey
 * touchpoint; L16 a timed trigger without condition, or with delay 0.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap, Link, Touchpoint } from '../../model/journeyMap.ts';
import { inSequence, journeyTouchpoints, touchpointsInUse } from '../../model/sequence.ts';
import { atField, finding } from './found.ts';
import { circles } from './circles.ts';

const onward: ReadonlySet<Link['kind']> = new Set(['next', 'trigger', 'handoff', 'alternative']);

export function linkChecks(map: JourneyMap): readonly Finding[] {
  return [...cycles(map), ...unlinked(map), ...unusedDelivery(map), ...looseTriggers(map)];
}

function cycles(map: JourneyMap): readonly Finding[] {
  const { links, found } = circlesOf(map);
  if (found.length === 0) return [];
  const sequence = inSequence(map);
  const at = new Map(sequence.map(({ id }, index) => [id, index]));
  return found
    .map((circle) => {
      const members = new Set(circle);
      const back = links.filter(
        ({ from, to }) => members.has(from) && members.has(to) && (at.get(to) ?? 0) <= (at.get(from) ?? 0),
      );
      return { touchpoints: sequence.filter(({ id }) => members.has(id)), back };
    })
    .toSorted((a, b) => (at.get(a.touchpoints[0]?.id ?? '') ?? 0) - (at.get(b.touchpoints[0]?.id ?? '') ?? 0))
    .flatMap(({ touchpoints: [first, ...others], back }) =>
      first
        ? [
            cycleFinding(
              first,
              others,
              back.map(({ id }) => id),
            ),
          ]
        : [],
    );
}

interface Circles {
  /** In the order of the map. */
  readonly ids: readonly string[];
  readonly links: readonly Link[];
  readonly found: readonly (readonly string[])[];
}

/** Of the onward links. Nothing but links and touchpoints that come or go changes them, so they are kept by the list of links. */
function circlesOf({ touchpoints, links: all }: JourneyMap): Circles {
  const before = circlesAmong.get(all);
  if (
    before?.ids.length === touchpoints.length &&
    touchpoints.every(({ id }, index) => id === before.ids[index])
  )
    return before;
  const ids = touchpoints.map(({ id }) => id);
  const links = all.filter(({ kind }) => onward.has(kind));
  const now = { ids, links, found: circles(ids, links) };
  circlesAmong.set(all, now);
  return now;
}

const circlesAmong = new WeakMap<readonly Link[], Circles>();

function cycleFinding(first: Touchpoint, others: readonly Touchpoint[], linkIds: readonly string[]): Finding {
  return finding('L09/cycle', first.id, first.title, {
    ids: [...others.map(({ id }) => id), ...linkIds],
    values: { others: others.map(({ title }) => title), amount: others.length + 1 },
    remedy: { kind: 'make-loop', linkIds },
  });
}

function unlinked(map: JourneyMap): readonly Finding[] {
  if (map.links.length === 0) return [];
  const linked = endsOf(map.links);
  return journeyTouchpoints(map)
    .filter(({ id }) => !linked.has(id))
    .map((touchpoint) => atField('L09/unlinked', touchpoint, 'links'));
}

/** Whatever has a link. */
function endsOf(links: readonly Link[]): ReadonlySet<string> {
  const known = linkedBy.get(links);
  if (known) return known;
  const linked = new Set<string>();
  for (const { from, to } of links) linked.add(from).add(to);
  linkedBy.set(links, linked);
  return linked;
}

const linkedBy = new WeakMap<readonly Link[], ReadonlySet<string>>();

function unusedDelivery(map: JourneyMap): readonly Finding[] {
  const nodes = journeyTouchpoints(map);
  const inUse = touchpointsInUse(map);
  if (inUse.length === nodes.length) return [];
  const journey = new Set(nodes.map(({ id }) => id));
  const serving = new Set<string>();
  for (const { from, to } of map.links) {
    if (journey.has(to)) serving.add(from);
    if (journey.has(from)) serving.add(to);
  }
  return inUse
    .filter(({ id }) => !journey.has(id) && !serving.has(id))
    .map((touchpoint) => atField('L14', touchpoint, 'links'));
}

function looseTriggers(map: JourneyMap): readonly Finding[] {
  const timed = map.links.filter(({ kind, delayMin }) => kind === 'trigger' && delayMin !== null);
  if (timed.length === 0) return [];
  const titles = new Map(map.touchpoints.map(({ id, title }) => [id, title]));
  return timed.flatMap(({ id, from, to, condition, delayMin }) => {
    const more = (field: string) => ({
      ids: [from, to],
      values: { others: [titles.get(to) ?? ''] },
      remedy: { kind: 'edit-field', collection: 'links', id, field } as const,
    });
    const name = titles.get(from) ?? '';
    return [
      ...(condition.trim() === '' ? [finding('L16/no-condition', id, name, more('condition'))] : []),
      ...(delayMin === 0 ? [finding('L16/no-delay', id, name, more('delayMin'))] : []),
    ];
  });
}
