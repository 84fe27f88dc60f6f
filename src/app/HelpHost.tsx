/** The help over the page: every action of the one table that this person may do, with its keys (U1, U11), and the keys of presenting. */
import { actions } from '../canvas/actions.ts';
import { HelpDialog, type HelpRow } from '../panels/help/HelpDialog.tsx';
import { useLanguage } from '../state/interfaceStore.ts';
import { useMapSession, type MapSession } from '../state/mapSession.ts';
import { blackKey, fullScreenKey } from '../present/keys.ts';
import { actionWords } from '../words/actions.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { presentWords } from '../words/present.ts';
import { helpAreaOf } from './helpAreas.ts';
import { keysOf } from './toolItems.ts';

export function HelpHost({ onClose }: { readonly onClose: () => void }) {
  const session = useMapSession();
  const language = useLanguage();
  return (
    <HelpDialog rows={[...helpRows(session, language), ...presentingRows(language)]} onClose={onClose} />
  );
}

/** What the help lists: everything this person may do. */
export function helpRows(session: MapSession, language: InterfaceLanguage): readonly HelpRow[] {
  return actions
    .filter(({ edits }) => !edits || session.editing !== null)
    .map(({ id, shortcuts }) => ({
      id,
      area: helpAreaOf(id),
      label: actionWords[language][id],
      keys: keysOf(shortcuts),
    }));
}

/** Keys of the slides, which are no actions of the map. */
export function presentingRows(language: InterfaceLanguage): readonly HelpRow[] {
  const words = presentWords[language];
  return slideKeys.map(([id, keys]) => ({
    id: `slide-${id}`,
    area: 'presenting',
    label: words[id],
    keys: keysOf(keys),
  }));
}

const slideKeys = [
  ['next', ['ArrowRight', 'ArrowDown', 'PageDown', 'Space']],
  ['previous', ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+Space']],
  ['first', ['Home']],
  ['last', ['End']],
  ['toStage', ['A … Z']],
  ['blackScreen', [blackKey]],
  ['fullScreen', [fullScreenKey]],
  ['exit', ['Escape']],
] as const satisfies readonly (readonly [keyof (typeof presentWords)['en'], readonly string[]])[];
