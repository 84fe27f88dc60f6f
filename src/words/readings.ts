/** Words of the values measured at a touchpoint, for those who enter them and those who read them. */
import type { Catalogue } from './language.ts';

const en = {
  trend: (metric: string, newest: string, change: string, count: number) =>
    `${metric}: ${newest} now, ${change} since the reading before, ${count} readings`,
  answers: (count: string) => `${count} answers`,
  /** Beside a field whose own value does not count. */
  counts: (metric: string, value: string) => `${metric}: the measured ${value} counts`,
};

const zh: typeof en = {
  trend: (metric, newest, change, count) => `${metric}：现在 ${newest}，较上次 ${change}，共 ${count} 次读数`,
  answers: (count) => `${count} 份回答`,
  counts: (metric, value) => `${metric}：以实测值 ${value} 为准`,
};

export const readingWords: Catalogue<typeof en> = { en, zh };
