/**
 * Shows the saved view that the address names (`/m/<id>?view=<view>#<key>`), once, when the map is here; the camera
 * when there is a canvas to look with.
 */
import { useEffect, useEffectEvent } from 'react';
import { applyView, lookAs } from '../canvas/savedViews.ts';
import { useWords } from '../state/interfaceStore.ts';
import { useMapSession, useOutline } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { findWords } from '../words/find.ts';
import { whenAttached } from './whenAttached.ts';

/** The address that has been answered: the first picture and the live map are two sessions of one visit. */
let answered: string | null = null;

/** `narrow`: a phone shows no canvas. */
export function ViewOpener({ narrow }: { readonly narrow: boolean }) {
  const viewId = new URLSearchParams(location.search).get('view');
  const session = useMapSession();
  const toast = useToast();
  const { gone } = useWords(findWords);
  const loaded = useOutline((state) => state.loaded && (narrow || state.layout.stages.length > 0));
  const isFirst = session.isFirst === true;
  const open = useEffectEvent((): (() => void) | undefined => {
    const view = session.projection.find('views', viewId ?? '');
    if (!view) {
      // A device's own copy may be older than the link.
      if (!isFirst) toast({ text: gone });
      return undefined;
    }
    applyView(session, view);
    if (narrow || session.screen.getState().view !== 'map') {
      answered = location.href;
      return undefined;
    }
    return whenAttached(() => {
      lookAs(view);
      answered = location.href;
    });
  });
  useEffect(() => {
    if (viewId === null || !loaded || answered === location.href) return;
    return open();
  }, [viewId, loaded, isFirst]);
  return null;
}
