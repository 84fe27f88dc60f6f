/**
 * Fetches the words of the first picture in one language. In the built page they come in one language, and in the other
 * one soon after (scripts/wordsByLanguage.ts puts its own way to fetch in the place of this one); wherever the sources
 * run as they are, both are in their catalogues from the beginning.
 */
import type { InterfaceLanguage } from './language.ts';

/** Whether the words of a language are here already. */
export function hasWords(_language: InterfaceLanguage): boolean {
  return true;
}

/** Rejects when they cannot be fetched; the next try may have more luck. */
export function fetchWords(_language: InterfaceLanguage): Promise<void> {
  return Promise.resolve();
}
