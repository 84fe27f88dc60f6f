/** What lanes of notes and drawn lanes show. */
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { LayoutOptions } from '../../src/layout/layoutOptions.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import type { SceneItem } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { broken } from '../support/layoutLaws.ts';

function layoutOf(map: JourneyMap, options: Partial<LayoutOptions> = {}): MapLayout {
  const layout = layoutMap(map, { ...layoutOptionsFor(map), ...options });
  expect(broken(layout)).toEqual([]);
  return layout;
}

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

const textsOfGroup = (layout: MapLayout, id: string): string[] =>
  textsOf(layout.groups.find((group) => group.id === id)?.items ?? []);
const textsOfRecord = (layout: MapLayout, id: string): string[] =>
  textsOf(layout.groupOf.get(id)?.items ?? []);

describe('cells', () => {
  const lanes = [
    'l1',
    { id: 'p', kind: 'pains' as const },
    { id: 'o', kind: 'opportunities' as const },
    { id: 'a', kind: 'actions' as const },
  ];

  it('stand in as many columns as the stage has room for, the next one in the shortest', () => {
    const insights = ['n1', 'n2', 'n3'].map((id) => ({ id, laneId: 'p', stageId: 's1', text: 'Short' }));
    const wide = layoutOf(buildMap({ stages: [{ id: 's1', width: 640 }], lanes, insights }));
    const xs = ['n1', 'n2', 'n3'].map((id) => wide.cells.get(id)?.x);
    expect(xs[0]).toBe(xs[2]);
    expect(xs[1]).toBeGreaterThan(xs[0] ?? 0);
    const narrow = layoutOf(buildMap({ stages: [{ id: 's1', width: 240 }], lanes, insights }));
    expect(new Set(['n1', 'n2', 'n3'].map((id) => narrow.cells.get(id)?.x)).size).toBe(1);
  });

  it('make their lane grow', () => {
    const insights = Array.from({ length: 12 }, (_, index) => ({
      id: `n${index}`,
      laneId: 'p',
      stageId: 's1',
      text: 'A pain',
    }));
    const layout = layoutOf(buildMap({ stages: [{ id: 's1', width: 240 }], lanes, insights }));
    expect(layout.lanes[1]?.height).toBeGreaterThan(160);
  });

  it('lie nowhere without a stage, or in a lane that does not hold them', () => {
    const layout = layoutOf(
      buildMap({
        stages: ['s1'],
        lanes,
        insights: [
          { id: 'n1', laneId: 'p' },
          { id: 'n2', laneId: 'o', stageId: 's1' },
        ],
      }),
    );
    expect(layout.cells.size).toBe(0);
  });

  it('an opportunity says impact, effort and status; an action who and when', () => {
    const layout = layoutOf(
      buildMap({
        stages: [{ id: 's1', width: 400 }],
        lanes,
        opportunities: [
          { id: 'op1', laneId: 'o', stageId: 's1', title: 'Fix rows', impact: 5, effort: 3, status: 'doing' },
        ],
        actions: [
          {
            id: 'a1',
            laneId: 'a',
            stageId: 's1',
            title: 'Prototype',
            owner: 'Import squad',
            due: '2025-04-11',
          },
        ],
      }),
    );
    expect(textsOfRecord(layout, 'op1')).toEqual(['Fix rows', 'Impact 5', 'Effort 3', 'doing']);
    expect(textsOfRecord(layout, 'a1')).toEqual(['Prototype', 'Import squad · 11 Apr']);
  });

  it('an action that is late says so, when today is known', () => {
    const map = buildMap({
      stages: [{ id: 's1', width: 400 }],
      lanes,
      actions: [{ id: 'a1', laneId: 'a', stageId: 's1', title: 'Prototype', due: '2025-04-11' }],
    });
    expect(textsOfRecord(layoutOf(map, { today: '2025-04-12' }), 'a1')[1]).toBe('11 Apr · overdue');
    expect(textsOfRecord(layoutOf(map, { today: '2025-04-11' }), 'a1')[1]).toBe('11 Apr');
  });
});

describe('drawn lanes', () => {
  const stages = [
    { id: 's1', width: 600 },
    { id: 's2', width: 600 },
  ];

  it('moments stand under their touchpoints and do not overlap', () => {
    const layout = layoutOf(
      buildMap({
        stages,
        lanes: ['l1', { id: 'm', kind: 'moments' }],
        touchpoints: [{ id: 't1', t: 0.5 }],
        moments: (['zero', 'first', 'second'] as const).map((kind, index) => ({
          id: `o${index}`,
          touchpointId: 't1',
          kind,
          question: 'Is this the answer I came for?',
        })),
      }),
    );
    expect(textsOfGroup(layout, 'moment.m.o0')).toContain('0');
    expect(layout.groups.filter(({ role }) => role === 'moment').length).toBe(3);
  });

  it('a sieve says how many come and get through', () => {
    const layout = layoutOf(
      buildMap({
        stages,
        lanes: ['l1', { id: 'f', kind: 'funnel' }],
        touchpoints: [
          { id: 't1', reached: 42_000, passed: 6300 },
          { id: 't2', stageId: 's2', conversion: 0.5 },
        ],
      }),
    );
    expect(textsOfGroup(layout, 'sieve.f.t1')).toEqual(['42,000 → 6,300', '15% get through']);
    expect(textsOfGroup(layout, 'sieve.f.t2')).toEqual(['50% get through']);
  });

  it('metrics show the newest reading for everybody, with its size and date', () => {
    const reading = { touchpointId: 't1', metric: 'nps' as const };
    const layout = layoutOf(
      buildMap({
        stages,
        lanes: ['l1', { id: 'm', kind: 'metrics' }],
        personas: ['p1'],
        touchpoints: ['t1'],
        readings: [
          { ...reading, id: 'r1', value: 10, at: '2025-01-01' },
          { ...reading, id: 'r2', value: 33, n: 130, at: '2025-02-28' },
          { ...reading, id: 'r3', value: -5, at: '2025-03-01', personaId: 'p1' },
          { id: 'r4', metric: 'wallet-share', value: 52, at: '2025-02-28' },
        ],
      }),
    );
    expect(textsOfGroup(layout, 'metric.m.r2')).toEqual(['NPS', '+33', 'n 130 · 28 Feb']);
    expect(textsOfGroup(layout, 'metric.m.r4')).toEqual(['Wallet share', '52%', '28 Feb']);
    expect(layout.groups.filter(({ role }) => role === 'metric').length).toBe(2);
  });

  it('channels show how often they are used in a stage, and the mean emotion', () => {
    const layout = layoutOf(
      buildMap({
        stages,
        lanes: ['l1', { id: 'c', kind: 'channels' }],
        channels: [{ id: 'c1', name: 'Shop' }],
        touchpoints: [
          { id: 't1', channelId: 'c1', emotion: 1 },
          { id: 't2', channelId: 'c1', emotion: -0.4, row: 1 },
        ],
      }),
    );
    expect(textsOfGroup(layout, 'channel-row.c.s1')).toEqual(['Shop', '× 2', '+0.3']);
    expect(layout.groups.some(({ id }) => id === 'channel-row.c.s2')).toBe(false);
  });

  it('media show the kinds in use and evidence images', () => {
    const data = 'data:image/png;base64,AAAA';
    const layout = layoutOf(
      buildMap({
        stages,
        lanes: ['l1', { id: 'm', kind: 'media' }],
        touchpoints: [
          { id: 't1', media: 'owned', evidenceIds: ['ev1'] },
          { id: 't2', media: 'paid', row: 1 },
        ],
        evidence: [{ id: 'ev1', kind: 'image', data }],
      }),
    );
    expect(textsOfGroup(layout, 'media-row.m.s1')).toEqual(['owned 1', 'paid 1']);
    expect(layout.groups.find(({ id }) => id === 'media-row.m.s1')?.items).toContainEqual(
      expect.objectContaining({ kind: 'image', href: data }),
    );
  });
});
