import { describe, expect, it } from 'vitest';
import { writeWhen } from '../../src/panels/home/writeWhen.ts';
import { writeDay } from '../../src/panels/versions/versionText.ts';
import { numbersIn } from '../../src/words/numbers.ts';
import { personaCardWords } from '../../src/words/personaCard.ts';
import { percent, plain, sceneWordsFor, signed } from '../../src/words/scene.ts';
import { sheetWordsFor } from '../../src/words/sheet.ts';

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
    expect(percent(0.4805)).toBe('48.1%');
    expect(percent(-0.0005)).toBe('−0.1%');
    expect(percent(12.5)).toBe('1,250%');
  });
});

describe('one form for each language', () => {
  it('of percent, on the map, in panels, in Insights and in files', () => {
    for (const language of ['en', 'zh'] as const) {
      const written = [
        numbersIn(language).percent(0.4805),
        sceneWordsFor(language).percent(0.4805),
        sheetWordsFor(language).percent(0.4805),
      ];
      expect(written).toEqual(['48.1%', '48.1%', '48.1%']);
    }
    expect(personaCardWords.en.share(0.18)).toBe('18% of the audience');
    expect(personaCardWords.zh.share(0.18)).toBe('占受众 18%');
  });

  it('of days, near and far, and of money', () => {
    const [then, now] = [Date.UTC(2026, 2, 12, 12), Date.UTC(2026, 5, 1, 12)];
    expect([writeWhen(then, now, 'en'), writeDay(then, now, 'en')]).toEqual(['12 March', '12 March']);
    expect([writeWhen(then, now, 'zh'), writeDay(then, now, 'zh')]).toEqual(['3月12日', '3月12日']);
    expect([numbersIn('en').date('2026-03-12'), numbersIn('zh').date('2026-03-12')]).toEqual([
      '12 Mar 2026',
      '2026年3月12日',
    ]);
    expect([numbersIn('en').money(1200, 'EUR'), numbersIn('zh').money(1200, 'CNY')]).toEqual([
      '€1,200',
      '¥1,200',
    ]);
    // What one costs is not nothing: parts of a unit are written where they weigh, as the currency has them.
    expect([0.4, 2.375, 12, 99.5, 100.5].map((amount) => numbersIn('en').money(amount, 'USD'))).toEqual([
      '$0.40',
      '$2.38',
      '$12',
      '$99.50',
      '$101',
    ]);
    expect([numbersIn('zh').money(2.375, 'CNY'), numbersIn('zh').money(2.5, 'JPY')]).toEqual(['¥2.38', '¥3']);
  });
});
