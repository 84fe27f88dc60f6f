import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap, Touchpoint } from '../../../src/model/journeyMap.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { countMap, createCounting } from '../../../src/panels/statusLine/counts.ts';
import { largeMap } from '../../support/largeMap.ts';

const parsed = parseMap(largeMap(40));
if (!parsed.ok) throw new Error('the large map is not valid');
const map = parsed.map;

function edited(journey: JourneyMap, index: number, change: Partial<Touchpoint>): JourneyMap {
  return {
    ...journey,
    touchpoints: journey.touchpoints.map((one, at) => (at === index ? { ...one, ...change } : one)),
  };
}

describe('counting a map again and again', () => {
  it('gives what counting it at once gives, whatever changes, comes or goes', () => {
    const change = fc.record({
      index: fc.integer({ min: 0, max: 39 }),
      change: fc.record({
        laneId: fc.constantFrom(...map.lanes.map(({ id }) => id)),
        status: fc.constantFrom('live', 'idea', 'retired', 'planned'),
        emotion: fc.constantFrom(null, -1, 2),
        evidenceLevel: fc.constantFrom('measured', 'observed', 'assumed'),
      }),
      what: fc.constantFrom('edit', 'edit', 'remove', 'lane'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const count = createCounting();
        let journey = map;
        for (const { index, change: to, what } of changes) {
          if (what === 'edit') journey = edited(journey, index, to);
          if (what === 'remove')
            journey = { ...journey, touchpoints: journey.touchpoints.toSpliced(index, 1) };
          if (what === 'lane')
            journey = {
              ...journey,
              lanes: journey.lanes.map((lane) =>
                lane.id === to.laneId ? { ...lane, kind: 'backstage' as const } : lane,
              ),
            };
          expect(count(journey)).toEqual(countMap(journey));
        }
      }),
    );
  });

  it('gives the same object for an edit that changes no count', () => {
    const count = createCounting();
    const first = count(map);
    expect(count(edited(map, 3, { title: 'Another name' }))).toBe(first);
    expect(count(edited(map, 3, { emotion: null }))).not.toBe(first);
  });
});
