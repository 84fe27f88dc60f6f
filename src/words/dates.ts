/**
 * Dates and spans of time as a language writes them. Formats are kept: making one costs a hundred times what using it
 * does, and a list of maps needs one a line.
 */
import { locales, type InterfaceLanguage } from './language.ts';

const relative = new Map<InterfaceLanguage, Intl.RelativeTimeFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Calendar days from a moment to a later one, both in ms since 1970. */
export function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
}

/** So many units ago, in words where there are some: "4 minutes ago", "yesterday". */
export function writeAgo(
  count: number,
  unit: Intl.RelativeTimeFormatUnit,
  language: InterfaceLanguage,
): string {
  let format = relative.get(language);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
    relative.set(language, format);
  }
  return format.format(-count, unit);
}

/** "12 March", with its year when that is not the present one; times in ms since 1970. */
export function writeDate(at: number, now: number, language: InterfaceLanguage): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const key = `${language} ${isThisYear}`;
  let format = dates.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month: 'long',
      ...(isThisYear ? {} : { year: 'numeric' }),
    });
    dates.set(key, format);
  }
  return format.format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
