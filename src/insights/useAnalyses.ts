/**
 * The analyses of the map as it is now, kept up while people edit: worked out anew when the map has been quiet for a
 * moment, and at once when somebody looks from another point of view.
 */
import { useEffect, useMemo, useState } from 'react';
import { analyseMap, type Analyses } from '../analysis/analyseMap.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { useMapSession } from '../state/mapSession.ts';

/** Typing gives a change a letter; a page that trembles with each cannot be read. */
const quietMs = 150;

export function useAnalyses(
  personaId: string | null,
  tierId: string | null,
  today: string,
): { readonly map: JourneyMap; readonly analyses: Analyses } {
  const { projection } = useMapSession();
  const [map, setMap] = useState(() => projection.getState().journey);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => setMap(projection.getState().journey);
    show();
    const stop = projection.subscribe((state, before) => {
      if (state.journey === before.journey) return;
      clearTimeout(timer);
      timer = setTimeout(show, quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [projection]);
  const analyses = useMemo(
    () => analyseMap(map, { persona: personaId, tier: tierId, on: today }),
    [map, personaId, tierId, today],
  );
  return { map, analyses };
}
