/**
 * Section 2 of domain.md as data: every field of the map, of the brand and of each collection.
 *
 * Parse, write, clamp, the live document and the inspector's forms all read this table, so a field is added in two
 * places only: its type in journeyMap.ts and its line here; the compiler holds the two together.
 * The order of fields is the order in which a file is written. The lines themselves are in the three files below.
 */
import { defaultsIn, type FieldSpec, type SchemaOf } from './fieldSpec.ts';
import type { Brand, Collection, MapInfo, Records } from './journeyMap.ts';
import { SHORT_TEXT } from './limits.ts';
import { brandSchema, mapSchema, personas, tiers } from './schemaOfPeople.ts';
import { channels, lanes, links, moments, stages, touchpoints } from './schemaOfJourney.ts';
import {
  actions,
  comments,
  dismissals,
  elements,
  evidence,
  insights,
  metricRanges,
  opportunities,
  readings,
  snapshots,
  views,
  votes,
} from './schemaOfNotes.ts';

/** The map's own fields and the brand's; the range of a reading's value by metric. */
export { brandSchema, mapSchema, metricRanges };

/** Every collection in the order of a file. */
const collectionSchemas: { readonly [C in Collection]: SchemaOf<Records[C]> } = {
  tiers,
  personas,
  stages,
  lanes,
  channels,
  touchpoints,
  moments,
  links,
  insights,
  opportunities,
  actions,
  evidence,
  readings,
  comments,
  votes,
  snapshots,
  dismissals,
  elements,
  views,
};

/** Names of the collections, in the order of a file. */
export const collectionNames = Object.keys(collectionSchemas) as readonly Collection[];

/** The fields of a collection's records, typed by field. */
export function recordSchema<C extends Collection>(collection: C): SchemaOf<Records[C]> {
  return collectionSchemas[collection];
}

/** Texts of 400 or more that merge by character in the live document, by collection. */
export const longTexts: Readonly<Record<Collection | 'map' | 'brand', readonly string[]>> = {
  map: longTextsIn(mapSchema),
  brand: longTextsIn(brandSchema),
  ...(Object.fromEntries(
    collectionNames.map((name) => [name, longTextsIn(collectionSchemas[name])]),
  ) as Record<Collection, readonly string[]>),
};

function longTextsIn(schema: { readonly [field: string]: FieldSpec }): readonly string[] {
  return Object.keys(schema).filter((field) => {
    const spec = schema[field];
    return spec?.kind === 'text' && spec.max >= SHORT_TEXT;
  });
}

/**
 * A record with every default. What a record must have but the model gives no default for (its id, the stage of a
 * touchpoint …) is '' or the first sensible value: fill it in.
 */
export function defaultsOf<C extends Collection>(collection: C): Records[C] {
  return defaults[collection];
}
const defaults = Object.fromEntries(
  collectionNames.map((name) => [name, defaultsIn<unknown>(collectionSchemas[name])]),
) as unknown as Records;

/** Title, language and the rest of a new map, with every default. */
export const mapDefaults: MapInfo = defaultsIn<MapInfo>(mapSchema);
export const brandDefaults: Brand = defaultsIn<Brand>(brandSchema);
