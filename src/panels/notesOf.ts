/** What is noted about a touchpoint: insights (pains first), then opportunities, then actions, in the order of the map. */
import type { Action, Insight, JourneyMap, Opportunity } from '../model/journeyMap.ts';

export type Note =
  | { readonly collection: 'insights'; readonly record: Insight }
  | { readonly collection: 'opportunities'; readonly record: Opportunity }
  | { readonly collection: 'actions'; readonly record: Action };

type Notes = Pick<JourneyMap, 'insights' | 'opportunities' | 'actions'>;

export function notesOf(journey: Notes, touchpointId: string): readonly Note[] {
  return notesWhere(
    journey,
    ({ touchpointIds }) => touchpointIds.includes(touchpointId),
    (action) => action.touchpointId === touchpointId,
  );
}

/** What is noted in a stage without saying at which touchpoint. */
export function notesOfStage(journey: Notes, stageId: string): readonly Note[] {
  return notesWhere(
    journey,
    (record) => record.stageId === stageId && record.touchpointIds.length === 0,
    (action) => action.stageId === stageId && action.touchpointId === null,
  );
}

function notesWhere(
  { insights, opportunities, actions }: Notes,
  isHere: (record: Insight | Opportunity) => boolean,
  isActionHere: (action: Action) => boolean,
): readonly Note[] {
  const found = insights.filter(isHere);
  return [
    ...found
      .filter(({ kind }) => kind === 'pain')
      .map((record) => ({ collection: 'insights' as const, record })),
    ...found
      .filter(({ kind }) => kind !== 'pain')
      .map((record) => ({ collection: 'insights' as const, record })),
    ...opportunities.filter(isHere).map((record) => ({ collection: 'opportunities' as const, record })),
    ...actions.filter(isActionHere).map((record) => ({ collection: 'actions' as const, record })),
  ];
}
