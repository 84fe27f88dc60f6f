/**
 * Every check of domain.md 6 over a map, as one list by code; within a code in the order of stages, touchpoints and links.
 * They warn and never block editing. What somebody set aside stays in the list, with their reason.
 *
 * In:  a map and the day for dated topics (`YYYY-MM-DD`; null = unknown). Never throws; costs a few walks over the map.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { consistency } from '../consistency.ts';
import { contactPressure } from '../contactPressure.ts';
import { tierMatrix } from '../tierMatrix.ts';
import { futureChecks } from './futureChecks.ts';
import { journeyChecks } from './journeyChecks.ts';
import { linkChecks } from './linkChecks.ts';
import { messageChecks } from './messageChecks.ts';
import { momentChecks } from './momentChecks.ts';
import { serviceChecks } from './serviceChecks.ts';

/** What checks ask the analyses; whoever has the answers already gives them. */
export interface Answers {
  readonly consistency: ReturnType<typeof consistency>;
  readonly pressure: ReturnType<typeof contactPressure>;
  readonly tiers: ReturnType<typeof tierMatrix>;
}

export function checkMap(
  map: JourneyMap,
  on: string | null,
  answers: Answers = {
    consistency: consistency(map, on),
    pressure: contactPressure(map),
    tiers: tierMatrix(map),
  },
): readonly Finding[] {
  const findings = [
    ...journeyChecks(map),
    ...momentChecks(map),
    ...serviceChecks(map, answers.pressure, answers.tiers),
    ...messageChecks(map, answers.consistency),
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
