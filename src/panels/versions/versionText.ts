/** A version in words: its day, its time, what it is called, who and how much. */
import type { VersionFacts } from '../../protocol/http.ts';
import { daysBetween, writeAgo, writeDate } from '../../words/dates.ts';
import { locales, type InterfaceLanguage } from '../../words/language.ts';
import { versionWords } from '../../words/versions.ts';

/** "today", "yesterday", "12 March 2026". */
export function writeDay(at: number, now: number, language: InterfaceLanguage): string {
  const days = daysBetween(at, now);
  return days === 0 || days === 1 ? writeAgo(days, 'day', language) : writeDate(at, now, language);
}

export function writeTime(at: number, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** What a version is called: its name, what it is, or when it was kept. */
export function writeName(version: VersionFacts, now: number, language: InterfaceLanguage): string {
  const words = versionWords[language];
  const moment = (time: string) => {
    const at = Date.parse(time);
    return words.moment(writeDay(at, now, language), writeTime(at, language));
  };
  switch (version.kind) {
    case 'named':
      return version.title;
    case 'before':
      return words.before;
    case 'restored':
      return words.restored(
        version.source?.title || words.restoredAt(moment(version.source?.at ?? version.at)),
      );
    case 'automatic':
      return moment(version.at);
  }
}

export function writeCounts({ counts }: VersionFacts, language: InterfaceLanguage): string {
  const { stages, lanes, personas, touchpoints } = counts;
  return versionWords[language].counts(stages, lanes, personas, touchpoints);
}
