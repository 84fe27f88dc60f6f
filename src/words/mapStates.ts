/** What a map's state is called beside its title. */
import type { MapState } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';

export const mapStateWords: Catalogue<Record<MapState, string>> = {
  en: { current: 'Current state', future: 'Future state', actual: 'One real journey' },
  zh: { current: '现状', future: '未来', actual: '一次真实旅程' },
};

/** A future state that was just made: what its title ends with, and what is said when it opens. */
const futureEn = {
  suffix: ' (future state)',
  made: (title: string) =>
    `This is the new future state of “${title || 'Untitled map'}”. What you change here leaves the present map as it is.`,
};
export const futureWords: Catalogue<typeof futureEn> = {
  en: futureEn,
  zh: {
    suffix: '（未来状态）',
    made: (title) => `已打开“${title || '未命名的旅程图'}”的未来状态副本。在这里修改不会影响原图。`,
  },
};
