/** Imports as tests make them: names for what has none, ids in order, files from texts. */
import { emptyMap } from '../../src/model/blankMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { guessMapping } from '../../src/import/fields.ts';
import {
  planTouchpoints,
  type RowsInto,
  type RowsPlan,
  type Steps,
} from '../../src/import/planTouchpoints.ts';
import { readSource } from '../../src/import/readSource.ts';
import type { ReadFile } from '../../src/panels/import/readInWorker.ts';
import type { Table } from '../../src/import/table.ts';

export const journeyNames = {
  title: 'Imported map',
  stage: 'Stage',
  lane: 'Touchpoints',
  actions: 'Customer actions',
  backstage: 'Backstage',
  emotion: 'Emotion',
};

export function countedIds(prefix = 'new'): () => string {
  let next = 0;
  return () => `${prefix}${++next}`;
}

export function into(base: JourneyMap = emptyMap('m'), more: Partial<RowsInto> = {}): RowsInto {
  return {
    base,
    at: null,
    names: { stage: 'Stage', lane: 'Touchpoints' },
    language: 'en',
    newId: countedIds(),
    ...more,
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The sheets of a file that must be readable. */
export function tablesIn(bytes: Uint8Array, fileName = 'x.csv'): readonly Table[] {
  const read = readSource(bytes, fileName, journeyNames);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.reasons)}`);
  if (!read.tables) throw new Error('a journey, not a table');
  return read.tables;
}

/** All the steps of a plan at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The touchpoints of a file whose first row are headings that say what they are. */
export function planFile(bytes: Uint8Array, more: RowsInto = into()): RowsPlan {
  const [heads, ...rows] = tablesIn(bytes)[0]?.rows ?? [];
  return finished(planTouchpoints(rows, guessMapping('touchpoints', heads?.cells ?? []), more));
}

/** Reads as the page's worker does, without one. */
export const readHere: ReadFile = ({ bytes, fileName, names }) =>
  Promise.resolve(readSource(bytes, fileName, names));

/** The code of the first reason, where a file is refused. */
export function refusalOf(bytes: Uint8Array, fileName = 'x'): string | null {
  const read = readSource(bytes, fileName, journeyNames);
  return read.ok ? null : (read.reasons[0]?.rule.code ?? '');
}
