import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/analysis/coverage.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

const difference = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };

describe('coverage (A7)', () => {
  const map = buildMap({
    stages: ['s1', 's2', 's3'],
    channels: [{ id: 'web', media: 'owned' }, { id: 'ad', media: 'paid' }, { id: 'fax' }],
    personas: [{ id: 'p', channelIds: ['web'] }, { id: 'q', channelIds: ['ad', 'fax'] }, { id: 'any' }],
    touchpoints: [
      { id: 'a', stageId: 's1', channelId: 'web', emotion: 1, t: 0.1 },
      { id: 'b', stageId: 's1', channelId: 'web', emotion: -2, t: 0.2 },
      { id: 'c', stageId: 's1', channelId: 'ad', t: 0.3, byPersona: { q: { ...difference, skipped: true } } },
      { id: 'd', stageId: 's2', channelId: 'ad' },
      { id: 'e', stageId: 's2' },
      { id: 'idea', stageId: 's3', channelId: 'fax', status: 'idea' },
    ],
  });
  const result = coverage(map);

  it('counts touchpoints by stage and channel, with the mean emotion of those rated', () => {
    expect(result.cells).toEqual([
      { stageId: 's1', channelId: 'web', touchpointIds: ['a', 'b'], meanEmotion: -0.5, rated: 2 },
      { stageId: 's1', channelId: 'ad', touchpointIds: ['c'], meanEmotion: null, rated: 0 },
      { stageId: 's2', channelId: 'ad', touchpointIds: ['d'], meanEmotion: null, rated: 0 },
    ]);
    // Three of three stages times two channels in use.
    expect(result.covered).toBe(0.5);
    expect(result.withoutChannel).toEqual(['e']);
  });

  it('names the gaps G1 to G5', () => {
    expect(result.gaps).toEqual({
      emptyStages: ['s3'],
      unusedChannels: ['fax'],
      singleChannel: [{ stageId: 's2', channelId: 'ad' }],
      missedPreference: [
        // q skips the only advertisement in s1.
        { stageId: 's1', personaId: 'q' },
        { stageId: 's2', personaId: 'p' },
        { stageId: 's3', personaId: 'p' },
        { stageId: 's3', personaId: 'q' },
      ],
      notOwned: ['s2', 's3'],
    });
  });

  it('has no share where nothing can be covered', () => {
    expect(coverage(buildMap({ stages: [] })).covered).toBeNull();
    expect(coverage(buildMap({ channels: ['c'] })).covered).toBeNull();
  });

  it('puts every journey touchpoint in one cell or among those without a channel', () => {
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        const { cells, withoutChannel, covered } = coverage(any);
        const listed = [...cells.flatMap((cell) => cell.touchpointIds), ...withoutChannel].toSorted();
        expect(listed).toEqual(
          journeyTouchpoints(any)
            .map((touchpoint) => touchpoint.id)
            .toSorted(),
        );
        expect(covered ?? 1).toBeGreaterThan(0);
        expect(covered ?? 1).toBeLessThanOrEqual(1);
      }),
      runs(200),
    );
  });
});
