/**
 * The analyses as the API and the command line give them: everything analyseMap says, the checks with their sentence in a
 * language. One function, so that the two cannot differ.
 */
import { analyseMap, type Analyses, type PointOfView } from '../src/analysis/analyseMap.ts';
import type { Finding } from '../src/model/finding.ts';
import type { JourneyMap } from '../src/model/journeyMap.ts';
import { findingMessage } from '../src/words/checks.ts';
import type { InterfaceLanguage } from '../src/words/language.ts';

export type ToldAnalyses = Omit<Analyses, 'lint'> & {
  readonly lint: readonly (Finding & { readonly message: string })[];
};

/** `language` null: the map's own. */
export function tellAnalyses(
  map: JourneyMap,
  view: PointOfView,
  language: InterfaceLanguage | null = null,
): ToldAnalyses {
  const words = language ?? (map.map.language === 'en' ? 'en' : 'zh');
  const { lint, ...analyses } = analyseMap(map, view);
  return { ...analyses, lint: lint.map((one) => ({ ...one, message: findingMessage(one, words) })) };
}
