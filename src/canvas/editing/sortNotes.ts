/**
 * Sorting notes into the map: where a note would become what. A note dropped on the grid lands at the place under it; by
 * command it goes into a lane, at the stage it lies under (below the grid), or the last one (right of it). Pure but for the choices.
 */
import type { SortMove } from '../../document/commands.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Point } from '../../layout/scene.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { select } from '../selection.ts';
import { accept, editingOf, elementWordsOf } from './answers.ts';
import type { Choice } from './choices.ts';
import { insightKindOf } from './create.ts';
import type { CellSpot } from './editingStore.ts';
import { spotAt } from './spot.ts';

/** What a note becomes at a spot of the grid. */
export function sortMove(session: MapSession, id: string, spot: CellSpot): SortMove {
  const { collection, stageId, laneId, t, row } = spot;
  switch (collection) {
    case 'touchpoints':
      return { id, collection, place: { stageId, laneId, t, row } };
    case 'insights':
      return { id, collection, stageId, laneId, kind: insightKindOf(session, laneId) };
    case 'opportunities':
    case 'actions':
      return { id, collection, stageId, laneId };
  }
}

/** Carries the moves out as one step and selects what came of them. */
export function sortNow(session: MapSession, moves: readonly SortMove[]): void {
  const done = accept(session, editingOf(session).commands.sortElements(moves));
  if (!done) return;
  select(session, done.value);
  const { layout } = session.projection.getState();
  const [first] = moves;
  if (first) announce(elementWordsOf(session).sorted(done.value.length, addressIn(layout, first)));
}

function addressIn({ stages, lanes }: MapLayout, move: SortMove): string {
  const { stageId, laneId } = move.collection === 'touchpoints' ? move.place : move;
  const stage = stages.find(({ id }) => id === stageId);
  return `${stage?.letter ?? ''}${lanes.find(({ id }) => id === laneId)?.number ?? ''}`;
}

/** The lanes the selected notes can go into. */
export function sortChoices(session: MapSession): readonly Choice[] {
  const { layout } = session.projection.getState();
  return layout.lanes.flatMap((lane) => {
    if (laneHolds(lane.kind) === 'nothing') return [];
    return [
      {
        id: lane.id,
        label: `${lane.number}  ${session.projection.find('lanes', lane.id)?.name ?? ''}`,
        run: () => sortInto(session, lane.id),
      },
    ];
  });
}

function sortInto(session: MapSession, laneId: string): void {
  const { layout } = session.projection.getState();
  const lane = layout.lanes.find(({ id }) => id === laneId);
  if (!lane) return;
  const moves = [...session.screen.getState().selection].flatMap((id) => {
    const box = layout.elements.get(id);
    const x = box ? Math.min(layout.width, box.x + box.width / 2) : 0;
    const spot = box && spotAt(layout, { x, y: lane.y + 1 } satisfies Point);
    return spot ? [sortMove(session, id, spot)] : [];
  });
  if (moves.length > 0) sortNow(session, moves);
}
