/** "C2" from whichever view is shown: in the Table to the first touchpoint that lies there, else to the place on the map. */
import { canvasCamera } from '../canvas/camera.ts';
import { currentTable } from '../canvas/tableRuns.ts';
import type { MapSession } from '../state/mapSession.ts';
import { whenAttached } from './whenAttached.ts';

export function goToPlace({ projection, screen }: MapSession, address: string): void {
  const { layout } = projection.getState();
  const first = layout.sequence.find((id) => layout.cards.get(id)?.address === address);
  if (first !== undefined && currentTable()?.reveal(first)) return;
  screen.setState({ view: 'map' });
  whenAttached(() => canvasCamera.centreOnAddress(address));
}
