import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { SceneItem } from '../../src/layout/scene.ts';
import { buildMap } from '../support/buildMap.ts';
import { broken } from '../support/layoutLaws.ts';
import { templates } from '../support/templates.ts';

describe('the six templates', () => {
  for (const { name, map } of templates) {
    for (const detail of ['full', 'titles', 'blocks'] as const) {
      it(`${name} shows whole at detail ${detail}: nothing overlaps, nothing is cut`, () => {
        const layout = layoutMap(map, { ...layoutOptionsFor(map), detail });
        expect(broken(layout)).toEqual([]);
        expect(layout.cards.size).toBe(map.touchpoints.length);
        expect(layout.links.length).toBe(map.links.length);
        expect(layout.cells.size).toBe(
          map.insights.filter((note) => note.laneId).length +
            map.opportunities.filter((note) => note.laneId).length +
            map.actions.filter((note) => note.laneId).length,
        );
      });
    }

    it(`${name} lies at the same places at every detail`, () => {
      const [full, titles, blocks] = (['full', 'titles', 'blocks'] as const).map((detail) =>
        layoutMap(map, { ...layoutOptionsFor(map), detail }),
      );
      for (const other of [titles, blocks]) {
        expect(other?.groups.map(({ id, origin }) => ({ id, origin }))).toEqual(
          full?.groups.map(({ id, origin }) => ({ id, origin })),
        );
      }
    });
  }
});

describe('columns and rows', () => {
  it('a folded stage is a strip of 36, and its cards become marks', () => {
    const map = buildMap({
      stages: [
        { id: 's1', width: 400 },
        { id: 's2', collapsed: true, width: 400 },
        { id: 's3', width: 400 },
      ],
      lanes: ['l1'],
      touchpoints: [
        { id: 't1', stageId: 's1' },
        { id: 't2', stageId: 's2' },
        { id: 't3', stageId: 's3' },
      ],
      links: [{ id: 'k1', from: 't1', to: 't2' }],
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    expect(layout.stages.map(({ x, width }) => [x, width])).toEqual([
      [0, 400],
      [400, 36],
      [436, 400],
    ]);
    expect([...layout.cards.keys()]).toEqual(['t1', 't3']);
    expect(layout.links).toEqual([]);
    expect(layout.groups.some(({ id }) => id === 'strip.l1.s2')).toBe(true);
  });

  it('the curves pass a folded stage in one point of its strip: the mean of what is in it', () => {
    const folded = buildMap({
      stages: ['s1', { id: 's2', collapsed: true }, 's3'],
      lanes: [
        { id: 'l1', kind: 'contact' },
        { id: 'l2', kind: 'emotion' },
      ],
      personas: ['p1'],
      touchpoints: [
        { id: 'a', t: 0.5, emotion: 1 },
        ...[2, -1, 0.5, null].map((emotion, index) => ({
          id: `b${index}`,
          stageId: 's2',
          t: index / 4,
          emotion,
          byPersona: {
            p1: { emotion: -2, importance: null, performance: null, feeling: '', skipped: index > 0 },
          },
        })),
        { id: 'c', stageId: 's3', t: 0.5, emotion: -1 },
      ],
    });
    const { curves, stages } = layoutMap(folded, layoutOptionsFor(folded));
    const strip = stages[1];
    for (const [personaId, mean, ids] of [
      [null, 0.5, ['b0', 'b1', 'b2']],
      ['p1', -2, ['b0']],
    ] as const) {
      const points = curves.find((curve) => curve.personaId === personaId)?.points;
      expect(points).toHaveLength(3);
      expect(points?.[1]).toMatchObject({
        x: (strip?.x ?? 0) + (strip?.width ?? 0) / 2,
        emotion: mean,
        touchpointIds: ids,
      });
    }
  });

  it('nothing reaches over a folded stage, and a narrow one between two is drawn as wide as a card needs', () => {
    const map = buildMap({
      stages: [
        { id: 's1', width: 400 },
        { id: 's2', collapsed: true },
        { id: 's3', width: 160 },
        { id: 's4', collapsed: true },
        { id: 's5', width: 400 },
      ],
      lanes: ['l1', { id: 'l2', kind: 'moments' }],
      touchpoints: [
        { id: 't1', stageId: 's1', t: 1 },
        { id: 't2', stageId: 's2' },
        { id: 't3', stageId: 's3', t: 0 },
        { id: 't5', stageId: 's5', t: 0 },
      ],
      moments: ['t1', 't2', 't3', 't5'].map((id) => ({
        id: `m${id}`,
        touchpointId: id,
        question: 'Is this where I wanted to be when I came here first?',
      })),
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    expect(broken(layout)).toEqual([]);
    expect(layout.stages.map(({ x, width }) => [x, width])).toEqual([
      [0, 400],
      [400, 36],
      [436, 280],
      [716, 36],
      [752, 400],
    ]);
    expect([...layout.cards.values()].map(({ id, x }) => [id, x])).toEqual([
      ['t1', 400 - 8 - 208],
      ['t3', 436 + 8],
      ['t5', 752 + 8],
    ]);
    // What is folded away takes its question with it.
    expect(layout.groups.filter(({ role }) => role === 'moment').map(({ recordId }) => recordId)).toEqual([
      'mt1',
      'mt3',
      'mt5',
    ]);
  });

  it('the strip of a folded stage bears its name upright: turned, Chinese letter by letter', () => {
    const nameOn = (name: string) => {
      const map = buildMap({ stages: [{ id: 's1', name, collapsed: true }, 's2'], lanes: ['l1'] });
      return (
        layoutMap(map, layoutOptionsFor(map))
          .groups.find(({ id }) => id === 'stage.s1')
          ?.items.flatMap((item) => (item.kind === 'text' ? [item] : [])) ?? []
      );
    };
    const [english, ...more] = nameOn('Try it');
    expect(more).toEqual([]);
    expect(english).toMatchObject({ text: 'Try it', turned: true });
    const chinese = nameOn('试用期');
    expect(chinese.map(({ text, turned }) => [text, turned])).toEqual([
      ['试', undefined],
      ['用', undefined],
      ['期', undefined],
    ]);
    const ys = chinese.map(({ y }) => y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  it.each(['Try 🚀 it out 👩‍💻', '试用🚀期👩‍💻'])(
    'emoji stand upright in the name of a folded stage, in their order: %s',
    (name) => {
      const map = buildMap({ stages: [{ id: 's1', name, collapsed: true }, 's2'], lanes: ['l1'] });
      const strip = layoutMap(map, layoutOptionsFor(map)).groups.find(({ id }) => id === 'stage.s1');
      const drawn = strip?.items.flatMap((item) =>
        item.kind === 'text' || item.kind === 'emoji' ? [item] : [],
      );
      const parts = drawn?.map((item) => (item.kind === 'emoji' ? item.cluster : item.text));
      expect(parts?.join('')).toBe(name.replaceAll(' it out ', 'it out').replaceAll('Try ', 'Try'));
      for (const item of drawn ?? []) {
        if (item.kind !== 'emoji') continue;
        // Wholly inside the strip, and clear of the letters before and behind it.
        expect(item.x).toBeGreaterThan(0);
        expect(item.x + item.size * 1.3).toBeLessThan(36 + 0.5 * item.size);
      }
      const tops = drawn?.map((item) => ('turned' in item ? item.y : item.y - 0.88 * 12.5)) ?? [];
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    },
  );

  it('a folded lane is 28 high and marks its cards', () => {
    const map = buildMap({
      lanes: [{ id: 'l1', collapsed: true }, 'l2'],
      touchpoints: [
        { id: 't1', laneId: 'l1' },
        { id: 't2', laneId: 'l2' },
      ],
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    expect(layout.lanes[0]?.height).toBe(28);
    expect([...layout.cards.keys()]).toEqual(['t2']);
    expect(layout.groups.find(({ id }) => id === 'marks.l1')?.items.length).toBe(1);
  });

  it('hidden lanes take no room and keep their number', () => {
    const map = buildMap({ lanes: ['l1', 'l2', 'l3'], touchpoints: [{ id: 't1', laneId: 'l3' }] });
    const layout = layoutMap(map, { ...layoutOptionsFor(map), hiddenLanes: new Set(['l2']) });
    expect(layout.lanes.map(({ id, number, y }) => [id, number, y])).toEqual([
      ['l1', 1, 0],
      ['l3', 3, 160],
    ]);
    expect(layout.cards.get('t1')?.address).toBe('A3');
  });

  it('a card lies wholly inside the grid, whatever its t', () => {
    const map = buildMap({
      stages: [{ id: 's1', width: 600 }],
      lanes: ['l1'],
      touchpoints: [
        { id: 't1', t: 0 },
        { id: 't2', t: 1 },
      ],
    });
    const { cards } = layoutMap(map, layoutOptionsFor(map));
    expect(cards.get('t1')?.x).toBe(8);
    expect(cards.get('t2')?.x).toBe(600 - 8 - 208);
  });

  it('the wished row is kept, and cards that would overlap take the next free one', () => {
    const map = buildMap({
      stages: [{ id: 's1', width: 800 }],
      lanes: ['l1'],
      touchpoints: [
        { id: 't1', t: 0.5 },
        { id: 't2', t: 0.5 },
        { id: 't3', t: 0.5, row: 3 },
        { id: 't4', t: 0.1, row: 2 },
      ],
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    const rows = Object.fromEntries([...layout.cards].map(([id, card]) => [id, card.drawnRow]));
    expect(rows).toEqual({ t1: 0, t2: 1, t3: 3, t4: 2 });
    expect(layout.lanes[0]?.height).toBe(22 + 4 * 100 + 3 * 34 + 22);
  });

  it('blueprint lines stand under the last lane of their kind, and none under the last lane', () => {
    const map = buildMap({
      lanes: [
        { id: 'a', kind: 'evidence' },
        { id: 'b', kind: 'customer-action' },
        { id: 'c', kind: 'frontstage' },
        { id: 'd', kind: 'backstage' },
        { id: 'e', kind: 'support' },
      ],
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    expect(layout.lanes.map(({ line }) => line)).toEqual([
      null,
      'interaction',
      'visibility',
      'internal',
      null,
    ]);
    expect(layout.lanes.map(({ behind }) => behind)).toEqual([false, false, false, true, true]);
    const ended = buildMap({ lanes: [{ id: 'b', kind: 'contact' }] });
    expect(layoutMap(ended, layoutOptionsFor(ended)).lanes[0]?.line).toBe(null);
  });

  it('an emotion lane is at least 206 high', () => {
    const map = buildMap({ lanes: ['l1', { id: 'e', kind: 'emotion', height: 100 }] });
    expect(layoutMap(map, layoutOptionsFor(map)).lanes[1]?.height).toBe(206);
  });

  it('lies without stages, without lanes and without anything', () => {
    for (const parts of [
      { stages: [], lanes: [] },
      { stages: [], lanes: ['l1'] },
      { stages: ['s1'], lanes: [] },
    ] as const) {
      const map = buildMap(parts);
      expect(broken(layoutMap(map, layoutOptionsFor(map)))).toEqual([]);
    }
  });

  it('a touchpoint whose stage or lane is gone lies in the first one', () => {
    const map = buildMap({
      stages: ['s1', 's2'],
      lanes: ['l1'],
      touchpoints: [
        { id: 't1', stageId: 'gone', laneId: 'gone' },
        { id: 't2', stageId: 's2' },
      ],
    });
    const layout = layoutMap(map, layoutOptionsFor(map));
    expect(layout.cards.get('t1')?.address).toBe('A1');
    expect(broken(layout)).toEqual([]);
  });
});

describe('emotion lanes', () => {
  const map = buildMap({
    stages: [
      { id: 's1', width: 400 },
      { id: 's2', width: 400 },
    ],
    lanes: ['l1', { id: 'e', kind: 'emotion' }, { id: 'e2', kind: 'emotion', personaId: 'p1' }],
    personas: [{ id: 'p1', name: 'Ana' }],
    touchpoints: [
      { id: 't1', stageId: 's1', t: 0.5, emotion: 1.6 },
      {
        id: 't2',
        stageId: 's2',
        t: 0.5,
        emotion: -1.8,
        byPersona: { p1: { emotion: 1, importance: null, performance: null, feeling: '', skipped: false } },
      },
    ],
  });
  const layout = layoutMap(map, layoutOptionsFor(map));
  const curve = (laneId: string, personaId: string | null) =>
    layout.curves.find((one) => one.laneId === laneId && one.personaId === personaId);

  it('points stand under the middle of their cards, and above or below the datum', () => {
    const lane = layout.lanes[1];
    expect(curve('e', null)?.points.map(({ x }) => x)).toEqual([200, 600]);
    const datum = (lane?.y ?? 0) + (lane?.height ?? 0) / 2;
    const [high, low] = curve('e', null)?.points.map(({ y }) => y - datum) ?? [];
    expect(high).toBeLessThan(0);
    expect(low).toBeGreaterThan(0);
  });

  it('each persona has a curve of its own, and a lane of a persona shows only that one', () => {
    expect(curve('e', 'p1')?.points.map(({ emotion }) => emotion)).toEqual([1.6, 1]);
    expect(layout.curves.filter(({ laneId }) => laneId === 'e2').map(({ personaId }) => personaId)).toEqual([
      'p1',
    ]);
  });

  it('curves can be switched off one by one', () => {
    const hidden = layoutMap(map, { ...layoutOptionsFor(map), hiddenCurves: new Set(['base']) });
    expect(hidden.curves.filter(({ laneId }) => laneId === 'e').map(({ personaId }) => personaId)).toEqual([
      'p1',
    ]);
  });

  it('writes the heights in the language of the map', () => {
    const written = (['en', 'zh-en'] as const).map((language) => {
      const own = { ...map, map: { ...map.map, language } };
      const { groups } = layoutMap(own, layoutOptionsFor(own));
      return textsOf(groups.find(({ id }) => id === 'heights.e')?.items ?? []);
    });
    expect(written).toEqual([
      ['+1.6 highest', '−1.8 lowest'],
      ['+1.6 最高', '−1.8 最低'],
    ]);
  });

  it('newest readings count for the curve', () => {
    const read = {
      ...map,
      readings: buildMap({
        readings: [{ id: 'r1', touchpointId: 't1', metric: 'emotion', value: 0.3, at: '2025-01-01' }],
      }).readings,
    };
    const shown = layoutMap(read, layoutOptionsFor(read)).curves.find(({ personaId }) => personaId === null);
    expect(shown?.points[0]?.emotion).toBe(0.3);
  });
});

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}
