/**
 * Checks of who answers for what matters: L03 a key touchpoint, or one with a moment of truth, without owner; L04 the zero,
 * first or second moment of truth missing, or in a phase where it does not belong (A10).
 * Where there is no journey yet, no moment is missing.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { touchpointsInUse } from '../../model/sequence.ts';
import { momentsOfTruth } from '../momentsOfTruth.ts';
import { scoredTouchpoints } from '../scoredTouchpoints.ts';
import { atField, finding } from './found.ts';

const counted = ['zero', 'first', 'second'] as const;

export function momentChecks(map: JourneyMap): readonly Finding[] {
  return [...withoutOwner(map), ...momentFindings(map)];
}

function withoutOwner(map: JourneyMap): readonly Finding[] {
  const withMoment = new Set(map.moments.map(({ touchpointId }) => touchpointId));
  return touchpointsInUse(map)
    .filter(({ owner }) => owner.trim() === '')
    .flatMap((touchpoint) => {
      if (touchpoint.key) return [atField('L03/key', touchpoint, 'owner')];
      return withMoment.has(touchpoint.id) ? [atField('L03/moment', touchpoint, 'owner')] : [];
    });
}

function momentFindings(map: JourneyMap): readonly Finding[] {
  if (scoredTouchpoints(map, null).length === 0) return [];
  const { present, moments } = momentsOfTruth(map);
  const titles = new Map(moments.length === 0 ? [] : map.touchpoints.map(({ id, title }) => [id, title]));
  return [
    ...counted
      .filter((kind) => !present[kind])
      .map((kind) => finding(`L04/no-${kind}`, map.map.id, map.map.title)),
    ...moments
      .filter(({ fit, kind }) => fit === 'misplaced' && counted.some((one) => one === kind))
      .map(({ id, touchpointId }) =>
        finding('L04/misplaced', id, titles.get(touchpointId) ?? '', {
          ids: [touchpointId],
          remedy: { kind: 'edit-field', collection: 'touchpoints', id: touchpointId, field: 'moments' },
        }),
      ),
  ];
}
