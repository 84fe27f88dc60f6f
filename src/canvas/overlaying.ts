/**
 * The overlay of this screen, kept up while people edit. Cards that change are drawn with it at once; its figures are
 * worked out anew when the map has been quiet for a moment, for they cost a walk over the map. Fetched when one is
 * switched on for the first time. Gives back its undoing.
 */
import { makeOverlay, type MadeOverlay } from '../layout/overlays/makeOverlay.ts';
import type { MapSession } from '../state/mapSession.ts';
import { overlayWords } from '../words/overlays.ts';
import { announce } from './announce.ts';

/** As long as the analyses beside the map wait (insights/useAnalyses.ts). */
const quietMs = 150;

export function followOverlay({ projection, screen }: Pick<MapSession, 'projection' | 'screen'>): () => void {
  let made: MadeOverlay | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    clearTimeout(timer);
    const { overlay, lead } = screen.getState();
    made = overlay && makeOverlay(overlay, projection.getState().journey, lead, made);
    screen.setState({ overlaid: made });
  };
  const tell = (): void => {
    const words = overlayWords[screen.getState().language];
    announce(made ? words.said.on(words.names[made.kind], made.legend(words).rests) : words.said.off);
  };
  apply();
  if (made) tell();
  const stops = [
    projection.subscribe((state, before) => {
      if (state.journey === before.journey || !screen.getState().overlay) return;
      clearTimeout(timer);
      timer = setTimeout(apply, quietMs);
    }),
    screen.subscribe((state, before) => {
      if (state.overlay === before.overlay && state.lead === before.lead) return;
      apply();
      if (state.overlay !== before.overlay) tell();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    if (screen.getState().overlaid) screen.setState({ overlaid: null });
  };
}
