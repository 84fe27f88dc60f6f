/** The help over the page: every action of the one table that this person may do, with its keys (U1, U11). */
import { actions } from '../canvas/actions.ts';
import { HelpDialog, type HelpRow } from '../panels/help/HelpDialog.tsx';
import { useLanguage } from '../state/interfaceStore.ts';
import { useMapSession, type MapSession } from '../state/mapSession.ts';
import { actionWords } from '../words/actions.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { helpAreaOf } from './helpAreas.ts';
import { keysOf } from './toolItems.ts';

export function HelpHost({ onClose }: { readonly onClose: () => void }) {
  return <HelpDialog rows={helpRows(useMapSession(), useLanguage())} onClose={onClose} />;
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
