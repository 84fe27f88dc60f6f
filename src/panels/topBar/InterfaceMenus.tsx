/** The two switches of the interface: language, and light or dark. */
import { useStore } from 'zustand';
import { useInterface, useWords } from '../../state/interfaceStore.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { appWords } from '../../words/app.ts';
import { pairOf } from '../../words/together.ts';

/** `quiet`: the language in words, for the status line; else two icons. */
export function InterfaceMenus({ quiet, className }: { quiet?: boolean; className?: string | undefined }) {
  const store = useInterface();
  const { language, themeChoice, theme } = useStore(store);
  const words = useWords(appWords);
  const languages = (['en', 'zh'] as const).map((id) => ({
    id,
    label: words.languageNames[id],
    current: id === language,
    onSelect: () => store.setLanguage(id),
  }));
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({
    id,
    label: words.themes[id],
    current: id === themeChoice,
    icon: ({ system: 'system', light: 'sun', dark: 'moon' } as const)[id],
    onSelect: () => store.setTheme(id),
  }));
  return (
    <>
      {quiet ? (
        <MenuButton
          label={words.language}
          entries={languages}
          kind="text"
          className={className}
          testId="language"
        >
          <span className="unseen">{pairOf(language, words.language, '')}</span>
          {words.languageNames[language]}
        </MenuButton>
      ) : (
        <MenuButton
          label={words.language}
          entries={languages}
          icon="language"
          className={className}
          testId="language"
        />
      )}
      <MenuButton
        label={words.theme}
        entries={themes}
        icon={theme === 'dark' ? 'moon' : 'sun'}
        className={className}
        small={quiet}
        testId="theme"
      />
    </>
  );
}
