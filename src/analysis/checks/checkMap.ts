/**
 * Every check of domain.md 6 over a map, as one list by code; within a code in the order of stages, touchpoints and links.
 * They warn and never block editing. What somebody set aside stays in the list, with their reason.
 *
 * In:  a map and the day for dated topics (`YYYY-MM-DD`; null = unknown). Never throws; costs a few walks over the map.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { futureChecks } from './futureChecks.ts';
import { journeyChecks } from './journeyChecks.ts';
import { linkChecks } from './linkChecks.ts';
import { messageChecks } from './messageChecks.ts';
import { momentChecks } from './momentChecks.ts';
import { serviceChecks } from './serviceChecks.ts';

export function checkMap(map: JourneyMap, on: string | null): readonly Finding[] {
  const findings = [
    ...journeyChecks(map),
    ...momentChecks(map),
    ...serviceChecks(map),
    ...messageChecks(map, on),
    ...linkChecks(map),
    ...futureChecks(map),
  ].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  if (map.dismissals.length === 0) return findings;
  const dismissed = new Map(
    map.dismissals.map((one) => [keyOf(one), { id: one.id, reason: one.reason, by: one.by, at: one.at }]),
  );
  return findings.map((finding) => ({ ...finding, dismissed: dismissed.get(keyOf(finding)) ?? null }));
}

function keyOf({ code, aspect, targetId }: Pick<Finding, 'code' | 'aspect' | 'targetId'>): string {
  return `${code} ${aspect} ${targetId}`;
}
