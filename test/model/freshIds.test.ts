import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankLaneKinds, blankMap } from '../../src/model/blankMap.ts';
import { fromTemplate, withFreshIds } from '../../src/model/freshIds.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { allIds } from '../../src/model/repairIds.ts';
import { rewriteIds } from '../../src/model/rewriteIds.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap, buildMap, loadTemplate, templateNames } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

function counter(): () => string {
  let count = 0;
  return () => `fresh-${count++}`;
}

describe('fresh ids', () => {
  it('replace every id, so that two copies never share one, and the copy is valid', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const copy = withFreshIds(map, counter());
        expect(parseMap(writeMap(copy))).toEqual({ ok: true, map: copy });
        const [before, after] = [allIds(map), allIds(copy)];
        expect(after.size).toBe(before.size);
        expect([...after].filter((id) => before.has(id))).toEqual([]);
      }),
      runs(300),
    );
  });

  it('keep everything else: with the old ids put back it is the old map', () => {
    fc.assert(
      fc.property(arbitraryMap(), (generated) => {
        const map = { ...generated, snapshots: [] };
        const copy = withFreshIds(map, counter());
        // Both maps list their ids in the same order.
        const olds = [...allIds(map)];
        const old = new Map([...allIds(copy)].map((id, index) => [id, olds[index] ?? '']));
        const back = (id: string) => old.get(id) ?? id;
        expect(rewriteIds(copy, { own: back, reference: back })).toEqual(map);
      }),
      runs(200),
    );
  });

  it('reach keys of byPersona and byTier, messages, topics, jobs and votes', () => {
    const difference = { emotion: 1, importance: null, performance: null, feeling: '', skipped: false };
    const map = buildMap({
      brand: {
        messages: [{ id: 'm', text: '', proof: '' }],
        topics: [{ id: 'tc', name: '', from: null, to: null }],
      },
      personas: [
        { id: 'p', jobs: [{ id: 'j', statement: '', kind: 'social', importance: null, satisfaction: null }] },
      ],
      tiers: ['ti'],
      touchpoints: [
        {
          id: 't',
          messageIds: ['m'],
          topicId: 'tc',
          byPersona: { p: difference },
          byTier: { ti: { level: 'basic', promise: '', responseTargetMin: null } },
          originId: 'elsewhere',
        },
      ],
      votes: [{ id: 'v', targetId: 't', voter: 'u' }],
    });
    const copy = withFreshIds(map, counter());
    const [touchpoint] = copy.touchpoints;
    expect(touchpoint?.messageIds).toEqual([copy.brand?.messages[0]?.id]);
    expect(touchpoint?.topicId).toBe(copy.brand?.topics[0]?.id);
    expect(Object.keys(touchpoint?.byPersona ?? {})).toEqual([copy.personas[0]?.id]);
    expect(Object.keys(touchpoint?.byTier ?? {})).toEqual([copy.tiers[0]?.id]);
    expect(copy.personas[0]?.jobs[0]?.id).toMatch(/^fresh-/);
    expect(copy.votes[0]).toMatchObject({ targetId: touchpoint?.id, voter: 'u' });
    expect(touchpoint?.originId).toBe('elsewhere');
  });

  it('keep a snapshot comparable with its map', () => {
    const map = buildMap({ touchpoints: ['t'] });
    const copy = withFreshIds(
      { ...map, snapshots: buildMap({ snapshots: [{ doc: writeMap(map) }] }).snapshots },
      counter(),
    );
    expect(copy.snapshots[0]?.doc).toMatchObject({ touchpoints: [{ id: copy.touchpoints[0]?.id }] });
  });
});

describe('a new map', () => {
  it.each(templateNames)('from the template %s keeps its title and has no discussion', (name) => {
    const template = loadTemplate(name);
    const map = fromTemplate(template, counter(), '2026-01-02T03:04:05Z');
    expect(map.map).toMatchObject({ title: template.map.title, createdAt: '2026-01-02T03:04:05Z' });
    expect([map.comments, map.votes, map.snapshots]).toEqual([[], [], []]);
    expect(map.touchpoints).toHaveLength(template.touchpoints.length);
    expect(parseMap(writeMap(map))).toEqual({ ok: true, map });
  });

  it('from nothing has the stages and lanes asked for', () => {
    const map = blankMap({
      title: 'New',
      language: 'zh',
      currency: 'CNY',
      stageNames: ['之前', '购买', '之后'],
      laneNames: {
        'customer-action': '行为',
        contact: '接触',
        emotion: '情绪',
        thoughts: '想法',
        opportunities: '机会',
      },
      newId: counter(),
      now: '2026-01-02T03:04:05Z',
    });
    expect(map.stages.map((stage) => [stage.name, stage.phase])).toEqual([
      ['之前', 'prepurchase'],
      ['购买', 'purchase'],
      ['之后', 'postpurchase'],
    ]);
    expect(map.lanes.map((lane) => lane.kind)).toEqual(blankLaneKinds);
    expect(parseMap(writeMap(map))).toEqual({ ok: true, map });
  });
});
