/** A future state that was just made: what it is called, and what is said when it opens. */
import { cutText } from '../model/cutText.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { NAME } from '../model/limits.ts';
import type { Catalogue } from './language.ts';

const en = {
  suffix: ' (future state)',
  made: (title: string) =>
    `This is the new future state of “${title || 'Untitled map'}”. What you change here leaves the present map as it is.`,
};

export const futureWords: Catalogue<typeof en> = {
  en,
  zh: {
    suffix: '（未来状态）',
    made: (title) => `已打开“${title || '未命名的旅程图'}”的未来状态副本。在这里修改不会影响原图。`,
  },
};

/** The title without what says that it is the future, in whichever language: for words that say so themselves. */
export function withoutSuffix(title: string): string {
  const found = [futureWords.en.suffix, futureWords.zh.suffix].find((suffix) => title.endsWith(suffix));
  return found === undefined ? title : title.slice(0, -found.length);
}

/** The title in the language of the map's content; what says that it is the future stays whole. */
export function titleOfFuture({ title, language }: Pick<JourneyMap['map'], 'title' | 'language'>): string {
  const { suffix } = futureWords[language === 'en' ? 'en' : 'zh'];
  return title.endsWith(suffix) ? title : `${cutText(title, NAME - suffix.length)}${suffix}`;
}
