/** What is found on this screen now, and the way from one match to the next. */
import { useMemo } from 'react';
import { noFilter } from '../../analysis/filterMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { findInMap, type Hit } from './findInMap.ts';

export interface Going {
  /** Shows a record. */
  readonly onGo: (id: string) => void;
  /** Shows an address; false when there is none. */
  readonly onAddress: (address: string) => boolean;
}

export interface Matches {
  readonly hits: readonly Hit[];
  /** Index of the one gone to last; -1 when none of them. */
  readonly current: number;
  /** Goes to the next (1), the previous (-1), or a hit itself. */
  readonly go: (where: 1 | -1 | Hit) => void;
}

export function useMatches(going: Going): Matches {
  const session = useMapSession();
  const journey = useProjection((state) => state.journey);
  const filter = useScreen((state) => state.filter);
  const out = useScreen((state) => state.dimming?.out ?? null);
  const match = useScreen((state) => state.match);
  const hits = useMemo(() => findInMap(journey, filter ?? noFilter, out), [journey, filter, out]);
  const current = hits.findIndex(({ id }) => id === match);
  return { hits, current, go: (where) => goTo(session, going, hits, where) };
}

/** The same once, for a key. */
export function goToMatch(session: MapSession, going: Going, step: 1 | -1): void {
  const { filter, dimming } = session.screen.getState();
  const { journey } = session.projection.getState();
  goTo(session, going, findInMap(journey, filter ?? noFilter, dimming?.out ?? null), step);
}

function goTo({ screen }: MapSession, going: Going, hits: readonly Hit[], where: 1 | -1 | Hit): void {
  const current = hits.findIndex(({ id }) => id === screen.getState().match);
  const first = current < 0 && where === -1 ? 0 : current;
  const hit = typeof where === 'object' ? where : hits[(first + where + hits.length) % hits.length];
  if (!hit) return;
  screen.setState({ match: hit.id });
  if (!hit.isPlace) going.onGo(hit.id);
  else if (!going.onAddress(hit.id)) {
    // Where no map is drawn (the Table), a place is what lies there first.
    const first = hits.find(({ isPlace, address }) => !isPlace && address === hit.address);
    if (first) going.onGo(first.id);
  }
}
