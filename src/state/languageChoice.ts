/** Which language a person has chosen on this device; read before anything else, as the words must be fetched. */
import { preferredLanguage, type InterfaceLanguage } from '../words/language.ts';

export const languageKey = 'touchline:language';

/** What is stored under `languageKey`, else what the browser prefers. */
export function languageChoiceOf(
  stored: string | null,
  browserLanguages: readonly string[],
): InterfaceLanguage {
  return stored === 'en' || stored === 'zh' ? stored : preferredLanguage(browserLanguages);
}
