import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/words/numbers.ts';

describe('numbers as the reader’s language writes them', () => {
  const { en, zh } = { en: numbersIn('en'), zh: numbersIn('zh') };

  it('rounds half away from zero, also where binary fractions fall short of a half', () => {
    expect([en.fixed(0.25), en.fixed(-0.25), en.fixed(2.5, 0), en.fixed(-2.5, 0)]).toEqual([
      '0.3',
      '−0.3',
      '3',
      '−3',
    ]);
    expect(en.fixed(1.005, 2)).toBe('1.01');
    expect(en.percent(0.0005)).toBe('0.1%');
    expect(en.signed(-0.04)).toBe('0.0');
  });

  it('writes counts, shares, money and days in both languages with a real minus', () => {
    expect(en.plain(-11_100)).toBe('−11,100');
    expect(en.percent(0.925)).toBe('92.5%');
    expect(en.signed(0.3)).toBe('+0.3');
    expect([en.money(1200, 'EUR'), zh.money(1200, 'CNY')]).toEqual(['€1,200', '¥1,200']);
    expect([en.date('2025-03-01'), zh.date('2025-03-01T09:00:00Z')]).toEqual(['1 Mar 2025', '2025年3月1日']);
    expect(en.date('soon')).toBe('soon');
  });
});
