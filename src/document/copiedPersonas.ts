/**
 * Personas in a fragment. Most only say whom something copied was about (they are found here by name, and never made); those
 * that were copied themselves are named in `copied` and become personas of this map, at the end of its order, never its
 * point of view.
 */
import type * as Y from 'yjs';
import type { Json, Persona } from '../model/journeyMap.ts';
import { ranksToInsert } from '../model/rank.ts';
import { collectionOf, ranksOf } from './commandTools.ts';
import type { Fragment } from './commands.ts';
import { recordsIn, withoutLostReferences } from './fragment.ts';
import { writeWhole } from './recordForm.ts';

/** The personas to be made. */
export function copiedPersonas(fragment: Fragment): readonly Persona[] {
  const { content } = fragment;
  const copied: Json | undefined =
    typeof content === 'object' && content !== null ? content['copied'] : undefined;
  if (!Array.isArray(copied)) return [];
  return recordsIn(fragment, 'personas')
    .filter(({ id }) => copied.includes(id))
    .map((persona) => ({ ...persona, primary: false }));
}

/** Writes them without references that lead nowhere here. Inside a step. */
export function writePersonas(doc: Y.Doc, personas: readonly Persona[]): void {
  const ids = personas.map(({ id }) => id);
  const ranks = ranksToInsert(ranksOf(doc, 'personas'), ids, null);
  for (const persona of personas) {
    const whole = withoutLostReferences('personas', persona, (id) => collectionOf(doc, id) !== undefined);
    if (whole) writeWhole(doc, 'personas', persona.id, whole, ranks.get(persona.id));
  }
}
