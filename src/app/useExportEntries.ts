/** The menu of things to take away: picture, view, file; and bringing a file in. The writers are fetched when chosen. */
import { useMemo } from 'react';
import { copyViewAsImage } from '../canvas/actions.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useWords } from '../state/interfaceStore.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useToast } from '../ui/Toast.tsx';
import { topBarWords } from '../words/topBar.ts';

export function useExportEntries(onImport: (file: File) => void): readonly MenuEntry[] {
  const session = useMapSession();
  const toast = useToast();
  const words = useWords(topBarWords).export;
  return useMemo(() => {
    const take = (what: 'takeSvg' | 'takeJson') => {
      import('../panels/takeAway/takeAway.ts')
        .then((takeAway) => takeAway[what](session, new Date()))
        .then((name) => toast({ text: words.done(name) }))
        .catch((error: unknown) => toast({ text: words.failed, details: String(error), stays: true }));
    };
    return [
      { id: 'svg', icon: 'image', label: words.svg, note: words.svgNote, onSelect: () => take('takeSvg') },
      {
        id: 'image',
        icon: 'copy',
        label: words.image,
        note: words.imageNote,
        onSelect: () => void copyViewAsImage(session),
      },
      { id: 'json', icon: 'file', label: words.json, note: words.jsonNote, onSelect: () => take('takeJson') },
      { kind: 'separator' },
      { id: 'import', icon: 'import', label: words.import, onSelect: () => chooseFile(onImport) },
    ];
  }, [session, toast, words, onImport]);
}

function chooseFile(onFile: (file: File) => void): void {
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = '.json,application/json';
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file) onFile(file);
  });
  chooser.click();
}
