/**
 * What the sheets of a workbook call each other by: ids, each once in the whole file, and the records behind names. What is
 * named and has no row of its own is made.
 */
import { plainName } from '../model/cellText.ts';
import { cutText } from '../model/cutText.ts';
import { isId } from '../model/formats.ts';
import { NAME, SHORT_TEXT } from '../model/limits.ts';
import type { FindByName } from './cellValue.ts';

/** A sheet of records as far as names go: the first column holds ids, the fields those behind it. */
interface NamedSheet {
  readonly collection: string;
  readonly fields: readonly (string | null)[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** The id that is wished, or another one where that is none or taken: ids are unique in the whole file. */
export type FreshIds = (wished: string) => string;

export function freshIds(): FreshIds {
  const ids = new Set<string>();
  return (wished) => {
    let id = wished.trim();
    for (let next = ids.size + 1; !isId(id) || ids.has(id); next += 1) id = `row${next}`;
    ids.add(id);
    return id;
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Names {
  readonly find: FindByName;
  /** What is named and has no row: the brand's messages and topics, which have no sheet, and what was renamed in one place only. */
  readonly made: Readonly<Record<Makeable, readonly Named[]>>;
}
const makeable = ['stages', 'lanes', 'tiers', 'channels', 'personas', 'messages', 'topics'] as const;
type Makeable = (typeof makeable)[number];

/** The records by what other sheets call them (fieldCells.ts): name, id, or both where several are called alike. */
export function namesIn(sheets: readonly NamedSheet[], ids: FreshIds): Names {
  const byKey = new Map<string, string>();
  const add = (space: string, key: string, id: string): void => {
    if (!byKey.has(`${space} ${key}`)) byKey.set(`${space} ${key}`, id);
  };
  for (const { collection, fields, rows } of sheets) {
    const column = fields.findIndex((field) => field === 'title' || field === 'name' || field === 'text');
    for (const { id, cells } of rows) {
      const name = cells[column + 1] ?? '';
      add(collection, `${plainName(name)} [${id.toLowerCase()}]`, id);
      add(collection, id.toLowerCase(), id);
      if (name.trim() !== '') add(collection, plainName(name), id);
    }
  }
  const made: Record<Makeable, Named[]> = {
    stages: [],
    lanes: [],
    tiers: [],
    channels: [],
    personas: [],
    messages: [],
    topics: [],
  };
  return {
    made,
    find(given, to) {
      const name = given.trim();
      for (const space of to) {
        const found = byKey.get(`${space} ${plainName(name)}`);
        if (found !== undefined) return found;
        const own = makeable.find((one) => one === space);
        if (!own) continue;
        const record = { id: ids(''), name: cutText(name, own === 'messages' ? SHORT_TEXT : NAME) };
        made[own].push(record);
        add(space, plainName(name), record.id);
        return record.id;
      }
      return unknown;
    },
  };
}

/** No id, so that the model's parser refuses it. */
const unknown = '?';
