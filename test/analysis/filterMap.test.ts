import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filteredOut, filterKinds, noFilter } from '../../src/analysis/filterMap.ts';
import type { JourneyMap, MapFilter } from '../../src/model/journeyMap.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const skipped = { emotion: null, importance: null, performance: null, feeling: '', skipped: true };
const map = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', { id: 'ln', kind: 'thoughts' }, { id: 'la', kind: 'actions' }],
  personas: ['p1', 'p2'],
  tiers: ['ti1', 'ti2'],
  channels: [{ id: 'c1', name: '微信小程序' }, 'c2'],
  touchpoints: [
    {
      id: 't1',
      title: 'Reads ＲＥＶＩＥＷＳ',
      emotion: -1.5,
      owner: 'Lena',
      channelId: 'c1',
      tags: ['launch'],
    },
    { id: 't2', title: '扫码下单', emotion: 1, byPersona: { p1: skipped }, tierIds: ['ti1'] },
    {
      id: 't3',
      title: 'Pays',
      stageId: 's2',
      personaIds: ['p2'],
      byTier: { ti2: { level: 'none', promise: '', responseTargetMin: null } },
    },
  ],
  links: [
    { id: 'k1', from: 't1', to: 't2' },
    { id: 'k2', from: 't2', to: 't3' },
  ],
  insights: [
    { id: 'n1', text: 'Too slow', stageId: 's1', laneId: 'ln', kind: 'pain', touchpointIds: ['t1'] },
    { id: 'n2', text: 'Fun', stageId: 's1', laneId: 'ln', kind: 'thought', personaIds: ['p1'] },
  ],
  actions: [{ id: 'a1', title: 'Ask', owner: 'Lena', laneId: 'la', stageId: 's1', touchpointId: 't3' }],
  elements: [{ id: 'fe1', text: 'Reviews of 2024' }],
  moments: [
    { id: 'm1', touchpointId: 't1', kind: 'first' },
    { id: 'm3', touchpointId: 't3', kind: 'second' },
  ],
  readings: [
    { id: 'r0', touchpointId: null, metric: 'nps', value: 12, at: '2025-01-01' },
    { id: 'r3', touchpointId: 't3', metric: 'csat', value: 80, at: '2025-01-01' },
  ],
});
const cards = ['t1', 't2', 't3', 'n1', 'n2', 'a1', 'fe1'];
const left = (filter: Partial<MapFilter>, of: JourneyMap = map): readonly string[] => {
  const out = filteredOut(of, { ...noFilter, ...filter }, null);
  return cards.filter((id) => !out.has(id));
};

describe('a filter', () => {
  it('leaves what holds every word, full-width or half-width, in any case, in Chinese (U60)', () => {
    expect(left({ text: 'ｒeviews' })).toEqual(['t1', 'fe1']);
    expect(left({ text: '下单' })).toEqual(['t2']);
    expect(left({ text: '小程序' })).toEqual(['t1']);
    expect(left({ text: 'reviews pays' })).toEqual([]);
  });

  it('leaves what lies at an address, and not at one that begins alike', () => {
    expect(left({ text: ' ａ1' })).toEqual(['t1', 't2']);
    expect(left({ text: 'b1' })).toEqual(['t3']);
    expect(left({ text: 'B11' })).toEqual([]);
  });

  it('leaves the touchpoints a persona meets and the notes about her', () => {
    expect(left({ personaIds: ['p1'] })).toEqual(['t1', 'n1', 'n2']);
    expect(left({ personaIds: ['p2'] })).toEqual(['t1', 't2', 't3', 'n1', 'a1']);
  });

  it('leaves her curve of all the personas’ (the picture draws the others in hair)', () => {
    const out = filteredOut(map, { ...noFilter, personaIds: ['p2'] }, null);
    expect(map.personas.filter(({ id }) => !out.has(id)).map(({ id }) => id)).toEqual(['p2']);
    expect(filteredOut(map, { ...noFilter, owners: ['Lena'] }, null).has('p1')).toBe(false);
  });

  it('leaves what a tier is served at, a channel, an owner or nobody, a tag', () => {
    expect(left({ tierIds: ['ti2'] })).toEqual(['t1', 'n1']);
    expect(left({ channelIds: ['c1'] })).toEqual(['t1', 'n1']);
    expect(left({ owners: ['Lena'] })).toEqual(['t1', 'a1']);
    expect(left({ owners: [''] })).toEqual(['t2', 't3', 'n1', 'n2', 'fe1']);
    expect(left({ tags: ['launch'] })).toEqual(['t1', 'n1']);
  });

  it('leaves a band of emotion, and what is not rated', () => {
    expect(left({ emotions: ['very-negative'] })).toEqual(['t1', 'n1']);
    expect(left({ emotions: ['positive', 'not-rated'] })).toEqual(['t2', 't3', 'a1']);
  });

  it('leaves what a check found until somebody sets that aside', () => {
    expect(left({ checks: ['L02'] })).toEqual(['t3', 'a1']);
    const known = {
      ...map,
      dismissals: buildMap({ dismissals: [{ code: 'L02', targetId: 't3', reason: 'Known' }] }).dismissals,
    };
    expect(left({ checks: ['L02'] }, known)).toEqual([]);
  });

  it('wants one of several values of a kind, and all of several kinds', () => {
    expect(left({ emotions: ['very-negative', 'positive'] })).toEqual(['t1', 't2', 'n1']);
    expect(left({ emotions: ['very-negative', 'positive'], owners: ['Lena'] })).toEqual(['t1']);
  });

  it('leaves out a link with an end that is left out', () => {
    const out = filteredOut(map, { ...noFilter, emotions: ['very-negative', 'positive'] }, null);
    expect(['k1', 'k2'].filter((id) => out.has(id))).toEqual(['k2']);
  });

  it('leaves out moments of truth and readings with their touchpoint', () => {
    const out = filteredOut(map, { ...noFilter, owners: ['Lena'] }, null);
    expect(['m1', 'm3', 'r0', 'r3'].filter((id) => out.has(id))).toEqual(['m3', 'r3']);
  });

  it('that is empty leaves out nothing, and a further kind never brings anything back', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.constantFrom(...filterKinds), fc.nat(), (any, kind, pick) => {
        expect(filteredOut(any, noFilter, null).size).toBe(0);
        const owner = any.touchpoints[pick % Math.max(1, any.touchpoints.length)]?.owner ?? 'x';
        const some: MapFilter = { ...noFilter, owners: [owner] };
        const values = { personaIds: any.personas, tierIds: any.tiers, channelIds: any.channels } as const;
        const more: MapFilter =
          kind in values
            ? { ...some, [kind]: values[kind as keyof typeof values].slice(0, 1).map(({ id }) => id) }
            : { ...some, emotions: ['neutral'] };
        const [wide, narrow] = [filteredOut(any, some, null), filteredOut(any, more, null)];
        for (const { id } of any.touchpoints) if (wide.has(id)) expect(narrow.has(id)).toBe(true);
      }),
      runs(60),
    );
  });
});
