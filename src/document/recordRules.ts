/** Rules between a record and others that a command must keep (domain.md 2), where repair would have to mend it afterwards. */
import type * as Y from 'yjs';
import { hasItsPicture } from '../model/hasItsPicture.ts';
import type { FreeElement, Lane, Link, Moment, Reading, Records } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { metricRanges } from '../model/schema.ts';
import { exists, placeRefusal } from './commandTools.ts';
import type { EditableCollection, Refusal } from './commands.ts';
import { structureRefusal } from './locks.ts';
import { readOrder, readRecord } from './readMap.ts';

type Cell = { readonly stageId: string | null; readonly laneId: string | null };

/** Why a record may not be like this, or null; `old` is null for a new one. What was so before is not asked again. */
export function refusalOf(
  doc: Y.Doc,
  collection: EditableCollection,
  record: object,
  old: object | null,
): Refusal | null {
  const differs = (...names: string[]): boolean => {
    const [now, before] = [record, old] as ({ readonly [field: string]: unknown } | null)[];
    return !before || names.some((name) => before[name] !== now?.[name]);
  };
  if (old && 'locked' in old && old.locked === true && (record as FreeElement).locked) {
    if (differs(...placeFields)) return 'locked';
  }
  if (isPlaced(collection)) {
    const { stageId, laneId } = record as Cell;
    return differs('stageId', 'laneId') ? placeRefusal(doc, collection, stageId, laneId) : null;
  }
  if (collection === 'elements') return hasItsPicture(record as FreeElement) ? null : 'not-allowed';
  if ((collection === 'stages' || collection === 'lanes') && differs(...structureFields)) {
    const reason = structureRefusal(doc);
    if (reason) return reason;
  }
  if (collection === 'lanes') return kindRefusal(record as Lane, old as Lane | null);
  if (collection === 'links') return differs('from', 'to') ? linkRefusal(doc, record as Link) : null;
  if (collection === 'moments') {
    return differs('touchpointId', 'kind') ? momentRefusal(doc, record as Moment) : null;
  }
  return null;
}

/** Where something lies, of all that can be locked. */
const placeFields = ['stageId', 'laneId', 't', 'row', 'side', 'x', 'y', 'width', 'height'];
/** What is fixed while the structure is locked: the rest of a stage or lane is what it says. */
const structureFields = ['name', 'kind', 'width', 'height', 'collapsed', 'personaId'];

function isPlaced(collection: EditableCollection): boolean {
  return ['touchpoints', 'insights', 'opportunities', 'actions'].includes(collection);
}

/** A lane's kind may change only to one that holds the same content. */
function kindRefusal(lane: Lane, old: Lane | null): Refusal | null {
  return old && laneHolds(old.kind) !== laneHolds(lane.kind) ? 'not-allowed' : null;
}

function linkRefusal(doc: Y.Doc, { from, to }: Link): Refusal | null {
  if (!exists(doc, 'touchpoints', from) || !exists(doc, 'touchpoints', to)) return 'gone';
  return from === to ? 'not-allowed' : null;
}

/** At most one moment of a kind at a touchpoint. */
function momentRefusal(doc: Y.Doc, { id, touchpointId, kind }: Moment): Refusal | null {
  if (!exists(doc, 'touchpoints', touchpointId)) return 'gone';
  const isTaken = readOrder(doc, 'moments').some((other) => {
    const moment = other === id ? undefined : readRecord(doc, 'moments', other);
    return moment?.touchpointId === touchpointId && moment.kind === kind;
  });
  return isTaken ? 'not-allowed' : null;
}

/** A reading's value fits its metric, which is another field. */
export function fitTogether<C extends EditableCollection>(collection: C, record: object): Records[C] {
  if (collection !== 'readings') return record as Records[C];
  const reading = record as Reading;
  const { min, max, int } = metricRanges[reading.metric];
  const value = Math.min(max, Math.max(min, int ? Math.round(reading.value) : reading.value));
  return { ...reading, value } as Records[C];
}
