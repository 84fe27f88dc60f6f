/** Commands about stages, lanes and what lies in them: order and deleting. */
import type { Collection, Place } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { ranksToInsert } from '../model/rank.ts';
import { collectionOf, exists, nothingToSay, ranksOf, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Done } from './commands.ts';
import { rankKey } from './keys.ts';
import { isLocked, structureRefusal } from './locks.ts';
import { contentOf, type Placed } from './placedContent.ts';
import { readRecord } from './readMap.ts';
import { writeFields } from './recordForm.ts';
import { removeRecords } from './removal.ts';
import { recordOf } from './roots.ts';
import { takeStep } from './step.ts';

type Part = Pick<Commands, 'reorder' | 'deleteStage' | 'deleteLane' | 'remove'>;
type Doomed = readonly [Collection, string];

export function structureCommands({ doc }: CommandContext): Part {
  function deleteWithContent(collection: 'stages' | 'lanes', id: string, contentTo: string | null): Done {
    const field = collection === 'stages' ? 'stageId' : 'laneId';
    if (!exists(doc, collection, id) || (contentTo !== null && !exists(doc, collection, contentTo)))
      return refuse('gone');
    if (contentTo === id || (contentTo !== null && collection === 'lanes' && !holdTheSame(id, contentTo))) {
      return refuse('not-allowed');
    }
    const content = contentOf(doc, field, id);
    const reason = structureRefusal(doc) ?? (content.some(isHeld) ? 'locked' : null);
    if (reason) return refuse(reason);
    takeStep(
      doc,
      () => {
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

  function isHeld([collection, id]: Doomed): boolean {
    return isLocked(doc, collection, id);
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
    reorder(collection, id, before) {
      if (!exists(doc, collection, id)) return refuse('gone');
      const locked = collection === 'stages' || collection === 'lanes' ? structureRefusal(doc) : null;
      if (locked) return refuse(locked);
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
      const present = ids.flatMap((id): Doomed[] => {
        const collection = collectionOf(doc, id);
        return collection ? [[collection, id]] : [];
      });
      if (present.length === 0) return refuse('gone');
      const found = present.filter((one) => !isHeld(one));
      if (found.length === 0) return refuse('locked');
      const structure = found.filter(([collection]) => collection === 'stages' || collection === 'lanes');
      const content = structure.flatMap(([collection, id]) =>
        contentOf(doc, collection === 'stages' ? 'stageId' : 'laneId', id),
      );
      const reason = structure.length === 0 ? null : structureRefusal(doc);
      if (reason ?? content.some(isHeld)) return refuse(reason ?? 'locked');
      takeStep(
        doc,
        () => removeRecords(doc, [...found, ...content]),
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
