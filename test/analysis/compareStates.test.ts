import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStates, type StateComparison } from '../../src/analysis/compareStates.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { futureState } from '../../src/model/futureState.ts';
import { arbitraryMap, buildMap, loadTemplate } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

function compared(base: JourneyMap, other: JourneyMap, persona: string | null = null): StateComparison {
  const { value, reason } = compareStates(base, other, persona);
  if (!value) throw new Error(reason);
  return value;
}
const futureOf = (map: JourneyMap) => futureState(map, { id: 'm2', now: '2025-06-01T08:00:00Z' });
const edit = (map: JourneyMap, id: string, fields: object): JourneyMap => ({
  ...map,
  touchpoints: map.touchpoints.map((one) => (one.id === id ? { ...one, ...fields } : one)),
});

describe('two states compared (A14)', () => {
  it('finds no difference between a map and a future state nobody has changed yet', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const present: JourneyMap = { ...map, readings: [] };
        const { value } = compareStates(present, futureOf(present));
        const lists = value ? [value.added, value.removed, value.moved, value.gaps] : [];
        expect(lists.flat()).toEqual([]);
        // A real journey's outcome does not go along.
        const fields = (value?.pairs ?? []).flatMap(({ changed }) => changed.map(({ field }) => field));
        expect(fields.filter((field) => field !== 'outcome')).toEqual([]);
        for (const figure of Object.values(value?.figures ?? {})) expect(figure.value?.delta ?? 0).toBe(0);
      }),
      runs(100),
    );
  });

  it('lists what was added, removed, moved and changed, and the largest gaps first', () => {
    const base = buildMap({
      stages: ['s1', 's2'],
      lanes: ['l1', 'l2'],
      touchpoints: [
        'gone',
        'kept',
        { id: 'moved', emotion: -1 },
        { id: 'better', emotion: -1, importance: 3 },
      ],
    });
    const other = buildMap({
      stages: [{ id: 's1' }, { id: 's9', name: 's2' }],
      lanes: ['l1', 'l2'],
      touchpoints: [
        { id: 'n1', title: 'kept', originId: 'kept' },
        { id: 'moved', stageId: 's9', emotion: -1.5, title: 'moved' },
        { id: 'x', title: 'better', originId: 'better', laneId: 'l2', emotion: 1, importance: 5 },
        'new',
      ],
    });
    const result = compared(base, other);
    expect([result.added, result.removed]).toEqual([['new'], ['gone']]);
    expect(result.pairs.find(({ id }) => id === 'moved')?.moved).toEqual({
      stage: { from: 's1', to: 's9' },
      lane: null,
    });
    expect(result.moved.toSorted()).toEqual(['moved', 'x']);
    expect(result.gaps).toEqual([
      { baseId: 'better', id: 'x', delta: 2 },
      { baseId: 'moved', id: 'moved', delta: -0.5 },
    ]);
    expect(result.pairs.find(({ id }) => id === 'x')?.changed).toEqual([
      { field: 'emotion', old: -1, new: 1 },
      { field: 'importance', old: 3, new: 5 },
    ]);
    expect([result.improved.value, result.improved.n, result.improved.of]).toEqual([0.5, 2, 3]);
    expect(result.figures.meanEmotion.value).toEqual({
      base: -1,
      other: -0.25,
      delta: 0.75,
      baseIds: ['better', 'moved'],
    });
    expect(result.figures.count.value?.delta).toBe(0);
  });

  it('does not call a stage moved that was only renamed, nor one that kept its name', () => {
    const base = buildMap({ stages: [{ id: 'a', name: 'Buy' }], touchpoints: [{ id: 't1', stageId: 'a' }] });
    const renamed = buildMap({
      stages: [{ id: 'a', name: 'Pay' }],
      touchpoints: [{ id: 't1', stageId: 'a' }],
    });
    const copied = buildMap({
      stages: [{ id: 'b', name: 'Buy' }],
      touchpoints: [{ id: 't1', stageId: 'b' }],
    });
    const other = buildMap({ stages: [{ id: 'c', name: 'Use' }], touchpoints: [{ id: 't1', stageId: 'c' }] });
    expect([renamed, copied, other].map((map) => compared(base, map).moved)).toEqual([[], [], ['t1']]);
  });

  it('matches a touchpoint of the base once: by origin before id, the first in sequence', () => {
    const base = buildMap({ touchpoints: ['a', 'b'] });
    const other = buildMap({
      touchpoints: [
        { id: 'a', t: 0.1 },
        { id: 'x', t: 0.2, originId: 'a' },
        { id: 'y', t: 0.3, originId: 'a' },
        { id: 'b', t: 0.4, originId: 'not-here' },
      ],
    });
    const { pairs, added, removed } = compared(base, other);
    expect(pairs.map(({ baseId, id }) => [baseId, id])).toEqual([
      ['a', 'x'],
      ['b', 'b'],
    ]);
    expect([added, removed]).toEqual([['a', 'y'], []]);
  });

  it('gives no number where one side is not known', () => {
    const base = buildMap({ touchpoints: [{ emotion: null, importance: 4 }] });
    const { pairs, figures, improved } = compared(base, edit(base, 't1', { emotion: 1 }));
    expect(pairs[0]?.deltas.emotion).toBeNull();
    expect(figures.meanEmotion).toMatchObject({ value: null, reason: 'nothing-rated' });
    expect(improved.value).toBeNull();
  });

  it('keeps the figure of the side that is known, beside the reason of the other', () => {
    const base = buildMap({ touchpoints: [{ emotion: null }] });
    const { sides, figures } = compared(base, edit(base, 't1', { emotion: 1 }));
    expect(sides.base.meanEmotion).toMatchObject({ value: null, reason: 'nothing-rated' });
    expect(sides.other.meanEmotion).toMatchObject({ value: 1, reason: null, ids: ['t1'] });
    expect(figures.meanEmotion.value).toBeNull();
  });

  it('looks from a persona of the same name, and says when the base does not know them', () => {
    const difference = { emotion: -1, importance: null, performance: null, feeling: '', skipped: false };
    const base = buildMap({
      personas: [{ id: 'p', name: 'Ana' }],
      touchpoints: [{ byPersona: { p: difference } }],
    });
    const other = buildMap({
      personas: [{ id: 'q', name: 'Ana' }, 'new'],
      touchpoints: [{ emotion: 0, byPersona: { q: { ...difference, emotion: 1 } } }],
    });
    expect(compared(base, other, 'q').gaps).toEqual([{ baseId: 't1', id: 't1', delta: 2 }]);
    expect(compared(base, other, 'new').figures.meanEmotion).toMatchObject({ reason: 'unknown-persona' });
  });

  it('shows what a better web site does to the trade map', () => {
    const base = loadTemplate('b2b-trade-sieve.en');
    const better = edit(futureOf(base), 'tp06', { passed: 360, emotion: 0.8, performance: 4 });
    const { figures, gaps } = compared(base, better);
    const through = figures.cumulativeConversion.value;
    expect((through?.other ?? 0) / (through?.base ?? 1)).toBeCloseTo(4 / 3, 9);
    expect(gaps).toEqual([{ baseId: 'tp06', id: 'tp06', delta: expect.closeTo(1.2, 9) }]);
    expect(figures.opportunitySum.value?.delta).toBeCloseTo(-5, 9);
  });
});
