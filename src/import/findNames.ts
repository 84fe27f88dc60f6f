/**
 * Records by the names that a table writes: those the map has, and those that are made because it has none of that name.
 * What a row needs is kept only when the row itself is (`keep`), so that a row which is refused leaves nothing behind.
 */
import { plainName } from '../model/cellText.ts';
import type { IdSpace } from '../model/fieldSpec.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { cutText } from '../model/cutText.ts';
import { COLLECTION_LIMITS, NAME, SHORT_TEXT } from '../model/limits.ts';
import type { Rule } from '../model/reasons.ts';
import { defaultsOf } from '../model/schema.ts';

/** What can be found or made by its name. */
const spaces = [
  'stages',
  'lanes',
  'personas',
  'tiers',
  'channels',
  'evidence',
  'messages',
  'topics',
] as const;
export type NamedSpace = (typeof spaces)[number];

export interface MadeRecord {
  readonly space: NamedSpace;
  readonly id: string;
  readonly name: string;
}

export interface NameFinder {
  /** The id; a fault is noted, and an id that is nothing given, when no more can be made. */
  find(name: string, to: readonly IdSpace[]): string;
  /** What the last row asked for stays (true) or is forgotten. Faults met since the call before. */
  settle(keep: boolean): void;
  readonly faults: Rule[];
  readonly made: readonly MadeRecord[];
}

export function findNames(base: JourneyMap, newId: () => string): NameFinder {
  const made: MadeRecord[] = [];
  let fresh: (MadeRecord & { readonly key: string })[] = [];
  const faults: Rule[] = [];
  const present = new Map<NamedSpace, readonly { readonly id: string; readonly name: string }[]>(
    spaces.map((space) => [space, namesIn(base, space)]),
  );
  const byKey = new Map<string, string>();
  for (const space of spaces) {
    // The first of a name is found by it, all are found by name and id.
    for (const { id, name } of present.get(space) ?? []) {
      for (const key of [`${plainName(name)} [${id.toLowerCase()}]`, id.toLowerCase(), plainName(name), name])
        if (!byKey.has(`${space} ${key}`)) byKey.set(`${space} ${key}`, id);
    }
  }
  return {
    faults,
    made,
    find(given, to) {
      const space = spaces.find((one) => to.includes(one));
      const name = given.trim();
      if (!space) return name;
      const key = `${space} ${plainName(name)}`;
      const found = byKey.get(`${space} ${name}`) ?? byKey.get(key);
      if (found !== undefined) return found;
      const max = limitOf(space);
      const count =
        (present.get(space)?.length ?? 0) + [...made, ...fresh].filter((one) => one.space === space).length;
      if (count >= max) {
        faults.push({ code: 'too-many-records', collection: space, max, found: count + 1 });
        return 'none';
      }
      const record = { space, id: newId(), name: cutText(name, space === 'messages' ? SHORT_TEXT : NAME) };
      byKey.set(key, record.id);
      fresh.push({ ...record, key });
      return record.id;
    },
    settle(keep) {
      if (keep) made.push(...fresh);
      else for (const { key } of fresh) byKey.delete(key);
      fresh = [];
      faults.length = 0;
    },
  };
}

function namesIn(
  base: JourneyMap,
  space: NamedSpace,
): readonly { readonly id: string; readonly name: string }[] {
  switch (space) {
    case 'evidence':
      return base.evidence.map(({ id, title }) => ({ id, name: title }));
    case 'messages':
      return (base.brand?.messages ?? []).map(({ id, text }) => ({ id, name: text }));
    case 'topics':
      return base.brand?.topics ?? [];
    default:
      return base[space];
  }
}

function limitOf(space: NamedSpace): number {
  return space === 'messages' || space === 'topics' ? COLLECTION_LIMITS.evidence : COLLECTION_LIMITS[space];
}

/** The records that were made, with every default; lanes hold touchpoints. */
export function madeRecords(made: readonly MadeRecord[]): Pick<
  JourneyMap,
  'stages' | 'lanes' | 'personas' | 'tiers' | 'channels' | 'evidence'
> & {
  readonly messages: readonly { readonly id: string; readonly text: string; readonly proof: string }[];
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: null;
    readonly to: null;
  }[];
} {
  const of = (space: NamedSpace): readonly MadeRecord[] => made.filter((one) => one.space === space);
  return {
    stages: of('stages').map(({ id, name }) => ({ ...defaultsOf('stages'), id, name })),
    lanes: of('lanes').map(({ id, name }) => ({ ...defaultsOf('lanes'), id, name, kind: 'contact' })),
    personas: of('personas').map(({ id, name }) => ({ ...defaultsOf('personas'), id, name })),
    tiers: of('tiers').map(({ id, name }) => ({ ...defaultsOf('tiers'), id, name })),
    channels: of('channels').map(({ id, name }) => ({ ...defaultsOf('channels'), id, name })),
    evidence: of('evidence').map(({ id, name }) => ({ ...defaultsOf('evidence'), id, title: name })),
    messages: of('messages').map(({ id, name }) => ({ id, text: name, proof: '' })),
    topics: of('topics').map(({ id, name }) => ({ id, name, from: null, to: null })),
  };
}
