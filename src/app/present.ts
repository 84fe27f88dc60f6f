/** Begins to present an open map. Fetched when somebody does. */
import type { MapSession } from '../state/mapSession.ts';
import { goTo } from './navigation.ts';
import { fromMap } from './presenting.ts';
import { presentingAddress } from './route.ts';

/** Begins at the stage of what is selected, else with the overview. */
export function present(session: MapSession): void {
  goTo(presentingAddress(location, stageOfSelection(session)), false, fromMap);
}

function stageOfSelection({ screen, projection }: MapSession): string | null {
  for (const id of screen.getState().selection) {
    const placed =
      projection.find('touchpoints', id) ??
      projection.find('insights', id) ??
      projection.find('opportunities', id) ??
      projection.find('actions', id);
    const stageId = placed?.stageId ?? projection.find('stages', id)?.id;
    if (stageId) return stageId;
  }
  return null;
}
