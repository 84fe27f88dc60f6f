/**
 * Which keys of a record refer to what, read off the model's schema, as they lie in the document. Deleting clears
 * these, undo looks here for others' use of a record, and paste rewrites them.
 */
import type { FieldSpec, IdSpace } from '../model/fieldSpec.ts';
import type { Collection } from '../model/journeyMap.ts';
import { collectionNames, recordSchema } from '../model/schema.ts';

export interface Reference {
  readonly field: string;
  readonly to: readonly IdSpace[] | 'any';
  /**
   * `one` id or null · `many`: a list of ids · `keys`: entries by id (`byPersona/p1`) · `place`: inside a touchpoint's
   * place · `owned`: the record makes no sense without its target and goes with it.
   */
  readonly form: 'one' | 'many' | 'keys' | 'place' | 'owned';
}

function formOf(
  collection: Collection,
  field: string,
  spec: FieldSpec,
): Pick<Reference, 'form' | 'to'> | null {
  if (spec.kind === 'entries') return { form: 'keys', to: [spec.keys] };
  if (spec.kind === 'list') return spec.of.kind === 'reference' ? { form: 'many', to: spec.of.to } : null;
  if (spec.kind !== 'reference') return null;
  const { to } = spec;
  if (collection === 'touchpoints' && (field === 'stageId' || field === 'laneId'))
    return { form: 'place', to };
  // A reading without a touchpoint is one of the whole map: clearing the reference would make it say something else.
  if (collection === 'readings' && field === 'touchpointId') return { form: 'owned', to };
  return { form: spec.presence === 'required' ? 'owned' : 'one', to };
}

const byCollection = new Map<Collection, readonly Reference[]>(
  collectionNames.map((collection) => [
    collection,
    Object.entries<FieldSpec>(recordSchema(collection)).flatMap(([field, spec]) => {
      const form = formOf(collection, field, spec);
      return form ? [{ field, ...form }] : [];
    }),
  ]),
);

export function referencesOf(collection: Collection): readonly Reference[] {
  return byCollection.get(collection) ?? [];
}
