/**
 * The emotion scale (domain.md 3): the band of an emotion and its other forms. Faces, words and colours belong to
 * the bands; a band is never shown by colour alone.
 */

export type EmotionBand = 'very-negative' | 'negative' | 'neutral' | 'positive' | 'very-positive';

/** From worst to best. */
export const emotionBands: readonly EmotionBand[] = [
  'very-negative',
  'negative',
  'neutral',
  'positive',
  'very-positive',
];

/** Band of an emotion −2…+2. The middle band is open: exactly −0.5 is negative, exactly 0.5 positive. */
export function emotionBand(emotion: number): EmotionBand {
  if (emotion <= -1.5) return 'very-negative';
  if (emotion <= -0.5) return 'negative';
  if (emotion < 0.5) return 'neutral';
  return emotion < 1.5 ? 'positive' : 'very-positive';
}

/** 0…100 for −2…+2. */
export function emotionPercent(emotion: number): number {
  return ((emotion + 2) / 4) * 100;
}

/** A five-point answer 1…5 as an emotion; also what the keys 1 to 5 set. */
export function emotionOfAnswer(answer: number): number {
  return answer - 3;
}
