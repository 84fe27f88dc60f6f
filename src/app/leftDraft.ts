/**
 * What a text that was typed and not written (draftMemory.ts) is worth when the map opens again: nothing when the map has
 * it already, else where it belongs and how it is put there. Where its record is gone, or more than a text belongs there,
 * it can only be copied.
 */
import type { Commands, EditableCollection } from '../document/commands.ts';
import type { RecordSchema } from '../model/fieldSpec.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { mapSchema, recordSchema } from '../model/schema.ts';
import type { KeptDraft } from '../state/draftMemory.ts';

export interface LeftDraft {
  readonly text: string;
  /** Collection and field, for its name; null for something new. */
  readonly where: { readonly collection: string; readonly field: string } | null;
  /** `gone`: its record was deleted. */
  readonly put:
    | { readonly kind: 'write'; readonly run: (commands: Commands) => void }
    | { readonly kind: 'make'; readonly spot: unknown }
    | { readonly kind: 'copy' | 'gone' };
}

type Records = readonly { readonly id: string }[];

/** Null: nothing to offer. */
export function readLeftDraft({ place, text }: KeptDraft, journey: JourneyMap): LeftDraft | null {
  if (text.trim() === '') return null;
  if (place.startsWith('new ')) {
    const spot = parse(place.slice('new '.length));
    return { text, where: null, put: spot === null ? { kind: 'copy' } : { kind: 'make', spot } };
  }
  const [key = '', field = ''] = place.split('#');
  const [collection = '', ids = '', ...inside] = key.split('/');
  const where = { collection, field };
  if (collection === 'map') {
    if (same(Reflect.get(journey.map, field), text)) return null;
    if (!isText(mapSchema, field)) return { text, where, put: { kind: 'copy' } };
    return write((commands) => commands.updateMap({ [field]: text.trim() }));
  }
  const all: unknown = Reflect.get(journey, collection);
  if (!Array.isArray(all) || inside.length > 0) return { text, where, put: { kind: 'copy' } };
  const wanted = ids.split(',');
  const records = (all as Records).filter(({ id }) => wanted.includes(id));
  if (records.length === 0) return { text, where, put: { kind: 'gone' } };
  if (records.every((record) => same(Reflect.get(record, field), text))) return null;
  // A list of records of the map is the collection of this name.
  const known = collection as EditableCollection;
  if (!isText(recordSchema(known), field)) return { text, where, put: { kind: 'copy' } };
  return write((commands) =>
    commands.update(
      known,
      records.map(({ id }) => id),
      { [field]: text.trim() },
    ),
  );

  function write(run: (commands: Commands) => unknown): LeftDraft {
    return { text, where, put: { kind: 'write', run: (commands) => void run(commands) } };
  }
}

function isText(schema: RecordSchema, field: string): boolean {
  return schema[field]?.kind === 'text';
}

function same(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.trim() === text.trim();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
