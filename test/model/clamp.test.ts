import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brandFrom,
  clampMapInfo,
  clampRecord,
  mapInfoFrom,
  recordFrom,
  roundTo,
} from '../../src/model/clamp.ts';
import { cutText } from '../../src/model/cutText.ts';
import type { Collection, JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { collectionNames } from '../../src/model/schema.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

describe('input', () => {
  it('is brought into range and rounded to the decimals of its field', () => {
    expect(
      clampRecord('touchpoints', { emotion: 2.7, t: 0.12789, row: 99, importance: 0, reached: 1.5 }),
    ).toEqual({
      emotion: 2,
      t: 0.13,
      row: 20,
      importance: 1,
      reached: 2,
    });
    expect(clampRecord('touchpoints', { emotion: -0.25 })).toEqual({ emotion: -0.3 });
    expect(clampRecord('stages', { width: 10_000 })).toEqual({ width: 2400 });
  });

  it('falls back to the default where nothing can be made of it', () => {
    expect(
      clampRecord('touchpoints', { status: 'gone', emotion: 'sad', title: 7, key: 'yes', tags: 'x' }),
    ).toEqual({
      status: 'live',
      emotion: null,
      title: '',
      key: false,
      tags: [],
    });
    expect(clampRecord('touchpoints', { emotion: NaN, cost: Infinity })).toEqual({
      emotion: null,
      cost: null,
    });
    expect(clampMapInfo({ currency: 'euro', dots: 80 })).toEqual({ currency: 'CNY', dots: 50 });
  });

  it('clears with null, mends colours and trims addresses', () => {
    expect(clampRecord('touchpoints', { emotion: null, channelId: null, colour: '#AbCdEf' })).toEqual({
      emotion: null,
      channelId: null,
      colour: '#abcdef',
    });
    expect(clampRecord('evidence', { url: ' https://example.com ' })).toEqual({ url: 'https://example.com' });
    expect(clampRecord('evidence', { url: 'javascript:alert(1)' })).toEqual({ url: null });
  });

  it('leaves out what is no field, and takes a triad only when it adds to 100', () => {
    expect(clampRecord('touchpoints', { nonsense: 1 } as never)).toEqual({});
    const triad = { organisation: 50, staff: 30, customer: 20 };
    expect(clampRecord('touchpoints', { triad })).toEqual({ triad });
    expect(clampRecord('touchpoints', { triad: { ...triad, customer: 30 } })).toEqual({ triad: null });
  });

  it('drops what does not belong in a list', () => {
    expect(clampRecord('channels', { roles: ['media', 'x', 3, null, 'sales'] })).toEqual({
      roles: ['media', 'sales'],
    });
    expect(clampRecord('touchpoints', { personaIds: ['p1', 'no id', '__proto__'] })).toEqual({
      personaIds: ['p1'],
    });
  });

  it('rounds half away from zero, as people do', () => {
    expect([1.15, -1.15, 0.05, -0.05, 1.05].map((value) => roundTo(value, 1))).toEqual([
      1.2, -1.2, 0.1, -0.1, 1.1,
    ]);
    expect([2.5, -2.5, 0.4].map((value) => roundTo(value, 0))).toEqual([3, -3, 0]);
    expect(Object.is(roundTo(-0.01, 1), 0)).toBe(true);
  });
});

describe('cutting a text', () => {
  it('never splits what is read as one character', () => {
    expect(cutText('👩🏽‍🔧👩🏽‍🔧', 10)).toBe('👩🏽‍🔧');
    expect(cutText('👩🏽‍🔧👩🏽‍🔧', 14)).toBe('👩🏽‍🔧👩🏽‍🔧');
    expect(cutText('cafe\u0301', 4)).toBe('caf');
    expect(cutText('a😀', 2)).toBe('a');
  });

  it('still cuts a pile of marks, though not inside a surrogate pair', () => {
    expect(cutText(`a${'\u0301'.repeat(900)}`, 400)).toHaveLength(400);
    expect(cutText('😀'.repeat(3), 1)).toBe('');
  });

  it('keeps to the limit, gives a beginning of the text, and mends halves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat({ max: 40 }), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
      runs(500),
    );
    expect(cutText('a\ud83d', 10)).toBe('a\ufffd');
  });
});

describe('a document that others wrote', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withUnicodeString: true,
    key: fc.oneof(
      fc.constantFrom('title', 'emotion', 'byPersona', 'tone', 'stageId', 'doc', '__proto__', 'constructor'),
      fc.string(),
    ),
  });

  it('R31: is read whatever it holds, and becomes a map that can be exported and imported', () => {
    const records = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,2}$/), anything), { maxLength: 5 });
    const roots = Object.fromEntries(collectionNames.map((name) => [name, records]));
    fc.assert(
      fc.property(fc.record(roots), anything, anything, (given, map, brand) => {
        const journey = {
          map: mapInfoFrom('m1', map),
          brand: brandFrom(brand),
          ...Object.fromEntries(collectionNames.map((name) => [name, recordsFrom(name, given[name] ?? [])])),
        } as unknown as JourneyMap;
        const parsed = parseMap(writeMap(repairMap(journey)));
        expect(parsed).toMatchObject({ ok: true });
      }),
      runs(300),
    );
  });

  it('R31: with any one field replaced stays readable', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.nat(), anything, (map, pick, value) => {
        const damaged: { [name: string]: unknown } = {
          ...map,
          map: mapInfoFrom('m1', damage(map.map, pick, value)),
        };
        for (const name of collectionNames) {
          damaged[name] = map[name]
            .map((record) => recordFrom(name, record.id, damage(record, pick, value)))
            .filter((record) => record !== null);
        }
        expect(parseMap(writeMap(repairMap(damaged as unknown as JourneyMap)))).toMatchObject({ ok: true });
      }),
      runs(300),
    );
  });

  it('comes out as it went in when it was valid', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        expect(mapInfoFrom('other', withoutExtraKey(map.map))).toEqual(map.map);
        for (const name of collectionNames) {
          for (const record of map[name])
            expect(recordFrom(name, record.id, withoutExtraKey(record))).toEqual(record);
        }
      }),
      runs(200),
    );
  });

  it('has no record under an id that is none', () => {
    expect(recordFrom('stages', '__proto__', {})).toBeNull();
    expect(recordFrom('stages', 'a b', {})).toBeNull();
    expect(() => mapInfoFrom('a b', {})).toThrow(/a b/);
  });
});

function recordsFrom(name: Collection, given: readonly (readonly [string, unknown])[]): readonly unknown[] {
  const byId = new Map(given);
  return [...byId].map(([id, content]) => recordFrom(name, `${name}-${id}`, content));
}

/** One field replaced, unknown keys as a document holds them: beside the others. */
function damage(record: object, pick: number, value: unknown): object {
  const keys = Object.keys(record);
  return { ...withoutExtraKey(record), [keys[pick % keys.length] ?? 'x']: value };
}

/** A document keeps unknown keys beside the known ones; `extra` is only how the model holds them. */
function withoutExtraKey(record: object): object {
  return unfold(record) as object;
}

function unfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfold);
  if (typeof value !== 'object' || value === null) return value;
  const { extra, ...known } = value as { extra?: object };
  const plain = Object.fromEntries(
    Object.entries(known).map(([key, item]) => [key, key === 'doc' ? item : unfold(item)]),
  );
  return { ...plain, ...extra };
}
