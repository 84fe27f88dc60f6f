/** What each template was made to show stands at the top of its Insights. */
import { describe, expect, it } from 'vitest';
import { analyseMap } from '../../src/analysis/analyseMap.ts';
import { headlinesOf, type Headline } from '../../src/insights/headlines.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';

function headlines(map: JourneyMap): readonly Headline[] {
  return headlinesOf(map, analyseMap(map));
}
const kinds = (map: JourneyMap) => headlines(map).map(({ kind }) => kind);
const one = <K extends Headline['kind']>(map: JourneyMap, kind: K) =>
  headlines(map).find((headline): headline is Extract<Headline, { kind: K }> => headline.kind === kind);

describe('what stands out', () => {
  it('is for the trade map its worst sieve, and the price that is lost at and hurts', () => {
    const map = loadTemplate('b2b-trade-sieve.en');
    expect(headlines(map)[0]).toMatchObject({
      kind: 'loss',
      id: 'tp01',
      drop: 0.925,
      loss: 11_100,
      reached: 12_000,
    });
    expect(one(map, 'loss-that-hurts')?.ids).toHaveLength(1);
    expect(one(map, 'pain')).toMatchObject({ id: 'tp20', emotion: -1.2 });
  });

  it('is for the airline map that no tier is upside down and no response time is kept', () => {
    const map = loadTemplate('airline-tiers.en');
    expect(one(map, 'tiers-in-order')?.rows).toBe(16);
    expect(one(map, 'promises')).toMatchObject({ share: 0, n: 6, of: 6 });
    const turned = {
      ...map,
      touchpoints: map.touchpoints.map((touchpoint) => {
        const basic = touchpoint.byTier['ti-b'];
        if (touchpoint.id !== 'tp12' || !basic) return touchpoint;
        return {
          ...touchpoint,
          byTier: { ...touchpoint.byTier, 'ti-b': { ...basic, level: 'exclusive' as const } },
        };
      }),
    };
    expect(one(turned, 'inversion')).toMatchObject({ id: 'tp12', count: 1, ids: ['tp12'] });
    expect(one(turned, 'tiers-in-order')).toBeUndefined();
  });

  it('is for the onboarding map the import, lost and painful, and more e-mail than people allowed', () => {
    const map = loadTemplate('saas-onboarding-blueprint.en');
    expect(one(map, 'loss-that-hurts')).toMatchObject({ id: 'tp07', pain: 75 });
    expect(one(map, 'over-cap')).toMatchObject({ channelId: 'ch-mail', cap: 2, personas: 2 });
  });

  it('is for the decoration map its zero moment at risk and the quotation', () => {
    const map = loadTemplate('home-decoration.zh');
    expect(one(map, 'moment-at-risk')).toMatchObject({ id: 'tp08', count: 1, moment: { kind: 'zero' } });
    expect(one(map, 'loss-that-hurts')?.id).toBe('tp16');
    expect(one(map, 'pain')?.id).toBe('tp20');
  });

  it('is for the housing map the complaints that hurt, and tiers in order', () => {
    const map = loadTemplate('real-estate-sales.zh');
    expect(one(map, 'pain')?.id).toBe('tp17');
    expect(one(map, 'tiers-in-order')?.rows).toBe(16);
  });

  it('is for the shop map the late parcel and the first use that parts the personas', () => {
    const map = loadTemplate('ecommerce-crm.zh-en');
    expect(one(map, 'pain')?.id).toBe('tp13');
    const divided = one(map, 'divided');
    expect(divided?.id).toBe('tp15');
    expect(divided && divided.happiest.emotion - divided.saddest.emotion).toBeCloseTo(2.1, 9);
  });

  it('is at most six things, each with what is behind it', () => {
    for (const name of ['b2b-trade-sieve.en', 'airline-tiers.en', 'ecommerce-crm.zh-en']) {
      const all = headlines(loadTemplate(name));
      expect(all.length).toBeLessThanOrEqual(6);
      for (const { kind, ids } of all) expect(ids.length, `${name} ${kind}`).toBeGreaterThan(0);
    }
  });

  it('is nothing where nothing is known', () => {
    const map = loadTemplate('b2b-trade-sieve.en');
    expect(
      kinds({ ...map, touchpoints: [], moments: [], readings: [], tiers: [], channels: [], personas: [] }),
    ).toEqual([]);
  });

  it('says that caps are kept only when every count is known', () => {
    const map = loadTemplate('ecommerce-crm.zh-en');
    const calm = {
      ...map,
      touchpoints: map.touchpoints.map((one) => ({ ...one, emotion: null, byPersona: {} })),
    };
    expect(kinds(calm)).toContain('caps-kept');
    const unknown = {
      ...calm,
      touchpoints: calm.touchpoints.map((touchpoint) =>
        touchpoint.channelId === 'ch-sms' ? { ...touchpoint, touchesPerWeek: null } : touchpoint,
      ),
    };
    expect(kinds(unknown)).not.toContain('caps-kept');
  });
});
