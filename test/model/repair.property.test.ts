import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { collectionNames } from '../../src/model/schema.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap, buildMap, loadTemplate, templateNames } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

/** Valid maps as merging may leave them: records gone, ids doubled, values moved over from another map. */
const brokenMap = fc
  .tuple(arbitraryMap(), arbitraryMap(), fc.infiniteStream(fc.nat({ max: 5 })))
  .map(([one, other, dice]) => {
    const roll = () => dice.next().value as number;
    const mixed: { [name: string]: unknown } = { ...one };
    for (const name of collectionNames) {
      mixed[name] = [...one[name].filter(() => roll() > 0), ...other[name].filter(() => roll() === 0)];
    }
    return mixed as unknown as JourneyMap;
  });

describe('repair', () => {
  it.each(templateNames)('leaves a sound map as it is, the very same object: %s', (name) => {
    const map = loadTemplate(name);
    expect(repairMap(map)).toBe(map);
  });

  it('leaves every generated map as it is', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        expect(repairMap(map)).toBe(map);
      }),
      runs(300),
    );
  });

  it('makes every broken map one that can be imported, and is done after one go', () => {
    fc.assert(
      fc.property(brokenMap, (map) => {
        const repaired = repairMap(map);
        expect(parseMap(writeMap(repaired))).toMatchObject({ ok: true });
        expect(repairMap({ ...repaired })).toEqual(repaired);
        // Another peer holds equal records, not the same ones.
        expect(repairMap(structuredClone(map))).toEqual(repaired);
      }),
      runs(500),
    );
  });

  it('keeps the identity of everything it did not touch', () => {
    const map = buildMap({
      touchpoints: ['a', { id: 'b', stageId: 'gone' }],
      links: [{ from: 'a', to: 'b' }],
    });
    const repaired = repairMap(map);
    expect(repaired.touchpoints[0]).toBe(map.touchpoints[0]);
    expect(repaired.links).toBe(map.links);
    expect(repaired.stages).toBe(map.stages);
    expect(repairMap(map)).toBe(repaired);
    expect(repairMap(repaired)).toBe(repaired);
  });

  it('puts a touchpoint without stage or lane into the first ones that can hold it, and says so', () => {
    const map = buildMap({
      stages: ['s1', 's2'],
      lanes: [{ id: 'e', kind: 'emotion' }, { id: 'c' }, { id: 'd' }],
      touchpoints: [
        { id: 'a', stageId: 'gone', laneId: 'd', tags: ['x'] },
        { id: 'b', stageId: 's2', laneId: 'e' },
        { id: 'c1', stageId: 'gone', laneId: 'gone', tags: ['unplaced'] },
      ],
    });
    expect(repairMap(map).touchpoints).toMatchObject([
      { stageId: 's1', laneId: 'd', tags: ['x', 'unplaced'] },
      { stageId: 's2', laneId: 'c', tags: ['unplaced'] },
      { stageId: 's1', laneId: 'c', tags: ['unplaced'] },
    ]);
  });

  it('makes room where every stage and lane is gone', () => {
    const map = buildMap({
      stages: [],
      lanes: [{ id: 'e', kind: 'emotion' }],
      touchpoints: ['a'],
      map: { language: 'zh' },
    });
    const repaired = repairMap(map);
    expect(repaired.stages).toMatchObject([{ id: 'unplaced-stage', name: '未归位' }]);
    expect(repaired.lanes).toMatchObject([{ id: 'e' }, { id: 'unplaced-lane', kind: 'contact' }]);
    expect(repaired.touchpoints).toMatchObject([{ stageId: 'unplaced-stage', laneId: 'unplaced-lane' }]);
  });

  it('removes references to nothing and keeps the rest of a list', () => {
    const map = buildMap({
      personas: [{ id: 'p1', tierId: 'gone', channelIds: ['c1', 'gone'] }],
      channels: ['c1'],
      touchpoints: [
        {
          id: 'a',
          channelId: 'gone',
          topicId: 'gone',
          personaIds: ['gone', 'p1'],
          byPersona: { p1: difference, gone: difference },
        },
      ],
      insights: [{ id: 'n', stageId: 'gone', laneId: 'l1', touchpointIds: ['a', 'gone'] }],
    });
    const repaired = repairMap(map);
    expect(repaired.personas[0]).toMatchObject({ tierId: null, channelIds: ['c1'] });
    expect(repaired.touchpoints[0]).toMatchObject({ channelId: null, topicId: null, personaIds: ['p1'] });
    expect(Object.keys(repaired.touchpoints[0]?.byPersona ?? {})).toEqual(['p1']);
    expect(repaired.insights[0]).toMatchObject({ stageId: null, laneId: 'l1', touchpointIds: ['a'] });
  });

  it('drops links, moments and votes on nothing, and comments on what is gone with it', () => {
    const author = { id: 'u', name: 'U', colour: null };
    const map = buildMap({
      touchpoints: ['a', 'b'],
      links: [
        { id: 'k1', from: 'a', to: 'b' },
        { id: 'k2', from: 'a', to: 'gone' },
        { id: 'k3', from: 'a', to: 'a' },
      ],
      moments: [{ id: 'o1', touchpointId: 'gone' }],
      votes: [{ id: 'v1', targetId: 'gone', voter: 'u' }],
      comments: [
        { id: 'c1', targetId: 'k2', author },
        { id: 'c2', targetId: 'c1', author },
        { id: 'c3', targetId: 'a', author, replyTo: 'c1' },
      ],
    });
    const repaired = repairMap(map);
    expect(repaired.links.map((link) => link.id)).toEqual(['k1']);
    expect([repaired.moments, repaired.votes]).toEqual([[], []]);
    expect(repaired.comments).toMatchObject([{ id: 'c3', replyTo: null }]);
  });

  it('keeps the first of two primaries and the smallest id of what stands twice', () => {
    const map = buildMap({
      personas: [{ id: 'p' }, { id: 'z', primary: true }, { id: 'a', primary: true }],
      touchpoints: ['t'],
      moments: [
        { id: 'o2', touchpointId: 't', kind: 'zero' },
        { id: 'o1', touchpointId: 't', kind: 'zero' },
        { id: 'o3', touchpointId: 't', kind: 'first' },
      ],
      votes: [
        { id: 'v2', targetId: 't', voter: 'u' },
        { id: 'v1', targetId: 't', voter: 'u' },
        { id: 'v3', targetId: 't', voter: 'u', round: 2 },
      ],
    });
    const repaired = repairMap(map);
    expect(repaired.personas.map((persona) => persona.primary)).toEqual([false, true, false]);
    expect(repaired.moments.map((moment) => moment.id)).toEqual(['o1', 'o3']);
    expect(repaired.votes.map((vote) => vote.id)).toEqual(['v1', 'v3']);
  });

  it('takes votes over the budget back from the largest id on', () => {
    const votes = [
      { id: 'v3', targetId: 't3', voter: 'u', dots: 1 },
      { id: 'v1', targetId: 't1', voter: 'u', dots: 3 },
      { id: 'v2', targetId: 't2', voter: 'u', dots: 3 },
      { id: 'v4', targetId: 't2', voter: 'w', dots: 5 },
    ];
    const map = buildMap({ touchpoints: ['t1', 't2', 't3'], votes, map: { dots: 5 } });
    // 3 + 3 + 1 dots: v3 goes, 6 are still too many, v2 goes.
    expect(repairMap(map).votes.map((vote) => vote.id)).toEqual(['v1', 'v4']);
  });

  it('gives the second owner of an id another, and its references follow', () => {
    const map = buildMap({
      stages: ['same', 's2'],
      personas: [{ id: 'p', jobs: [job('same'), job('j')] }],
      channels: [{ id: 'same' }],
      touchpoints: [{ id: 't', stageId: 'same', channelId: 'same' }],
    });
    const repaired = repairMap(map);
    expect(repaired.stages[0]?.id).toBe('same-2');
    expect(repaired.touchpoints[0]).toMatchObject({ stageId: 'same-2', channelId: 'same-3' });
    expect(repaired.personas[0]?.jobs.map((one) => one.id)).toEqual(['same', 'j']);
  });

  it('cuts to the limits what two people filled up at once, and loses no touchpoint over it', () => {
    const stages = Array.from({ length: 41 }, (_, index) => `s${index}`);
    const map = buildMap({ stages, touchpoints: [{ id: 't', stageId: 's40' }] });
    const repaired = repairMap(map);
    expect(repaired.stages).toHaveLength(40);
    expect(repaired.touchpoints).toMatchObject([{ stageId: 's0', tags: ['unplaced'] }]);
  });

  it('brings a reading into the range of its metric', () => {
    const map = buildMap({
      readings: [
        { metric: 'ces', value: 80 },
        { metric: 'reached', value: 2.5 },
      ],
    });
    expect(repairMap(map).readings.map((reading) => reading.value)).toEqual([7, 3]);
  });

  it('drops a reading of nothing, which would otherwise count for everybody', () => {
    const map = buildMap({
      readings: [
        { id: 'whole', metric: 'nps', value: 10 },
        { id: 'lost', metric: 'nps', value: 20, touchpointId: 'gone' },
        { id: 'nobody', metric: 'nps', value: 30, personaId: 'gone' },
        { id: 'no-tier', metric: 'nps', value: 40, tierId: 'gone' },
      ],
    });
    expect(repairMap(map).readings.map((reading) => reading.id)).toEqual(['whole']);
  });

  it('drops what was set aside about something that is gone', () => {
    const targets = ['t1', 't9', 's1', 'm1', 'k9'];
    const map = buildMap({
      touchpoints: ['t1'],
      dismissals: targets.map((targetId) => ({ targetId, reason: 'Known' })),
    });
    expect(repairMap(map).dismissals.map(({ targetId }) => targetId)).toEqual(['t1', 's1', 'm1']);
  });

  it('keeps the words of an image that has no picture, as a note', () => {
    const map = buildMap({ elements: [{ id: 'fe1', kind: 'image', text: 'The shelf' }, { kind: 'frame' }] });
    expect(repairMap(map).elements.map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'The shelf'],
      ['frame', ''],
    ]);
  });

  it('clears a snapshot that could not be imported', () => {
    const doc = { format: 'touchline/1', map: { id: 'm', title: '' }, stages: [], lanes: [] };
    const map = buildMap({ snapshots: [{ doc }, { doc: { ...doc, votes: [] } }, { doc: 'nonsense' }] });
    expect(repairMap(map).snapshots.map((snapshot) => snapshot.doc)).toEqual([doc, null, null]);
  });
});

const difference = { emotion: 1, importance: null, performance: null, feeling: '', skipped: false };

function job(id: string) {
  return { id, statement: '', kind: 'functional' as const, importance: null, satisfaction: null };
}
