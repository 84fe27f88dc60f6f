import { expect, it } from 'vitest';
import { emotionBand, emotionBands, emotionOfAnswer, emotionPercent } from '../../src/model/emotionBand.ts';

it.each([
  [-2, 'very-negative'],
  [-1.5, 'very-negative'],
  [-1.4, 'negative'],
  [-0.5, 'negative'],
  [-0.4, 'neutral'],
  [0, 'neutral'],
  [0.4, 'neutral'],
  [0.5, 'positive'],
  [1.4, 'positive'],
  [1.5, 'very-positive'],
  [2, 'very-positive'],
] as const)('%d is %s', (emotion, band) => expect(emotionBand(emotion)).toBe(band));

it('has its bands from worst to best', () => {
  expect([-2, -1, 0, 1, 2].map(emotionBand)).toEqual(emotionBands);
});

it('gives percents and takes five-point answers', () => {
  expect([-2, -1, 0, 2].map(emotionPercent)).toEqual([0, 25, 50, 100]);
  expect([1, 2, 3, 4, 5].map(emotionOfAnswer)).toEqual([-2, -1, 0, 1, 2]);
});
