/**
 * Commands that change how the grid is divided: a stage or lane cut in two, made one with the next, or copied with all
 * that lies in it. Nothing is lost: what lay there lies in one of the two at the place where it was drawn, and texts
 * that are too long together refuse the command instead of being cut.
 */
import { emptyMap } from '../model/blankMap.ts';
import type { JourneyMap, Lane, Stage, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { LANE_HEIGHT, LAST_ROW, NAME, STAGE_WIDTH } from '../model/limits.ts';
import { defaultsOf } from '../model/schema.ts';
import { timeAfterCut, timesAfterMerge } from '../model/stageTimes.ts';
import { cutText } from '../model/cutText.ts';
import { done, hasRoom, nothingToSay, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Done } from './commands.ts';
import { copyRecords } from './copyRecords.ts';
import { pastedCollections } from './fragment.ts';
import { joinedExtra, joinedLine, joinedPhase, joinedTexts, sumOfKnown } from './joined.ts';
import { structureRefusal } from './locks.ts';
import { contentOf } from './placedContent.ts';
import { writeBefore } from './rankedRecord.ts';
import { readMap, readOrder, readRecord } from './readMap.ts';
import { writeFields, writeWhole } from './recordForm.ts';
import { removeRecords } from './removal.ts';
import { takeStep } from './step.ts';

type Part = Pick<
  Commands,
  'splitStage' | 'splitLane' | 'mergeStage' | 'mergeLane' | 'duplicateStage' | 'duplicateLane'
>;
type Grid = 'stages' | 'lanes';
type Cells = 'insights' | 'opportunities' | 'actions';

export function divideCommands(context: CommandContext): Part {
  const { doc, newId } = context;

  /** The id behind one in the order; null when it is the last. */
  function nextOf(collection: Grid, id: string): string | null {
    const order = readOrder(doc, collection);
    return order[order.indexOf(id) + 1] ?? null;
  }

  function touchpointsIn(field: 'stageId' | 'laneId', id: string): readonly Touchpoint[] {
    return contentOf(doc, field, id).flatMap(([collection, record]) =>
      collection === 'touchpoints' ? (readRecord(doc, 'touchpoints', record) ?? []) : [],
    );
  }

  function cellsIn(field: 'stageId' | 'laneId', id: string): readonly (readonly [Cells, string])[] {
    return contentOf(doc, field, id).flatMap(([collection, record]) =>
      collection === 'touchpoints' ? [] : [[collection, record] as const],
    );
  }

  function place(touchpoint: Touchpoint, to: Partial<Touchpoint>): void {
    const { stageId, laneId, t, row } = { ...touchpoint, ...to };
    writeFields(doc, 'touchpoints', touchpoint.id, { stageId, laneId, t, row });
  }

  /** Whether a note is about touchpoints of the second part alone; one about none stays where it is. */
  function goesAlong(collection: Cells, id: string, gone: ReadonlySet<string>): boolean {
    const record = readRecord(doc, collection, id);
    if (!record) return false;
    const about =
      'touchpointId' in record ? [record.touchpointId ?? ''].filter(Boolean) : record.touchpointIds;
    return about.length > 0 && about.every((touchpoint) => gone.has(touchpoint));
  }

  function duplicate(collection: Grid, id: string, name: string): Done<string> {
    const map = readMap(doc);
    const record = map[collection].find((one) => one.id === id);
    if (!record) return refuse('gone');
    const reason = structureRefusal(doc);
    if (reason) return refuse(reason);
    const content = withContent(map, collection, id);
    const copied: JourneyMap = { ...content, [collection]: [{ ...record, name: cutText(name, NAME) }] };
    if (
      !hasRoom(doc, collection) ||
      pastedCollections.some((kind) => !hasRoom(doc, kind, copied[kind].length))
    )
      return refuse('full');
    const made = copyRecords(
      context,
      copied,
      (ids) => ({ name: { what: 'duplicate', count: 1 }, ids: ids.slice(0, 1), joins: null }),
      { collection, before: nextOf(collection, id) },
    );
    const [first] = made.ok ? made.value : [];
    return first === undefined ? refuse('gone') : done(first);
  }

  return {
    splitStage(id, at, name) {
      const stage = readRecord(doc, 'stages', id);
      if (!stage) return refuse('gone');
      const cut = Math.round(at * 100) / 100;
      if (!(cut > 0 && cut < 1)) return refuse('not-allowed');
      const reason = structureRefusal(doc) ?? (hasRoom(doc, 'stages') ? null : 'full');
      if (reason) return refuse(reason);
      const newStage = newId();
      const duration = stage.durationMin;
      const firstDuration = duration === null ? null : Math.round(duration * cut);
      takeStep(
        doc,
        () => {
          const width = Math.round(stage.width * cut);
          const part: Stage = {
            ...defaultsOf('stages'),
            id: newStage,
            name: cutText(name, NAME),
            phase: stage.phase,
            colour: stage.colour,
            collapsed: stage.collapsed,
            width: Math.max(STAGE_WIDTH.min, stage.width - width),
            durationMin: duration === null || firstDuration === null ? null : duration - firstDuration,
          };
          writeBefore(doc, 'stages', part, nextOf('stages', id));
          writeFields(doc, 'stages', id, {
            width: Math.max(STAGE_WIDTH.min, width),
            durationMin: firstDuration,
          });
          const gone = new Set<string>();
          for (const touchpoint of touchpointsIn('stageId', id)) {
            const { isSecond, t } = timeAfterCut(touchpoint.t, cut);
            if (isSecond) gone.add(touchpoint.id);
            place(touchpoint, { t, stageId: isSecond ? newStage : id });
          }
          for (const [collection, cell] of cellsIn('stageId', id))
            if (goesAlong(collection, cell, gone)) writeFields(doc, collection, cell, { stageId: newStage });
        },
        () => ({ name: { what: 'split', count: 1 }, ids: [id, newStage], joins: null }),
      );
      return done(newStage);
    },

    splitLane(id, row, name) {
      const lane = readRecord(doc, 'lanes', id);
      if (!lane) return refuse('gone');
      const cut = Math.round(row);
      if (laneHolds(lane.kind) !== 'touchpoints' || cut < 1 || cut > LAST_ROW) return refuse('not-allowed');
      const reason = structureRefusal(doc) ?? (hasRoom(doc, 'lanes') ? null : 'full');
      if (reason) return refuse(reason);
      const newLane = newId();
      takeStep(
        doc,
        () => {
          const part: Lane = {
            ...defaultsOf('lanes'),
            id: newLane,
            name: cutText(name, NAME),
            kind: lane.kind,
            personaId: lane.personaId,
            collapsed: lane.collapsed,
          };
          writeBefore(doc, 'lanes', part, nextOf('lanes', id));
          for (const touchpoint of touchpointsIn('laneId', id))
            if (touchpoint.row >= cut) place(touchpoint, { laneId: newLane, row: touchpoint.row - cut });
        },
        () => ({ name: { what: 'split', count: 1 }, ids: [id, newLane], joins: null }),
      );
      return done(newLane);
    },

    mergeStage(id) {
      const first = readRecord(doc, 'stages', id);
      const nextId = nextOf('stages', id);
      if (!first) return refuse('gone');
      const second = nextId === null ? undefined : readRecord(doc, 'stages', nextId);
      if (!second) return refuse('not-allowed');
      const reason = structureRefusal(doc);
      if (reason) return refuse(reason);
      const texts = joinedTexts(first, second);
      if (!texts) return refuse('full');
      const early = touchpointsIn('stageId', id);
      const late = touchpointsIn('stageId', second.id);
      const phase = joinedPhase(first, early, second, late);
      const times = timesAfterMerge(
        early.map(({ t }) => t),
        late.map(({ t }) => t),
        first.width / (first.width + second.width),
      );
      takeStep(
        doc,
        () => {
          for (const [touchpoints, stage, given] of [
            [early, first, times.first],
            [late, second, times.second],
          ] as const) {
            for (const touchpoint of touchpoints) {
              place(touchpoint, { stageId: id, t: given.get(touchpoint.t) ?? touchpoint.t });
              // It keeps the phase it had from its stage.
              if (touchpoint.phase === null && stage.phase !== phase)
                writeFields(doc, 'touchpoints', touchpoint.id, { phase: stage.phase });
            }
          }
          for (const [collection, cell] of cellsIn('stageId', second.id))
            writeFields(doc, collection, cell, { stageId: id });
          writeWhole(doc, 'stages', id, {
            ...first,
            ...texts,
            phase,
            colour: first.colour ?? second.colour,
            collapsed: first.collapsed && second.collapsed,
            width: Math.min(STAGE_WIDTH.max, first.width + second.width),
            durationMin: sumOfKnown(first.durationMin, second.durationMin),
            ...joinedExtra(first, second),
          });
          removeRecords(doc, [['stages', second.id]]);
        },
        () => ({ name: { what: 'merge', count: 1 }, ids: [id], joins: null }),
      );
      return nothingToSay;
    },

    mergeLane(id) {
      const first = readRecord(doc, 'lanes', id);
      const nextId = nextOf('lanes', id);
      if (!first) return refuse('gone');
      const second = nextId === null ? undefined : readRecord(doc, 'lanes', nextId);
      // Of another kind its things would mean something else: a node of the journey, or what happens behind it.
      if (!second || second.kind !== first.kind || laneHolds(first.kind) === 'nothing')
        return refuse('not-allowed');
      const reason = structureRefusal(doc);
      if (reason) return refuse(reason);
      const name = joinedLine(first.name, second.name, NAME);
      if (name === null) return refuse('full');
      const rows = touchpointsIn('laneId', id).reduce((most, { row }) => Math.max(most, row + 1), 0);
      takeStep(
        doc,
        () => {
          for (const touchpoint of touchpointsIn('laneId', second.id))
            place(touchpoint, { laneId: id, row: Math.min(LAST_ROW, touchpoint.row + rows) });
          for (const [collection, cell] of cellsIn('laneId', second.id))
            writeFields(doc, collection, cell, { laneId: id });
          writeWhole(doc, 'lanes', id, {
            ...first,
            name,
            height: Math.min(LANE_HEIGHT.max, Math.max(first.height, second.height)),
            collapsed: first.collapsed && second.collapsed,
            // Seen for one persona only when both were for the same.
            personaId: first.personaId === second.personaId ? first.personaId : null,
            ...joinedExtra(first, second),
          });
          removeRecords(doc, [['lanes', second.id]]);
        },
        () => ({ name: { what: 'merge', count: 1 }, ids: [id], joins: null }),
      );
      return nothingToSay;
    },

    duplicateStage: (id, name) => duplicate('stages', id, name),
    duplicateLane: (id, name) => duplicate('lanes', id, name),
  };
}

/** What lies in a stage or lane, what belongs to it, and the links between its touchpoints. */
function withContent(map: JourneyMap, collection: Grid, id: string): JourneyMap {
  const field = collection === 'stages' ? 'stageId' : 'laneId';
  const lies = (record: { readonly stageId: string | null; readonly laneId: string | null }): boolean =>
    record[field] === id;
  const touchpoints = map.touchpoints.filter(lies);
  const ids = new Set(touchpoints.map((touchpoint) => touchpoint.id));
  return {
    ...emptyMap(map.map.id),
    touchpoints,
    insights: map.insights.filter(lies),
    opportunities: map.opportunities.filter(lies),
    actions: map.actions.filter(lies),
    moments: map.moments.filter(({ touchpointId }) => ids.has(touchpointId)),
    links: map.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
