/** Whether anything is on a map: stages and lanes alone are its paper. */
import type { JourneyMap } from './journeyMap.ts';

const contents = ['touchpoints', 'insights', 'opportunities', 'actions', 'elements'] as const;

/** A map without any of these is blank, whatever stages and lanes it has. */
export function isBlank(journey: Pick<JourneyMap, (typeof contents)[number]>): boolean {
  return contents.every((name) => journey[name].length === 0);
}
