/**
 * What came from a file into a map that is open, as one step: records under ids that are free, in the order they have
 * there, behind those the map has (lists without an order of their own lie as their makers do, D11). Nothing that is
 * there is changed; a brand only gets messages and topics.
 *
 * Records are written into a document beside the map, a few at a time, and come into the map as one update in one
 * transaction (SCHEMA.md D14): whatever stops the import before that, the map is as it was.
 */
import * as Y from 'yjs';
import type { Brand, Collection, JourneyMap } from '../model/journeyMap.ts';
import { hasItsPicture } from '../model/hasItsPicture.ts';
import type { NewReading } from '../model/parseReadings.ts';
import { ranksToInsert } from '../model/rank.ts';
import { addReadings } from './addReadings.ts';
import { collectionOf, done, hasRoom, ranksOf, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Done, Pace } from './commands.ts';
import { structureRefusal } from './locks.ts';
import { readBrand } from './readMap.ts';
import { writeFields, writeWhole } from './recordForm.ts';
import { collectionRoot, isOrdered, mapCollections, stampSchema } from './roots.ts';
import { takeStep } from './step.ts';
import { latestItems } from './structs.ts';
import { newDoc } from './newDoc.ts';

/** What a person can select of it: cards and what lies beside the map. */
const selectable: readonly Collection[] = ['touchpoints', 'insights', 'opportunities', 'actions', 'elements'];

/** Written in one go: half a millisecond's work, some milliseconds on a slow phone. */
export const recordsInSlice = 16;

const atOnce: Pace = () => Promise.resolve(true);

export function importCommands({ doc, newId }: CommandContext): Pick<Commands, 'add' | 'addReadings'> {
  return {
    async add(given, pace = atOnce) {
      const added: JourneyMap = { ...given, elements: given.elements.filter(hasItsPicture) };
      const refused = refusalOf(added);
      if (refused) return refused;
      const update = await written(added, pace);
      if (!update) return null;
      // Others went on meanwhile.
      const refusedNow = refusalOf(added);
      if (refusedNow) return refusedNow;
      const shown = selectable.flatMap((name) => added[name].map(({ id }) => id));
      takeStep(
        doc,
        () => {
          stampSchema(doc);
          if (added.brand) addToBrand(added.brand);
          takeIn(update);
        },
        () => ({
          name: { what: 'import', count: mapCollections.reduce((sum, name) => sum + added[name].length, 0) },
          ids: shown,
          joins: null,
          isLarge: true,
        }),
      );
      return done(shown);
    },
    addReadings: (list) => takeReadings(list),
  };

  function refusalOf(added: JourneyMap): ReturnType<typeof refuse> | null {
    const names = mapCollections.filter((name) => added[name].length > 0);
    if (names.length === 0) return refuse('not-allowed');
    if (names.some((name) => !hasRoom(doc, name, added[name].length))) return refuse('full');
    const locked = added.stages.length + added.lanes.length > 0 ? structureRefusal(doc) : null;
    if (locked) return refuse(locked);
    const isTaken = names.some((name) => {
      const known = latestItems(collectionRoot(doc, name));
      // Deleted ones as well: Yjs may take what is written beside the map for the older of the two, and drop it.
      return added[name].some(({ id }) => known.has(id) || collectionOf(doc, id) !== undefined);
    });
    return isTaken ? refuse('not-allowed') : null;
  }

  /** The records as an update that any document takes in, since it refers to nothing; null when it was stopped. */
  async function written(added: JourneyMap, pace: Pace): Promise<Uint8Array | null> {
    const beside = newDoc();
    let count = 0;
    for (const name of mapCollections) {
      const records: readonly { readonly id: string }[] = added[name];
      const ids = records.map(({ id }) => id);
      const ranks = isOrdered(name) ? ranksToInsert(ranksOf(doc, name), ids, null) : null;
      for (let from = 0; from < records.length; from += recordsInSlice) {
        const slice = records.slice(from, from + recordsInSlice);
        if (!(await pace(count))) return null;
        beside.transact(() => {
          for (const record of slice) writeWhole(beside, name, record.id, record, ranks?.get(record.id));
        });
        count += slice.length;
      }
    }
    if (!(await pace(count))) return null;
    const update = Y.encodeStateAsUpdate(beside);
    // Taking it in is a piece of its own.
    return (await pace(count)) ? update : null;
  }

  function takeIn(update: Uint8Array): void {
    doc.transact((transaction) => {
      Y.applyUpdate(doc, update);
      // Yjs takes what comes as an update for received; this was made here and is to be sent and kept as such.
      transaction.local = true;
    });
  }

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
