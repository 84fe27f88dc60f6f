/**
 * A map as tables: one for each kind of record that XLSX and CSV write. Columns follow the model's schema, so a new
 * field is a new column; rows stand in the order of the map, touchpoints in sequence.
 */
import { address } from '../../model/address.ts';
import type { Collection, JourneyMap } from '../../model/journeyMap.ts';
import { recordSchema } from '../../model/schema.ts';
import { inSequence } from '../../model/sequence.ts';
import { fieldWords } from '../../words/fields.ts';
import type { FieldSpec } from '../../model/fieldSpec.ts';
import type { Cell, CellWriter } from './fieldCells.ts';

export interface Table {
  readonly name: string;
  readonly heads: readonly string[];
  /** As long as `heads` each. */
  readonly rows: readonly (readonly Cell[])[];
}

export type TabledCollection = Exclude<
  Collection,
  'comments' | 'votes' | 'snapshots' | 'dismissals' | 'views'
>;

/** Whole pictures and files do not fit a cell. */
const tooLarge: ReadonlySet<FieldSpec['kind']> = new Set(['image', 'file']);

/** The records of a collection, one row each, with every field; addresses by the map that they are a part of. */
export function recordTable(
  journey: JourneyMap,
  collection: TabledCollection,
  writer: CellWriter,
  whole: JourneyMap = journey,
): Table {
  const labels: Readonly<Record<string, string>> = fieldWords[writer.language].fields[collection];
  const specs: Readonly<Record<string, FieldSpec>> = recordSchema(collection);
  const columns = Object.entries(specs).filter(([, { kind }]) => kind !== 'id' && !tooLarge.has(kind));
  const records: readonly object[] = collection === 'touchpoints' ? inSequence(journey) : journey[collection];
  const addressOf = collection === 'touchpoints' ? addresses(whole) : null;
  return {
    name: fieldWords[writer.language].many[collection],
    heads: [
      writer.words.id,
      ...(addressOf ? [writer.words.address] : []),
      ...columns.map(([field]) => labels[field] ?? field),
    ],
    rows: records.map((record) => {
      const values = record as { readonly id: string } & Readonly<Record<string, unknown>>;
      return [
        values.id,
        ...(addressOf ? [addressOf.get(values.id) ?? null] : []),
        ...columns.map(([field, spec]) => writer.cell(spec, values[field], [collection, field])),
      ];
    }),
  };
}

/** Where every touchpoint lies: "C2". */
export function addresses({ stages, lanes, touchpoints }: JourneyMap): ReadonlyMap<string, string> {
  const stageAt = new Map(stages.map(({ id }, index) => [id, index]));
  const laneAt = new Map(lanes.map(({ id }, index) => [id, index]));
  return new Map(
    touchpoints.map(({ id, stageId, laneId }) => [
      id,
      address(stageAt.get(stageId) ?? 0, laneAt.get(laneId) ?? 0),
    ]),
  );
}
