/**
 * The checks of the map, kept up while people edit: worked out when the map has been quiet for a moment, as they walk over
 * all of it. What they found is on the screen's record; marks on the cards and heads where they are switched on. Fetched when the
 * page is at rest. Gives back its undoing.
 */
import { localDay } from '../model/localDay.ts';
import { checkMap } from '../analysis/checks/checkMap.ts';
import { headMarks } from '../layout/overlays/headMarks.ts';
import { makeMarks } from '../layout/overlays/marks.ts';
import type { Finding } from '../model/finding.ts';
import { isSameJson } from '../model/sameJson.ts';
import { createQuiet } from '../state/frame.ts';
import type { MapSession } from '../state/mapSession.ts';

/** Longer than the analyses on their page wait: nobody reads this list letter by letter. */
const quietMs = 400;

export function followChecks({ projection, screen }: Pick<MapSession, 'projection' | 'screen'>): () => void {
  const mark = (): void => {
    const { checks, marks, marked, headMarks: before, language } = screen.getState();
    const { journey } = projection.getState();
    const wanted = marks && checks ? makeMarks(checks, journey, marked) : null;
    const heads = marks && checks ? headMarks(checks, journey, language) : null;
    if (wanted !== marked || heads !== before) screen.setState({ marked: wanted, headMarks: heads });
  };
  const check = (): void => {
    const { journey } = projection.getState();
    const found: readonly Finding[] = checkMap(journey, localDay(new Date()));
    // Words typed elsewhere that change nothing here draw nothing anew.
    if (isSameJson(found, screen.getState().checks)) return;
    screen.setState({ checks: found });
    mark();
  };
  const quiet = createQuiet(check, quietMs);
  check();
  mark();
  const stops = [
    projection.subscribe((state, before) => {
      if (state.journey !== before.journey) quiet.wait();
    }),
    screen.subscribe((state, before) => {
      if (state.marks !== before.marks || state.language !== before.language) mark();
    }),
  ];
  return () => {
    quiet.stop();
    for (const stop of stops) stop();
    screen.setState({ checks: null, marked: null, headMarks: null });
  };
}
