/**
 * The keys of a record in the document that are not simply a field's name (SCHEMA.md D5, D6, D8, D9).
 */

/** A touchpoint's stage, lane, time and row, or a free element's side, corner and size: one value, so that two moves end in one of the two places. */
export const placeKey = 'place';
const placeFields: { readonly [kind: string]: readonly string[] | undefined } = {
  touchpoints: ['stageId', 'laneId', 't', 'row'],
  elements: ['side', 'x', 'y', 'width', 'height'],
};

/** The fields that lie under the place's key, for records that have a place. */
export function placeFieldsOf(kind: string): readonly string[] {
  return placeFields[kind] ?? [];
}

/** Order in an ordered collection (src/model/rank.ts). */
export const rankKey = 'rank';

const entryFields = ['byPersona', 'byTier'] as const;
export type EntryField = (typeof entryFields)[number];

/** One entry of `byPersona` or `byTier` is one key. */
export function entryKey(field: string, id: string): string {
  return `${field}/${id}`;
}

export function splitEntryKey(key: string): { readonly field: EntryField; readonly id: string } | null {
  for (const field of entryFields) {
    if (key.startsWith(`${field}/`)) return { field, id: key.slice(field.length + 1) };
  }
  return null;
}

const escape = '~';

/** Where an unknown key of a file is kept: under its own name unless that name means something here. */
export function extraKey(key: string): string {
  return key === placeKey || key === rankKey || key.startsWith(escape) || splitEntryKey(key)
    ? escape + key
    : key;
}

/** The unknown key of the file that lies under a key of the document. */
export function fromExtraKey(key: string): string {
  return key.startsWith(escape) ? key.slice(escape.length) : key;
}
