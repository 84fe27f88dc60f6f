/** Insights, opportunities and actions by the cell they lie in: lane, then stage, in the map's order. */
import type { Action, Insight, JourneyMap, Opportunity } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';

export type Note =
  | { readonly collection: 'insights'; readonly record: Insight }
  | { readonly collection: 'opportunities'; readonly record: Opportunity }
  | { readonly collection: 'actions'; readonly record: Action };

export type NotesByCell = ReadonlyMap<string, ReadonlyMap<string, readonly Note[]>>;

/** A note without a stage, or without a lane that holds its kind, has no cell. */
export function notesByCell(journey: JourneyMap): NotesByCell {
  const holding = new Map(journey.lanes.map((lane) => [lane.id, laneHolds(lane.kind)]));
  const byLane = new Map<string, Map<string, Note[]>>();
  const add = (note: Note): void => {
    const { laneId, stageId } = note.record;
    if (laneId === null || stageId === null || holding.get(laneId) !== note.collection) return;
    const stages = byLane.get(laneId) ?? new Map<string, Note[]>();
    byLane.set(laneId, stages);
    const own = stages.get(stageId);
    if (own) own.push(note);
    else stages.set(stageId, [note]);
  };
  for (const record of journey.insights) add({ collection: 'insights', record });
  for (const record of journey.opportunities) add({ collection: 'opportunities', record });
  for (const record of journey.actions) add({ collection: 'actions', record });
  return byLane;
}
