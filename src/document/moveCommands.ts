/**
 * Commands that give things new places, or copies of them: touchpoints on the grid, notes, opportunities and actions
 * in its cells, free elements beside it, all of one gesture in one step.
 */
import { emptyMap } from '../model/blankMap.ts';
import { clampRecord } from '../model/clamp.ts';
import type { Collection, ElementPlace, JourneyMap, Place, Records } from '../model/journeyMap.ts';
import { defaultsOf } from '../model/schema.ts';
import { exists, hasRoom, nothingToSay, placeRefusal, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Moves, Refusal, StepName } from './commands.ts';
import { copyRecords } from './copyRecords.ts';
import { pastedCollections } from './fragment.ts';
import { isLocked } from './locks.ts';
import { placedCollectionOf, type Placed } from './placedContent.ts';
import { readMap } from './readMap.ts';
import { writeFields } from './recordForm.ts';
import { takeStep } from './step.ts';

type Part = Pick<Commands, 'move' | 'copyTo'>;

interface Move {
  readonly collection: Placed | 'elements';
  readonly id: string;
  /** The fields of its place, as they may be. */
  readonly to: Partial<Place> | ElementPlace;
}

export function moveCommands(context: CommandContext): Part {
  const { doc } = context;

  function whyNot({ collection, id, to }: Move): Refusal | null {
    if (!exists(doc, collection, id)) return 'gone';
    if (collection === 'elements') return null;
    const { stageId = null, laneId = null } = to as Partial<Place>;
    return placeRefusal(doc, collection, stageId, laneId);
  }

  /** Moves what may move; says why when nothing may. */
  function move(moves: Moves, what: Extract<StepName['what'], 'move' | 'align' | 'tidy'> = 'move') {
    const all = movesIn(context, moves);
    let reason: Refusal = 'gone';
    const allowed = all.filter((one) => {
      const refusal = whyNot(one) ?? (isLocked(doc, one.collection, one.id) ? 'locked' : null);
      if (refusal !== null && refusal !== 'gone') reason = refusal;
      return refusal === null;
    });
    if (allowed.length === 0) return all.length === 0 ? nothingToSay : refuse(reason);
    const ids = allowed.map(({ id }) => id);
    takeStep(
      doc,
      () => {
        for (const { collection, id, to } of allowed) writeFields(doc, collection, id, to);
      },
      () => ({ name: { what, count: ids.length }, ids, joins: null }),
    );
    return nothingToSay;
  }

  return {
    move,
    copyTo(moves) {
      const all = movesIn(context, moves);
      const refusals = all.map(whyNot);
      const allowed = all.filter((_, index) => refusals[index] === null);
      if (allowed.length === 0) return refuse(refusals.find((reason) => reason !== null) ?? 'not-allowed');
      const copied = copiedFrom(readMap(doc), allowed);
      if (pastedCollections.some((name) => !hasRoom(doc, name, copied[name].length))) return refuse('full');
      return copyRecords(context, copied, (ids) => ({
        name: { what: 'duplicate', count: ids.length },
        ids,
        joins: null,
      }));
    },
  };
}

function movesIn({ doc }: CommandContext, { touchpoints, cells = [], elements }: Moves): readonly Move[] {
  return [
    ...[...(touchpoints ?? [])].map(([id, { stageId, laneId, t, row }]) => ({
      collection: 'touchpoints' as const,
      id,
      to: { stageId, laneId, t: 0.5, row: 0, ...clampRecord('touchpoints', { t, row }) },
    })),
    ...cells.map(({ id, stageId, laneId }) => ({
      collection: cellCollectionOf(doc, id),
      id,
      to: { stageId, laneId },
    })),
    ...[...(elements ?? [])].map(([id, place]) => ({
      collection: 'elements' as const,
      id,
      to: clampedPlace(place),
    })),
  ];
}

function cellCollectionOf(doc: CommandContext['doc'], id: string): Exclude<Placed, 'touchpoints'> {
  const found = placedCollectionOf(doc, id);
  return found && found !== 'touchpoints' ? found : 'insights';
}

function clampedPlace(place: ElementPlace): ElementPlace {
  const { side, x, y, width, height } = {
    ...defaultsOf('elements'),
    ...clampRecord('elements', { ...place }),
  };
  return { side, x, y, width, height };
}

/** The records that are copied, at their new places, and what belongs to them. */
function copiedFrom(map: JourneyMap, moves: readonly Move[]): JourneyMap {
  const places = new Map(moves.map(({ id, to }) => [id, to]));
  const moved = <C extends Collection>(records: readonly Records[C][]): readonly Records[C][] =>
    records.flatMap((record) => {
      const to = places.get(record.id);
      return to ? [{ ...record, ...to }] : [];
    });
  return {
    ...emptyMap(map.map.id),
    touchpoints: moved<'touchpoints'>(map.touchpoints),
    insights: moved<'insights'>(map.insights),
    opportunities: moved<'opportunities'>(map.opportunities),
    actions: moved<'actions'>(map.actions),
    elements: moved<'elements'>(map.elements),
    moments: map.moments.filter(({ touchpointId }) => places.has(touchpointId)),
    links: map.links.filter(({ from, to }) => places.has(from) && places.has(to)),
  };
}
