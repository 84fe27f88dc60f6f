/** How the charts name touchpoints: by their number in the sequence of the journey, else by their address. */
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import type { ChartFacts } from './chart.ts';
import { address } from '../model/address.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { insightsWords } from '../words/insights.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { numbersIn } from '../words/numbers.ts';

export interface Naming extends ChartFacts {
  /** "C2"; empty when the touchpoint is gone. */
  readonly address: (id: string) => string;
}

export function chartFactsOf(map: JourneyMap, language: InterfaceLanguage): Naming {
  const words = insightsWords[language];
  const numbers = new Map(scoredTouchpoints(map, null).map(({ id }, index) => [id, String(index + 1)]));
  const records = new Map(map.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const stages = new Map(map.stages.map(({ id }, index) => [id, index]));
  const lanes = new Map(map.lanes.map(({ id }, index) => [id, index]));
  const addressOf = (id: string): string => {
    const record = records.get(id);
    const [stage, lane] = record ? [stages.get(record.stageId), lanes.get(record.laneId)] : [];
    return stage === undefined || lane === undefined ? '' : address(stage, lane);
  };
  return {
    tag: (id) => numbers.get(id) ?? addressOf(id),
    title: (id) => records.get(id)?.title || words.untitled,
    currency: map.map.currency,
    address: addressOf,
    words,
    numbers: numbersIn(language),
  };
}
