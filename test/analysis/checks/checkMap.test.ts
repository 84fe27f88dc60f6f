import { describe, expect, it } from 'vitest';
import { checkMap } from '../../../src/analysis/checks/checkMap.ts';
import { checkCodes } from '../../../src/model/checkCodes.ts';
import { buildMap, type Parts } from '../../support/buildMap.ts';

/** What the checks find of one code: kind and target, in order. */
function found(code: string, parts: Parts): readonly string[] {
  return checkMap(buildMap(parts), '2025-03-01')
    .filter((one) => one.code === code)
    .map(({ kind, targetId }) => `${kind} ${targetId}`);
}
const same = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };
const blueprint = [{ kind: 'contact' }, { id: 'back', kind: 'backstage' }] as const;
const bought = [
  { id: 's1', phase: 'purchase' },
  { id: 's2', phase: 'postpurchase' },
] as const;

/** Each check: what it finds, and the map beside it in which it finds nothing. */
const cases: readonly (readonly [code: string, wrong: Parts, finds: readonly string[], right: Parts])[] = [
  [
    'L01',
    { stages: ['a', 'b'], touchpoints: [{ stageId: 'a' }, { stageId: 'b', status: 'idea' }] },
    ['L01 b'],
    { stages: ['a'], touchpoints: [{ stageId: 'a' }] },
  ],
  [
    'L02',
    { touchpoints: ['t1', { emotion: 0 }] },
    ['L02 t1'],
    { personas: ['p1'], touchpoints: [{ byPersona: { p1: { ...same, emotion: 1 } } }] },
  ],
  [
    'L03',
    {
      touchpoints: [{ key: true }, { key: true, owner: ' ' }, 't3', 't4'],
      moments: [{ touchpointId: 't3' }],
    },
    ['L03/key t1', 'L03/key t2', 'L03/moment t3'],
    {
      touchpoints: [
        { key: true, owner: 'Ana' },
        { id: 't2', key: true, status: 'retired' },
      ],
    },
  ],
  [
    'L04',
    {
      stages: bought,
      touchpoints: ['t1'],
      moments: [
        { touchpointId: 't1', kind: 'zero' },
        { touchpointId: 't1', kind: 'third' },
      ],
    },
    ['L04/no-first m1', 'L04/no-second m1', 'L04/misplaced o1'],
    {
      stages: [{ phase: 'prepurchase' }, { phase: 'purchase' }, { phase: 'postpurchase' }],
      touchpoints: [{ stageId: 's1' }, { stageId: 's2' }, { stageId: 's3' }],
      moments: [
        { touchpointId: 't1', kind: 'zero' },
        { touchpointId: 't2', kind: 'first' },
        { touchpointId: 't3', kind: 'second' },
      ],
    },
  ],
  [
    'L05',
    { touchpoints: [{ emotion: -1 }, { emotion: -0.9 }] },
    ['L05 t1'],
    {
      touchpoints: [{ emotion: -1 }, { emotion: -2 }, { emotion: -2 }],
      insights: [{ touchpointIds: ['t1'] }],
      opportunities: [{ touchpointIds: ['t2'] }],
      actions: [{ touchpointId: 't3' }],
    },
  ],
  [
    'L06',
    { touchpoints: [{ complaint: true }] },
    ['L06/no-target t1'],
    { stages: bought, touchpoints: [{ complaint: true, responseTargetMin: 60 }] },
  ],
  ['L06', { stages: bought, touchpoints: ['t1'] }, ['L06/no-complaint-node m1'], { stages: bought }],
  [
    'L07',
    { stages: bought, touchpoints: [{ stageId: 's1', listening: true }] },
    ['L07 m1'],
    { stages: bought, touchpoints: [{ stageId: 's2', listening: true }] },
  ],
  [
    'L08',
    {
      brand: { messages: [{ id: 'b', text: '', proof: '' }] },
      channels: ['c1'],
      touchpoints: [{ channelId: 'c1' }],
    },
    ['L08 t1'],
    {
      brand: { messages: [{ id: 'b', text: '', proof: '' }] },
      channels: ['c1'],
      touchpoints: [{ channelId: 'c1', messageIds: ['b'] }, 't2'],
    },
  ],
  [
    'L08',
    {
      // Without message and topic; with both the score would be 1.
      brand: {
        messages: [{ id: 'b', text: '', proof: '' }],
        topics: [{ id: 'x', name: '', from: null, to: null }],
      },
      channels: ['c1'],
      touchpoints: [{ channelId: 'c1' }],
    },
    ['L08 t1'],
    {
      // The message is there, the topic is not: a score of 0.5 is not below 0.5.
      brand: {
        messages: [{ id: 'b', text: '', proof: '' }],
        topics: [{ id: 'x', name: '', from: null, to: null }],
      },
      channels: ['c1'],
      touchpoints: [{ channelId: 'c1', messageIds: ['b'] }],
    },
  ],
  [
    'L09',
    {
      touchpoints: ['t1', 't2', 't3', 't4'],
      links: [
        { from: 't1', to: 't2' },
        { from: 't2', to: 't3', kind: 'trigger' },
        { from: 't3', to: 't1', kind: 'handoff' },
      ],
    },
    ['L09/cycle t1', 'L09/unlinked t4'],
    {
      touchpoints: ['t1', 't2', 't3'],
      links: [
        { from: 't1', to: 't2' },
        { from: 't2', to: 't1', kind: 'loop' },
        { from: 't2', to: 't3', kind: 'dependency' },
        { from: 't3', to: 't2' },
      ],
    },
  ],
  [
    'L10',
    {
      channels: [
        { id: 'a', needsPermission: true },
        { id: 'b', needsPermission: true, capPerWeek: 1 },
      ],
      touchpoints: [
        { channelId: 'b', touchesPerWeek: 0.6 },
        { channelId: 'b', touchesPerWeek: 0.5 },
      ],
    },
    ['L10/no-cap a', 'L10/over-cap b'],
    {
      channels: ['a', { id: 'b', needsPermission: true, capPerWeek: 1 }],
      touchpoints: [
        { channelId: 'b', touchesPerWeek: 0.7 },
        { channelId: 'b', touchesPerWeek: 0.3 },
        { channelId: 'b', touchesPerWeek: 9, status: 'planned' },
      ],
    },
  ],
  [
    'L11',
    {
      channels: [
        { id: 'a', attention: 'glance' },
        { id: 'b', media: 'shared', register: 'informal' },
      ],
      touchpoints: [
        { channelId: 'a', mode: 'story' },
        { channelId: 'b', mode: 'broadcast' },
      ],
    },
    ['L11/glance t1', 'L11/dialogue t2'],
    {
      channels: [
        { id: 'a', attention: 'glance' },
        { id: 'b', media: 'shared', register: 'both' },
      ],
      touchpoints: [
        { channelId: 'a', mode: 'visual' },
        { channelId: 'b', mode: 'broadcast' },
      ],
    },
  ],
  [
    'L12',
    { tiers: ['hi', 'lo'], touchpoints: [{ byTier: { hi: level('basic'), lo: level('enhanced') } }] },
    ['L12 t1'],
    { tiers: ['hi', 'lo'], touchpoints: [{ byTier: { hi: level('basic'), lo: level('basic') } }] },
  ],
  [
    'L13',
    { touchpoints: [{ emotion: 1 }, 't2'] },
    ['L13 m1'],
    { touchpoints: [{ emotion: 1 }, { emotion: 0, evidenceLevel: 'observed' }] },
  ],
  [
    'L14',
    {
      lanes: blueprint,
      touchpoints: ['t1', { laneId: 'back' }, { laneId: 'back' }],
      links: [{ from: 't2', to: 't3' }],
    },
    ['L14 t2', 'L14 t3'],
    {
      lanes: blueprint,
      touchpoints: ['t1', { laneId: 'back' }],
      links: [{ from: 't2', to: 't1', kind: 'dependency' }],
    },
  ],
  [
    'L15',
    { map: { state: 'future' }, touchpoints: ['t1', { originId: 'x' }] },
    ['L15/no-base m1', 'L15/no-origin t1'],
    { touchpoints: ['t1'] },
  ],
  [
    'L16',
    {
      touchpoints: ['t1', 't2'],
      links: [
        { from: 't1', to: 't2', kind: 'trigger', delayMin: 0, condition: ' ' },
        { from: 't1', to: 't2', kind: 'trigger' },
      ],
    },
    ['L16/no-condition k1', 'L16/no-delay k1'],
    {
      touchpoints: ['t1', 't2'],
      links: [
        { from: 't1', to: 't2', kind: 'trigger', delayMin: 5, condition: 'not paid' },
        { from: 't1', to: 't2', delayMin: 0 },
      ],
    },
  ],
  [
    'L17',
    { touchpoints: [{ reached: 3, passed: 4 }] },
    ['L17 t1'],
    { touchpoints: [{ reached: 4, passed: 4 }] },
  ],
];

describe('the checks', () => {
  it.each(cases)('%s finds what is wrong, and nothing where it is right', (code, wrong, finds, right) => {
    expect(found(code, wrong)).toEqual(finds);
    expect(found(code, right)).toEqual([]);
  });

  it('are all tried here', () => {
    expect([...new Set(cases.map(([code]) => code))]).toEqual([...checkCodes]);
  });

  it('let a map without a journey rest', () => {
    expect(checkMap(buildMap({ stages: [], lanes: [] }), null)).toEqual([]);
  });

  it('turn the links that lead back in sequence into loops', () => {
    const [cycle] = checkMap(
      buildMap({
        touchpoints: [{ t: 0.1 }, { t: 0.2 }, { t: 0.3 }],
        links: [
          { from: 't2', to: 't3' },
          { from: 't3', to: 't1' },
          { from: 't1', to: 't2' },
        ],
      }),
      null,
    ).filter(({ code }) => code === 'L09');
    expect(cycle).toMatchObject({
      ids: ['t1', 't2', 't3', 'k2'],
      values: { name: 't1', others: ['t2', 't3'], amount: 3 },
      remedy: { kind: 'make-loop', linkIds: ['k2'] },
    });
  });

  it('keep what was set aside in the list, with the reason, and only that', () => {
    const map = buildMap({
      touchpoints: [{ complaint: true }, { complaint: true }],
      dismissals: [{ code: 'L06', aspect: 'no-target', targetId: 't1', reason: 'Agreed', by: 'Ana' }],
    });
    const complaints = checkMap(map, null).filter(({ kind }) => kind === 'L06/no-target');
    expect(complaints.map(({ dismissed }) => dismissed?.reason ?? null)).toEqual(['Agreed', null]);
  });
});

function level(name: 'basic' | 'enhanced') {
  return { level: name, promise: '', responseTargetMin: null };
}
