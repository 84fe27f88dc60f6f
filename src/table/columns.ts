/**
 * The columns of the Table: which fields of a touchpoint they hold, how wide they are, and which are shown at first.
 * What a field may be is the model's own spec of it; only what the schema cannot know stands here.
 */
import type { FieldSpec } from '../model/fieldSpec.ts';
import type { Touchpoint } from '../model/journeyMap.ts';
import { recordSchema } from '../model/schema.ts';
import type { ValueLabels } from '../words/fieldTypes.ts';

export type ColumnField = Exclude<keyof Touchpoint, 'id' | 'extra'>;

export interface Column {
  readonly field: ColumnField;
  readonly spec: FieldSpec;
  /** px; on a narrow screen `narrow`. */
  readonly width: number;
  readonly narrow: number;
  /** The table that names a choice's values. */
  readonly words?: keyof ValueLabels;
  /** A share of 1 shown as a share of 100. */
  readonly percent?: boolean;
  /** What others wrote in the same field is offered. */
  readonly suggest?: boolean;
  /** Five blocks beside the number. */
  readonly blocks?: boolean;
}

type More = Pick<Column, 'words' | 'percent' | 'suggest' | 'blocks'>;

function column(field: ColumnField, width: number, more: More = {}): Column {
  return { field, spec: recordSchema('touchpoints')[field], width, narrow: Math.min(width, 150), ...more };
}

/** Every column, in the order they stand in. */
export const allColumns: readonly Column[] = [
  { ...column('title', 288), narrow: 190 },
  column('channelId', 164),
  { ...column('emotion', 62), narrow: 72 },
  { ...column('importance', 104, { blocks: true }), narrow: 96 },
  { ...column('performance', 104, { blocks: true }), narrow: 110 },
  column('owner', 168, { suggest: true }),
  column('evidenceLevel', 116, { words: 'evidenceLevel' }),
  column('stageId', 150),
  column('laneId', 150),
  column('t', 64),
  column('key', 84),
  column('status', 96, { words: 'touchpointStatus' }),
  column('team', 140, { suggest: true }),
  column('feeling', 140, { suggest: true }),
  { ...column('effort', 104, { blocks: true }), narrow: 64 },
  column('nps', 72),
  column('csat', 72),
  column('ces', 72),
  column('reached', 84),
  column('passed', 84),
  column('conversion', 96, { percent: true }),
  column('sieve', 84, { words: 'sieve' }),
  column('cost', 96),
  column('touchesPerWeek', 110),
  column('responseTargetMin', 120),
  column('responseActualMin', 120),
  column('durationMin', 84),
  column('phase', 120, { words: 'phase' }),
  column('control', 110, { words: 'control' }),
  column('initiator', 110, { words: 'initiator' }),
  column('kano', 130, { words: 'kano' }),
  column('mode', 130, { words: 'mode' }),
  column('formality', 100, { words: 'formality' }),
  column('media', 100, { words: 'media' }),
  column('planned', 110),
  column('complaint', 120),
  column('listening', 90),
  column('outcome', 96, { words: 'outcome' }),
  column('doing', 220),
  column('thinking', 220),
  column('need', 220),
  column('effect', 220),
  column('description', 260),
  column('procedure', 260),
  column('tags', 180),
];

const firstShown: readonly ColumnField[] = [
  'title',
  'channelId',
  'emotion',
  'importance',
  'performance',
  'owner',
  'evidenceLevel',
];
const firstNarrow: readonly ColumnField[] = [
  'title',
  'emotion',
  'importance',
  'performance',
  'channelId',
  'owner',
];

/** What is shown before anybody chose: as in the picture; on a phone what one rates with. */
export function firstColumns(narrow: boolean): readonly ColumnField[] {
  return narrow ? firstNarrow : firstShown;
}

/** The columns of these fields, the title always first; on a narrow screen in the order given. */
export function columnsOf(fields: readonly ColumnField[], narrow: boolean): readonly Column[] {
  const chosen = allColumns.filter(({ field }) => field === 'title' || fields.includes(field));
  if (!narrow) return chosen;
  return chosen.toSorted((a, b) => placeIn(fields, a) - placeIn(fields, b));
}

function placeIn(fields: readonly ColumnField[], { field }: Column): number {
  return field === 'title' ? -1 : fields.indexOf(field);
}
