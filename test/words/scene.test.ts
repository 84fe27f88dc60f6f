import { describe, expect, it } from 'vitest';
import { plain, sceneWordsFor, signed } from '../../src/words/scene.ts';

describe('numbers on the map', () => {
  it('have a real minus sign and one decimal', () => {
    expect([1.6, -1.8, 1, 0, 0.04, -0.04].map(signed)).toEqual(['+1.6', '−1.8', '+1.0', '0', '0', '0']);
  });

  it('are grouped by three, with no decimals that say nothing', () => {
    expect([306, 42_000, 1_234_567.89, -2500, 3, 3.5].map((value) => plain(value))).toEqual([
      '306',
      '42,000',
      '1,234,567.9',
      '−2,500',
      '3',
      '3.5',
    ]);
  });
});

describe('words on the map', () => {
  it('are Chinese for Chinese and mixed maps', () => {
    expect((['en', 'zh', 'zh-en'] as const).map((language) => sceneWordsFor(language).language)).toEqual([
      'en',
      'zh',
      'zh',
    ]);
  });

  it('say a delay in the largest unit that is whole', () => {
    const { after } = sceneWordsFor('en');
    expect([0, 30, 60, 90, 1440, 2880, 20_160].map(after)).toEqual([
      'at once',
      'after 30 min',
      'after 1 h',
      'after 90 min',
      'after 1 day',
      'after 2 days',
      'after 2 weeks',
    ]);
    expect(sceneWordsFor('zh').after(10_080)).toBe('7天后');
  });

  it('say a duration that is no whole number of a unit in that one and the next smaller', () => {
    const { duration } = sceneWordsFor('en');
    expect([119, 190, 600, 2580, 1440 * 10 + 60].map(duration)).toEqual([
      '119 min',
      '3 h 10 min',
      '10 h',
      '1 day 19 h',
      '10 days',
    ]);
    expect(sceneWordsFor('zh').duration(2580)).toBe('1天19小时');
  });

  it('write dates without a year', () => {
    expect(sceneWordsFor('en').date('2025-04-11')).toBe('11 Apr');
    expect(sceneWordsFor('zh').date('2025-04-11')).toBe('4月11日');
  });

  it('write a share as percent', () => {
    expect(sceneWordsFor('en').percent(0.4)).toBe('40%');
    expect(sceneWordsFor('en').percent(0.481)).toBe('48.1%');
  });
});
