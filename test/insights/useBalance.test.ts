import { describe, expect, it } from 'vitest';
import { isTooMuch } from '../../src/insights/useBalance.ts';

describe('the two columns of Insights', () => {
  it('give the last part of the longer one away only where they end closer to each other without it', () => {
    expect(isTooMuch({ along: 1000, beside: 940, last: 300 })).toBe(true);
    expect(isTooMuch({ along: 1000, beside: 800, last: 300 })).toBe(false);
    expect(isTooMuch({ along: 1000, beside: 500, last: 300 })).toBe(false);
    expect(isTooMuch({ along: 0, beside: 0, last: 0 })).toBe(false);
  });
});
