/** The menu of things to take away, drawn from the table of actions: the dialog, what is taken most, and bringing a file in. */
import { useMemo } from 'react';
import { toolOf } from '../canvas/toolActions.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useLanguage } from '../state/interfaceStore.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { toolWords } from '../words/toolWords.ts';
import { topBarWords } from '../words/topBar.ts';

const rows = ['export', 'takePdf', 'takeSvg', 'takePptx', 'takeJson', 'copyImage', 'importFile'] as const;

export function useExportEntries(): readonly MenuEntry[] {
  const session = useMapSession();
  const language = useLanguage();
  return useMemo(() => {
    const { notes } = topBarWords[language].export;
    const entries = rows.map((id): MenuEntry => ({
      id,
      icon: toolOf(id).icon,
      label: toolWords[language][id],
      note: id === 'importFile' ? undefined : notes[id],
      onSelect: () => toolOf(id).run(session),
    }));
    entries.splice(-1, 0, { kind: 'separator' });
    return entries;
  }, [session, language]);
}
