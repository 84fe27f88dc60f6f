import { describe, expect, it } from 'vitest';
import { fontFor, measureText, scriptOf } from '../../src/layout/measureText.ts';
import type { Font } from '../../src/layout/scene.ts';

const latin: Font = { face: 'sans', script: 'latin', size: 100, weight: 400, spacing: 0 };
const chinese: Font = { ...latin, script: 'cjk' };

describe('width of a text', () => {
  it('is the sum of its characters: no kerning, no ligatures', () => {
    const parts = ['A', 'V', 'f', 'i'].map((letter) => measureText(letter, latin));
    expect(measureText('AVfi', latin)).toBeCloseTo(
      parts.reduce((sum, part) => sum + part, 0),
      6,
    );
  });

  it('grows with the size and with the weight', () => {
    expect(measureText('Touchpoint', { ...latin, size: 200 })).toBeCloseTo(
      2 * measureText('Touchpoint', latin),
      6,
    );
    expect(measureText('Touchpoint', { ...latin, weight: 700 })).toBeGreaterThan(
      measureText('Touchpoint', latin),
    );
  });

  it('counts one em for a Chinese character, also in a font that has none', () => {
    expect(measureText('旅程', chinese)).toBe(200);
    expect(measureText('旅程', latin)).toBe(200);
    expect(measureText('한국', latin)).toBe(200);
  });

  it('knows quotes and dashes as Latin in English text and as full-width in Chinese text', () => {
    expect(measureText('“', chinese)).toBe(100);
    expect(measureText('“', latin)).toBeLessThan(60);
    expect(measureText('—', latin)).not.toBe(measureText('—', chinese));
  });

  it('gives a letter with marks the width of its letter, composed or not', () => {
    expect(measureText('e\u0301', latin)).toBe(measureText('é', latin));
    expect(measureText('Ł', latin)).toBeGreaterThan(0);
    expect(measureText('\u1EB7', latin)).toBeCloseTo(measureText('a', latin), 0);
  });

  it('counts one em for an emoji however many code points it has', () => {
    for (const emoji of ['😀', '👩‍👩‍👧‍👦', '🇨🇳', '✅', '☎️', '1️⃣']) expect(measureText(emoji, latin)).toBe(100);
  });

  it('gives marks and joiners no room of their own', () => {
    expect(measureText('a\u200Bb', latin)).toBe(measureText('ab', latin));
    expect(measureText('a\u00ADb', latin)).toBe(measureText('ab', latin));
  });

  it('adds letter spacing after each character', () => {
    const caps = { ...latin, spacing: 8 };
    expect(measureText('GOAL', caps)).toBeCloseTo(measureText('GOAL', latin) + 4 * 8, 6);
    expect(measureText('目标👍', { ...chinese, spacing: 12 })).toBe(300 + 3 * 12);
  });

  it('is nothing for nothing, and never fails on a broken character', () => {
    expect(measureText('', latin)).toBe(0);
    expect(measureText('\uD83D', latin)).toBeGreaterThanOrEqual(0);
  });
});

describe('script of a text', () => {
  it('is Chinese as soon as one Chinese character or sign stands in it', () => {
    expect(scriptOf('电商购买与CRM提醒 / E-commerce')).toBe('cjk');
    expect(scriptOf('OK，')).toBe('cjk');
  });

  it('is Latin else', () => {
    expect(scriptOf('Naïve “quotes” and €')).toBe('latin');
    expect(scriptOf('+1.6')).toBe('latin');
  });

  it('follows the language of the map where no letter or digit decides', () => {
    expect(scriptOf('——', 'zh')).toBe('cjk');
    expect(scriptOf('——', 'en')).toBe('latin');
  });
});

describe('font of a role', () => {
  it('is the same object for the same question', () => {
    expect(fontFor('card-title', 'latin')).toBe(fontFor('card-title', 'latin'));
  });

  it('spaces caps labels by their own size, wider in Chinese', () => {
    expect(fontFor('caps', 'latin').font.spacing).toBeCloseTo(11 * 0.08, 6);
    expect(fontFor('caps', 'cjk').font.spacing).toBeCloseTo(11 * 0.12, 6);
    expect(fontFor('card-title', 'cjk').font.spacing).toBe(0);
  });
});
