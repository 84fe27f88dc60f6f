/** The one moment that Intl writes too stiffly. */
import type { Catalogue } from './language.ts';

export const whenWords: Catalogue<{ readonly justNow: string }> = {
  en: { justNow: 'just now' },
  zh: { justNow: '刚刚' },
};
