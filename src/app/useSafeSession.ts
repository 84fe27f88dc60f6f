/**
 * The session as it is safe to use (R56): a map in which a newer program wrote is shown as far as it is understood, but
 * the right to edit is taken out of the session, so that no command can be called, and a sentence says why.
 */
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../state/interfaceStore.ts';
import type { MapSession } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { appWords } from '../words/app.ts';

export function useSafeSession(session: MapSession): MapSession {
  const isNewer = useStore(session.projection, (state) => state.newer);
  const isTaken = isNewer && session.editing !== null;
  const { text, reload } = useWords(appWords).newer;
  const toast = useToast();
  const say = useEffectEvent(() =>
    toast({ text, stays: true, action: { label: reload, onPress: () => location.reload() } }),
  );
  // In the reader's language, and again in the other one when they change it.
  useEffect(() => {
    if (isTaken) say();
  }, [isTaken, text]);
  return useMemo(() => (isTaken ? { ...session, editing: null } : session), [session, isTaken]);
}
