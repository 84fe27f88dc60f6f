/**
 * Shows a record where it is read on a phone: a touchpoint opens in its stage, a stage or note shows its stage. Something
 * selected before the screen became narrow is what one wants to read, too.
 *
 * In: how a stage is shown and a touchpoint opened; whether the page comes back from another view (then the selection
 * shows its stage and is not opened). Out: the way to a record by its id; false when it has no place here.
 */
import { useCallback, useEffect } from 'react';
import { useMapSession, type Projection } from '../../state/mapSession.ts';
import { stageOfElement } from './besideStage.ts';

export function useReading(
  onStage: (id: string) => void,
  onOpen: (id: string) => void,
  isBack: boolean,
): (id: string) => boolean {
  const { screen, projection } = useMapSession();
  const read = useCallback(
    (id: string): boolean => {
      const touchpoint = projection.find('touchpoints', id);
      const note =
        projection.find('insights', id) ??
        projection.find('opportunities', id) ??
        projection.find('actions', id);
      const stageId =
        touchpoint?.stageId ??
        note?.stageId ??
        projection.find('stages', id)?.id ??
        stageBeside(projection, id);
      if (stageId) onStage(stageId);
      if (touchpoint) onOpen(id);
      // Its stage is drawn first.
      else if (stageId)
        requestAnimationFrame(() => document.getElementById(`beside-${id}`)?.scrollIntoView());
      return Boolean(stageId);
    },
    [projection, onStage, onOpen],
  );
  useEffect(() => {
    const { selection } = screen.getState();
    const [id] = selection;
    if (id === undefined || selection.size !== 1) return;
    const stageId = isBack ? projection.find('touchpoints', id)?.stageId : undefined;
    if (stageId) onStage(stageId);
    else read(id);
  }, [screen, projection, read, onStage, isBack]);
  return read;
}

/** The stage with which something beside the map is read. */
function stageBeside(projection: Projection, id: string): string | null {
  const element = projection.find('elements', id);
  return element ? stageOfElement(projection.getState().journey, element) : null;
}
