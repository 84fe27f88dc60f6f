import { describe, expect, it } from 'vitest';
import { percent } from '../../src/panels/personaStrip/percent.ts';
import { percentText } from '../../src/panels/shownValues.ts';
import { numbersIn } from '../../src/words/numbers.ts';
import { plain, signed } from '../../src/words/scene.ts';

describe('what is shown is rounded half away from zero, as it is written in decimals', () => {
  it('on the map, also where the binary number lies below the half', () => {
    expect(signed(0.35)).toBe('+0.4');
    expect(signed(-0.35)).toBe('−0.4');
    expect(signed(1.005)).toBe('+1.0');
    expect(plain(1.005, 2)).toBe('1.01');
    expect(plain(2.5, 0)).toBe('3');
    expect(plain(-2.5, 0)).toBe('−3');
    expect(plain(12_345.678, 1)).toBe('12,345.7');
  });

  it('in shares', () => {
    expect(percentText(0.4805)).toBe('48.1\u00a0%');
    expect(percent(0.145)).toContain('15');
    for (const language of ['en', 'zh'] as const) expect(numbersIn(language).percent(0.4805)).toBe('48.1%');
  });
});
