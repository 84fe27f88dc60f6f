/** A moment in words, near ones relative: "4 minutes ago", "yesterday", "12 March". Times in ms since 1970. */
import { locales, type InterfaceLanguage } from '../../words/language.ts';
import { whenWords } from '../../words/when.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function writeWhen(at: number, now: number, language: InterfaceLanguage): string {
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  // A clock that jumped must not write "in 3 hours".
  const passed = Math.max(0, now - at);
  if (passed < minute) return whenWords[language].justNow;
  if (passed < hour) return relative.format(-Math.floor(passed / minute), 'minute');
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  if (days <= 0) return relative.format(-Math.floor(passed / hour), 'hour');
  if (days < 7) return relative.format(-days, 'day');
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
