/** R73: what our own CSV and XLSX write is read back, every field of every touchpoint, in either language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/tables/csv.ts';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { into, planFile } from '../support/importing.ts';
import { templates } from '../support/templates.ts';

/** As the file's order has them, under the ids they get. */
function withoutIds(touchpoints: readonly Touchpoint[]): readonly unknown[] {
  return touchpoints.map(({ id: _id, extra: _extra, ...fields }) => fields);
}

function expectBack(map: JourneyMap, bytes: Uint8Array): void {
  const plan = planFile(bytes, into(map));
  expect(plan.problems).toEqual([]);
  expect(withoutIds(plan.added.touchpoints)).toEqual(withoutIds(inSequence(map)));
  // All names were found again, nothing had to be made.
  expect([plan.added.stages, plan.added.channels, plan.added.brand]).toEqual([[], [], null]);
}

describe('a table of ours that is read back (R73)', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'keeps every field of every touchpoint as CSV and XLSX: %s',
    (_name, map) => {
      for (const lang of ['en', 'zh'] as const) {
        expectBack(map, toCsv(map, { lang, encoding: 'utf-8' }));
        expectBack(map, toCsv(map, { lang, encoding: 'gb18030' }));
        expectBack(map, toXlsx(map, { lang }));
      }
    },
  );

  it('keeps them whatever they hold: marks, quotes, formulas, names used twice', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.constantFrom('en', 'zh'), (made, lang) => {
        const map = readable(made);
        expectBack(map, toCsv(map, { lang, encoding: 'utf-8' }));
        expectBack(map, toXlsx(map, { lang }));
      }),
      // Shrinking a whole map takes minutes: the seed says enough.
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('keeps texts that begin like formulas, with or without an apostrophe of their own', () => {
    const [sample] = templates;
    if (!sample) throw new Error('there is no template');
    const titles = ['=1+1', "'=1+1", "''-x", '+cmd|x', '-5', '@SUM(A1)', '＝1', "'plain", '_x000D_', 'a\tb'];
    const map = {
      ...sample.map,
      touchpoints: sample.map.touchpoints.map((one, index) => ({
        ...one,
        title: titles[index % titles.length] ?? '',
      })),
    };
    expectBack(map, toCsv(map, { lang: 'en', encoding: 'utf-8' }));
    expectBack(map, toXlsx(map, { lang: 'en' }));
  });

  it('makes in a new map what the table names', () => {
    const [sample] = templates;
    if (!sample) throw new Error('there is no template');
    const plan = planFile(toCsv(sample.map, { lang: 'en', encoding: 'utf-8' }));
    expect(plan.problems).toEqual([]);
    const used = new Set(sample.map.touchpoints.map(({ stageId }) => stageId));
    expect(plan.added.stages.map(({ name }) => name)).toEqual(
      sample.map.stages.filter(({ id }) => used.has(id)).map(({ name }) => name),
    );
    expect(plan.added.touchpoints).toHaveLength(sample.map.touchpoints.length);
  });
});

/** Without what no table can say: keys of a newer version, an empty title, control characters, and records that have no name to be found by. */
function readable(map: JourneyMap): JourneyMap {
  const named = <R extends { readonly id: string; readonly name: string }>(records: readonly R[]) =>
    records.map((record) => ({ ...record, name: clean(record.name) || record.id }));
  const touchpoints = map.touchpoints.map(
    (one) => JSON.parse(JSON.stringify({ ...one, title: clean(one.title) || 'x' })) as Touchpoint,
  );
  return {
    ...map,
    personas: named(map.personas),
    tiers: named(map.tiers),
    channels: named(map.channels),
    stages: named(map.stages),
    lanes: named(map.lanes),
    evidence: map.evidence.map((one) => ({ ...one, title: clean(one.title) || one.id })),
    brand: map.brand && {
      ...map.brand,
      messages: map.brand.messages.map((one) => ({ ...one, text: clean(one.text) || one.id })),
      topics: map.brand.topics.map((one) => ({ ...one, name: clean(one.name) || one.id })),
    },
    touchpoints: touchpoints
      .map((one) => deepClean(one) as Touchpoint)
      .map((one) => ({ ...one, tone: saysSomething(one.tone) ? one.tone : null })),
  };
}

/** A tone of nothing is written as none. */
function saysSomething(tone: Touchpoint['tone']): boolean {
  return tone !== null && Object.values(tone).some((value) => value !== null);
}

function clean(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').trim();
}

function deepClean(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  if (Array.isArray(value)) return value.map(deepClean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key === 'extra' ? [] : [[key, deepClean(part)]])),
  );
}
