/** Saved views by name, as the person's language sorts; equal names by id. */
import type { SavedView } from '../../model/journeyMap.ts';
import type { InterfaceLanguage } from '../../words/language.ts';

export function sortedViews(views: readonly SavedView[], language: InterfaceLanguage): readonly SavedView[] {
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return views.toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
