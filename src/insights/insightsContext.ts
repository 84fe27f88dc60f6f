/**
 * What every section of the insights page reads: the map, its analyses from the chosen point of view, how charts speak,
 * and the way from a figure to the touchpoints behind it.
 */
import { createContext, useContext } from 'react';
import type { Analyses } from '../analysis/analyseMap.ts';
import type { Naming } from '../charts/chartFacts.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { InterfaceLanguage } from '../words/language.ts';

/** The figure that was pressed. */
export interface Behind {
  readonly label: string;
  readonly ids: readonly string[];
  /** Why it rests on no single touchpoint, where it does not. */
  readonly why?: string | undefined;
}

export interface Insights {
  readonly map: JourneyMap;
  readonly analyses: Analyses;
  readonly facts: Naming;
  readonly language: InterfaceLanguage;
  readonly narrow: boolean;
  readonly personaId: string | null;
  readonly tierId: string | null;
  /** Shows what stands behind a figure, beside the element that was pressed. */
  readonly onBehind: (behind: Behind, from: HTMLElement) => void;
}

export const InsightsContext = createContext<Insights | null>(null);

export function useInsights(): Insights {
  const insights = useContext(InsightsContext);
  if (!insights) throw new Error('no insights above this component');
  return insights;
}
