import { describe, expect, it } from 'vitest';
import { fontFor, measureText } from '../../src/layout/measureText.ts';
import { pinItems } from '../../src/layout/pins.ts';

describe('the pin of a moment of truth', () => {
  it.each([
    ['zero', '0'],
    ['first', '1'],
    ['second', '2'],
    ['third', '3'],
  ] as const)(
    'bears for the %s moment the numeral %s, in its role and as wide as the tables say',
    (kind, text) => {
      for (const height of [26, 21, 18]) {
        const numeral = pinItems(kind, 10, 40, height).at(-1);
        if (numeral?.kind !== 'text') throw new Error('the pin bears no numeral');
        const { font } = fontFor('gauge-number', 'latin');
        expect(numeral.text).toBe(text);
        expect(numeral.font).toEqual({ ...font, size: (font.size * height) / 26 });
        expect(numeral.width).toBeCloseTo(measureText(text, numeral.font), 9);
        expect(numeral.x + numeral.width / 2).toBeCloseTo(10, 9);
      }
    },
  );

  it('bears a dot for any other', () => {
    expect(pinItems('other', 10, 40, 26).at(-1)?.kind).toBe('circle');
  });
});
