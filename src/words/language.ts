/**
 * The two languages of the interface. Each part of the program keeps its words in a file of this folder
 * as `{ en, zh }` with `zh` typed as `typeof en`, so a missing translation does not compile.
 * Words drawn into the map (scene.ts of this folder) follow the map's language, all others the person's.
 */
export type InterfaceLanguage = 'en' | 'zh';
/** How each writes numbers, dates and money: what Intl is asked for, everywhere. */
export const locales: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', zh: 'zh-CN' };
export type Catalogue<T> = { readonly en: T; readonly zh: T };

/** The first of a browser's languages that the interface speaks; English when none. */
export function preferredLanguage(browserLanguages: readonly string[]): InterfaceLanguage {
  for (const tag of browserLanguages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
