import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistency, toneFit } from '../../src/analysis/consistency.ts';
import { buildMap, type Parts } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const message = { id: 'b1', text: '', proof: '' };
const tone = (formality: number | null, humour: number | null = null) => ({
  formality,
  humour,
  respect: null,
  energy: null,
});
function judged(parts: Parts, on: string | null = '2025-03-01') {
  const { value, reason } = consistency(buildMap({ channels: ['c1'], ...parts }), on);
  if (!value) throw new Error(reason);
  return value;
}
const here = { channelId: 'c1' };

describe('consistency (A9)', () => {
  it('measures a tone by the dimensions both have', () => {
    const step = fc.option(fc.integer({ min: -2, max: 2 }), { nil: null });
    const any = fc.record({ formality: step, humour: step, respect: step, energy: step });
    fc.assert(
      fc.property(any, any, (is, wanted) => {
        const both = (['formality', 'humour', 'respect', 'energy'] as const).filter(
          (one) => is[one] !== null && wanted[one] !== null,
        );
        const sum = both.reduce((total, one) => total + Math.abs((is[one] ?? 0) - (wanted[one] ?? 0)), 0);
        const fit = toneFit(is, wanted);
        if (both.length === 0) expect(fit).toBeNull();
        else expect(fit?.distance).toBeCloseTo(sum / both.length, 9);
      }),
      runs(300),
    );
    const fits = [1, 1.5, 2, 3].map((far) => toneFit(tone(-1), tone(far - 1))?.fit);
    expect(fits).toEqual(['consistent', 'drift', 'drift', 'clash']);
  });

  it('scores a touchpoint by the mean of what can be judged, and the map by these', () => {
    const { touchpoints, score } = judged({
      brand: { messages: [message], tone: tone(2) },
      touchpoints: [
        { ...here, messageIds: ['b1'], tone: tone(0) },
        { ...here, tone: tone(null, 1) },
        { messageIds: ['b1'] },
      ],
    });
    expect(touchpoints.map(({ id, message: says, topic, score: own }) => [id, says, topic, own])).toEqual([
      ['t1', true, null, 0.75],
      ['t2', false, null, 0],
    ]);
    expect([score.value, score.n]).toEqual([37.5, 2]);
  });

  it('takes the informal tone where the touchpoint is informal and the brand has one', () => {
    const distance = (toneInformal: ReturnType<typeof tone> | null) =>
      judged({
        brand: { tone: tone(2), toneInformal },
        touchpoints: [{ ...here, formality: 'informal', tone: tone(-1) }],
      }).touchpoints[0]?.tone?.distance;
    expect([distance(tone(-1)), distance(null)]).toEqual([0, 3]);
  });

  it('knows a topic that is over, not yet begun, or cannot be dated', () => {
    const topic = (from: string | null, to: string | null, on: string | null) =>
      judged(
        { brand: { topics: [{ id: 'x', name: '', from, to }] }, touchpoints: [{ ...here, topicId: 'x' }] },
        on,
      ).touchpoints[0]?.topic;
    expect(topic(null, null, null)).toBe(true);
    expect(topic('2025-03-01', '2025-03-01', '2025-03-01')).toBe(true);
    expect(topic('2025-03-02', null, '2025-03-01')).toBe(false);
    expect(topic(null, '2025-02-28', '2025-03-01')).toBe(false);
    expect(topic(null, '2025-02-28', null)).toBeNull();
  });

  it('traces a message from point to body, and flags it without line or body', () => {
    const { traces } = judged({
      brand: { messages: [message, { ...message, id: 'b2' }, { ...message, id: 'b3' }] },
      channels: ['c1', 'c2'],
      personas: ['p1', 'p2'],
      stages: ['s1', 's2', 's3'],
      touchpoints: [
        { stageId: 's1', listening: true },
        { ...here, stageId: 's2', messageIds: ['b1'], reached: 10, personaIds: ['p2'] },
        { channelId: 'c2', stageId: 's2', messageIds: ['b1'], personaIds: ['p2'] },
        { stageId: 's2', listening: true },
        { ...here, stageId: 's3', messageIds: ['b2'] },
      ],
    });
    expect(traces[0]).toMatchObject({
      channelIds: ['c1', 'c2'],
      personaIds: ['p2'],
      reached: { value: 10, n: 1, of: 2 },
      listeningIds: ['t4'],
      flags: [],
    });
    expect(traces.slice(1).map(({ flags }) => flags)).toEqual([['no-body'], ['no-line', 'no-body']]);
  });

  it('has a reason where there is no brand, or no channel in use', () => {
    expect(consistency(buildMap({ touchpoints: ['t1'] }), null).reason).toBe('no-brand');
    expect(consistency(buildMap({ brand: {}, touchpoints: ['t1'] }), null).reason).toBe('no-channels');
    expect(judged({ brand: {}, touchpoints: [here] }).score).toMatchObject({
      value: null,
      reason: 'nothing-rated',
    });
  });
});
