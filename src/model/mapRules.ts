/**
 * Rules between the records of a file that no single field can state (domain.md 2): where touchpoints may lie, one
 * primary persona, links between two different touchpoints, one moment of a kind, a picture for each image, votes within the budget, readings
 * in the range of their metric. `repair.ts` puts right what merging breaks of these.
 * A record whose id could not be read has the id ''; it has its reason already and is passed over.
 */
import type { JourneyMap } from './journeyMap.ts';
import { hasItsPicture } from './hasItsPicture.ts';
import { laneHolds } from './laneKinds.ts';
import { isNumberIn, rangeOf } from './parseField.ts';
import { at, type Reasons } from './reasons.ts';
import { metricRanges } from './schema.ts';

/** Adds a reason for every broken rule. `path`: of the file, `$` or inside a snapshot. */
export function checkRules(map: JourneyMap, path: string, reasons: Reasons): void {
  const place = (collection: string, index: number, field: string) =>
    at(at(at(path, collection), index), field);

  const laneKinds = new Map(map.lanes.map((lane) => [lane.id, lane.kind]));
  map.touchpoints.forEach(({ laneId }, index) => {
    const kind = laneKinds.get(laneId);
    if (kind && laneHolds(kind) !== 'touchpoints') {
      reasons.add(place('touchpoints', index, 'laneId'), laneId, {
        code: 'lane-without-touchpoints',
        laneKind: kind,
      });
    }
  });

  const primary = map.personas.findIndex((persona) => persona.primary);
  map.personas.forEach((persona, index) => {
    if (persona.primary && index !== primary) {
      reasons.add(place('personas', index, 'primary'), true, { code: 'second-primary' });
    }
  });

  map.links.forEach(({ id, from, to }, index) => {
    if (id !== '' && from !== '' && from === to)
      reasons.add(place('links', index, 'to'), to, { code: 'link-to-itself' });
  });

  const moments = new Set<string>();
  map.moments.forEach(({ id, touchpointId, kind }, index) => {
    if (id === '' || touchpointId === '') return;
    const key = `${touchpointId} ${kind}`;
    if (moments.has(key)) {
      reasons.add(place('moments', index, 'kind'), kind, { code: 'second-moment' });
    }
    moments.add(key);
  });

  map.elements.forEach((element, index) => {
    if (element.id !== '' && !hasItsPicture(element))
      reasons.add(place('elements', index, 'image'), element.image, { code: 'image-without-picture' });
  });

  checkVotes(map, place, reasons);

  map.readings.forEach(({ id, metric, value }, index) => {
    const range = metricRanges[metric];
    if (id !== '' && !isNumberIn(range, value))
      reasons.add(place('readings', index, 'value'), value, {
        code: 'reading-out-of-range',
        metric,
        ...rangeOf(range),
      });
  });
}

function checkVotes(
  map: JourneyMap,
  place: (collection: string, index: number, field: string) => string,
  reasons: Reasons,
): void {
  const given = new Set<string>();
  const spent = new Map<string, number>();
  map.votes.forEach(({ id, round, voter, targetId, dots }, index) => {
    if (id === '' || targetId === '') return;
    const purse = JSON.stringify([round, voter]);
    const key = `${purse} ${targetId}`;
    if (given.has(key)) {
      reasons.add(place('votes', index, 'targetId'), targetId, { code: 'second-vote' });
    }
    given.add(key);
    const sum = (spent.get(purse) ?? 0) + dots;
    spent.set(purse, sum);
    if (sum > map.map.dots && sum - dots <= map.map.dots) {
      reasons.add(place('votes', index, 'dots'), dots, { code: 'too-many-dots', dots: map.map.dots });
    }
  });
}
