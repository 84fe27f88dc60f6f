/** Response times (A12), tiers (A13), contact pressure (A18): promises to customers. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactPressure } from '../../src/analysis/contactPressure.ts';
import { responseTimes } from '../../src/analysis/responseTimes.ts';
import { tierMatrix } from '../../src/analysis/tierMatrix.ts';
import type { TierService } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const levels = ['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const;
const service = (level: TierService['level'], responseTargetMin: number | null = null) => ({
  level,
  promise: '',
  responseTargetMin,
});

describe('response times (A12)', () => {
  const map = buildMap({
    tiers: ['hi', 'lo'],
    lanes: [{ kind: 'contact' }, { id: 'back', kind: 'backstage' }],
    touchpoints: [
      { t: 0.1, responseTargetMin: 100, responseActualMin: 100 },
      { t: 0.2, responseTargetMin: 100, responseActualMin: 125 },
      { t: 0.3, laneId: 'back', responseTargetMin: 100, responseActualMin: 126 },
      { t: 0.4, responseTargetMin: 100 },
      { t: 0.5, complaint: true },
      { t: 0.6, responseTargetMin: 9, status: 'retired' },
      { t: 0.7, title: 'no promise' },
      {
        t: 0.8,
        tierIds: ['hi'],
        responseTargetMin: 60,
        responseActualMin: 30,
        byTier: { hi: service('basic', 10) },
      },
    ],
  });

  it('tells met, near and missed apart, complaints first, and why there is no ratio', () => {
    const { value } = responseTimes(map, null);
    expect(value?.rows.map(({ id, level, unknown }) => [id, level ?? unknown])).toEqual([
      ['t5', 'no-target'],
      ['t1', 'met'],
      ['t2', 'near'],
      ['t3', 'missed'],
      ['t4', 'not-measured'],
      ['t8', 'met'],
    ]);
    expect(value?.attainment).toMatchObject({ value: 0.5, n: 4, of: 6 });
  });

  it('takes a tier’s own target, and leaves out what is closed to it', () => {
    expect(responseTimes(map, 'hi').value?.rows.at(-1)).toMatchObject({
      id: 't8',
      targetMin: 10,
      level: 'missed',
    });
    expect(responseTimes(map, 'lo').value?.rows.map(({ id }) => id)).not.toContain('t8');
  });
});

describe('tier × touchpoint (A13)', () => {
  it('finds every inversion, whatever the levels', () => {
    const cell = fc.option(
      fc.tuple(fc.constantFrom(...levels), fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), (cells) => {
        const tiers = ['a', 'b', 'c'];
        const byTier = Object.fromEntries(
          tiers.flatMap((tier, index) => {
            const [level, target] = cells[index] ?? [];
            return level ? [[tier, service(level, target ?? null)]] : [];
          }),
        );
        const row = tierMatrix(buildMap({ tiers, touchpoints: [{ byTier }] })).value?.rows[0];
        const expected: string[] = [];
        for (const [high, low] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const) {
          const [a, b] = [cells[high], cells[low]];
          if (!a || !b) continue;
          if (levels.indexOf(b[0]) > levels.indexOf(a[0])) expected.push(`${high}${low} level`);
          if (a[1] !== null && b[1] !== null && b[1] < a[1]) expected.push(`${high}${low} response-target`);
        }
        const found = (row?.inversions ?? []).map(
          ({ higherTierId, lowerTierId, by }) =>
            `${tiers.indexOf(higherTierId)}${tiers.indexOf(lowerTierId)} ${by}`,
        );
        expect(found).toEqual(expected);
        const known = cells.flatMap((one) => (one ? [levels.indexOf(one[0])] : []));
        if (row && known.length > 1)
          expect(row.differentiation).toBe((Math.max(...known) - Math.min(...known)) / 4);
      }),
      runs(300),
    );
  });

  it('reads a missing cell as closed or unset, sees flat rows and tiers nobody can rise from', () => {
    const { value } = tierMatrix(
      buildMap({
        tiers: ['top', { id: 'mid', upgradeRule: 'Two orders' }, 'low'],
        touchpoints: [
          { t: 0.1, tierIds: ['top'], byTier: { top: service('basic') } },
          { t: 0.2, byTier: { top: service('basic') } },
          { t: 0.3, byTier: { top: service('basic'), mid: service('basic'), low: service('basic') } },
          { t: 0.4, title: 'says nothing' },
        ],
      }),
    );
    expect(value?.rows.map(({ cells }) => cells.map(({ level }) => level))).toEqual([
      ['basic', 'none', 'none'],
      ['basic', null, null],
      ['basic', 'basic', 'basic'],
    ]);
    expect(value).toMatchObject({
      flatIds: ['t3'],
      cellsSet: 7,
      cellCount: 9,
      tiersWithoutUpgradeRule: ['low'],
    });
    expect(value?.rows[1]).toMatchObject({ unsetTierIds: ['mid', 'low'], differentiation: null });
  });
});

describe('contact pressure (A18)', () => {
  it('sums what each persona gets, and is exactly at the cap without being over it', () => {
    const map = buildMap({
      personas: ['p1', 'p2', 'p3'],
      channels: [{ id: 'mail', needsPermission: true, capPerWeek: 1 }, 'shop'],
      touchpoints: [
        ...Array.from({ length: 10 }, () => ({
          channelId: 'mail',
          touchesPerWeek: 0.1,
          personaIds: ['p1', 'p2'],
        })),
        { channelId: 'mail', touchesPerWeek: 0.5, personaIds: ['p2'] },
        { channelId: 'mail', personaIds: ['p3'] },
        { channelId: 'shop', touchesPerWeek: 99 },
        { channelId: 'mail', touchesPerWeek: 99, status: 'planned' },
      ],
    });
    const [row] = contactPressure(map).value ?? [];
    expect(
      row?.personas.map(({ personaId, perWeek, over }) => [personaId, perWeek.value, perWeek.reason, over]),
    ).toEqual([
      ['p1', expect.closeTo(1, 9), null, false],
      ['p2', expect.closeTo(1.5, 9), null, true],
      ['p3', null, 'no-frequency', false],
    ]);
  });
});
