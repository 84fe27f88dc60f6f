import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../src/sync/retryDelay.ts';

describe('tries to come back', () => {
  it('begin after half a second, grow to half a minute, and are spread over half of each span (U39, R21)', () => {
    expect([1, 2, 3, 20].map((attempt) => retryDelay(attempt, () => 1))).toEqual([500, 1000, 2000, 30_000]);
    expect([1, 2, 3, 20].map((attempt) => retryDelay(attempt, () => 0))).toEqual([250, 500, 1000, 15_000]);
  });
});
