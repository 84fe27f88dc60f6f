/**
 * L15, for information only: a future map that names no map it comes from, or touchpoints in it that name no origin, so that
 * the two cannot be compared (A14).
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { touchpointsInUse } from '../../model/sequence.ts';
import { atField, finding } from './found.ts';

export function futureChecks(map: JourneyMap): readonly Finding[] {
  if (map.map.state !== 'future') return [];
  const info = { severity: 'info' } as const;
  const noBase = map.map.baseMapId === null ? [finding('L15/no-base', map.map.id, map.map.title, info)] : [];
  const noOrigin = touchpointsInUse(map)
    .filter(({ originId }) => originId === null)
    .map((touchpoint) => atField('L15/no-origin', touchpoint, 'originId', info));
  return [...noBase, ...noOrigin];
}
