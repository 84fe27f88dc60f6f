/**
 * What came from a file into a map that is open, as one step: records under ids that are free, in the order they have
 * there, behind those the map has. Nothing that is there is changed; a brand only gets messages and topics.
 */
import type { Brand, Collection, JourneyMap } from '../model/journeyMap.ts';
import { hasItsPicture } from '../model/hasItsPicture.ts';
import type { NewReading } from '../model/parseReadings.ts';
import { ranksToInsert } from '../model/rank.ts';
import { addReadings } from './addReadings.ts';
import { collectionOf, done, hasRoom, ranksOf, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Done } from './commands.ts';
import { structureRefusal } from './locks.ts';
import { readBrand } from './readMap.ts';
import { writeFields, writeWhole } from './recordForm.ts';
import { isOrdered, mapCollections, stampSchema } from './roots.ts';
import { takeStep } from './step.ts';

/** What a person can select of it: cards and what lies beside the map. */
const selectable: readonly Collection[] = ['touchpoints', 'insights', 'opportunities', 'actions', 'elements'];

export function importCommands({ doc, newId }: CommandContext): Pick<Commands, 'add' | 'addReadings'> {
  return {
    add(given) {
      const added: JourneyMap = { ...given, elements: given.elements.filter(hasItsPicture) };
      const names = mapCollections.filter((name) => added[name].length > 0);
      if (names.length === 0) return refuse('not-allowed');
      if (names.some((name) => !hasRoom(doc, name, added[name].length))) return refuse('full');
      const locked = added.stages.length + added.lanes.length > 0 ? structureRefusal(doc) : null;
      if (locked) return refuse(locked);
      const ids = names.flatMap((name) => added[name].map(({ id }) => id));
      if (ids.some((id) => collectionOf(doc, id) !== undefined)) return refuse('not-allowed');
      const shown = selectable.flatMap((name) => added[name].map(({ id }) => id));
      takeStep(
        doc,
        () => {
          stampSchema(doc);
          if (added.brand) addToBrand(added.brand);
          for (const name of names) {
            const records: readonly { readonly id: string }[] = added[name];
            const ranks = isOrdered(name)
              ? ranksToInsert(
                  ranksOf(doc, name),
                  records.map(({ id }) => id),
                  null,
                )
              : null;
            for (const record of records) writeWhole(doc, name, record.id, record, ranks?.get(record.id));
          }
        },
        () => ({ name: { what: 'import', count: ids.length }, ids: shown, joins: null }),
      );
      return done(shown);
    },
    addReadings: (list) => takeReadings(list),
  };

  function takeReadings(list: readonly NewReading[]): Done<readonly string[]> {
    const result = takeStep(
      doc,
      () => addReadings(doc, list, newId),
      () => ({ name: { what: 'import', count: list.length }, ids: [], joins: null }),
    );
    return result.ok ? done(result.ids) : refuse('not-allowed');
  }

  function addToBrand(brand: Brand): void {
    const present = readBrand(doc);
    if (!present) writeWhole(doc, 'brand', '', brand);
    else
      writeFields(doc, 'brand', '', {
        messages: [...present.messages, ...brand.messages],
        topics: [...present.topics, ...brand.topics],
      });
  }
}
