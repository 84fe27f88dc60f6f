/** What stands beside a measured value: of whom, when, how many answered, where it comes from. */
import type { JourneyMap, Reading } from '../../model/journeyMap.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { numbersIn } from '../../words/numbers.ts';
import { readingWords } from '../../words/readings.ts';
import { dot } from '../shownValues.ts';

export function readingFacts(
  { at, n, source, personaId, tierId }: Reading,
  { personas, tiers }: Pick<JourneyMap, 'personas' | 'tiers'>,
  language: InterfaceLanguage,
): string {
  const numbers = numbersIn(language);
  return [
    personas.find(({ id }) => id === personaId)?.name,
    tiers.find(({ id }) => id === tierId)?.name,
    numbers.date(at),
    n === null ? '' : readingWords[language].answers(numbers.plain(n)),
    source,
  ]
    .filter(Boolean)
    .join(dot);
}
