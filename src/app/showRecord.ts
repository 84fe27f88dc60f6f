/** Goes to what was found: brings it into view and selects it; a persona's curve is shown and her chip gets the focus. */
import { canvasCamera } from '../canvas/camera.ts';
import { select } from '../canvas/selection.ts';
import { currentTable } from '../canvas/tableRuns.ts';
import type { MapSession } from '../state/mapSession.ts';

export function showRecord(session: MapSession, id: string): void {
  const collection = session.projection.collectionOf(id);
  if (collection === 'personas') {
    showPersona(session, id);
    return;
  }
  if (session.screen.getState().view === 'insights') {
    session.screen.setState({ view: 'map', selection: new Set([id]) });
    return;
  }
  const table = currentTable();
  if (table) {
    if (table.reveal(id)) return;
    // What is no row is shown on the map.
    session.screen.setState({ view: 'map' });
  }
  canvasCamera.centreOnRecord(id);
  if (collection !== 'lanes') select(session, [id]);
}

/** "C2", "C"; false when there is no such place. */
export function showAddress(address: string): boolean {
  return canvasCamera.centreOnAddress(address);
}

function showPersona(session: MapSession, id: string): void {
  session.screen.setState(({ hiddenCurves }) => {
    const shown = new Set(hiddenCurves);
    shown.delete(id);
    return { hiddenCurves: shown };
  });
  if (session.editing) select(session, [id]);
  const chip = document.querySelector(`[data-testid="persona"][data-id="${CSS.escape(id)}"] button`);
  if (chip instanceof HTMLElement) chip.focus();
}
