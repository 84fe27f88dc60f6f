import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../../src/model/fieldSpec.ts';
import { isDeliveryLane, isJourneyLane, laneHolds } from '../../src/model/laneKinds.ts';
import { isNumberIn } from '../../src/model/parseField.ts';
import {
  brandDefaults,
  brandSchema,
  collectionNames,
  defaultsOf,
  longTexts,
  mapDefaults,
  mapSchema,
  metricRanges,
  recordSchema,
} from '../../src/model/schema.ts';

describe('the schema', () => {
  const all: readonly (readonly [string, { readonly [field: string]: FieldSpec }])[] = [
    ['map', mapSchema],
    ['brand', brandSchema],
    ...collectionNames.map((name) => [name, recordSchema(name)] as const),
  ];

  it.each(all)('has a fitting default for every field of %s', (_name, schema) => {
    const wrong = Object.entries(schema).filter(([, spec]) => {
      if (spec.default === null) return !spec.nullable;
      if (spec.kind === 'choice') return !spec.values.some((value) => value === spec.default);
      return spec.kind === 'number' && !isNumberIn(spec, spec.default);
    });
    expect(wrong).toEqual([]);
  });

  it('lists the texts that merge by character', () => {
    expect(longTexts.touchpoints).toEqual([
      'description',
      'doing',
      'thinking',
      'need',
      'effect',
      'procedure',
    ]);
    expect(longTexts.insights).toEqual(['text']);
    expect(longTexts.map).toEqual(['description', 'scenario', 'goal']);
    expect(longTexts.brand).toEqual(['promise']);
    expect(longTexts.lanes).toEqual([]);
  });

  it('shares defaults that nobody can change by mistake', () => {
    const touchpoint = defaultsOf('touchpoints');
    expect(Object.isFrozen(touchpoint)).toBe(true);
    expect(() => (touchpoint.tags as string[]).push('x')).toThrow(TypeError);
    expect(() => {
      (touchpoint.byPersona as { [id: string]: unknown })['p'] = {};
    }).toThrow(TypeError);
    expect(defaultsOf('stages').width).toBe(320);
    expect(defaultsOf('lanes').height).toBe(160);
    expect(mapDefaults.language).toBe('en');
    expect(brandDefaults.messages).toEqual([]);
  });

  it('knows what every kind of lane holds and the range of every metric', () => {
    const kinds = recordSchema('lanes').kind;
    if (kinds.kind !== 'choice') throw new Error('lane kinds are a choice');
    expect(kinds.values.filter((kind) => laneHolds(kind as never) === 'touchpoints')).toHaveLength(6);
    expect(kinds.values.filter((kind) => laneHolds(kind as never) === 'nothing')).toHaveLength(6);
    const metrics = recordSchema('readings').metric;
    if (metrics.kind !== 'choice') throw new Error('metrics are a choice');
    expect(Object.keys(metricRanges).toSorted()).toEqual([...metrics.values].toSorted());
  });

  it('tells journey lanes from delivery lanes; together they are the lanes of touchpoints', () => {
    const kinds = [
      'contact',
      'customer-action',
      'evidence',
      'frontstage',
      'backstage',
      'support',
      'text',
      'emotion',
    ] as const;
    expect(kinds.filter(isJourneyLane)).toEqual(['contact', 'customer-action']);
    expect(kinds.filter(isDeliveryLane)).toEqual(['evidence', 'frontstage', 'backstage', 'support']);
  });
});
