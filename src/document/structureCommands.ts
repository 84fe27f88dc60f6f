/** Commands about stages, lanes and what lies in them: order, moving, deleting. */
import { clampRecord } from '../model/clamp.ts';
import type { Collection, Place } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { ranksToInsert } from '../model/rank.ts';
import {
  collectionOf,
  exists,
  nothingToSay,
  placeRefusal,
  ranksOf,
  refuse,
  type CommandContext,
} from './commandTools.ts';
import type { Commands, Done, Refusal } from './commands.ts';
import { rankKey } from './keys.ts';
import { readRecord } from './readMap.ts';
import { writeFields } from './recordForm.ts';
import { removeRecords, storedPlaceOf } from './removal.ts';
import { collectionRoot, recordOf } from './roots.ts';
import { takeStep } from './step.ts';

type Part = Pick<
  Commands,
  'moveTouchpoints' | 'moveCells' | 'reorder' | 'deleteStage' | 'deleteLane' | 'remove'
>;
type Doomed = readonly [Collection, string];

/** Collections whose records lie in a stage and a lane. */
const placed = ['touchpoints', 'insights', 'opportunities', 'actions'] as const;
type Placed = (typeof placed)[number];

export function structureCommands({ doc }: CommandContext): Part {
  /** Moves what may move; says why when nothing may. */
  function moveAll(
    moves: readonly { readonly collection: Placed; readonly id: string; readonly to: Partial<Place> }[],
  ): Done {
    let reason: Refusal = 'gone';
    const allowed = moves.filter(({ collection, id, to }) => {
      const refusal = exists(doc, collection, id)
        ? placeRefusal(doc, collection, to.stageId ?? null, to.laneId ?? null)
        : 'gone';
      if (refusal === 'not-allowed') reason = refusal;
      return refusal === null;
    });
    if (allowed.length === 0) return moves.length === 0 ? nothingToSay : refuse(reason);
    const ids = allowed.map(({ id }) => id);
    takeStep(
      doc,
      () => {
        for (const { collection, id, to } of allowed) writeFields(doc, collection, id, to);
      },
      () => ({ name: { what: 'move', count: ids.length }, ids, joins: null }),
    );
    return nothingToSay;
  }

  function contentOf(field: 'stageId' | 'laneId', id: string): readonly (readonly [Placed, string])[] {
    return placed.flatMap((collection) =>
      [...collectionRoot(doc, collection).keys()].flatMap((record) =>
        storedPlaceOf(doc, collection, record)?.[field] === id ? [[collection, record] as const] : [],
      ),
    );
  }

  function deleteWithContent(collection: 'stages' | 'lanes', id: string, contentTo: string | null): Done {
    const field = collection === 'stages' ? 'stageId' : 'laneId';
    if (!exists(doc, collection, id) || (contentTo !== null && !exists(doc, collection, contentTo)))
      return refuse('gone');
    if (contentTo === id || (contentTo !== null && collection === 'lanes' && !holdTheSame(id, contentTo))) {
      return refuse('not-allowed');
    }
    takeStep(
      doc,
      () => {
        const content = contentOf(field, id);
        if (contentTo === null) removeRecords(doc, [...content, [collection, id]]);
        else {
          for (const [kind, record] of content) moveContent(kind, record, field, contentTo);
          removeRecords(doc, [[collection, id]]);
        }
      },
      () => ({ name: { what: 'delete', count: 1 }, ids: [id], joins: null }),
    );
    return nothingToSay;
  }

  function moveContent(collection: Placed, id: string, field: 'stageId' | 'laneId', to: string): void {
    if (collection !== 'touchpoints') writeFields(doc, collection, id, { [field]: to });
    else {
      const old = readRecord(doc, collection, id);
      if (old) writeFields(doc, collection, id, { ...placeOf(old), [field]: to });
    }
  }

  function holdTheSame(a: string, b: string): boolean {
    const [first, second] = [readRecord(doc, 'lanes', a), readRecord(doc, 'lanes', b)];
    return first !== undefined && second !== undefined && laneHolds(first.kind) === laneHolds(second.kind);
  }

  return {
    moveTouchpoints: (places) =>
      moveAll(
        [...places].map(([id, { stageId, laneId, t, row }]) => ({
          collection: 'touchpoints' as const,
          id,
          to: { stageId, laneId, t: 0.5, row: 0, ...clampRecord('touchpoints', { t, row }) },
        })),
      ),
    moveCells: (moves) =>
      moveAll(
        moves.flatMap(({ id, stageId, laneId }) => {
          const collection =
            placed.find((name) => name !== 'touchpoints' && exists(doc, name, id)) ?? 'insights';
          return [{ collection, id, to: { stageId, laneId } }];
        }),
      ),
    reorder(collection, id, before) {
      if (!exists(doc, collection, id)) return refuse('gone');
      const order = ranksOf(doc, collection);
      const index = order.findIndex((item) => item.id === id);
      const next = order[index + 1]?.id ?? null;
      // Before itself, or before the one it already stands before: nothing to write.
      if (before === id || before === next) return nothingToSay;
      takeStep(
        doc,
        () => {
          for (const [other, rank] of ranksToInsert(order, [id], before))
            recordOf(doc, collection, other)?.set(rankKey, rank);
        },
        () => ({ name: { what: 'reorder', count: 1 }, ids: [id], joins: null }),
      );
      return nothingToSay;
    },
    deleteStage: (id, contentTo) => deleteWithContent('stages', id, contentTo),
    deleteLane: (id, contentTo) => deleteWithContent('lanes', id, contentTo),
    remove(ids) {
      const found = ids.flatMap((id): Doomed[] => {
        const collection = collectionOf(doc, id);
        return collection ? [[collection, id]] : [];
      });
      if (found.length === 0) return refuse('gone');
      takeStep(
        doc,
        () => {
          const content = found.flatMap(([collection, id]): readonly Doomed[] => {
            if (collection !== 'stages' && collection !== 'lanes') return [];
            return contentOf(collection === 'stages' ? 'stageId' : 'laneId', id);
          });
          removeRecords(doc, [...found, ...content]);
        },
        () => ({
          name: { what: 'delete', count: found.length },
          ids: found.map(([, id]) => id),
          joins: null,
        }),
      );
      return nothingToSay;
    },
  };
}

function placeOf({ stageId, laneId, t, row }: Place): Place {
  return { stageId, laneId, t, row };
}
