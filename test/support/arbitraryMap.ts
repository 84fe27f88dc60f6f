/**
 * Valid journey maps for property tests. They are made from the schema, so that every field there is, also one added
 * tomorrow, takes all its values; the rules between records (domain.md 2) are then met by leaving out what breaks one.
 */
import * as fc from 'fast-check';
import { blankMap } from '../../src/model/blankMap.ts';
import { cutText } from '../../src/model/cutText.ts';
import type { FieldSpec, IdSpace, NumberSpec, RecordSchema } from '../../src/model/fieldSpec.ts';
import { isId } from '../../src/model/formats.ts';
import type { JourneyMap, Json } from '../../src/model/journeyMap.ts';
import { brandSchema, collectionNames, mapSchema, recordSchema } from '../../src/model/schema.ts';
import { unreachable } from '../../src/model/unreachable.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { obeyRules } from './obeyRules.ts';
import { templates } from './templates.ts';

export { buildMap } from './buildMap.ts';

export const templateNames: readonly string[] = templates.map((template) => template.name);

/** A template by its file name without `.json`. */
export function loadTemplate(name: string): JourneyMap {
  const found = templates.find((template) => template.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found.map;
}

export interface MapSize {
  /** Default 8. */
  readonly maxTouchpoints?: number;
  /** Default 4. */
  readonly maxStages?: number;
  /** Of every other collection; default 3. */
  readonly maxOthers?: number;
}

/** Any valid map up to this size. */
export function arbitraryMap({
  maxTouchpoints = 8,
  maxStages = 4,
  maxOthers = 3,
}: MapSize = {}): fc.Arbitrary<JourneyMap> {
  const counts: { [space: string]: fc.Arbitrary<number> } = {};
  for (const space of [...collectionNames, 'messages', 'topics', 'jobs'])
    counts[space] = fc.nat({ max: maxOthers });
  counts['touchpoints'] = fc.nat({ max: maxTouchpoints });
  counts['stages'] = fc.nat({ max: maxStages });
  counts['lanes'] = fc.nat({ max: 5 });
  return fc.record(counts).chain((sizes) => arbitraryOfSize(sizes).map(obeyRules));
}

type Ids = { readonly [space: string]: readonly string[] };

function arbitraryOfSize(counts: { readonly [space: string]: number }): fc.Arbitrary<JourneyMap> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 1);
  return fc.uniqueArray(arbitraryId, { minLength: total, maxLength: total }).chain((all) => {
    let next = 1;
    const ids: { [space: string]: readonly string[] } = { map: all.slice(0, 1) };
    for (const [space, count] of Object.entries(counts)) ids[space] = all.slice(next, (next += count));
    return arbitraryFrom(ids);
  });
}

function arbitraryFrom(ids: Ids): fc.Arbitrary<JourneyMap> {
  const parts: { [key: string]: fc.Arbitrary<unknown> } = {
    map: arbitraryRecord(mapSchema, ids, ids['map']?.[0]),
    brand: fc
      .record({
        brand: arbitraryRecord(brandSchema, ids),
        messages: arbitraryItems(brandSchema.messages.of, ids, 'messages'),
        topics: arbitraryItems(brandSchema.topics.of, ids, 'topics'),
      })
      .map(({ brand, messages, topics }) => ({ ...brand, messages, topics })),
    jobs: arbitraryItems(recordSchema('personas').jobs, ids, 'jobs'),
    extra: arbitraryExtra,
  };
  for (const name of collectionNames) {
    parts[name] = fc.tuple(...(ids[name] ?? []).map((id) => arbitraryRecord(recordSchema(name), ids, id)));
  }
  return fc.record(parts).map((made) => {
    const { jobs, extra, ...map } = made as unknown as JourneyMap & {
      jobs: readonly never[];
      extra: object | null;
    };
    // All jobs go to the first persona; a brand nothing refers to may be absent.
    const personas = map.personas.map((persona, index) => ({ ...persona, jobs: index === 0 ? jobs : [] }));
    const isPlain = ids['messages']?.length === 0 && ids['topics']?.length === 0 && map.brand?.name === '';
    return { ...map, personas, brand: isPlain ? null : map.brand, ...(extra ? { extra } : {}) };
  });
}

function arbitraryItems(list: FieldSpec, ids: Ids, space: IdSpace): fc.Arbitrary<unknown> {
  const item = list.kind === 'list' ? list.of : list;
  if (item.kind !== 'record') throw new Error(`no records in ${space}`);
  return fc.tuple(...(ids[space] ?? []).map((id) => arbitraryRecord(item.fields, ids, id)));
}

function arbitraryRecord(fields: RecordSchema, ids: Ids, id?: string): fc.Arbitrary<object> {
  const made: { [field: string]: fc.Arbitrary<unknown> } = {};
  for (const [field, spec] of Object.entries(fields)) {
    made[field] = spec.kind === 'id' ? fc.constant(id) : mostlyDefault(spec, arbitraryField(spec, ids));
  }
  return fc
    .tuple(fc.record(made), arbitraryExtra)
    .map(([record, extra]) => (extra === null ? record : { ...record, extra }));
}

function mostlyDefault(spec: FieldSpec, arbitrary: fc.Arbitrary<unknown> | null): fc.Arbitrary<unknown> {
  if (arbitrary === null) return fc.constant(spec.default);
  if (spec.presence === 'required') return arbitrary;
  return fc.oneof({ weight: 2, arbitrary: fc.constant(spec.default) }, { weight: 1, arbitrary });
}

/** Values of a field; null when there is nothing it could refer to. */
function arbitraryField(spec: FieldSpec, ids: Ids): fc.Arbitrary<unknown> | null {
  switch (spec.kind) {
    case 'text':
      if (spec.pattern) return fc.constantFrom('EUR', 'USD', 'CNY');
      return arbitraryText(spec.max);
    case 'number':
      return arbitraryNumber(spec);
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...spec.values);
    case 'id':
    case 'foreign-id':
      return arbitraryId;
    case 'reference': {
      const targets =
        spec.to === 'any' ? Object.values(ids).flat() : spec.to.flatMap((space) => ids[space] ?? []);
      return targets.length === 0 ? null : fc.constantFrom(...targets);
    }
    case 'list': {
      // Records with ids are filled in from outside, so that none stands twice.
      if (spec.of.kind === 'record' && 'id' in spec.of.fields) return null;
      const item = arbitraryField(spec.of, ids);
      return item && fc.array(item, { maxLength: 3 });
    }
    case 'record': {
      if (spec.sum === null) return arbitraryRecord(spec.fields, ids);
      return fc.tuple(fc.nat({ max: spec.sum }), fc.nat({ max: spec.sum })).map(([a, b]) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return { organisation: low, staff: high - low, customer: 100 - high };
      });
    }
    case 'entries': {
      const keys = ids[spec.keys] ?? [];
      const entry = arbitraryRecord(spec.of.fields, ids);
      return fc.record(Object.fromEntries(keys.map((key) => [key, entry])), { requiredKeys: [] });
    }
    case 'colour':
      return fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    case 'date':
      return arbitraryTime.map((time) => time.slice(0, 10));
    case 'time':
      return arbitraryTime;
    case 'url':
      return fc.constantFrom(
        'https://example.com/a?b=c#d',
        'http://localhost:1',
        'mailto:ana@example.com',
        'https://例子.测试/路',
      );
    case 'image':
      return fc.constantFrom('data:image/png;base64,iVBORw0KGgo=', 'data:image/webp;base64,UklGRg==');
    case 'image-hash':
      return fc.constantFrom('0'.repeat(64), 'a1'.repeat(32));
    case 'file':
      return fc.constantFrom(...snapshotFiles);
  }
  return unreachable(spec);
}

const arbitraryId = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{3,12}$/).filter(isId) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('toString', 'hasOwnProperty', 'valueOf', '0', '-', 'a'.repeat(40)),
  },
);

const arbitraryTime = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function arbitraryText(max: number): fc.Arbitrary<string> {
  const short = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '看图心动',
      'Sees the poster',
      '下单未付款 / not paid',
      '👩🏽‍🔧 ok',
      '=1+1',
      '<script>',
      'line\nline',
    ),
  );
  const full = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).map((piece) => piece.repeat(max));
  return fc
    .oneof({ weight: 30, arbitrary: short }, { weight: 1, arbitrary: full })
    .map((text) => cutText(text, max));
}

function arbitraryNumber({
  min,
  max,
  int,
  decimals,
}: Pick<NumberSpec, 'min' | 'max' | 'int' | 'decimals'>): fc.Arbitrary<number> {
  const steps = int ? 1 : 10 ** (decimals ?? 3);
  const low = Math.max(min, -1e6) * steps;
  const high = Math.min(max, 1e6) * steps;
  return fc.integer({ min: Math.ceil(low), max: Math.floor(high) }).map((step) => step / steps + 0);
}

/** What a newer version might have written; usually nothing. */
const arbitraryExtra: fc.Arbitrary<{ readonly [key: string]: Json } | null> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.stringMatching(/^x-[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 2 }), {
        minKeys: 1,
        maxKeys: 2,
      })
      // Once through text, as a file is: there is no -0 in JSON.
      .map((extra) => JSON.parse(JSON.stringify(extra)) as { readonly [key: string]: Json })
      .filter((extra) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(extra))),
  },
);

let snapshotIds = 0;
const snapshotFiles: readonly Json[] = [
  null,
  writeMap(
    blankMap({
      title: 'As it stood',
      language: 'en',
      currency: 'EUR',
      stageNames: ['Look', 'Buy'],
      laneNames: {
        'customer-action': 'Does',
        contact: 'Meets',
        emotion: 'Feels',
        thoughts: 'Thinks',
        opportunities: 'Could',
      },
      newId: () => `sn${snapshotIds++}`,
      now: '2025-03-01T09:00:00Z',
    }),
  ),
];
