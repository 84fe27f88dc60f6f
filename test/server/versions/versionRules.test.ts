/** Which versions stay: dense where the past is near, thin where it is far, bounded, and named ones for good (U40). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionsToThin } from '../../../server/versions/versionRules.ts';
import type { VersionKind } from '../../../server/storage/store.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
// A full day, so that "each hour" and "each day" begin together.
const now = Date.UTC(2026, 5, 1);
const bounds = { versionsUnnamed: 150, versionUnnamedBytes: 1_000_000 };

interface Wish {
  readonly age: number;
  readonly kind?: VersionKind;
  readonly size?: number;
}

function versionsOf(wishes: readonly Wish[]) {
  return wishes
    .toSorted((a, b) => a.age - b.age)
    .map(({ age, kind = 'automatic', size = 100 }, index) => ({
      id: `v${index}`,
      kind,
      at: now - age,
      size,
    }));
}

function agesLeft(wishes: readonly Wish[], limits = bounds): number[] {
  const versions = versionsOf(wishes);
  const gone = new Set(versionsToThin(versions, now, limits));
  return versions.filter(({ id }) => !gone.has(id)).map(({ at }) => now - at);
}

describe('thinning out', () => {
  it('keeps all of two hours, then the last of each hour, each day, each thirty days', () => {
    const fresh = [1, 2, 3, 119 * minute];
    expect(agesLeft(fresh.map((age) => ({ age })))).toEqual(fresh);
    expect(
      agesLeft([5 * hour + 1, 5 * hour + 2, 6 * hour - 1, 6 * hour + 1].map((age) => ({ age }))),
    ).toEqual([5 * hour + 1, 6 * hour + 1]);
    expect(agesLeft([10 * day + 1, 10 * day + hour, 11 * day + 1].map((age) => ({ age })))).toEqual([
      10 * day + 1,
      11 * day + 1,
    ]);
    const years = Array.from({ length: 3 * 365 }, (_, index) => ({ age: (index + 1) * day }));
    expect(agesLeft(years).length).toBeLessThan(60 + 36 + 2);
    expect(agesLeft(years).at(-1)).toBeGreaterThan(3 * 365 * day - 31 * day);
  });

  it('never lets a named version go', () => {
    const named: Wish[] = Array.from({ length: 300 }, (_, age) => ({ age: 100 * day + age, kind: 'named' }));
    expect(agesLeft(named)).toHaveLength(300);
  });

  it('a flood of versions thins itself and not the past', () => {
    const past = Array.from({ length: 20 }, (_, index) => ({ age: (index + 3) * hour }));
    const flood: Wish[] = Array.from({ length: 1000 }, (_, index) => ({ age: index * 2000, kind: 'before' }));
    const left = agesLeft([...past, ...flood]);
    expect(left).toHaveLength(150);
    expect(left.filter((age) => age >= 3 * hour)).toHaveLength(20);
  });

  it('[R48] what a restored version replaced does not go for having come in the same moment', () => {
    const past: Wish[] = Array.from({ length: 149 }, (_, index) => ({ age: (index + 1) * 30_000 }));
    const wishes: Wish[] = [{ age: 0, kind: 'restored' }, { age: 0, kind: 'before' }, ...past];
    const kinds = (versions: ReturnType<typeof versionsOf>) => {
      const gone = new Set(versionsToThin(versions, now, bounds));
      return versions.filter(({ id }) => !gone.has(id)).map(({ kind }) => kind);
    };
    expect(kinds(versionsOf(wishes)).slice(0, 2)).toEqual(['restored', 'before']);
    // Nor once there is a newer one: the restored one, a copy, goes first.
    const later = wishes.slice(0, -1).map((wish) => ({ ...wish, age: wish.age + 1000 }));
    expect(kinds(versionsOf([{ age: 0 }, ...later])).slice(0, 2)).toEqual(['automatic', 'before']);
  });

  it('stays within number and bytes, keeps the newest, and thinning twice is thinning once', () => {
    const wish = fc.record({
      age: fc.integer({ min: 0, max: 400 * day }),
      size: fc.integer({ min: 1, max: 400_000 }),
      kind: fc.constantFrom<VersionKind>('named', 'automatic', 'before', 'restored'),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 300 }), (wishes) => {
        const versions = versionsOf(wishes);
        const gone = new Set(versionsToThin(versions, now, bounds));
        const left = versions.filter(({ id }) => !gone.has(id));
        const unnamed = left.filter(({ kind }) => kind !== 'named');
        expect(unnamed.length).toBeLessThanOrEqual(150);
        const bytes = unnamed.reduce((sum, { size }) => sum + size, 0);
        expect(bytes <= 1_000_000 || unnamed.length === 1).toBe(true);
        expect(unnamed[0]?.id).toBe(versions.find(({ kind }) => kind !== 'named')?.id);
        expect(versionsToThin(left, now, bounds)).toEqual([]);
        expect(left.filter(({ kind }) => kind === 'named')).toHaveLength(
          versions.filter(({ kind }) => kind === 'named').length,
        );
      }),
    );
  });
});
