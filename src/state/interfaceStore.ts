/**
 * The interface of this person on this device: language and light or dark, remembered, the same for every page.
 * In: a storage (may fail or be missing: then nothing is remembered), what the browser prefers. Never throws.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Theme } from '../theme/colours.ts';
import type { Catalogue, InterfaceLanguage } from '../words/language.ts';

export type ThemeChoice = 'system' | Theme;

export interface InterfaceState {
  readonly language: InterfaceLanguage;
  readonly themeChoice: ThemeChoice;
  /** What is shown now. */
  readonly theme: Theme;
}

export interface InterfaceStore extends StoreApi<InterfaceState> {
  setLanguage(language: InterfaceLanguage): void;
  setTheme(choice: ThemeChoice): void;
  /** The device went dark or light. */
  systemChanged(dark: boolean): void;
}

const languageKey = 'touchline:language';
const themeKey = 'touchline:theme';

export function createInterface(
  storage: Storage | null,
  browserLanguages: readonly string[],
  systemDark: boolean,
): InterfaceStore {
  const read = (key: string): string | null => {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: string): void => {
    try {
      storage?.setItem(key, value);
    } catch {
      // A blocked or full storage costs only the memory of this choice.
    }
  };
  let dark = systemDark;
  const shown = (choice: ThemeChoice): Theme => (choice === 'system' ? (dark ? 'dark' : 'light') : choice);
  const savedTheme = read(themeKey);
  const themeChoice: ThemeChoice = savedTheme === 'light' || savedTheme === 'dark' ? savedTheme : 'system';
  const savedLanguage = read(languageKey);
  const store = createStore<InterfaceState>(() => ({
    language:
      savedLanguage === 'en' || savedLanguage === 'zh' ? savedLanguage : preferredLanguage(browserLanguages),
    themeChoice,
    theme: shown(themeChoice),
  }));
  return Object.assign(store, {
    setLanguage(language: InterfaceLanguage) {
      write(languageKey, language);
      store.setState({ language });
    },
    setTheme(choice: ThemeChoice) {
      write(themeKey, choice);
      store.setState({ themeChoice: choice, theme: shown(choice) });
    },
    systemChanged(nowDark: boolean) {
      dark = nowDark;
      store.setState(({ themeChoice: choice }) => ({ theme: shown(choice) }));
    },
  });
}

/** The first of a browser's languages that the interface speaks; English when none. */
export function preferredLanguage(browserLanguages: readonly string[]): InterfaceLanguage {
  for (const tag of browserLanguages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

export const InterfaceContext = createContext<InterfaceStore | null>(null);

export function useInterface(): InterfaceStore {
  const store = useContext(InterfaceContext);
  if (!store) throw new Error('no interface above this component');
  return store;
}

export function useLanguage(): InterfaceLanguage {
  return useStore(useInterface(), (state) => state.language);
}

/** A catalogue's words in the person's language. */
export function useWords<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()];
}
