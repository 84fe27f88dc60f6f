/**
 * The interface of this person on this device: language, light or dark, single-letter keys, what the wheel does
 * and whether others' cursors show; remembered, the same for every page.
 * In: a storage (may fail or be missing: then nothing is remembered), what the browser prefers. Never throws.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Theme } from '../theme/colours.ts';
import { fetchWords, hasWords } from '../words/fetchWords.ts';
import type { Catalogue, InterfaceLanguage } from '../words/language.ts';
import { languageChoiceOf, languageKey } from './languageChoice.ts';
import { themeChoiceOf, themeKey, type ThemeChoice } from './themeChoice.ts';

/** What the plain wheel does: `pan` suits trackpads, `zoom` a mouse (U13). */
export type WheelUse = 'pan' | 'zoom';

export interface InterfaceState {
  readonly language: InterfaceLanguage;
  readonly themeChoice: ThemeChoice;
  /** What is shown now. */
  readonly theme: Theme;
  /** Whether keys that type a character by themselves are shortcuts (U8). */
  readonly letterKeys: boolean;
  readonly wheel: WheelUse;
  /** Whether other people's cursors are shown (U45). */
  readonly cursors: boolean;
  /** Hints that have been put away for good (U34). */
  readonly hintsGone: readonly string[];
}

export interface InterfaceStore extends StoreApi<InterfaceState> {
  /** At once, or as soon as its words have been fetched. */
  setLanguage(language: InterfaceLanguage): void;
  setTheme(choice: ThemeChoice): void;
  setLetterKeys(on: boolean): void;
  setWheel(use: WheelUse): void;
  setCursors(shown: boolean): void;
  putAway(hint: string): void;
  /** The device went dark or light. */
  systemChanged(dark: boolean): void;
}

const lettersKey = 'touchline:letter-keys';
const wheelKey = 'touchline:wheel';
const cursorsKey = 'touchline:cursors';
const hintsKey = 'touchline:hints-gone';

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
  const themeChoice = themeChoiceOf(read(themeKey));
  const store = createStore<InterfaceState>(() => ({
    language: languageChoiceOf(read(languageKey), browserLanguages),
    themeChoice,
    theme: shown(themeChoice),
    letterKeys: read(lettersKey) !== 'off',
    wheel: read(wheelKey) === 'zoom' ? 'zoom' : 'pan',
    cursors: read(cursorsKey) !== 'off',
    hintsGone: read(hintsKey)?.split(' ') ?? [],
  }));
  let wished = store.getState().language;
  return Object.assign(store, {
    setLanguage(language: InterfaceLanguage) {
      wished = language;
      const speak = () => {
        if (wished !== language) return;
        write(languageKey, language);
        store.setState({ language });
      };
      if (hasWords(language)) speak();
      // Words that cannot be fetched leave the language as it is; both are kept on the device after the first visit.
      else fetchWords(language).then(speak, () => undefined);
    },
    setTheme(choice: ThemeChoice) {
      write(themeKey, choice);
      store.setState({ themeChoice: choice, theme: shown(choice) });
    },
    setLetterKeys(on: boolean) {
      write(lettersKey, on ? 'on' : 'off');
      store.setState({ letterKeys: on });
    },
    setWheel(use: WheelUse) {
      write(wheelKey, use);
      store.setState({ wheel: use });
    },
    setCursors(visible: boolean) {
      write(cursorsKey, visible ? 'on' : 'off');
      store.setState({ cursors: visible });
    },
    putAway(hint: string) {
      const hintsGone = [...store.getState().hintsGone, hint];
      write(hintsKey, hintsGone.join(' '));
      store.setState({ hintsGone });
    },
    systemChanged(nowDark: boolean) {
      dark = nowDark;
      store.setState(({ themeChoice: choice }) => ({ theme: shown(choice) }));
    },
  });
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
