/** What keeps a person's work from vanishing without a word: texts a dying tab would take along, and what others deleted under their hands. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useWords } from '../state/interfaceStore.ts';
import type { LostRecord } from '../state/lostWork.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { rescueWords } from '../words/rescue.ts';
import { DraftsHost } from './DraftsHost.tsx';
import { LostWorkDialog } from './LostWorkDialog.tsx';

const none = createStore<readonly LostRecord[]>(() => []);

/** `storage` is the tab's own. */
export function RescueHost({ storage }: { readonly storage: Storage }) {
  const store = useMapSession().lost ?? none;
  const lost = useStore(store);
  const words = useWords(rescueWords);
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const tell = useEffectEvent((count: number) =>
    toast({
      text: words.lost(count),
      stays: true,
      action: { label: words.look, onPress: () => setOpen(true) },
    }),
  );
  useEffect(() => {
    if (lost.length > 0 && !isOpen) tell(lost.length);
  }, [lost, isOpen]);
  return (
    <>
      <DraftsHost storage={storage} />
      {isOpen && lost.length > 0 && (
        <LostWorkDialog
          lost={lost}
          onDone={(ids) => store.setState((now) => now.filter(({ id }) => !ids.includes(id)), true)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
