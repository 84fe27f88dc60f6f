/** Words of the values measured at a touchpoint, for those who enter them and those who read them. */
import type { Catalogue } from './language.ts';

const en = {
  trend: (metric: string, newest: string, change: string, count: number) =>
    `${metric}: ${newest} now, ${change} since the reading before, ${count} readings`,
  answers: (count: string) => `${count} answers`,
};

const zh: typeof en = {
  trend: (metric, newest, change, count) => `${metric}：现在 ${newest}，较上次 ${change}，共 ${count} 次读数`,
  answers: (count) => `${count} 份回答`,
};

export const readingWords: Catalogue<typeof en> = { en, zh };
