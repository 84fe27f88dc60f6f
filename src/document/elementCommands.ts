/** Commands about free elements: their order of drawing, and sorting notes into the map. */
import { clampRecord } from '../model/clamp.ts';
import { cutText } from '../model/cutText.ts';
import type { FreeElement, Records } from '../model/journeyMap.ts';
import { NAME } from '../model/limits.ts';
import { ranksToInsert } from '../model/rank.ts';
import { defaultsOf } from '../model/schema.ts';
import {
  done,
  hasRoom,
  nothingToSay,
  placeRefusal,
  ranksOf,
  refuse,
  type CommandContext,
} from './commandTools.ts';
import type { Commands, Refusal, SortMove, StackMove } from './commands.ts';
import { rankKey } from './keys.ts';
import { isLocked } from './locks.ts';
import { readRecord } from './readMap.ts';
import { writeWhole } from './recordForm.ts';
import { removeRecords } from './removal.ts';
import { recordOf } from './roots.ts';
import { takeStep } from './step.ts';

type Part = Pick<Commands, 'stackElements' | 'sortElements'>;

export function elementCommands({ doc, newId }: CommandContext): Part {
  function whyNot(move: SortMove, element: FreeElement): Refusal | null {
    if (element.locked) return 'locked';
    if (element.kind !== 'note' && element.kind !== 'text') return 'not-allowed';
    // An action has a title only, and nothing anybody wrote may be lost.
    if (move.collection === 'actions' && element.text.length > NAME) return 'not-allowed';
    const { stageId, laneId } = move.collection === 'touchpoints' ? move.place : move;
    return placeRefusal(doc, move.collection, stageId, laneId);
  }

  return {
    stackElements(ids, where) {
      const order = ranksOf(doc, 'elements');
      const wanted = new Set(ids.filter((id) => !isLocked(doc, 'elements', id)));
      const moved = order.map(({ id }) => id).filter((id) => wanted.has(id));
      if (moved.length === 0) return refuse(ids.length === 0 || wanted.size > 0 ? 'gone' : 'locked');
      const before = comesBefore(
        order.map(({ id }) => id),
        wanted,
        where,
      );
      if (before === undefined) return nothingToSay;
      takeStep(
        doc,
        () => {
          for (const [id, rank] of ranksToInsert(order, moved, before))
            recordOf(doc, 'elements', id)?.set(rankKey, rank);
        },
        () => ({ name: { what: 'reorder', count: moved.length }, ids: moved, joins: null }),
      );
      return nothingToSay;
    },
    sortElements(moves) {
      const found = moves.flatMap((move) => {
        const element = readRecord(doc, 'elements', move.id);
        return element ? [{ move, element, id: newId() }] : [];
      });
      if (found.length === 0) return refuse('gone');
      for (const { move, element } of found) {
        const reason = whyNot(move, element);
        if (reason) return refuse(reason);
      }
      for (const collection of ['touchpoints', 'insights', 'opportunities', 'actions'] as const) {
        const count = found.filter(({ move }) => move.collection === collection).length;
        if (count > 0 && !hasRoom(doc, collection, count)) return refuse('full');
      }
      const ids = found.map(({ id }) => id);
      takeStep(
        doc,
        () => {
          removeRecords(
            doc,
            found.map(({ element }) => ['elements', element.id] as const),
          );
          for (const { move, element, id } of found)
            writeWhole(doc, move.collection, id, { ...sorted(move, element.text.trim()), id });
        },
        () => ({ name: { what: 'sort', count: ids.length }, ids, joins: null }),
      );
      return done(ids);
    },
  };
}

/** The id the moved ones come to lie before, null for the top; undefined when they lie there already. */
function comesBefore(
  order: readonly string[],
  moved: ReadonlySet<string>,
  where: StackMove,
): string | null | undefined {
  const others = order.filter((id) => !moved.has(id));
  const isLast = order.slice(others.length).every((id) => moved.has(id));
  const isFirst = order.slice(0, order.length - others.length).every((id) => moved.has(id));
  if (where === 'front') return isLast ? undefined : null;
  if (where === 'back') return isFirst ? undefined : others[0];
  if (where === 'forward') {
    const top = order.findLastIndex((id) => moved.has(id));
    // Scattered ones gather below the next; those that are on top already stay.
    const next = order.slice(top + 1).find((id) => !moved.has(id));
    if (next === undefined) return isLast ? undefined : null;
    return others[others.indexOf(next) + 1] ?? null;
  }
  const lowest = order.findIndex((id) => moved.has(id));
  const under = order[lowest - 1];
  return under ?? (isFirst ? undefined : others[0]);
}

/** The record a note becomes. A title holds 120 characters; a longer text stays whole in the description. */
function sorted(move: SortMove, text: string): Records[SortMove['collection']] {
  const title = text.length <= NAME ? text : `${cutText(text, NAME - 1).trimEnd()}…`;
  const description = title === text ? '' : text;
  switch (move.collection) {
    case 'touchpoints':
      return {
        ...defaultsOf('touchpoints'),
        ...clampRecord('touchpoints', { ...move.place }),
        title,
        description,
      };
    case 'insights': {
      const { stageId, laneId, kind } = move;
      return { ...defaultsOf('insights'), stageId, laneId, kind, text };
    }
    case 'opportunities':
      return {
        ...defaultsOf('opportunities'),
        stageId: move.stageId,
        laneId: move.laneId,
        title,
        description,
      };
    case 'actions':
      return { ...defaultsOf('actions'), stageId: move.stageId, laneId: move.laneId, title };
  }
}
