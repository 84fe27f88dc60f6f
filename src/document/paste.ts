/**
 * Pasting a fragment (U27, U28): new ids, links kept between what is pasted, references kept where they lead to
 * something here. Channels and evidence that this map does not have come along; stages, lanes, personas and tiers are
 * found by id, else by name, and never made, but for personas that were copied themselves (copiedPersonas.ts). The
 * first paste of a cut in its own map is a move: ids stay, and so does what was tied to them (ties.ts).
 */
import { emptyMap } from '../model/blankMap.ts';
import { shiftedElements } from '../model/elements.ts';
import { hasItsPicture } from '../model/hasItsPicture.ts';
import type { Collection, ElementPlace, JourneyMap, Place, Records } from '../model/journeyMap.ts';
import { ranksToInsert } from '../model/rank.ts';
import { rewriteIds } from '../model/rewriteIds.ts';
import { done, exists, hasRoom, ranksOf, refuse, type CommandContext } from './commandTools.ts';
import type { Done, Fragment, StepName } from './commands.ts';
import { copiedPersonas, writePersonas } from './copiedPersonas.ts';
import { writeCopies } from './copyRecords.ts';
import { pastedCollections, recordsIn } from './fragment.ts';
import { pastePlaces } from './pastePlaces.ts';
import { readOrder, readRecord } from './readMap.ts';
import { writeWhole } from './recordForm.ts';
import { takeStep } from './step.ts';
import { movedIn, writeTies } from './ties.ts';

export function pasteFragment(
  { doc, newId }: CommandContext,
  fragment: Fragment,
  at: Place | null,
  what: Extract<StepName['what'], 'paste' | 'duplicate'>,
  beside: Pick<ElementPlace, 'side' | 'x' | 'y'> | null,
): Done<readonly string[]> {
  const given = givenIn(fragment);
  const cards = [
    ...given.touchpoints,
    ...given.insights,
    ...given.opportunities,
    ...given.actions,
    ...given.elements,
    ...given.personas,
  ];
  if (cards.length === 0) return refuse('not-allowed');
  if (!hasRoom(doc, 'personas', given.personas.length)) return refuse('full');
  if (pastedCollections.some((name) => !hasRoom(doc, name, given[name].length))) return refuse('full');
  const places = pastePlaces(doc, fragment, given, at);
  if (!places) return refuse('not-allowed');
  const elements = pastedElements(given.elements, beside);

  const moved = movedIn(doc, fragment);
  const fresh = new Map(
    [...pastedCollections, 'personas' as const].flatMap((name) =>
      given[name].map(({ id }) => [id, moved.has(id) ? id : newId()] as const),
    ),
  );
  const counterparts = findCounterparts();
  const renamed = rewriteIds(
    { ...given, ...places, elements },
    {
      // A job belongs to its persona and has no second one.
      own: (id, space) => fresh.get(id) ?? (space === 'jobs' ? newId() : id),
      reference: (id) => fresh.get(id) ?? counterparts.ids.get(id) ?? id,
    },
  );
  const ids = cards.flatMap(({ id }) => fresh.get(id) ?? []);
  takeStep(
    doc,
    () => {
      counterparts.create();
      writePersonas(doc, renamed.personas);
      writeCopies(doc, renamed, new Set(fresh.values()));
      writeTies(doc, fragment, moved);
    },
    () => ({ name: { what, count: ids.length }, ids, joins: null }),
  );
  return done(ids);

  /** What the records refer to, by the id it has here; `create` makes what came along. */
  function findCounterparts(): { readonly ids: ReadonlyMap<string, string>; readonly create: () => void } {
    const found = new Map<string, string>();
    const missing: {
      readonly collection: 'channels' | 'evidence';
      readonly record: Records['channels' | 'evidence'];
    }[] = [];
    for (const collection of ['personas', 'tiers', 'channels', 'evidence'] as const) {
      for (const record of recordsIn(fragment, collection)) {
        if (fresh.has(record.id) || exists(doc, collection, record.id)) continue;
        const twin = 'name' in record ? byName(collection, record.name) : undefined;
        if (twin !== undefined) found.set(record.id, twin);
        else if (
          (collection === 'channels' || collection === 'evidence') &&
          hasRoom(doc, collection, missing.length + 1)
        ) {
          const id = newId();
          found.set(record.id, id);
          missing.push({ collection, record: { ...record, id } as Records['channels' | 'evidence'] });
        }
      }
    }
    return {
      ids: found,
      create() {
        for (const { collection, record } of missing) {
          const rank =
            collection === 'channels' ? ranksToInsert(ranksOf(doc, 'channels'), [record.id], null) : null;
          writeWhole(doc, collection, record.id, record, rank?.get(record.id));
        }
      },
    };
  }

  function byName(collection: Collection, name: string): string | undefined {
    return readOrder(doc, collection).find((id) => {
      const record = readRecord(doc, collection, id);
      return record !== undefined && 'name' in record && record.name === name;
    });
  }
}

/** The records to paste, as a map with nothing else in it. */
function givenIn(fragment: Fragment): JourneyMap {
  return {
    ...emptyMap('fragment'),
    touchpoints: recordsIn(fragment, 'touchpoints'),
    insights: recordsIn(fragment, 'insights'),
    opportunities: recordsIn(fragment, 'opportunities'),
    actions: recordsIn(fragment, 'actions'),
    moments: recordsIn(fragment, 'moments'),
    links: recordsIn(fragment, 'links'),
    personas: copiedPersonas(fragment),
    elements: recordsIn(fragment, 'elements').filter(hasItsPicture),
  };
}

/** Beside the originals, a step off; with a corner given, the uppermost left one of them comes to lie there. */
const pasteStep = 24;

function pastedElements(
  given: JourneyMap['elements'],
  beside: Pick<ElementPlace, 'side' | 'x' | 'y'> | null,
): JourneyMap['elements'] {
  if (!beside) return shiftedElements(given, pasteStep, pasteStep);
  const left = Math.min(...given.map(({ x }) => x));
  const top = Math.min(...given.map(({ y }) => y));
  return shiftedElements(given, beside.x - left, beside.y - top).map((element) => ({
    ...element,
    side: beside.side,
  }));
}
