/** What one click can do about a finding: one command, so one step of undo. */
import type { Finding } from '../../model/finding.ts';
import { isJourneyLane } from '../../model/laneKinds.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import type { CheckListWords } from '../../words/checkList.ts';

/** What only a person can know opens the record at its field. Null where the page can do nothing. */
export function remedyOf(
  { remedy, values }: Finding,
  { screen, projection }: Pick<MapSession, 'screen' | 'projection'>,
  { commands }: Pick<Editing, 'commands'>,
  words: CheckListWords,
  onGo: (id: string) => void,
): (() => void) | null {
  const { lanes, touchpoints } = projection.getState().journey;
  switch (remedy?.kind) {
    case undefined:
      return null;
    case 'add-touchpoint': {
      const laneId = lanes.find(({ kind }) => isJourneyLane(kind))?.id;
      if (laneId === undefined) return null;
      const { stageId } = remedy;
      return () => void commands.create('touchpoints', { title: words.newTouchpoint, stageId, laneId });
    }
    case 'add-opportunity': {
      const { touchpointId } = remedy;
      const stageId = touchpoints.find(({ id }) => id === touchpointId)?.stageId ?? null;
      const laneId = lanes.find(({ kind }) => kind === 'opportunities')?.id ?? null;
      return () =>
        void commands.create('opportunities', {
          title: words.newOpportunity(values.name),
          stageId,
          laneId,
          touchpointIds: [touchpointId],
        });
    }
    case 'make-loop':
      return () => void commands.update('links', remedy.linkIds, { kind: 'loop' });
    case 'edit-field':
      return () => {
        const { collection, id, field } = remedy;
        if (collection === 'touchpoints') onGo(id);
        screen.setState({ view: 'map', selection: new Set([id]), panel: 'inspector', field });
      };
  }
}
