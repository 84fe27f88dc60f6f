/** A moment in words, near ones relative: "4 minutes ago", "yesterday", "12 March". Times in ms since 1970. */
import { daysBetween, writeAgo, writeDate } from '../../words/dates.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { whenWords } from '../../words/when.ts';

const minute = 60_000;
const hour = 60 * minute;

export function writeWhen(at: number, now: number, language: InterfaceLanguage): string {
  // A clock that jumped must not write "in 3 hours".
  const passed = Math.max(0, now - at);
  if (passed < minute) return whenWords[language].justNow;
  if (passed < hour) return writeAgo(Math.floor(passed / minute), 'minute', language);
  const days = daysBetween(at, now);
  if (days <= 0) return writeAgo(Math.floor(passed / hour), 'hour', language);
  if (days < 7) return writeAgo(days, 'day', language);
  return writeDate(at, now, language);
}
