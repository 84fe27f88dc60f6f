/** Which language a person has chosen on this device; read before anything else, as the words must be fetched. */
import type { InterfaceLanguage } from '../words/language.ts';

export const languageKey = 'touchline:language';

/** What is stored under `languageKey`, else what the browser prefers. */
export function languageChoiceOf(
  stored: string | null,
  browserLanguages: readonly string[],
): InterfaceLanguage {
  return stored === 'en' || stored === 'zh' ? stored : preferredLanguage(browserLanguages);
}

/** The first of a browser's languages that the interface speaks; English when none. */
export function preferredLanguage(browserLanguages: readonly string[]): InterfaceLanguage {
  for (const tag of browserLanguages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
