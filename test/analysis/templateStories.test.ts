/**
 * Every template tells its story: the finding it was made for, with its numbers, so that a change of the model or of a
 * formula that would spoil the example shows here.
 */
import { describe, expect, it } from 'vitest';
import { analyseMap, type Analyses } from '../../src/analysis/analyseMap.ts';
import { liftedEnd } from '../../src/analysis/sieve.ts';
import type { Quarter } from '../../src/analysis/importancePerformance.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';

/** The value, which must be there. */
function of<K extends Exclude<keyof Analyses, 'lint'>>(analyses: Analyses, key: K) {
  const { value, reason } = analyses[key];
  if (value === null) throw new Error(`${key}: ${reason}`);
  return value as NonNullable<Analyses[K]['value']>;
}

function kinds(analyses: Analyses): readonly string[] {
  return analyses.lint.map(({ kind, targetId }) => `${kind} ${targetId}`);
}

describe('the trade map: every contact is a sieve', () => {
  const map = loadTemplate('b2b-trade-sieve.en');
  const analyses = analyseMap(map);
  const number = new Map(
    map.touchpoints.filter(({ id }) => id.startsWith('tp')).map(({ id }, index) => [id, index + 1]),
  );
  const numbers = (ids: readonly string[]) => ids.map((id) => number.get(id));

  it('lets 25 of 12,000 companies through, and loses most at the marketplace listing', () => {
    const sieve = of(analyses, 'A5');
    expect([analyses.A5.n, analyses.A5.of]).toEqual([11, 24]);
    expect(sieve.chain[0]?.reached).toBe(12_000);
    expect(sieve.chain.at(-1)?.passed).toBe(25);
    expect(sieve.chain.at(-1)?.cumulative).toBeCloseTo(25 / 12_000, 12);
    expect(numbers(sieve.chain.map(({ id }) => id))).toEqual([1, 6, 8, 9, 10, 11, 13, 14, 15, 16, 21]);
    expect(sieve.chain.map(({ loss }) => loss)).toEqual([11_100, 630, 108, 32, 52, 20, 12, 5, 8, 0, 8]);
    const drops = sieve.chain.map(({ drop }) => Math.round((drop ?? 0) * 1000) / 10);
    expect(drops).toEqual([92.5, 70, 40, 19.8, 40, 25.6, 20.7, 10.9, 19.5, 0, 24.2]);
    expect(numbers([sieve.largestLoss ?? '', sieve.largestDrop ?? ''])).toEqual([1, 1]);
  });

  it('would keep 33 if 40 % got past the web site instead of 30 %', () => {
    expect((liftedEnd(of(analyses, 'A5'), 'tp06', 0.4) ?? 0) * 12_000).toBeCloseTo(100 / 3, 9);
  });

  it('covers 22 of 91 cells, with eight gaps: six personas not met, two stages without own contact', () => {
    const { cells, size, covered, gaps } = of(analyses, 'A7');
    expect([cells.length, size]).toEqual([22, 91]);
    expect(covered).toBeCloseTo(22 / 91, 12);
    expect(gaps.missedPreference.map(({ stageId, personaId }) => `${stageId} ${personaId}`)).toEqual([
      's1 p3',
      's2 p2',
      's2 p3',
      's5 p3',
      's6 p2',
      's7 p3',
    ]);
    expect(gaps.notOwned).toEqual(['s1', 's7']);
  });

  it('is effective but not easy: 56.5, 12.5 of two ratings only, 56.7', () => {
    const { effectiveness, ease, emotion } = of(analyses, 'A2');
    expect(effectiveness.value).toBeCloseTo(1300 / 23, 9);
    expect([ease.value, emotion.value]).toEqual([12.5, expect.closeTo(170 / 3, 9)]);
    expect([effectiveness, ease, emotion].map(({ n, of: all }) => [n, all])).toEqual([
      [23, 24],
      [2, 24],
      [24, 24],
    ]);
  });

  it('is remembered worse than it felt: peak −1.2, end +0.8, −0.2 against a mean of +0.3', () => {
    const { peak, end, score, mean } = of(analyses, 'A4');
    expect([peak.emotion, end.emotion]).toEqual([-1.2, 0.8]);
    expect(score).toBeCloseTo(-0.2, 9);
    expect(mean).toBeCloseTo(4 / 15, 9);
  });

  it('asks to concentrate on papers, enquiry, quotation and complaint', () => {
    const { cross, members } = of(analyses, 'A6');
    expect([cross.importance, cross.performance]).toEqual([
      expect.closeTo(93 / 23, 9),
      expect.closeTo(75 / 23, 9),
    ]);
    const inQuarter = (quarter: Quarter) =>
      numbers(members.filter((member) => member.quarter === quarter).map(({ id }) => id));
    expect(inQuarter('concentrate')).toEqual([8, 10, 18, 20]);
    expect(inQuarter('keep')).toEqual([9, 11, 13, 14, 19]);
    expect(inQuarter('low')).toEqual([1, 2, 3, 6, 7, 15, 17, 21, 24]);
    expect(inQuarter('overkill')).toEqual([5, 12, 16, 22, 23]);
  });

  it('ranks seven pains, the complaint first', () => {
    const { pains, opportunities } = of(analyses, 'A11');
    expect([pains.n, pains.of]).toEqual([24, 24]);
    expect(numbers((pains.value ?? []).map(({ id }) => id))).toEqual([20, 18, 15, 10, 7, 6, 2]);
    expect((pains.value ?? []).map(({ pain }) => Math.round(pain))).toEqual([60, 55, 40, 25, 24, 16, 6]);
    expect(opportunities.map(({ id, best }) => [id, best?.score, best?.level])).toEqual([
      ['op1', 12.5, 'strong'],
      ['op3', 17.5, 'extreme'],
      ['op2', 12.5, 'strong'],
    ]);
  });

  it('has all three moments of truth, none at risk, and nothing to check', () => {
    const { coverage, moments } = of(analyses, 'A10');
    expect(coverage).toBe(1);
    expect(moments.map(({ kind, risks, fit }) => [kind, risks.length, fit])).toEqual([
      ['zero', 0, 'fits'],
      ['first', 0, 'fits'],
      ['second', 0, 'fits'],
      ['third', 0, 'fits'],
    ]);
    expect(kinds(analyses)).toEqual([]);
  });
});

describe('the airline map: contacts by tier', () => {
  const analyses = analyseMap(loadTemplate('airline-tiers.en'));

  it('treats no lower tier better than a higher one, at any of sixteen contacts', () => {
    const { rows, invertedIds, flatIds, cellsSet, cellCount, tiersWithoutUpgradeRule } = of(analyses, 'A13');
    expect(rows).toHaveLength(16);
    expect([invertedIds, flatIds, tiersWithoutUpgradeRule]).toEqual([[], [], []]);
    expect([cellsSet, cellCount]).toEqual([64, 64]);
    expect(kinds(analyses)).toEqual([]);
  });

  it('shows an inversion as soon as one level is turned around', () => {
    const map = loadTemplate('airline-tiers.en');
    const turned = analyseMap({
      ...map,
      touchpoints: map.touchpoints.map((touchpoint) => {
        const basic = touchpoint.byTier['ti-b'];
        if (touchpoint.id !== 'tp12' || !basic) return touchpoint;
        return { ...touchpoint, byTier: { ...touchpoint.byTier, 'ti-b': { ...basic, level: 'exclusive' } } };
      }),
    });
    expect(of(turned, 'A13').invertedIds).toEqual(['tp12']);
    expect(kinds(turned)).toEqual(['L12 tp12']);
  });

  it('promises response times it does not keep: none of six', () => {
    const { attainment, rows } = of(analyses, 'A12');
    expect([attainment.value, attainment.n]).toEqual([0, 6]);
    expect(rows.slice(0, 2).map(({ id, complaint }) => [id, complaint])).toEqual([
      ['tp16', true],
      ['tp18', true],
    ]);
  });
});

describe('the shop map: customer relations by message', () => {
  const analyses = analyseMap(loadTemplate('ecommerce-crm.zh-en'));

  it('stays under every weekly cap, for both personas', () => {
    const pressure = of(analyses, 'A18');
    expect(
      pressure.map(({ channelId, capPerWeek, personas }) => [
        channelId,
        capPerWeek,
        personas.map(({ perWeek, over }) => [perWeek.value, over]),
      ]),
    ).toEqual([
      [
        'ch-tel',
        1,
        [
          [0.1, false],
          [0.1, false],
        ],
      ],
      [
        'ch-sms',
        2,
        [
          [expect.closeTo(0.6, 9), false],
          [expect.closeTo(0.6, 9), false],
        ],
      ],
      [
        'ch-wechat',
        2,
        [
          [expect.closeTo(1.85, 9), false],
          [expect.closeTo(1.85, 9), false],
        ],
      ],
    ]);
    expect(kinds(analyses)).toEqual([]);
  });

  it('hurts most after the parcel is late, and answers complaints late half the time', () => {
    const { pains } = of(analyses, 'A11');
    expect(pains.value?.[0]).toMatchObject({ id: 'tp13', pain: expect.closeTo(70, 9) });
    expect(of(analyses, 'A12').attainment.value).toBe(0.5);
  });

  it('divides the two personas at the first use', () => {
    const divergent = of(analyses, 'A15').touchpoints.filter((one) => one.divergent);
    expect(divergent.map(({ id, spread }) => [id, spread])).toEqual([['tp15', expect.closeTo(2.1, 9)]]);
  });
});

describe('the decoration map: from looking to living', () => {
  const analyses = analyseMap(loadTemplate('home-decoration.zh'));

  it('puts its zero moment, reviews, at risk', () => {
    const zero = of(analyses, 'A10').moments.find(({ kind }) => kind === 'zero');
    expect(zero).toMatchObject({
      touchpointId: 'tp08',
      risks: ['negative-emotion', 'low-performance', 'performance-gap'],
    });
  });

  it('hurts at the extra charges and the quotation', () => {
    const pains = of(analyses, 'A11').pains.value ?? [];
    expect(pains.slice(0, 2).map(({ id, pain }) => [id, Math.round(pain)])).toEqual([
      ['tp20', 80],
      ['tp16', 60],
    ]);
    expect(of(analyses, 'A19').dominated).toEqual({ organisation: 1, staff: 0, customer: 0 });
  });

  it('says one thing off the brand: a visit to a friend’s home, which nobody steers', () => {
    expect(kinds(analyses)).toEqual(['L08 tp05']);
  });
});

describe('the housing map: ten key contacts', () => {
  const analyses = analyseMap(loadTemplate('real-estate-sales.zh'));

  it('hurts at complaints, although they are answered in time', () => {
    expect(of(analyses, 'A11').pains.value?.[0]).toMatchObject({ id: 'tp17', pain: expect.closeTo(65, 9) });
    expect(of(analyses, 'A12').rows[0]).toMatchObject({ id: 'tp17', complaint: true, level: 'met' });
    expect(kinds(analyses)).toEqual([]);
  });

  it('hands complaints from customer relations to the property managers', () => {
    expect(of(analyses, 'A23').handoffs).toEqual([
      expect.objectContaining({ from: 'tp17', to: 'tp18', betweenTeams: true }),
    ]);
  });

  it('gives no level of service upside down', () => {
    expect(of(analyses, 'A13')).toMatchObject({ invertedIds: [], cellsSet: 48, cellCount: 48 });
  });
});

describe('the onboarding map: a blueprint', () => {
  const map = loadTemplate('saas-onboarding-blueprint.en');
  const analyses = analyseMap(map);

  it('loses more than half at the import of data', () => {
    const member = of(analyses, 'A5').chain.find(({ id }) => id === 'tp07');
    expect(member).toMatchObject({
      reached: 391,
      passed: 188,
      loss: 203,
      drop: expect.closeTo(203 / 391, 9),
    });
    expect(of(analyses, 'A11').pains.value?.[1]).toMatchObject({ id: 'tp07', pain: 75 });
  });

  it('writes more e-mails than people allowed', () => {
    expect(kinds(analyses)).toEqual(['L10/over-cap ch-mail']);
    const [row] = of(analyses, 'A18');
    expect(row?.personas.map(({ perWeek, over }) => [perWeek.value, over])).toEqual([
      [expect.closeTo(3.3, 9), true],
      [expect.closeTo(3.3, 9), true],
      [null, false],
    ]);
  });

  it('computes the recommendation score from its 130 answers: +33 ± 13', () => {
    const [score] = of(analyses, 'A1').nps.touchpoints;
    expect(score?.score.value).toBeCloseTo((100 * (67 - 24)) / 130, 9);
    expect(score?.margin.value).toBeCloseTo(13.210768148908, 9);
    expect([score?.answers, score?.smallSample]).toEqual([130, false]);
  });

  it('has every delivery step linked to what the customer does', () => {
    const delivery = map.touchpoints.filter(({ id }) => !id.startsWith('tp'));
    expect(delivery.length).toBe(18);
    expect(analyses.lint.filter(({ code }) => code === 'L14')).toEqual([]);
  });
});
