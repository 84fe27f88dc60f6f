/** Selecting, the same from pointer, keyboard and actions. Local to this screen; presence tells others (U23). */
import type { MapSession } from '../state/mapSession.ts';
import type { Press } from './pointer.ts';
import { sameIds } from './sameIds.ts';

type WithScreen = Pick<MapSession, 'screen'>;

/** Replaces the selection. */
export function select({ screen }: WithScreen, ids: Iterable<string>): void {
  const selection = new Set(ids);
  if (!sameIds(selection, screen.getState().selection)) screen.setState({ selection });
}

/** Adds one to the selection, or takes it out. */
export function toggleSelected(session: WithScreen, id: string): void {
  const selection = new Set(session.screen.getState().selection);
  if (!selection.delete(id)) selection.add(id);
  select(session, selection);
}

/** What a tap or click selects; beside everything it clears the selection. */
export function selectByTap(session: WithScreen, { hit, shift, mod }: Press): void {
  if (hit.kind === 'pane') {
    if (!shift) select(session, []);
  } else if (shift || mod) toggleSelected(session, hit.id);
  else select(session, [hit.id]);
}

/** Drops from the selection what is no longer on the map. */
export function forgetMissing({ screen, projection }: Pick<MapSession, 'screen' | 'projection'>): void {
  const { selection } = screen.getState();
  const present = [...selection].filter((id) => projection.collectionOf(id) !== undefined);
  if (present.length !== selection.size) screen.setState({ selection: new Set(present) });
}
