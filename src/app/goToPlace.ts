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
  let stop = (): void => undefined;
  const giveUp = whenAttached(() => {
    stop();
    canvasCamera.centreOnAddress(address);
  });
  // Whoever leaves the map before it is there does not want to be taken anywhere when it comes back.
  if (!canvasCamera.isAttached())
    stop = screen.subscribe(({ view }) => {
      if (view === 'map') return;
      stop();
      giveUp();
    });
}
