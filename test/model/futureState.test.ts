import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { futureState } from '../../src/model/futureState.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { effectiveScore } from '../../src/model/sequence.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

const as = { id: 'm-future', now: '2025-06-01T08:00:00Z' };

describe('a future state', () => {
  it('is a file of its own in which every touchpoint names its origin', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const future = futureState(map, as);
        expect(future.map).toMatchObject({ id: 'm-future', state: 'future', baseMapId: map.map.id });
        expect(future.touchpoints.map(({ originId }) => originId)).toEqual(
          map.touchpoints.map(({ id }) => id),
        );
        expect(parseMap(writeMap(future)).ok).toBe(true);
      }),
      runs(100),
    );
  });

  it('starts where the present stands: what was measured last is in the fields, and no reading came along', () => {
    const map = buildMap({
      touchpoints: [{ emotion: 1, reached: 7, outcome: 'missed' }],
      readings: [
        { touchpointId: 't1', metric: 'emotion', value: -1.5, at: '2025-02-01' },
        { touchpointId: 't1', metric: 'response-min', value: 12, at: '2025-02-01' },
      ],
      comments: [{ targetId: 't1' }],
      votes: [{ targetId: 't1' }],
      dismissals: [{ targetId: 't1' }],
    });
    const future = futureState(map, { ...as, baseMapId: 'on-the-server' });
    expect(future.touchpoints[0]).toMatchObject({
      emotion: -1.5,
      reached: 7,
      responseActualMin: 12,
      outcome: null,
    });
    expect(future.map.baseMapId).toBe('on-the-server');
    expect(future.map.title).toBe(map.map.title);
    expect(futureState(map, { ...as, title: 'Another' }).map.title).toBe('Another');
    expect([future.readings, future.comments, future.votes, future.dismissals]).toEqual([[], [], [], []]);
    expect(future.touchpoints.map((one) => effectiveScore(one, 'emotion', future))).toEqual([-1.5]);
  });
});
