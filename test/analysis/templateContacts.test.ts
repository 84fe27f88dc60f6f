/**
 * What the six templates show in the sections about their contacts: five Ws (A17), control (A19), formal and informal (A21),
 * kinds (A22), and compared with a future state made of them (A14). Their main findings are in templateStories.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { analyseMap, type Analyses } from '../../src/analysis/analyseMap.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { futureState } from '../../src/model/futureState.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';

/** The value, which must be there. */
function of<K extends Exclude<keyof Analyses, 'lint'>>(analyses: Analyses, key: K) {
  const { value, reason } = analyses[key];
  if (value === null) throw new Error(`${key}: ${reason}`);
  return value as NonNullable<Analyses[K]['value']>;
}

const stories = [
  {
    name: 'home-decoration.zh',
    count: 29,
    fiveWs: { mean: 23 / 29, complete: 0, lacks: { whom: 29, what: 1 } },
    control: { shared: 4, contacts: 14, dominated: { tp16: 'organisation' } },
    formality: { formal: 6, informal: 8, mixed: 15, informalBefore: 6, before: 14 },
    kinds: { missing: [], missingPhases: [], most: 'direct' },
    pain: { id: 'tp20', meanDelta: 2.6 / 29, peakEnd: [-0.4, 1.15], opportunities: [262.5, 255] },
  },
  {
    name: 'real-estate-sales.zh',
    count: 23,
    fiveWs: { mean: 4 / 5, complete: 0, lacks: { whom: 23 } },
    control: { shared: 5, contacts: 14, dominated: { tp12: 'organisation' } },
    formality: { formal: 6, informal: 5, mixed: 12, informalBefore: 2, before: 9 },
    kinds: { missing: [], missingPhases: [], most: 'employee' },
    pain: { id: 'tp17', meanDelta: 2.3 / 23, peakEnd: [1.15, 1.15], opportunities: [222.5, 217.5] },
  },
  {
    name: 'ecommerce-crm.zh-en',
    count: 22,
    fiveWs: { mean: 9 / 11, complete: 2, lacks: { whom: 20 } },
    control: null,
    formality: { formal: 6, informal: 6, mixed: 10, informalBefore: 2, before: 6 },
    kinds: { missing: ['place'], missingPhases: [], most: 'process' },
    pain: { id: 'tp13', meanDelta: 2.4 / 22, peakEnd: [0.35, 0.35], opportunities: [177.5, 170] },
  },
  {
    name: 'b2b-trade-sieve.en',
    count: 24,
    fiveWs: { mean: 97 / 120, complete: 1, lacks: { whom: 23 } },
    control: { shared: 5, contacts: 13, dominated: {} },
    formality: { formal: 12, informal: 4, mixed: 8, informalBefore: 2, before: 12 },
    kinds: { missing: [], missingPhases: [], most: 'document' },
    pain: { id: 'tp20', meanDelta: 2.2 / 24, peakEnd: [-0.2, 1], opportunities: [230, 225] },
  },
  {
    name: 'airline-tiers.en',
    count: 25,
    fiveWs: { mean: 101 / 125, complete: 1, lacks: { whom: 24 } },
    control: { shared: 4, contacts: 10, dominated: {} },
    formality: { formal: 3, informal: 4, mixed: 18, informalBefore: 1, before: 3 },
    kinds: { missing: [], missingPhases: ['prepurchase'], most: 'process' },
    pain: { id: 'tp16', meanDelta: 2.6 / 25, peakEnd: [-0.35, -0.2], opportunities: [202.5, 195] },
  },
  {
    name: 'saas-onboarding-blueprint.en',
    count: 22,
    fiveWs: { mean: 91 / 110, complete: 3, lacks: { whom: 19 } },
    control: { shared: 2, contacts: 7, dominated: {} },
    formality: { formal: 2, informal: 7, mixed: 13, informalBefore: 5, before: 14 },
    kinds: { missing: ['place'], missingPhases: [], most: 'process' },
    pain: { id: 'tp14', meanDelta: 2.8 / 22, peakEnd: [-0.4, 1.3], opportunities: [195, 187.5] },
  },
] as const;

describe.each(stories)('$name', ({ name, count, fiveWs, control, formality, kinds, pain }) => {
  const map = loadTemplate(name);
  const analyses = analyseMap(map);

  it('says who does what, where and to what effect; mostly not to whom (A17)', () => {
    const { touchpoints, mean } = of(analyses, 'A17');
    const lacks: Record<string, number> = {};
    for (const { missing } of touchpoints) for (const w of missing) lacks[w] = (lacks[w] ?? 0) + 1;
    expect(touchpoints).toHaveLength(count);
    expect(lacks).toEqual(fiveWs.lacks);
    expect(touchpoints.filter(({ completeness }) => completeness === 1)).toHaveLength(fiveWs.complete);
    expect(mean).toBeCloseTo(fiveWs.mean, 9);
  });

  it('shows who dominates its direct and employee contacts, or that no shares are given (A19)', () => {
    if (control === null) {
      expect([analyses.A19.value, analyses.A19.reason]).toEqual([null, 'no-control-shares']);
      return;
    }
    const { rows, balanced } = of(analyses, 'A19');
    expect([analyses.A19.n, analyses.A19.of]).toEqual([control.shared, control.contacts]);
    const dominated = rows.flatMap(({ id, dominatedBy }) => (dominatedBy ? [[id, dominatedBy]] : []));
    expect(Object.fromEntries(dominated)).toEqual(control.dominated);
    expect(balanced).toBe(control.shared - dominated.length);
  });

  it('has informal contacts before the purchase (A21)', () => {
    const { total, stages, informalBefore } = of(analyses, 'A21');
    const { formal, informal, mixed } = total;
    expect([formal.length, informal.length, mixed.length]).toEqual([
      formality.formal,
      formality.informal,
      formality.mixed,
    ]);
    expect(stages.reduce((sum, { ids }) => sum + ids.informal.length, 0)).toBe(formality.informal);
    expect(informalBefore.value).toHaveLength(formality.informalBefore);
    expect(informalBefore.n).toBe(formality.before);
  });

  it('names the kinds and phases of contact that it lacks (A22)', () => {
    const { kinds: byKind, missingKinds, missingPhases, withoutKind, withoutPhase } = of(analyses, 'A22');
    expect([missingKinds, missingPhases]).toEqual([kinds.missing, kinds.missingPhases]);
    expect([withoutKind, withoutPhase]).toEqual([[], []]);
    const most = Math.max(...Object.values(byKind).map((ids) => ids.length));
    expect(byKind[kinds.most]).toHaveLength(most);
  });

  it('made into a future state is the same journey, touchpoint by touchpoint (A14)', () => {
    const same = of(analyseMap(futureOf(map), { base: map }), 'A14');
    const { added, removed, moved, changed, gaps, pairs, improved, figures } = same;
    expect([added, removed, moved, changed, gaps]).toEqual([[], [], [], [], []]);
    expect(pairs.every(({ baseId, id }) => baseId === id)).toBe(true);
    expect([improved.value, improved.n]).toEqual([0, count]);
    for (const figure of Object.values(figures)) if (figure.value) expect(figure.value.delta).toBe(0);
  });

  it('shows what curing its worst pain, adding a contact and dropping another would do (A14)', () => {
    const worst = of(analyses, 'A11').pains.value?.[0];
    expect(worst?.id).toBe(pain.id);
    const cured = changed(futureOf(map), pain.id, { emotion: 1, performance: 5 });
    const { figures, gaps, improved } = of(analyseMap(cured, { base: map }), 'A14');
    expect(gaps.map(({ id, delta }) => [id, Number(delta.toFixed(9))])).toEqual([
      [pain.id, Number((1 - (worst?.emotion ?? 0)).toFixed(9))],
    ]);
    expect(improved.value).toBeCloseTo(1 / count, 12);
    expect(figures.meanEmotion.value?.delta).toBeCloseTo(pain.meanDelta, 9);
    const { peakEnd, opportunitySum } = figures;
    expect(peakEnd.value?.base).toBeCloseTo(pain.peakEnd[0], 9);
    expect(peakEnd.value?.other).toBeCloseTo(pain.peakEnd[1], 9);
    expect([opportunitySum.value?.base, opportunitySum.value?.other]).toEqual(pain.opportunities);

    const other = of(analyseMap(exchanged(cured, 'tp01'), { base: map }), 'A14');
    expect([other.added, other.removed, other.changed]).toEqual([['fresh'], ['tp01'], [pain.id]]);
  });
});

function futureOf(map: JourneyMap): JourneyMap {
  return futureState(map, { id: 'future', now: '2026-01-01T00:00:00Z' });
}

function changed(map: JourneyMap, id: string, values: Partial<Touchpoint>): JourneyMap {
  return { ...map, touchpoints: map.touchpoints.map((one) => (one.id === id ? { ...one, ...values } : one)) };
}

/** A new touchpoint in the place of one that is dropped. */
function exchanged(map: JourneyMap, id: string): JourneyMap {
  return changed(map, id, { id: 'fresh', originId: null });
}
