/** Words put together as each language does it: what one says about the other, and one after the other. Read aloud, or drawn. */
import type { InterfaceLanguage } from './language.ts';

/** "Withdraw: Edit link" */
export function pairOf(language: InterfaceLanguage, label: string, thing: string): string {
  return `${label}${language === 'en' ? ': ' : '：'}${thing}`;
}

/** "+0.5, pleased"; what is empty is left out. */
export function inTurn(language: InterfaceLanguage, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(language === 'en' ? ', ' : '，');
}
